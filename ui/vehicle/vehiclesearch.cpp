// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclesearch.h"

#include "models/base/whendone.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/blobstore.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/vin/vin.h"
#include "ui/vehicle/vehiclesidepanel.h"
#include "ui/vehicle/vehiclewords.h"

#include <QImageReader>
#include <QPromise>
#include <QtConcurrentRun>

namespace Forecourt {

using namespace Qt::StringLiterals;

VehicleSearch::VehicleSearch(const ShellContext& context, const VehicleServices& services, QObject* parent)
    : SearchProvider(parent), m_context(context), m_services(services)
{
}

QString VehicleSearch::title() const
{
    return tr("Vehicles");
}

QString VehicleSearch::prefixWord() const
{
    return tr("stock");
}

QFuture<Expected<std::vector<SearchHit>>> VehicleSearch::search(const QString& text, LocationId site, int limit)
{
    // The palette looks everywhere; vehicles of the site in view come first.
    auto promise = std::make_shared<QPromise<Expected<std::vector<SearchHit>>>>();
    promise->start();
    auto found = m_context.store->read(
        [text, limit](Connection& connection) { return VehicleRepository::search(connection, text, limit * 3); });
    whenDone(found, this, [this, promise, site, limit](const Expected<std::vector<VehicleSummary>>& vehicles) {
        if (vehicles)
            promise->addResult(hitsFor(*vehicles, site, limit));
        else
            promise->addResult(Expected<std::vector<SearchHit>>(fail(vehicles.error())));
        promise->finish();
    });
    return promise->future();
}

std::vector<SearchHit> VehicleSearch::hitsFor(std::vector<VehicleSummary> vehicles, LocationId site, int limit) const
{
    std::ranges::stable_partition(
        vehicles, [site](const VehicleSummary& vehicle) { return site.isNull() || vehicle.location == site; });
    std::vector<SearchHit> hits;
    const UtcMs now = m_context.store->clock().now();
    for (const VehicleSummary& vehicle : vehicles) {
        if (static_cast<int>(hits.size()) == limit)
            break;
        const Location* place = m_services.locations->find(vehicle.location);
        QStringList facts{vehicle.stockNumber, place ? place->city : vehicle.siteCode,
                          VehicleWords::phaseSince(vehicle.phase, vehicle.phaseSince, now),
                          VehicleWords::money(vehicle.asking)};
        facts.removeAll(QString());
        QString name = vehicleName(vehicle);
        if (!vehicle.trim.isEmpty())
            name += u' ' + vehicle.trim;
        hits.push_back({Route{u"inventory"_s, {u"vehicle"_s, vehicle.id.toString()}}, name, facts.join(u" · "_s),
                        u"car"_s, QVariant::fromValue(vehicle)});
    }
    return hits;
}

QString VehicleSearch::hint(const QString& text) const
{
    const QString vin = normaliseVin(text);
    if (vin.size() != VinSize)
        return {};
    const VinCheck check = checkVin(vin);
    if (check.isOk() || !check.error || check.error->code != ErrorCode::VinCheckDigit)
        return {};
    return tr("This VIN has a wrong check digit: it should be %1.").arg(check.error->detail);
}

Route VehicleSearch::allResults(const QString& text) const
{
    return {u"inventory"_s, {u"filter"_s, text}};
}

QFuture<QImage> VehicleSearch::thumbnail(const SearchHit& hit)
{
    const QByteArray sha = hit.key.value<VehicleSummary>().primaryThumb;
    if (sha.isEmpty())
        return SearchProvider::thumbnail(hit);
    const QString file = BlobStore(m_context.store->blobDirectory()).path(sha);
    return QtConcurrent::run([file] {
        QImageReader reader(file);
        reader.setDecideFormatFromContent(true);
        return reader.read();
    });
}

QWidget* VehicleSearch::createPreview(const SearchHit& hit, QWidget* parent)
{
    auto* panel = new VehicleSidePanel(m_services, m_context.store->clock(), parent);
    panel->setPreviewOnly();
    panel->setVehicle(hit.key.value<VehicleSummary>());
    return panel;
}

}  // namespace Forecourt
