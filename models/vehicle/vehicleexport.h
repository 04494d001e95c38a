// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/store.h"
#include "models/vehicle/vehiclecsvcolumns.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace Forecourt {

/// Vehicles to a comma separated file that Excel and LibreOffice open correctly in both languages: UTF-8 with byte
/// order mark, CRLF, `,` and decimal point for English, `;` and decimal comma for French. Texts that a spreadsheet
/// would run as a formula (= + - @) get a leading apostrophe, which the import takes off again.
namespace VehicleExport {

struct Options {
    QString file;
    CsvLanguage language = CsvLanguage::English;
    std::vector<VehicleCsvTarget> columns = vehicleCsvTargets();
};

/// Writes the live vehicles among `ids`, in that order; the file is replaced only when it is complete. Returns how
/// many were written. Runs on a reader thread. Errors: FileUnwritable, DiskFull, those of Connection::run.
QFuture<Expected<int>> run(Store& store, QList<VehicleId> ids, Options options);

}  // namespace VehicleExport

}  // namespace Forecourt
