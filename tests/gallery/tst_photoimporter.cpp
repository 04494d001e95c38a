// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photoimporter.h"
#include "models/gallery/photolimits.h"
#include "tests/support/gallerystore.h"
#include "tests/support/photofiles.h"
#include "tests/support/videofiles.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <set>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// One import into a GalleryStore, and how it went.
class WatchedImport {
public:
    explicit WatchedImport(GalleryStore& store, ImageWorkerPool& pool) : importer(store.journal(), pool, store.vehicle)
    {
        QObject::connect(&importer, &PhotoImporter::finished, &importer,
                         [this](const PhotoImporter::Outcome& result) { outcome = result; });
    }

    bool finishes()
    {
        return QTest::qWaitFor([this] { return outcome.has_value(); }, 30'000);
    }
    bool asks()
    {
        return QTest::qWaitFor([this] { return importer.phase() == PhotoImporter::Phase::Choosing; }, 30'000);
    }

    ErrorCode codeOf(const QString& name) const
    {
        for (const ImportItem& item : importer.items()) {
            if (item.name == name && item.error)
                return item.error->code;
        }
        return ErrorCode::InvalidInput;
    }

    PhotoImporter importer;
    std::optional<PhotoImporter::Outcome> outcome;
};

int filesIn(const QString& folder)
{
    int count = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        ++count;
    }
    return count;
}

}  // namespace

class TestPhotoImporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsAFolderSortedByName()
    {
        GalleryStore store;
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"b folder/deep"_s);
        for (const QString& name : {u"img10.jpg"_s, u"img2.jpg"_s, u"IMG1.jpg"_s, u"b folder/deep/x.jpg"_s})
            writeFile(folder.filePath(name), encoded(quarters(), "jpeg"));
        writeFile(folder.filePath(u".hidden.jpg"_s), encoded(quarters(), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start({folder.path()});
        QVERIFY(import.finishes());
        QVERIFY(!import.outcome->error);
        QStringList names;
        for (const Photo& photo : store.gallery().photos)
            names += photo.fileName;
        QCOMPARE(names, (QStringList{u"x.jpg"_s, u"IMG1.jpg"_s, u"img2.jpg"_s, u"img10.jpg"_s}));
        QCOMPARE(import.outcome->added.size(), 4u);
        QCOMPARE(store.gallery().photos[0].id, import.outcome->added[0]);
    }

    void keepsTheOriginalUntouchedAndItsRenditionsBesideIt()
    {
        GalleryStore store;
        QTemporaryDir folder;
        const QByteArray original = jpegWithExif(storedFor(quarters(), 6), 6);
        const QString path = writeFile(folder.filePath(u"a.jpg"_s), original);
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start(QStringList{path});
        QVERIFY(import.finishes());
        const Photo photo = store.gallery().photos.at(0);
        const BlobStore blobs(store.store().blobDirectory());
        QFile kept(blobs.path(photo.originalSha));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), original);
        for (const QByteArray& sha : {photo.largeSha, photo.mediumSha, photo.thumbSha})
            QCOMPARE(layOf(QImage(blobs.path(sha), "jpeg")), "rgbw");
        QCOMPARE(QSize(photo.width, photo.height), quarters().size());
        QVERIFY(photo.takenAt);
    }

    void anInterruptedImportIsGoneAtTheNextStart()
    {
        GalleryStore store;
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.jpg"_s), encoded(quarters(), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        int noted = 0;
        QObject::connect(&import.importer, &PhotoImporter::phaseChanged, &import.importer,
                         [&](PhotoImporter::Phase phase) {
                             if (phase == PhotoImporter::Phase::Saving)
                                 noted = store.scalar(u"SELECT count(*) FROM import_files"_s).toInt();
                         });
        import.importer.start({folder.path()});
        QVERIFY(import.finishes());
        QVERIFY2(noted >= 2, "everything that is put beside the store is noted until the photos are saved");
        QCOMPARE(store.scalar(u"SELECT count(*) FROM import_files"_s).toInt(), 0);

        // What a crash would leave: a file that nobody knows, and one that another photo has.
        const BlobStore blobs(store.store().blobDirectory());
        const auto lost = blobs.put("a rendition without a photo");
        QVERIFY(lost);
        const QByteArray kept = store.gallery().photos.at(0).thumbSha;
        QVERIFY(store.store()
                    .write([&](Connection& c) -> Expected<void> {
                        const auto done = c.run(u"INSERT INTO import_files VALUES (?), (?)"_s, {*lost, kept});
                        return done ? Expected<void>() : fail(done.error());
                    })
                    .result());
        QVERIFY(discardInterruptedImports(store.store()).result());
        QVERIFY(!blobs.has(*lost));
        QVERIFY(blobs.has(kept));
        QCOMPARE(store.scalar(u"SELECT count(*) FROM import_files"_s).toInt(), 0);
    }

    void badFilesAreListedAndNeverStopTheOthers()
    {
        GalleryStore store;
        QTemporaryDir folder;
        writeFile(folder.filePath(u"1 good.jpg"_s), encoded(quarters(), "jpeg"));
        writeFile(folder.filePath(u"2 empty.jpg"_s), {});
        writeFile(folder.filePath(u"3 text.jpg"_s), "Hello");
        const QByteArray jpeg = encoded(quarters(), "jpeg");
        writeFile(folder.filePath(u"4 cut.jpg"_s), jpeg.left(jpeg.size() / 2));
        writeFile(folder.filePath(u"5 bomb.png"_s), pngHeader(60'000, 60'000));
        writeFile(folder.filePath(u"6 clip.mov"_s), QByteArray("\0\0\0\x14"
                                                               "ftypqt  \0\0\0\0qt  ",
                                                               20));
        writeFile(folder.filePath(u"7 png named.jpg"_s), encoded(quarters(), "png"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start({folder.path(), folder.filePath(u"8 gone.jpg"_s)});
        QVERIFY(import.finishes());
        QVERIFY(!import.outcome->error);
        QCOMPARE(import.outcome->added.size(), 2u);
        QCOMPARE(import.importer.count(ImportItem::State::Failed), 6);
        QCOMPARE(import.codeOf(u"2 empty.jpg"_s), ErrorCode::FileEmpty);
        QCOMPARE(import.codeOf(u"3 text.jpg"_s), ErrorCode::PhotoNotAnImage);
        QCOMPARE(import.codeOf(u"4 cut.jpg"_s), ErrorCode::PhotoTruncated);
        QCOMPARE(import.codeOf(u"5 bomb.png"_s), ErrorCode::PhotoTooManyPixels);
        QCOMPARE(import.codeOf(u"6 clip.mov"_s), ErrorCode::PhotoTruncated);
        QCOMPARE(import.codeOf(u"8 gone.jpg"_s), ErrorCode::FileUnreadable);
        QCOMPARE(store.gallery().photos.at(1).mime, u"image/png"_s);
    }

    void aFolderMayMixPhotosAndVideos()
    {
        const auto mp4 = videoFile({});
        QVERIFY(mp4);
        GalleryStore store;
        QTemporaryDir folder;
        writeFile(folder.filePath(u"1 walk round.jpg"_s), *mp4);
        writeFile(folder.filePath(u"2 front.jpg"_s), encoded(quarters(), "jpeg"));
        writeFile(folder.filePath(u"3 cut.mp4"_s), mp4->left(mp4->size() / 2));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start({folder.path()});
        QVERIFY(import.finishes());
        QVERIFY(!import.outcome->error);
        QCOMPARE(import.codeOf(u"3 cut.mp4"_s), ErrorCode::PhotoTruncated);
        const Gallery gallery = store.gallery();
        QCOMPARE(gallery.photos.size(), 2u);
        const Photo& video = gallery.photos[0];
        QVERIFY(video.isVideo());
        QCOMPARE(*video.durationMs, 3'000);
        QCOMPARE(import.importer.items()[0].durationMs, video.durationMs);
        QCOMPARE(video.mime, u"video/mp4"_s);
        const BlobStore blobs(store.store().blobDirectory());
        QFile kept(blobs.path(video.originalSha));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), *mp4);
        QCOMPARE(layOf(QImage(blobs.path(video.thumbSha), "jpeg")), "rgbw");
        QVERIFY(!gallery.photos[1].isVideo());
        QVERIFY2(gallery.primary() == &gallery.photos[1], "a photo stands for the vehicle where there is one");
    }

    void aVideoAboveTheLimitIsRefusedBeforeItIsRead()
    {
        const auto mp4 = videoFile({});
        QVERIFY(mp4);
        GalleryStore store;
        QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(u"long.mp4"_s), *mp4);
        if (!QFile::resize(path, PhotoLimits::VideoBytes + 1))
            QSKIP("no sparse files here");
        // A pool without a helper could not read it.
        ImageWorkerPool::Options options;
        options.videoProgram = u"/no/such/program"_s;
        ImageWorkerPool pool(options);
        WatchedImport import(store, pool);
        import.importer.start(QStringList{path});
        QVERIFY(import.finishes());
        QCOMPARE(import.codeOf(u"long.mp4"_s), ErrorCode::FileTooLarge);
        QCOMPARE(filesIn(store.store().blobDirectory()), 0);
    }

    void aFileWithoutPermissionIsUnreadable()
    {
        GalleryStore store;
        QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(u"secret.jpg"_s), encoded(quarters(), "jpeg"));
        QFile::setPermissions(path, {});
        if (QFile file(path); file.open(QIODevice::ReadOnly))
            QSKIP("this person may read everything");
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start(QStringList{path});
        QVERIFY(import.finishes());
        QCOMPARE(import.codeOf(u"secret.jpg"_s), ErrorCode::FileUnreadable);
    }

    void everyFileTellsItsStates()
    {
        GalleryStore store;
        QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(u"a.jpg"_s), encoded(quarters(), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        QList<ImportItem::State> states;
        connect(&import.importer, &PhotoImporter::itemChanged, this,
                [&](int row) { states += import.importer.items()[static_cast<size_t>(row)].state; });
        import.importer.start(QStringList{path});
        QVERIFY(import.finishes());
        QCOMPARE(states, (QList{ImportItem::State::Reading, ImportItem::State::Done}));
        QCOMPARE(import.importer.items()[0].thumbSha, store.gallery().photos.at(0).thumbSha);
        QCOMPARE(import.importer.phase(), PhotoImporter::Phase::Finished);
    }

    void oneUndoTakesTheWholeImportBack()
    {
        GalleryStore store;
        store.add(u"a"_s);
        QTemporaryDir folder;
        for (int i = 0; i < 5; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start(QStringList{folder.path()});
        QVERIFY(import.finishes());
        QCOMPARE(store.gallery().photos.size(), 6u);
        const auto undone = store.journal().revert(import.outcome->undo).result();
        QVERIFY(undone);
        QCOMPARE(store.order(), u"a"_s);
        QVERIFY(store.journal().revert(undone->undo).result());
        QCOMPARE(store.order(), u"a01234"_s);
    }

    void takesAPastedPicture()
    {
        GalleryStore store;
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start(quarters(), u"Pasted.png"_s);
        QVERIFY(import.finishes());
        const Photo photo = store.gallery().photos.at(0);
        QCOMPARE(photo.fileName, u"Pasted.png"_s);
        QCOMPARE(photo.mime, u"image/png"_s);
    }

    void theFiftyFirstIsRefusedWithAChoice()
    {
        GalleryStore store;
        store.add(QString(47, u'x'));
        QTemporaryDir folder;
        for (int i = 1; i <= 5; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(), "jpeg"));
        writeFile(folder.filePath(u"6"_s), "bad files take no place");
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start(QStringList{folder.path()});
        QVERIFY(import.asks());
        QCOMPARE(import.importer.freeSlots(), 3);
        QCOMPARE(import.importer.candidates(), (std::vector<int>{0, 1, 2, 3, 4}));
        import.importer.choose({1, 3, 4});
        QVERIFY(import.finishes());
        QCOMPARE(store.order().last(3), u"245"_s);
        QCOMPARE(store.gallery().photos.size(), 50u);
        QCOMPARE(import.codeOf(u"1"_s), ErrorCode::GalleryFull);
    }

    void placesThatWereTakenMeanwhileAreAskedAboutAgain()
    {
        GalleryStore store;
        store.add(QString(47, u'x'));
        QTemporaryDir folder;
        for (int i = 1; i <= 3; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        connect(&import.importer, &PhotoImporter::phaseChanged, this, [&](PhotoImporter::Phase phase) {
            if (phase == PhotoImporter::Phase::Reading && store.gallery().photos.size() == 47)
                store.add(u"yz"_s);
        });
        import.importer.start(QStringList{folder.path()});
        QVERIFY(import.asks());
        QCOMPARE(import.importer.freeSlots(), 1);
        import.importer.choose({2});
        QVERIFY(import.finishes());
        QCOMPARE(store.order().last(3), u"yz3"_s);
    }

    void cancellingLeavesNothing()
    {
        GalleryStore store;
        QTemporaryDir folder;
        for (int i = 0; i < 20; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(900 + i, 700), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        connect(&import.importer, &PhotoImporter::itemChanged, this, [&] {
            if (import.importer.count(ImportItem::State::Done) == 3)
                import.importer.cancel();
        });
        import.importer.start(QStringList{folder.path()});
        QVERIFY(import.finishes());
        QVERIFY(import.outcome->error);
        QCOMPARE(import.outcome->error->code, ErrorCode::Cancelled);
        QVERIFY(store.gallery().photos.empty());
        QTRY_COMPARE(filesIn(store.store().blobDirectory()), 0);
    }

    void beingDestroyedInTheMiddleLeavesNothing()
    {
        GalleryStore store;
        QTemporaryDir folder;
        for (int i = 0; i < 20; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(900 + i, 700), "jpeg"));
        ImageWorkerPool pool;
        {
            WatchedImport import(store, pool);
            import.importer.start(QStringList{folder.path()});
            QVERIFY(QTest::qWaitFor([&] { return import.importer.count(ImportItem::State::Done) > 1; }, 30'000));
        }
        QTRY_COMPARE(filesIn(store.store().blobDirectory()), 0);
        QVERIFY(store.gallery().photos.empty());
    }

    void filesOfPhotosThatAreInAGalleryStayWhenAnotherImportIsCancelled()
    {
        GalleryStore store;
        QTemporaryDir folder;
        writeFile(folder.filePath(u"1"_s), encoded(quarters(1500, 1100), "jpeg"));
        ImageWorkerPool pool;
        WatchedImport first(store, pool);
        first.importer.start(QStringList{folder.path()});
        QVERIFY(first.finishes());
        const int files = filesIn(store.store().blobDirectory());
        QCOMPARE(files, 4);
        writeFile(folder.filePath(u"2"_s), encoded(quarters(300, 200), "jpeg"));
        {
            WatchedImport second(store, pool);
            connect(&second.importer, &PhotoImporter::itemChanged, this, [&] {
                if (second.importer.count(ImportItem::State::Done) == 1)
                    second.importer.cancel();
            });
            second.importer.start(QStringList{folder.path()});
            QVERIFY(second.finishes());
        }
        QTRY_COMPARE(filesIn(store.store().blobDirectory()), files);
    }

    void nothingToAddIsNoEdit()
    {
        GalleryStore store;
        QTemporaryDir folder;
        ImageWorkerPool pool;
        WatchedImport import(store, pool);
        import.importer.start(QStringList{folder.path()});
        QVERIFY(import.finishes());
        QVERIFY(!import.outcome->error);
        QVERIFY(import.outcome->added.empty());
        QVERIFY(import.outcome->undo.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPhotoImporter)
#include "tst_photoimporter.moc"
