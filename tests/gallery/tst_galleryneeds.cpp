// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/galleryneeds.h"
#include "models/gallery/galleryneedsmodel.h"
#include "tests/support/gallerystore.h"

#include <QAbstractItemModelTester>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Which galleries of the stock need work.
class TestGalleryNeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatGalleriesLack()
    {
        GalleryStore store;
        const VehicleId bare = addCar(store, u"B26-0002"_s, 3);
        const VehicleId sold = addCar(store, u"B26-0003"_s, 5);
        store.add(QString(12, u'x'));
        GalleryNeeds needs = read(store, {});
        // A sold vehicle is none of the stock.
        QCOMPARE(needs.total, 2);
        QCOMPARE(needs.matching, 2);
        QVERIFY(std::ranges::none_of(needs.entries, [&](const GalleryGlance& one) { return one.vehicle == sold; }));
        // Fewest photos first.
        QCOMPARE(needs.entries.front().vehicle, bare);
        QCOMPARE(needs.entries.back().photos, 12);
        QCOMPARE(needs.entries.back().missingShots, 12);
        QVERIFY(!needs.entries.back().thumb.isEmpty());
        QCOMPARE(needs.lacking, (std::array{1, 1, 1, 0}));

        for (const Photo& photo : store.gallery().photos)
            store.must(store.journal()
                           .run(AssignShot{{photo.id}, ShotList::builtIn().shots[size_t(assigned++)].code})
                           .result());
        needs = read(store, {});
        QCOMPARE(needs.entries.back().missingShots, 0);
        QCOMPARE(needs.lacking, (std::array{1, 1, 0, 0}));
    }

    void findsOldPhotos()
    {
        GalleryStore store;
        store.add(u"a"_s);
        const auto later = store.clock.now() + 61 * 86'400'000LL;
        GalleryNeeds needs =
            *store.store()
                 .read([later](Connection& c) {
                     return readGalleryNeeds(c, {GalleryNeed::OldPhotos, {}, {}}, ShotList::builtIn(), later);
                 })
                 .result();
        QCOMPARE(needs.matching, 1);
        QCOMPARE(read(store, {GalleryNeed::OldPhotos, {}, {}}).matching, 0);
    }

    void answersByNeedTextAndSite()
    {
        GalleryStore store;
        const VehicleId rav = addCar(store, u"T26-0100"_s, 1);
        store.must(store.edit([rav](EditTransaction& edit) {
            return edit.update(Table::Vehicles, rav.uuid(),
                               {{u"make"_s, u"Toyota"_s},
                                {u"model"_s, u"RAV4"_s},
                                {u"year"_s, qlonglong{2019}},
                                {u"location_id"_s, QByteArray(16, 'l')}});
        }));
        store.add(u"a"_s);
        QCOMPARE(read(store, {GalleryNeed::NoPhoto, {}, {}}).entries.front().name, u"2019 Toyota RAV4"_s);
        QCOMPARE(read(store, {{}, {}, u"rav"_s}).entries.size(), 1U);
        QCOMPARE(read(store, {{}, {}, u"t26"_s}).entries.front().vehicle, rav);
        QCOMPARE(read(store, {{}, {}, u"b26-1187"_s}).matching, 1);
        const GalleryNeeds there = read(store, {{}, LocationId(Uuid::fromBytes(QByteArray(16, 'l'))), {}});
        QCOMPARE(there.total, 1);
        QCOMPARE(there.entries.front().vehicle, rav);
    }

    void theModelKeepsRowsThatStay()
    {
        GalleryNeedsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        GalleryGlance one;
        one.vehicle = VehicleId::create();
        GalleryGlance two = one;
        two.vehicle = VehicleId::create();
        model.setEntries({one, two});
        const QPersistentModelIndex second = model.index(1);
        two.photos = 3;
        model.setEntries({one, two});
        QVERIFY(second.isValid());
        QCOMPARE(second.data(GalleryNeedsModel::GlanceRole).value<GalleryGlance>().photos, 3);
        QCOMPARE(model.rowOf(two.vehicle), 1);
        model.setEntries({two});
        QCOMPARE(model.rowOf(one.vehicle), -1);
    }

private:
    static VehicleId addCar(GalleryStore& store, const QString& stock, int phase)
    {
        const VehicleId car = VehicleId::create();
        store.must(store.edit([&](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, car.uuid(),
                               {{u"stock_number"_s, stock}, {u"phase"_s, qlonglong{phase}}});
        }));
        return car;
    }
    static GalleryNeeds read(GalleryStore& store, const GalleryNeeds::Question& question)
    {
        return *store.store()
                    .read([&, now = store.clock.now()](Connection& c) {
                        return readGalleryNeeds(c, question, ShotList::builtIn(), now);
                    })
                    .result();
    }

    int assigned = 0;
};

QTEST_GUILESS_MAIN(TestGalleryNeeds)
#include "tst_galleryneeds.moc"
