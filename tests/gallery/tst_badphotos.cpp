// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/errortext.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photoimporter.h"
#include "tests/gallery/badphotos.h"
#include "tests/support/gallerystore.h"
#include "tests/support/photofiles.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int ImportTimeout = 300'000;

}  // namespace

/// Odd and hostile files through the real import: helper processes, store and all.
class TestBadPhotos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The helpers start before this program holds all those files: a process counts its memory from the size of the
        // one that started it.
        m_pool = std::make_unique<ImageWorkerPool>();
        QTemporaryDir folder;
        QVERIFY(m_pool->render(writeFile(folder.filePath(u"a.jpg"_s), encoded(quarters(), "jpeg"))).result());
        QVERIFY(m_pool->render(folder.filePath(u"a.jpg"_s)).result());
    }

    void importedRightOrRefusedWithAReason_data()
    {
        QTest::addColumn<std::vector<BadPhoto>>("photos");
        int count = 0;
        const auto add = [&count](const char* name, const std::vector<BadPhoto>& photos) {
            // No gallery takes more at once.
            for (size_t from = 0; from < photos.size(); from += Gallery::MaxPhotos) {
                const auto begin = photos.begin() + static_cast<std::ptrdiff_t>(from);
                const auto length = std::min<size_t>(Gallery::MaxPhotos, photos.size() - from);
                QTest::addRow("%s, from %zu", name, from)
                    << std::vector<BadPhoto>(begin, begin + static_cast<std::ptrdiff_t>(length));
            }
            count += static_cast<int>(photos.size());
        };
        add("JPEG", badJpegs());
        add("PNG", badPngs());
        add("other pictures", badOtherPictures());
        add("no pictures", noPictures());
        add("flipped bits", flippedPictures());
        qInfo("%d files", count);
        QVERIFY(count >= 150);
    }

    void importedRightOrRefusedWithAReason()
    {
        QFETCH(std::vector<BadPhoto>, photos);
        GalleryStore store;
        QTemporaryDir folder;
        QStringList files;
        for (const BadPhoto& photo : photos)
            files += writeFile(folder.filePath(photo.name), photo.bytes);
        PhotoImporter importer(store.journal(), *m_pool, store.vehicle);
        std::optional<PhotoImporter::Outcome> outcome;
        connect(&importer, &PhotoImporter::finished, this,
                [&outcome](const PhotoImporter::Outcome& result) { outcome = result; });
        importer.start(files);
        QVERIFY(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, ImportTimeout));
        QVERIFY(!outcome->error);
        QCOMPARE(importer.items().size(), photos.size());
        const Gallery gallery = store.gallery();
        const BlobStore blobs(store.store().blobDirectory());
        size_t imported = 0;
        QStringList wrong;
        for (size_t i = 0; i < photos.size(); ++i) {
            const BadPhoto& photo = photos[i];
            const ImportItem& item = importer.items()[i];
            const auto complain = [&](const QString& what) { wrong += photo.name + u": "_s + what; };
            if (item.state == ImportItem::State::Failed) {
                const ErrorCode code = item.error->code;
                if (photo.outcome == BadPhoto::Outcome::Shown)
                    complain(u"refused: "_s + ErrorText::full(*item.error) + item.error->detail);
                // Time and memory ran out, or a decoder broke: it costs one file only, but none here should need it.
                if (code == ErrorCode::PhotoDecoderCrashed || code == ErrorCode::PhotoDecoderTimeout)
                    complain(ErrorText::full(*item.error));
                if (!ErrorText::full(*item.error).contains(photo.name))
                    complain(u"no reason"_s);
                continue;
            }
            const Photo& stored = gallery.photos.at(imported++);
            if (stored.fileName != photo.name)
                complain(u"another photo in its place: "_s + stored.fileName);
            if (photo.outcome == BadPhoto::Outcome::Refused)
                complain(u"imported"_s);
            if (!photo.size.isEmpty() && QSize(stored.width, stored.height) != photo.size)
                complain(u"%1 × %2"_s.arg(stored.width).arg(stored.height));
            for (const auto& [sha, longest] : {std::pair{stored.thumbSha, 256}, std::pair{stored.mediumSha, 1024},
                                               std::pair{stored.largeSha, 2048}}) {
                const QImage image(blobs.path(sha), "jpeg");
                if (image.isNull() || std::max(image.width(), image.height()) > longest)
                    complain(u"no rendition of %1"_s.arg(longest));
                else if (!photo.lay.isEmpty() && layOf(image) != photo.lay)
                    complain(u"looks like %1"_s.arg(QString::fromLatin1(layOf(image))));
            }
        }
        QCOMPARE(gallery.photos.size(), imported);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    }

#ifdef Q_OS_UNIX
    void filesThatAreNone()
    {
        GalleryStore store;
        QTemporaryDir folder;
        const auto path = [&folder](const QString& name) { return folder.filePath(name); };
        QVERIFY(QDir(folder.path()).mkdir(u"folder.jpg"_s));
        QCOMPARE(mkfifo(qPrintable(path(u"pipe.jpg"_s)), 0600), 0);
        QCOMPARE(symlink("/no/such/photo.jpg", qPrintable(path(u"nowhere.jpg"_s))), 0);
        QCOMPARE(symlink("circle.jpg", qPrintable(path(u"circle.jpg"_s))), 0);
        QCOMPARE(symlink("/dev/zero", qPrintable(path(u"endless.jpg"_s))), 0);
        QStringList files{path(u"folder.jpg"_s), path(u"pipe.jpg"_s), path(u"nowhere.jpg"_s), path(u"circle.jpg"_s),
                          path(u"endless.jpg"_s)};
        files += writeFile(path(u"secret.jpg"_s), encoded(quarters(), "jpeg"));
        QVERIFY(QFile::setPermissions(files.last(), {}));
        const bool mayReadAll = QFile(files.last()).open(QIODevice::ReadOnly);
        PhotoImporter importer(store.journal(), *m_pool, store.vehicle);
        std::optional<PhotoImporter::Outcome> outcome;
        connect(&importer, &PhotoImporter::finished, this,
                [&outcome](const PhotoImporter::Outcome& result) { outcome = result; });
        importer.start(files);
        QVERIFY(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, ImportTimeout));
        QVERIFY(!outcome->error);
        // An administrator reads what nobody may.
        QCOMPARE(store.gallery().photos.size(), mayReadAll ? 1u : 0u);
        for (const ImportItem& item : importer.items()) {
            if (item.error)
                QCOMPARE(item.error->code, ErrorCode::FileUnreadable);
        }
    }

    void aFileThatVanishesMeanwhile()
    {
        GalleryStore store;
        QTemporaryDir folder;
        QStringList files;
        for (int i = 0; i < 12; ++i)
            files += writeFile(folder.filePath(u"%1.jpg"_s.arg(i, 2, 10, QChar(u'0'))),
                               encoded(quarters(96, 64 + i), "jpeg"));
        PhotoImporter importer(store.journal(), *m_pool, store.vehicle);
        std::optional<PhotoImporter::Outcome> outcome;
        connect(&importer, &PhotoImporter::finished, this,
                [&outcome](const PhotoImporter::Outcome& result) { outcome = result; });
        connect(&importer, &PhotoImporter::phaseChanged, this, [&](PhotoImporter::Phase phase) {
            // All are listed; the last ones are not read yet.
            if (phase == PhotoImporter::Phase::Reading)
                QVERIFY(QFile::remove(files.last()));
        });
        importer.start(files);
        QVERIFY(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, ImportTimeout));
        QVERIFY(!outcome->error);
        QCOMPARE(outcome->added.size(), 11u);
        QCOMPARE(importer.items().back().error->code, ErrorCode::FileUnreadable);
    }

    void aFullDiskEndsTheImportAndLeavesNothing()
    {
        GalleryStore store;
        store.add(u"a"_s);
        QTemporaryDir folder;
        // No file of this program may grow beyond this: what a full disk is to it. The store itself is smaller.
        QImage noise(1200, 900, QImage::Format_RGB32);
        QRandomGenerator random(4711);
        for (int y = 0; y < noise.height(); ++y)
            random.fillRange(reinterpret_cast<quint32*>(noise.scanLine(y)), noise.width());
        const QStringList files{writeFile(folder.filePath(u"a.png"_s), encoded(noise, "png"))};
        QVERIFY(QFileInfo(files[0]).size() > 2'000'000);
        signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 1'000'000;
        PhotoImporter importer(store.journal(), *m_pool, store.vehicle);
        std::optional<PhotoImporter::Outcome> outcome;
        connect(&importer, &PhotoImporter::finished, this,
                [&outcome](const PhotoImporter::Outcome& result) { outcome = result; });
        importer.start(files);
        setrlimit(RLIMIT_FSIZE, &small);
        const bool ended = QTest::qWaitFor([&outcome] { return outcome.has_value(); }, ImportTimeout);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(ended);
        QCOMPARE(outcome->added.size(), 0u);
        QVERIFY(importer.items()[0].error || outcome->error);
        const Error error = importer.items()[0].error ? *importer.items()[0].error : *outcome->error;
        QVERIFY2(error.code == ErrorCode::DiskFull || error.code == ErrorCode::FileUnwritable,
                 qPrintable(ErrorText::full(error)));
        QCOMPARE(store.order(), u"a"_s);
    }

    void noHelperGrowsBeyondItsBounds()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("The sanitizer's own memory counts too");
#else
        m_pool.reset();
        rusage used{};
        QCOMPARE(getrusage(RUSAGE_CHILDREN, &used), 0);
        qInfo("largest helper: %ld MiB", used.ru_maxrss / 1024);
        QVERIFY(used.ru_maxrss / 1024 <= 512);
#endif
    }
#endif

private:
    std::unique_ptr<ImageWorkerPool> m_pool;
};

QTEST_GUILESS_MAIN(TestBadPhotos)
#include "tst_badphotos.moc"
