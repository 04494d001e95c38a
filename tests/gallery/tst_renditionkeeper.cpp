// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photocheck.h"
#include "models/gallery/photoeditcommands.h"
#include "models/gallery/photoimporter.h"
#include "models/gallery/renditionkeeper.h"
#include "tests/support/gallerystore.h"
#include "tests/support/photofiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// A gallery of real photos, and whoever keeps its renditions.
class KeptGallery : public GalleryStore {
public:
    explicit KeptGallery(int photos = 1)
    {
        QTemporaryDir folder;
        QStringList files;
        for (int i = 0; i < photos; ++i)
            files += writeFile(folder.filePath(u"%1.png"_s.arg(i)), encoded(quarters(600 + 2 * i, 400), "png"));
        PhotoImporter importer(journal(), pool, vehicle);
        bool done = false;
        QObject::connect(&importer, &PhotoImporter::finished, &importer, [&done] { done = true; });
        importer.start(files);
        if (!QTest::qWaitFor([&done] { return done; }, 60'000))
            qFatal("the import does not end");
    }

    template <class Command>
    EditOutcome run(const Command& command)
    {
        return must(journal().run(command).result());
    }

    bool settles()
    {
        if (!keeper) {
            keeper = std::make_unique<RenditionKeeper>(journal(), pool);
            keeper->start();
        }
        return QTest::qWaitFor([this] { return keeper->isIdle() && behind() == 0; }, 60'000);
    }

    int behind()
    {
        return scalar(u"SELECT count(*) FROM photos WHERE _del = 0 AND rendered <> edit || covers"_s).toInt();
    }

    Photo photo(int row = 0) { return gallery().photos.at(static_cast<size_t>(row)); }

    QImage shown(const QByteArray& sha) { return QImage(BlobStore(store().blobDirectory()).path(sha), "jpeg"); }

    ImageWorkerPool pool;
    std::unique_ptr<RenditionKeeper> keeper;
};

}  // namespace

class TestRenditionKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeMadeIsNamedAndTriedAgain()
    {
        KeptGallery gallery;
        QVERIFY(gallery.settles());
        const QString original = BlobStore(gallery.store().blobDirectory()).path(gallery.photo().originalSha);
        QVERIFY(QFile::copy(original, original + u".kept"_s));
        writeFile(original, "no picture");
        QSignalSpy changes(gallery.keeper.get(), &RenditionKeeper::failuresChanged);
        const PhotoId id = gallery.photo().id;
        const EditOutcome edit = gallery.run(TurnPhotos{{id}, 1});
        QTRY_VERIFY_WITH_TIMEOUT(gallery.keeper->failures().contains(id), 60'000);
        QCOMPARE(gallery.keeper->failures().value(id).code, ErrorCode::PhotoNotAnImage);
        // Taken back, there is nothing to fail any more.
        gallery.must(gallery.journal().revert(edit.undo).result());
        QTRY_VERIFY_WITH_TIMEOUT(gallery.keeper->failures().isEmpty(), 60'000);
        gallery.run(TurnPhotos{{id}, 1});
        QTRY_VERIFY_WITH_TIMEOUT(gallery.keeper->failures().contains(id), 60'000);

        QVERIFY(QFile::remove(original) && QFile::copy(original + u".kept"_s, original));
        gallery.keeper->retry();
        QVERIFY(gallery.settles());
        QVERIFY(gallery.keeper->failures().isEmpty());
        QVERIFY(changes.count() >= 4);
    }

    void renditionsFollowTheEditAndTheUndo()
    {
        KeptGallery gallery;
        const Photo before = gallery.photo();
        QVERIFY(!before.renditionsBehind);
        QVERIFY(gallery.settles());
        QCOMPARE(gallery.photo(), before);

        const EditOutcome turned = gallery.run(TurnPhotos{{before.id}, 1});
        QVERIFY(gallery.settles());
        const Photo after = gallery.photo();
        QVERIFY(!after.renditionsBehind);
        QCOMPARE(after.edit.turn, 1);
        QCOMPARE(after.originalSha, before.originalSha);
        QCOMPARE(after.editedSize(), QSize(400, 600));
        for (const QByteArray& sha : {after.largeSha, after.mediumSha, after.thumbSha})
            QCOMPARE(layOf(gallery.shown(sha)), "brwg");
        const QSet<QByteArray> files{after.largeSha, after.mediumSha, after.thumbSha};
        const int toSend = gallery
                               .scalar(u"SELECT count(*) FROM blobs WHERE here = 1 AND sha IN (?, ?, ?)"_s,
                                       {after.largeSha, after.mediumSha, after.thumbSha})
                               .toInt();
        QCOMPARE(toSend, files.size());

        QVERIFY(gallery.journal().revert(turned.undo).result());
        QVERIFY(gallery.settles());
        QCOMPARE(gallery.photo(), before);
    }

    void anOriginalThatIsNotHereIsWantedWhenNobodyElseRenders()
    {
        KeptGallery gallery;
        const Photo photo = gallery.photo();
        const auto setHere = [&](int here) {
            return gallery.store()
                .write([=, sha = photo.originalSha](Connection& connection) -> Expected<void> {
                    auto done = connection.run(u"UPDATE blobs SET here = ? WHERE sha = ?"_s, {here, sha});
                    return done ? Expected<void>() : fail(done.error());
                })
                .result()
                .has_value();
        };
        QVERIFY(setHere(0));
        RenditionKeeper keeper(gallery.journal(), gallery.pool, nullptr, std::chrono::milliseconds(50));
        const QSignalSpy wanted(&keeper, &RenditionKeeper::originalWanted);
        keeper.start();
        gallery.run(TurnPhotos{{photo.id}, 1});
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toByteArray(), photo.originalSha);
        QCOMPARE(gallery.behind(), 1);
        QVERIFY(setHere(1));
        keeper.fileArrived(photo.originalSha);
        QTRY_COMPARE_WITH_TIMEOUT(gallery.behind(), 0, 60'000);
        QCOMPARE(wanted.size(), 1);
    }

    void severalEditsAndResetting()
    {
        KeptGallery gallery(3);
        std::vector<PhotoId> all;
        for (const Photo& photo : gallery.gallery().photos)
            all.push_back(photo.id);
        const Photo before = gallery.photo();
        gallery.run(TurnPhotos{all, -1});
        gallery.run(CoverPhotos{{all[0], all[2]}, {{{0, 0, 0.4, 0.4}, PhotoCover::With::Blur, {}}}});
        PhotoEdit crop = gallery.photo().edit;
        crop.crop = {0, 0, 0.5, 0.5};
        gallery.run(EditPhoto{all[0], crop});
        QVERIFY(gallery.settles());
        QCOMPARE(gallery.shown(gallery.photo(0).largeSha).size(), QSize(200, 300));
        QCOMPARE(layOf(gallery.shown(gallery.photo(1).thumbSha)), "gwrb");
        QCOMPARE(gallery.photo(2).covers, gallery.photo(0).covers);
        QVERIFY(gallery.photo(1).covers.empty());

        gallery.run(EditPhoto{all[0], {}});
        gallery.run(CoverPhotos{{all[0]}, {}});
        QVERIFY(gallery.settles());
        QCOMPARE(gallery.photo(), before);
    }

    void anEditDuringTheWorkIsNotLost()
    {
        KeptGallery gallery;
        QVERIFY(gallery.settles());
        for (int i = 0; i < 6; ++i)
            gallery.run(TurnPhotos{{gallery.photo().id}, 1});
        QVERIFY(gallery.settles());
        QCOMPARE(gallery.photo().edit.turn, 2);
        QCOMPARE(layOf(gallery.shown(gallery.photo().thumbSha)), "wbgr");
    }

    void whatCannotBeReadIsSaidOnceAndKeepsItsRenditions()
    {
        KeptGallery gallery(2);
        QVERIFY(gallery.settles());
        const Photo before = gallery.photo();
        QVERIFY(QFile::remove(BlobStore(gallery.store().blobDirectory()).path(before.originalSha)));
        QSignalSpy failed(gallery.keeper.get(), &RenditionKeeper::failed);
        QSignalSpy rendered(gallery.keeper.get(), &RenditionKeeper::rendered);
        gallery.run(TurnPhotos{{before.id, gallery.photo(1).id}, 1});
        QTRY_COMPARE_WITH_TIMEOUT(rendered.size(), 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(gallery.keeper->isIdle(), 60'000);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::FileUnreadable);
        QCOMPARE(gallery.photo().thumbSha, before.thumbSha);
        QVERIFY(gallery.photo().renditionsBehind);
        QVERIFY(!gallery.photo(1).renditionsBehind);
    }

    void photosWithoutTheirOriginalAreLeftToOthers()
    {
        GalleryStore store;
        store.add(u"a"_s);
        QVERIFY(store.store()
                    .write([](Connection& c) { return c.script(u"UPDATE blobs SET here = 0 WHERE priority = 3"_s); })
                    .result());
        QVERIFY(store.journal().run(TurnPhotos{{store.id(u'a')}, 1}).result());
        ImageWorkerPool pool;
        RenditionKeeper keeper(store.journal(), pool);
        QSignalSpy settled(&keeper, &RenditionKeeper::settled);
        QSignalSpy failed(&keeper, &RenditionKeeper::failed);
        keeper.start();
        QVERIFY(settled.wait(60'000));
        QCOMPARE(failed.size(), 0);
        QVERIFY(store.gallery().photos[0].renditionsBehind);
    }

    void choicesAreUndone()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        const PhotoId a = store.id(u'a');
        const PhotoId b = store.id(u'b');
        store.must(store.journal().run(CullPhotos{{a, b}, PhotoCull::Reject}).result());
        const auto kept = store.must(store.journal().run(CullPhotos{{b}, PhotoCull::Keep}).result());
        QCOMPARE(store.gallery().photos[0].cull, PhotoCull::Reject);
        QCOMPARE(store.gallery().photos[1].cull, PhotoCull::Keep);
        QVERIFY(store.journal().revert(kept.undo).result());
        QCOMPARE(store.gallery().photos[1].cull, PhotoCull::Reject);
    }

    void whatDidNotFitIsApartAndThePrimaryAlwaysFits()
    {
        // More than fit come together only by sync: here they are written past the command that counts.
        GalleryStore store;
        store.add(u"a"_s);
        QVERIFY(store.edit([&store](EditTransaction& transaction) -> Expected<void> {
            for (int i = 0; i < 54; ++i)
                FC_TRY(transaction.insert(Table::Photos, Uuid::create(),
                                          {{u"vehicle_id"_s, store.vehicle.toBytes()},
                                           {u"position"_s, u"zz%1"_s.arg(i, 3, 10, QChar(u'0'))},
                                           {u"file_name"_s, QString::number(i)}}));
            return {};
        }));
        Gallery gallery = store.gallery();
        QCOMPARE(gallery.photos.size(), 55u);
        QCOMPARE(gallery.overflow().size(), 5u);
        QCOMPARE(gallery.overflow().front().fileName, u"49"_s);
        QCOMPARE(gallery.freeSlots(), 0);

        const PhotoId last = gallery.overflow().back().id;
        QVERIFY(store.journal().run(MakePrimary{last}).result());
        gallery = store.gallery();
        QCOMPARE(gallery.primary()->id, last);
        QCOMPARE(gallery.indexOf(last), 49);
        QCOMPARE(gallery.overflow().front().fileName, u"48"_s);

        QVERIFY(store.journal().run(RemovePhotos{{gallery.photos[3].id}}).result());
        QCOMPARE(store.gallery().overflow().size(), 4u);
        const PhotoId waiting = store.gallery().overflow().front().id;
        QVERIFY(store.journal().run(MovePhotos{store.vehicle, {waiting}, store.gallery().photos[0].id}).result());
        QCOMPARE(store.gallery().indexOf(waiting), 0);
        QCOMPARE(store.gallery().overflow().size(), 4u);
    }

    void findsBlurAndCopiesInTheGallery()
    {
        KeptGallery gallery(2);
        const auto check = gallery.store()
                               .read([&gallery](Connection& c) {
                                   return checkGallery(c, BlobStore(gallery.store().blobDirectory()), gallery.vehicle);
                               })
                               .result();
        QVERIFY(check);
        QVERIFY2(check->measured.isEmpty(), "imports are measured already");
        QCOMPARE(check->photos.size(), 2u);
        QVERIFY(check->photos[0].hints.testFlag(QualityHint::TooSmall));
        QCOMPARE(check->photos[0].nearDuplicates, std::vector{gallery.photo(1).id});
        QVERIFY(check->photos[0].elsewhere.empty());

        // As on another computer, which has only the files; and on another vehicle.
        const VehicleId second = VehicleId::create();
        QVERIFY(gallery.edit([&](EditTransaction& transaction) -> Expected<void> {
            FC_TRY(transaction.insert(Table::Vehicles, second.uuid(), {{u"stock_number"_s, u"B2"_s}}));
            return transaction.update(Table::Photos, gallery.photo(1).id.uuid(), {{u"vehicle_id"_s, second.toBytes()}});
        }));
        QVERIFY(gallery.store().write([](Connection& c) { return c.script(u"DELETE FROM photo_quality"_s); }).result());
        const auto look = [&](VehicleId vehicle) {
            const auto checked = gallery.store()
                                     .write([&](Connection& c) -> Expected<GalleryCheck> {
                                         auto found =
                                             checkGallery(c, BlobStore(gallery.store().blobDirectory()), vehicle);
                                         if (found)
                                             FC_TRY(noteQualities(c, found->measured));
                                         return found;
                                     })
                                     .result();
            return checked ? *checked : GalleryCheck{};
        };
        QCOMPARE(look(second).measured.size(), 1);
        const GalleryCheck again = look(gallery.vehicle);
        QCOMPARE(again.photos.size(), 1u);
        QVERIFY(fingerprintDistance(again.photos[0].quality->fingerprint, check->photos[0].quality->fingerprint) <= 2);
        QCOMPARE(again.photos[0].elsewhere.size(), 1u);
        QCOMPARE(again.photos[0].elsewhere[0].vehicle, second);
        QVERIFY(look(gallery.vehicle).measured.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRenditionKeeper)
#include "tst_renditionkeeper.moc"
