// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclephotoexport.h"

#include "models/base/whendone.h"
#include "models/gallery/exportsources.h"
#include "models/location/locationdirectory.h"
#include "ui/gallery/exportsheet.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/format.h"
#include "ui/widgets/pageprint.h"

#include <QFileDialog>
#include <QLocale>
#include <QtConcurrent>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ExportSheetWidth = 480;

/// Letter where people use it, as the system's measures tell.
QPageSize sheetPaper()
{
    return QPageSize(QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ||
                             QLocale::system().territory() == QLocale::Canada
                         ? QPageSize::Letter
                         : QPageSize::A4);
}

}  // namespace

VehiclePhotoExport::VehiclePhotoExport(const ShellContext& context, const VehicleServices& services, QWidget* host)
    : QObject(host), m_context(context), m_services(services), m_host(host), m_directory(*context.store)
{
}

void VehiclePhotoExport::exportPhotos(const Vehicle& vehicle, const Gallery& gallery)
{
    if (!m_sheet) {
        m_sheet = new ExportSheet(*m_context.journal, BlobStore(m_context.store->blobDirectory()), m_directory,
                                  *m_context.settings, m_host);
        connect(m_sheet, &ExportSheet::edited, this, [this](const QString& text, const UndoStep& step) {
            m_context.undo->push([text] { return text; }, step);
        });
    }
    m_sheet->setPhotos(exportSources(vehicle, gallery));
    m_sheet->openOver(m_host, ExportSheetWidth);
}

PhotoSheet VehiclePhotoExport::sheet(const Vehicle& vehicle) const
{
    PhotoSheet sheet;
    sheet.stock = vehicle.stockNumber;
    sheet.title = vehicleName(vehicle) + (vehicle.trim.isEmpty() ? QString() : u' ' + vehicle.trim);
    const auto fact = [&sheet](VehicleField field, const QString& value) {
        sheet.facts.emplace_back(VehicleWords::fieldName(field), value);
    };
    fact(VehicleField::Vin, vehicle.vin);
    fact(VehicleField::Odometer, vehicle.odometerKm ? tr("%1 km").arg(formatCount(*vehicle.odometerKm)) : QString());
    fact(VehicleField::Asking, VehicleWords::money(vehicle.asking));
    fact(VehicleField::Engine, vehicle.engine);
    fact(VehicleField::Gearbox, vehicle.gearbox);
    fact(VehicleField::Drivetrain, vehicle.drivetrain);
    fact(VehicleField::Fuel, vehicle.fuel);
    fact(VehicleField::Color, vehicle.color);
    fact(VehicleField::Interior, vehicle.interior);
    const Location* site = m_services.locations->find(vehicle.location);
    const QString day = formatDate(m_context.store->clock().now());
    sheet.foot = site ? site->name + u" · "_s + day : day;
    return sheet;
}

std::vector<QByteArray> VehiclePhotoExport::sheetFiles(const Gallery& gallery)
{
    std::vector<QByteArray> files;
    const Photo* primary = gallery.primary();
    if (primary)
        files.push_back(primary->largeSha);
    for (const Photo& photo : gallery.photos)
        if (&photo != primary)
            files.push_back(photo.mediumSha);
    return files;
}

void VehiclePhotoExport::savePhotoSheet(const Vehicle& vehicle, const Gallery& gallery)
{
    auto* dialog =
        new QFileDialog(m_host, tr("Save photo sheet"), m_context.settings->value(u"export/folder"_s).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (%1)").arg(u"*.pdf"_s));
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(
        exportFileName(vehicle.stockNumber.isEmpty() ? tr("Photos") : vehicle.stockNumber, {}).chopped(4) + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, vehicle, gallery](const QString& file) { writePhotoSheetTo(file, vehicle, gallery); });
    dialog->open();
}

void VehiclePhotoExport::writePhotoSheetTo(const QString& file, const Vehicle& vehicle, const Gallery& gallery)
{
    const QFuture<Expected<void>> written = writePhotoSheet(sheet(vehicle), BlobStore(m_context.store->blobDirectory()),
                                                            sheetFiles(gallery), sheetPaper(), file);
    whenDone(written, this, [this, file](const Expected<void>& done) {
        if (!done)
            Q_EMIT failed(done.error());
        else
            m_context.navigator->notify(tr("Photo sheet saved as %1").arg(QFileInfo(file).fileName()));
    });
}

void VehiclePhotoExport::printPhotoSheet(const Vehicle& vehicle, const Gallery& gallery)
{
    const auto read = QtConcurrent::run([blobs = BlobStore(m_context.store->blobDirectory()),
                                         files = sheetFiles(gallery)] { return readSheetPhotos(blobs, files); });
    whenDone(read, this, [this, sheet = sheet(vehicle)](const std::vector<QImage>& photos) mutable {
        sheet.photos = photos;
        const QString name = sheet.stock + u' ' + sheet.title;
        printPage(
            name, [sheet](QPainter& painter, const QRectF& paper) { paintPhotoSheet(painter, paper, sheet); }, m_host);
    });
}

}  // namespace Forecourt
