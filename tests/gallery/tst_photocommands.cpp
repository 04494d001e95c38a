// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/fractionalindex.h"
#include "models/gallery/photoeditcommands.h"
#include "models/gallery/shotlist.h"
#include "tests/support/gallerystore.h"

#include <QRandomGenerator>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class TestPhotoCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsAtTheEndInTheOrderGiven()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        store.add(u"de"_s);
        QCOMPARE(store.order(), u"abcde"_s);
    }

    void keepsWhatIsKnownOfAPhoto()
    {
        GalleryStore store;
        NewPhoto photo = GalleryStore::newPhoto(u"IMG_4428.HEIC"_s);
        photo.takenAt = 1'760'000'000'000;
        QVERIFY(store.journal().run(AddPhotos{store.vehicle, {photo}}).result());
        const Photo stored = store.gallery().photos.at(0);
        QCOMPARE(stored.id, photo.id);
        QCOMPARE(stored.vehicle, store.vehicle);
        QCOMPARE(stored.largeSha, photo.largeSha);
        QCOMPARE(stored.originalSize, photo.originalSize);
        QCOMPARE(stored.fileName, u"IMG_4428.HEIC"_s);
        QCOMPARE(stored.takenAt, photo.takenAt);
        QCOMPARE(stored.addedAt, store.clock.now());
    }

    void aPhotoStandsForTheVehicleBeforeAVideoDoes()
    {
        GalleryStore store;
        std::vector<NewPhoto> added;
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) {
            added.push_back(GalleryStore::newPhoto(name));
            if (name != u"b"_s)
                added.back().durationMs = 4'000;
        }
        store.must(store.journal().run(AddPhotos{store.vehicle, added}).result());
        QVERIFY(store.gallery().photos.at(0).isVideo());
        QCOMPARE(store.primary(), u"b"_s);
        // Whoever wants the video to stand for it may say so; its frame does.
        store.must(store.journal().run(MakePrimary{store.id(u'c')}).result());
        QCOMPARE(store.primary(), u"c"_s);
        store.must(store.journal().run(RemovePhotos{{store.id(u'c')}}).result());
        QCOMPARE(store.primary(), u"b"_s);
        store.must(store.journal().run(RemovePhotos{{store.id(u'b')}}).result());
        QCOMPARE(store.primary(), u"a"_s);
    }

    void videosAreNeitherEditedNorShots()
    {
        GalleryStore store;
        NewPhoto video = GalleryStore::newPhoto(u"a"_s);
        video.durationMs = 4'000;
        store.must(store.journal().run(AddPhotos{store.vehicle, {video, GalleryStore::newPhoto(u"b"_s)}}).result());
        const std::vector<PhotoId> both{store.id(u'a'), store.id(u'b')};
        const auto refused = store.journal().run(EditPhoto{both[0], PhotoEdit().turned(1)}).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        store.must(store.journal().run(TurnPhotos{both, 1}).result());
        store.must(store.journal().run(AssignShot{both, u"front"_s}).result());
        store.must(store.journal().run(CullPhotos{both, PhotoCull::Keep}).result());
        const Gallery gallery = store.gallery();
        QVERIFY(gallery.photos[0].edit.isNone());
        QVERIFY(gallery.photos[0].slot.isEmpty());
        QCOMPARE(gallery.photos[0].cull, PhotoCull::Keep);
        QCOMPARE(gallery.photos[1].edit, PhotoEdit().turned(1));
        QCOMPARE(gallery.photos[1].slot, u"front"_s);
    }

    void notesAllFourFilesForSending()
    {
        GalleryStore store;
        store.add(u"a"_s);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM blobs WHERE here = 1 AND on_server = 0"_s).toInt(), 4);
        QCOMPARE(
            store.scalar(u"SELECT priority FROM blobs WHERE sha = ?"_s, {store.gallery().photos[0].thumbSha}).toInt(),
            0);
    }

    void theFirstPhotoStandsForTheVehicle()
    {
        GalleryStore store;
        QCOMPARE(store.gallery().primary(), nullptr);
        store.add(u"abc"_s);
        QCOMPARE(store.primary(), u"a"_s);
        store.add(u"d"_s);
        QCOMPARE(store.primary(), u"a"_s);
    }

    void theChosenPrimaryDoesNotDependOnOrder()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        QVERIFY(store.journal().run(MakePrimary{store.id(u'b')}).result());
        store.move(u"b"_s);
        QCOMPARE(store.order(), u"acb"_s);
        QCOMPARE(store.primary(), u"b"_s);
    }

    void anotherIsPromotedWhenThePrimaryGoes()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        QVERIFY(store.journal().run(MakePrimary{store.id(u'c')}).result());
        const auto removal = store.journal().run(RemovePhotos{{store.id(u'c')}}).result();
        QVERIFY(removal);
        QCOMPARE(store.order(), u"ab"_s);
        QCOMPARE(store.primary(), u"a"_s);
        QVERIFY(store.journal().revert(removal->undo).result());
        QCOMPARE(store.order(), u"abc"_s);
        QCOMPARE(store.primary(), u"c"_s);
    }

    void theFirstPhotoStaysPrimaryWhereverItIsMoved()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        store.move(u"a"_s);
        QCOMPARE(store.order(), u"bca"_s);
        QCOMPARE(store.primary(), u"a"_s);
        QVERIFY(store.journal().run(RemovePhotos{{store.id(u'a')}}).result());
        QCOMPARE(store.primary(), u"b"_s);
        store.move(u"b"_s);
        QCOMPARE(store.order(), u"cb"_s);
        QCOMPARE(store.primary(), u"b"_s);
    }

    void removingWhatIsGoneChangesNothing()
    {
        GalleryStore store;
        store.add(u"ab"_s);
        const PhotoId gone = store.id(u'a');
        QVERIFY(store.journal().run(RemovePhotos{{gone}}).result());
        const auto again = store.journal().run(RemovePhotos{{gone}}).result();
        QVERIFY(again);
        QVERIFY(again->undo.isEmpty());
    }

    void movesABlockBeforeAnother_data()
    {
        QTest::addColumn<QString>("moved");
        QTest::addColumn<QChar>("before");
        QTest::addColumn<QString>("order");
        QTest::newRow("to the start") << u"d"_s << QChar(u'a') << u"dabcef"_s;
        QTest::newRow("to the end") << u"b"_s << QChar() << u"acdefb"_s;
        QTest::newRow("forward") << u"b"_s << QChar(u'e') << u"acdbef"_s;
        QTest::newRow("several, in the order given") << u"fa"_s << QChar(u'c') << u"bfacde"_s;
        QTest::newRow("onto itself") << u"c"_s << QChar(u'c') << u"abcdef"_s;
        QTest::newRow("a block before one of its own") << u"bd"_s << QChar(u'd') << u"acbdef"_s;
        QTest::newRow("all") << u"fedcba"_s << QChar() << u"fedcba"_s;
    }

    void movesABlockBeforeAnother()
    {
        QFETCH(QString, moved);
        QFETCH(QChar, before);
        QFETCH(QString, order);
        GalleryStore store;
        store.add(u"abcdef"_s);
        const EditOutcome outcome = store.move(moved, before);
        QCOMPARE(store.order(), order);
        QVERIFY(outcome.undo.rows.size() <= static_cast<size_t>(moved.size()));
        QVERIFY(store.journal().revert(outcome.undo).result());
        QCOMPARE(store.order(), u"abcdef"_s);
    }

    void movingToWhereItIsLeavesNoUndo()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        QVERIFY(store.move(u"b"_s, u'c').undo.isEmpty());
    }

    void photosWithOneKeyCanBePartedAgain()
    {
        // Two people who add at the end offline give the same key.
        GalleryStore store;
        store.add(u"abcd"_s);
        const Gallery before = store.gallery();
        QVERIFY(store.edit([&](EditTransaction& transaction) -> Expected<void> {
            for (const int row : {1, 2, 3})
                FC_TRY(transaction.update(Table::Photos, before.photos[static_cast<size_t>(row)].id.uuid(),
                                          {{u"position"_s, u"V"_s}}));
            return transaction.update(Table::Photos, before.photos[0].id.uuid(), {{u"position"_s, u"V"_s}});
        }));
        const QString tied = store.order();
        QCOMPARE(tied.size(), 4);
        store.move(tied.last(1), tied[1]);
        QCOMPARE(store.order(), tied.first(1) + tied.last(1) + tied.sliced(1, 2));
    }

    void keysStayShortHoweverOftenPhotosMove()
    {
        GalleryStore store;
        store.add(u"abcd"_s);
        for (int i = 0; i < 120; ++i) {
            store.move(u"a"_s, u'c');
            store.move(u"b"_s, u'c');
        }
        QCOMPARE(store.order(), u"abcd"_s);
        for (const Photo& photo : store.gallery().photos)
            QCOMPARE_LE(photo.position.size(), 24);
    }

    void randomMovesEndWhereTheyShould()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        GalleryStore store;
        QString expected = u"abcdefghij"_s;
        store.add(expected);
        for (int i = 0; i < 150; ++i) {
            const QChar moved = expected[random.bounded(10)];
            const QChar before = expected[random.bounded(10)];
            store.move(moved, before);
            if (moved != before) {
                expected.remove(moved);
                expected.insert(expected.indexOf(before), moved);
            }
            QCOMPARE(store.order(), expected);
        }
    }

    void refusesTheFiftyFirst()
    {
        GalleryStore store;
        store.add(QString(49, u'x'));
        AddPhotos two{store.vehicle, {GalleryStore::newPhoto(u"y"_s), GalleryStore::newPhoto(u"z"_s)}};
        const auto refused = store.journal().run(two).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::GalleryFull);
        QCOMPARE(refused.error().detail, u"1"_s);
        QCOMPARE(store.order().size(), 49);
        two.photos.pop_back();
        QVERIFY(store.journal().run(two).result());
        QCOMPARE(store.gallery().freeSlots(), 0);
    }

    void refusesPhotosForAVehicleThatIsGone()
    {
        GalleryStore store;
        const auto refused =
            store.journal().run(AddPhotos{VehicleId::create(), {GalleryStore::newPhoto(u"a"_s)}}).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
    }

    void captionsAreTidiedAndBounded()
    {
        GalleryStore store;
        store.add(u"a"_s);
        QVERIFY(store.journal().run(CaptionPhoto{store.id(u'a'), u"  Left side,\n18″ alloys "_s}).result());
        QCOMPARE(store.gallery().photos[0].caption, u"Left side, 18″ alloys"_s);
        const auto refused = store.journal().run(CaptionPhoto{store.id(u'a'), QString(301, u'x')}).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }

    void thumbsOfPrimariesAreFoundTogether()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        QVERIFY(store.journal().run(MakePrimary{store.id(u'b')}).result());
        const auto thumbs = store.store()
                                .read([&](Connection& c) {
                                    return PhotoRepository(c).primaryThumbs({store.vehicle, VehicleId::create()});
                                })
                                .result();
        QVERIFY(thumbs);
        QCOMPARE(thumbs->size(), 1);
        QCOMPARE(thumbs->value(store.vehicle), sha256("thumb b"));
    }

    void givesTheSmallestRenditionThatFills()
    {
        GalleryStore store;
        store.add(u"a"_s);
        const Photo photo = store.gallery().photos[0];
        QCOMPARE(photo.shaFor(100), photo.thumbSha);
        QCOMPARE(photo.shaFor(257), photo.mediumSha);
        QCOMPARE(photo.shaFor(5000), photo.largeSha);
    }
    void photosAreAddedBeforeAnotherOneAsTheirShot()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        AddPhotos command{
            store.vehicle, {GalleryStore::newPhoto(u"x"_s), GalleryStore::newPhoto(u"y"_s)}, store.id(u'b')};
        command.photos.front().slot = u"engine"_s;
        const EditOutcome added = store.must(store.journal().run(command).result());
        QCOMPARE(store.order(), u"axybc"_s);
        QCOMPARE(store.gallery().photos[1].slot, u"engine"_s);
        QCOMPARE(store.gallery().photos[2].slot, QString());
        QVERIFY(store.journal().revert(added.undo).result());
        QCOMPARE(store.order(), u"abc"_s);
    }

    void photosGoToTheEndWhereTheirPlaceIsGone()
    {
        GalleryStore store;
        store.add(u"ab"_s);
        store.must(store.journal()
                       .run(AddPhotos{store.vehicle, {GalleryStore::newPhoto(u"x"_s)}, PhotoId::create()})
                       .result());
        QCOMPARE(store.order(), u"abx"_s);
    }

    void twoPhotosSwapPlaces()
    {
        GalleryStore store;
        store.add(u"abcd"_s);
        const EditOutcome swapped =
            store.must(store.journal().run(SwapPhotos{store.vehicle, store.id(u'd'), store.id(u'b')}).result());
        QCOMPARE(store.order(), u"adcb"_s);
        QVERIFY(store.journal().revert(swapped.undo).result());
        QCOMPARE(store.order(), u"abcd"_s);
        const auto gone = store.journal().run(SwapPhotos{store.vehicle, store.id(u'a'), PhotoId::create()}).result();
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void onlyOneGoesOutForAPhotoThatComesIn()
    {
        GalleryStore store;
        store.overfill(u"xyz"_s);
        const Gallery before = store.gallery();
        QCOMPARE(before.overflow().size(), 3u);
        const PhotoId third = before.photos[2].id;
        const PhotoId waiting = before.overflow()[1].id;
        store.must(store.journal().run(SwapPhotos{store.vehicle, waiting, third}).result());
        const Gallery after = store.gallery();
        QCOMPARE(after.photos[2].id, waiting);
        QCOMPARE(after.overflow()[1].id, third);
        QCOMPARE(after.overflow()[0].id, before.overflow()[0].id);
    }
};

QTEST_GUILESS_MAIN(TestPhotoCommands)
#include "tst_photocommands.moc"
