// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleexport.h"

#include "models/base/csvline.h"
#include "models/vehicle/vehiclecsvvalues.h"
#include "models/vehicle/vehiclerepository.h"

#include <QFileInfo>
#include <QSaveFile>

#include <span>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Error writeError(const QSaveFile& file)
{
    const auto code = file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
    return {code, QFileInfo(file.fileName()).fileName(), file.errorString()};
}

Expected<int> exportVehicles(Connection& connection, const std::vector<VehicleId>& ids,
                             const VehicleExport::Options& options)
{
    constexpr size_t VehiclesAtOnce = 256;
    const auto values = VehicleCsvValues::read(connection);
    if (!values)
        return fail(values.error());
    QSaveFile file(options.file);
    if (!file.open(QIODevice::WriteOnly))
        return fail(writeError(file));
    const QChar delimiter = options.language == CsvLanguage::French ? u';' : u',';
    QStringList cells;
    for (const VehicleCsvTarget& target : options.columns)
        cells += vehicleCsvHeader(target, options.language);
    file.write("\xEF\xBB\xBF");
    file.write(csvLine(cells, delimiter));
    int written = 0;
    for (size_t from = 0; from < ids.size(); from += VehiclesAtOnce) {
        const auto vehicles = VehicleRepository::findAll(
            connection, std::span(ids).subspan(from, std::min(VehiclesAtOnce, ids.size() - from)));
        if (!vehicles)
            return fail(vehicles.error());
        for (const Vehicle& vehicle : *vehicles) {
            cells.clear();
            for (const VehicleCsvTarget& target : options.columns)
                cells += csvGuarded(values->format(vehicle, target, options.language));
            if (file.write(csvLine(cells, delimiter)) < 0)
                return fail(writeError(file));
            ++written;
        }
    }
    if (!file.commit())
        return fail(writeError(file));
    return written;
}

}  // namespace

QFuture<Expected<int>> VehicleExport::run(Store& store, QList<VehicleId> ids, Options options)
{
    return store.read([ids = std::vector<VehicleId>(ids.begin(), ids.end()), options = std::move(options)](
                          Connection& connection) { return exportVehicles(connection, ids, options); });
}

}  // namespace Forecourt
