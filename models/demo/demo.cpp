// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demo.h"

#include "models/demo/demopeople.h"
#include "models/demo/demophotos.h"
#include "models/demo/demorandom.h"
#include "models/demo/demovehicles.h"
#include "models/gallery/fractionalindex.h"
#include "models/outbox/blobstore.h"
#include "models/outbox/journal.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int DemoBatch = 250;

/// A vehicle with the names of its photos, as one batch writes it.
struct DemoRecord {
    Vehicle vehicle;
    std::vector<NewPhoto> photos;
};

QStringList demoPhotoNames(const DemoVehicles::Made& made, DemoRandom& random)
{
    if (made.isPhotographed)
        return DemoPhotos::fullGallery();
    QStringList names = DemoPhotos::gallery(made.picture, random);
    // Photos are taken while a car is made ready; before that there are a few from the seller, or none.
    if (made.vehicle.phase == Phase::Incoming)
        return random.chance(45) ? QStringList() : names.first(qMin<qsizetype>(names.size(), random.between(1, 3)));
    if (made.vehicle.phase == Phase::Fixing)
        return names.first(qMin<qsizetype>(names.size(), random.between(1, 6)));
    return names;
}

DemoRecord demoRecord(DemoVehicles& vehicles, const DemoPhotos* photos, DemoRandom& random)
{
    const DemoVehicles::Made made = vehicles.next();
    DemoRecord record{made.vehicle, {}};
    if (!photos)
        return record;
    for (const QString& name : demoPhotoNames(made, random)) {
        NewPhoto photo = photos->photo(name);
        photo.id = PhotoId(random.id(*made.vehicle.createdAt));
        if (name == "i08"_L1)
            photo.caption = u"VIN plate"_s;
        record.photos.push_back(photo);
    }
    if (!record.photos.empty())
        record.vehicle.primaryPhoto = record.photos.front().id;
    return record;
}

Expected<void> writeDemoPhotos(EditTransaction& transaction, const DemoRecord& record)
{
    const auto positions = FractionalIndex::between({}, {}, static_cast<int>(record.photos.size()));
    const Vehicle& vehicle = record.vehicle;
    const QVariant addedBy = vehicle.owner.isNull() ? QVariant() : QVariant(vehicle.owner.toBytes());
    for (size_t i = 0; i < record.photos.size(); ++i) {
        const NewPhoto& photo = record.photos[i];
        FC_TRY(transaction.insert(Table::Photos, photo.id.uuid(),
                                  {{u"vehicle_id"_s, vehicle.id.toBytes()},
                                   {u"position"_s, positions[i]},
                                   {u"original_sha"_s, photo.originalSha},
                                   {u"original_size"_s, photo.originalSize},
                                   {u"large_sha"_s, photo.largeSha},
                                   {u"medium_sha"_s, photo.mediumSha},
                                   {u"thumb_sha"_s, photo.thumbSha},
                                   {u"width"_s, qlonglong{photo.width}},
                                   {u"height"_s, qlonglong{photo.height}},
                                   {u"file_name"_s, photo.fileName},
                                   {u"mime"_s, photo.mime},
                                   {u"caption"_s, photo.caption},
                                   {u"slot"_s, photo.slot},
                                   {u"added_at"_s, qlonglong{*vehicle.createdAt}},
                                   {u"added_by"_s, addedBy}}));
    }
    return {};
}

Expected<void> writeDemoRecord(EditTransaction& transaction, const DemoRecord& record)
{
    Fields fields = vehicleColumns(vehicleEditsBetween(Vehicle(), record.vehicle));
    fields.insert(u"phase_since_at"_s, qlonglong{*record.vehicle.phaseSince});
    fields.insert(u"created_at"_s, qlonglong{*record.vehicle.createdAt});
    FC_TRY(transaction.insert(Table::Vehicles, record.vehicle.id.uuid(), fields));
    return writeDemoPhotos(transaction, record);
}

}  // namespace

QString demoLogin()
{
    return u"aicha"_s;
}

Expected<DemoSummary> fillDemo(Journal& journal, const DemoOptions& options,
                               const std::function<bool(int done, int wanted)>& progress)
{
    const int wanted = options.vehicles;
    if (wanted < 1 || wanted > DemoOptions::MostVehicles)
        return fail(ErrorCode::InvalidInput, QString::number(wanted));
    int done = 0;
    const auto go = [&] { return !progress || progress(done, wanted); };

    std::optional<DemoPhotos> photos;
    if (options.photographed > 0) {
        auto stored = DemoPhotos::store(BlobStore(journal.store().blobDirectory()), go);
        if (!stored)
            return fail(stored.error());
        photos = std::move(*stored);
    }

    DemoRandom random(options.seed);
    const DemoCompany company = DemoCompany::make(random, options.now, options.forEverybody);
    const auto writeCompany = [&](EditTransaction& transaction) -> Expected<void> {
        if (photos)
            FC_TRY(photos->noteFiles(transaction.connection(), transaction.now()));
        return company.write(transaction);
    };
    FC_TRY(journal.edit(writeCompany).result());

    DemoSummary summary{company.people, 0, 0};
    DemoVehicles vehicles(company, random, options.now, wanted);
    while (done < wanted) {
        std::vector<DemoRecord> batch;
        for (int i = 0; i < DemoBatch && done < wanted; ++i, ++done)
            batch.push_back(demoRecord(vehicles, photos && done < options.photographed ? &*photos : nullptr, random));
        const auto writeBatch = [&](EditTransaction& transaction) -> Expected<void> {
            for (const DemoRecord& record : batch)
                FC_TRY(writeDemoRecord(transaction, record));
            return {};
        };
        FC_TRY(journal.edit(writeBatch).result());
        for (const DemoRecord& record : batch)
            summary.photos += static_cast<int>(record.photos.size());
        summary.vehicles = done;
        if (!go())
            return fail(ErrorCode::Cancelled);
    }
    return summary;
}

}  // namespace Forecourt
