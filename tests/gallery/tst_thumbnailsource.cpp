// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/thumbnailsource.h"
#include "models/outbox/synccontrol.h"
#include "tests/support/photofiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// Sync that only remembers which files were asked for.
class AskedSync final : public SyncControl {
public:
    SyncStatus status() const override { return {}; }
    void setWorkOffline(bool) override {}
    void tryNow() override {}
    QFuture<Expected<void>> signIn(const QUrl&, const QString&, const QString&, const QString&, const QString&) override
    {
        return {};
    }
    void signOut() override {}
    void wantBlob(const QByteArray& sha) override { wanted.append(sha); }

    QByteArrayList wanted;
};

}  // namespace

class TestThumbnailSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesElsewhereAndSaysWhenItIsReady()
    {
        QTemporaryDir folder;
        const BlobStore blobs(folder.path());
        const QByteArray sha = *blobs.put(encoded(quarters(1024, 768), "jpeg"));
        ThumbnailSource source(blobs);
        QSignalSpy ready(&source, &ThumbnailSource::ready);
        QVERIFY(source.request(sha, {120, 90}).isNull());
        QCOMPARE(source.state(sha), ThumbnailSource::State::Loading);
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(ready[0][0].toByteArray(), sha);
        const QImage image = source.request(sha, {120, 90});
        QCOMPARE(layOf(image), "rgbw");
        QVERIFY(image.width() >= 120 && image.height() >= 90 && image.width() < 200);
        QCOMPARE(source.state(sha), ThumbnailSource::State::Ready);
        QCOMPARE(source.request(sha, {121, 91}).cacheKey(), image.cacheKey());
    }

    void anotherSizeStandsInWhileTheRightOneLoads()
    {
        QTemporaryDir folder;
        const BlobStore blobs(folder.path());
        const QByteArray sha = *blobs.put(encoded(quarters(1024, 768), "jpeg"));
        ThumbnailSource source(blobs);
        QSignalSpy ready(&source, &ThumbnailSource::ready);
        source.request(sha, {100, 75});
        QTRY_COMPARE(ready.count(), 1);
        QVERIFY(source.request(sha, {}).width() < 1024);
        QTRY_COMPARE(source.request(sha, {}).size(), QSize(1024, 768));
    }

    void neverEnlarges()
    {
        QTemporaryDir folder;
        const BlobStore blobs(folder.path());
        const QByteArray sha = *blobs.put(encoded(quarters(64, 48), "jpeg"));
        ThumbnailSource source(blobs);
        source.request(sha, {500, 500});
        QTRY_COMPARE(source.request(sha, {500, 500}).size(), QSize(64, 48));
    }

    void memoryIsBounded()
    {
        QTemporaryDir folder;
        const BlobStore blobs(folder.path());
        ThumbnailSource source(blobs, 3 * 200 * 100 * 4);
        QByteArrayList shas;
        for (int i = 0; i < 6; ++i) {
            shas.append(*blobs.put(encoded(quarters(200, 100 - i), "jpeg")));
            source.request(shas.last(), {});
            QTRY_VERIFY(!source.request(shas.last(), {}).isNull());
        }
        QVERIFY(source.request(shas.first(), {}).isNull());
        QVERIFY(!source.request(shas.last(), {}).isNull());
    }

    void asksForAFileThatIsNotHereAndShowsItWhenItArrives()
    {
        QTemporaryDir folder;
        const BlobStore blobs(folder.path());
        const QByteArray file = encoded(quarters(), "jpeg");
        const QByteArray sha = *BlobStore(folder.filePath(u"elsewhere"_s)).put(file);
        AskedSync sync;
        ThumbnailSource source(blobs);
        source.setSyncControl(&sync);
        QSignalSpy ready(&source, &ThumbnailSource::ready);
        source.request(sha, {50, 50});
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(source.state(sha), ThumbnailSource::State::NotHere);
        QCOMPARE(sync.wanted, QByteArrayList{sha});
        QVERIFY(source.request(sha, {50, 50}).isNull());

        QVERIFY(blobs.put(file));
        Q_EMIT sync.blobArrived(sha);
        QCOMPARE(ready.count(), 2);
        QTRY_VERIFY(!source.request(sha, {50, 50}).isNull());
    }

    void aBrokenFileIsToldApartFromAMissingOne()
    {
        QTemporaryDir folder;
        const BlobStore blobs(folder.path());
        const QByteArray sha = *blobs.put("no picture at all");
        ThumbnailSource source(blobs);
        source.request(sha, {50, 50});
        QTRY_COMPARE(source.state(sha), ThumbnailSource::State::Broken);
    }
};

QTEST_GUILESS_MAIN(TestThumbnailSource)
#include "tst_thumbnailsource.moc"
