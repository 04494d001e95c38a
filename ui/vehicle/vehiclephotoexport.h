// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/exportdirectory.h"
#include "models/gallery/gallery.h"
#include "models/vehicle/vehicle.h"
#include "ui/gallery/photosheet.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleservices.h"

#include <QObject>
#include <QPointer>

namespace Forecourt {

class ExportSheet;

/// The ways in which the photos of a vehicle leave the program: as files for a marketplace, and on a page with its
/// facts.
class VehiclePhotoExport : public QObject {
    Q_OBJECT

public:
    /// Sheets open over `host`.
    VehiclePhotoExport(const ShellContext& context, const VehicleServices& services, QWidget* host);

    void exportPhotos(const Vehicle& vehicle, const Gallery& gallery);
    /// Asks for a file first.
    void savePhotoSheet(const Vehicle& vehicle, const Gallery& gallery);
    void writePhotoSheetTo(const QString& file, const Vehicle& vehicle, const Gallery& gallery);
    void printPhotoSheet(const Vehicle& vehicle, const Gallery& gallery);

Q_SIGNALS:
    void failed(const Forecourt::Error& error);

private:
    PhotoSheet sheet(const Vehicle& vehicle) const;
    /// The primary photo first, the others in their order.
    static std::vector<QByteArray> sheetFiles(const Gallery& gallery);

    ShellContext m_context;
    VehicleServices m_services;
    QWidget* m_host;
    ExportDirectory m_directory;
    QPointer<ExportSheet> m_sheet;
};

}  // namespace Forecourt
