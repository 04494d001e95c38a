// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"
#include "sync/protocol/capturefile.h"
#include "sync/protocol/codec.h"
#include "tests/support/workstation.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

QString orderCapture()
{
    static const QTemporaryDir directory;
    return directory.filePath(u"capture"_s);
}

/// A photo, or a video, with a file of each size.
struct OrderPhoto {
    QByteArray thumb, medium, large, original;

    QByteArrayList all() const { return {thumb, medium, large, original}; }
};

}  // namespace

/// In which order files travel, and which of them wait, between real workstations and a real server: what passed is
/// read from the capture of the conversation.
class TestTransferOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.addUser(u"awa"_s);
        m_server.start();
    }

    void init()
    {
        m_first = std::make_unique<Workstation>();
        m_second = std::make_unique<Workstation>();
        QVERIFY(m_first->signIn(m_server, u"awa"_s));
        QVERIFY(m_second->signIn(m_server, u"awa"_s));
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QFile capture(orderCapture());
        m_read = capture.exists() ? capture.size() : 0;
    }

    void cleanup()
    {
        m_first.reset();
        m_second.reset();
    }

    void uploadsGoBySizeAndTheNewestFirst()
    {
        m_first->sync().setPaused(SyncControl::Transfer::Sending, true);
        QTRY_VERIFY(m_first->sync().status().sending.paused);
        const OrderPhoto video = add(*m_first, true);
        const OrderPhoto old = add(*m_first);
        const OrderPhoto newest = add(*m_first);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(sent<Wire::Offer>().isEmpty());
        m_first->sync().setPaused(SyncControl::Transfer::Sending, false);
        QTRY_COMPARE(m_first->journal().counts().result()->blobsToSend, 0);
        const QByteArrayList expected{newest.thumb, old.thumb,       video.thumb,  newest.medium,
                                      old.medium,   video.medium,    newest.large, old.large,
                                      video.large,  newest.original, old.original, video.original};
        QCOMPARE(sent<Wire::Offer>(), expected);
    }

    void downloadsAreThumbnailsThenMediumAndNoMoreUnasked()
    {
        m_second->sync().setPaused(SyncControl::Transfer::Fetching, true);
        QTRY_VERIFY(m_second->sync().status().fetching.paused);
        std::vector<OrderPhoto> photos;
        for (int i = 0; i < 3; ++i)
            photos.push_back(add(*m_first));
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle());
        QVERIFY(sent<Wire::Get>().isEmpty());
        m_second->sync().setPaused(SyncControl::Transfer::Fetching, false);
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QTRY_COMPARE(m_second->journal().counts().result()->blobsToFetch, 0);
        const QByteArrayList got = sent<Wire::Get>();
        QCOMPARE(got.size(), 6);
        for (const OrderPhoto& photo : photos) {
            QVERIFY(got.first(3).contains(photo.thumb));
            QVERIFY(got.last(3).contains(photo.medium));
            QVERIFY(!has(*m_second, photo.large) && !has(*m_second, photo.original));
        }
        // Whoever looks at one gets it.
        m_second->sync().wantBlob(photos[1].large);
        QTRY_VERIFY(has(*m_second, photos[1].large));
        m_second->sync().wantBlob(photos[1].original);
        QTRY_VERIFY(has(*m_second, photos[1].original));
        QCOMPARE(sent<Wire::Get>().size(), 8);
    }

    void whatSomebodyWantsComesBeforeEverything()
    {
        m_second->sync().setPaused(SyncControl::Transfer::Fetching, true);
        QTRY_VERIFY(m_second->sync().status().fetching.paused);
        OrderPhoto last;
        for (int i = 0; i < 20; ++i)
            last = add(*m_first);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle());
        m_second->sync().wantBlob(last.large);
        m_second->sync().setPaused(SyncControl::Transfer::Fetching, false);
        QTRY_VERIFY(has(*m_second, last.large));
        QCOMPARE(sent<Wire::Get>().value(0), last.large);
    }

    void aWishOutlivesACut()
    {
        const OrderPhoto photo = add(*m_first);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        m_second->sync().setWorkOffline(true);
        QTRY_COMPARE(m_second->sync().status().link, SyncStatus::Link::WorkOffline);
        m_second->sync().wantBlob(photo.large);
        m_second->sync().setWorkOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(has(*m_second, photo.large), 20'000);
    }

    void anUndoBringsBackAFileThatTheServerHasRemoved()
    {
        const Uuid id = Uuid::create();
        const OrderPhoto photo = add(*m_first, false, id);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        const auto removed = m_first->edit([&](EditTransaction& edit) { return edit.remove(Table::Photos, id); });
        QVERIFY(removed);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        // As after sixty days.
        const BlobStore server(m_server.dataDirectory() + u"/blobs"_s);
        for (const QByteArray& sha : photo.all())
            QVERIFY(QFile::remove(server.path(sha)));
        QVERIFY(m_first->journal().revert(removed->undo).result());
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        for (const QByteArray& sha : photo.all())
            QVERIFY(server.has(sha));
    }

    void originalsWaitWhereThePersonSaysSo()
    {
        m_first->sync().setOriginalsPolicy(OriginalsPolicy::OnRequest);
        QTRY_COMPARE(m_first->sync().status().originals.hold, OriginalsStatus::Hold::OnRequest);
        const OrderPhoto photo = add(*m_first);
        const OrderPhoto video = add(*m_first, true);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QTRY_COMPARE(m_first->sync().status().originals.waiting, 2);
        QCOMPARE(m_first->sync().status().originals.bytes,
                 fileOf(*m_first, photo.original).size() + fileOf(*m_first, video.original).size());
        QCOMPARE(sent<Wire::Offer>().size(), 6);
        // Remembered by this computer.
        m_first->restart();
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QTRY_COMPARE(m_first->sync().status().originals.policy, OriginalsPolicy::OnRequest);
        QTRY_COMPARE(m_first->journal().counts().result()->blobsToSend, 2);
        m_first->sync().sendOriginalsNow();
        QTRY_COMPARE(m_first->journal().counts().result()->blobsToSend, 0);
        QVERIFY(sent<Wire::Offer>().last(2).contains(video.original));
        QTRY_COMPARE(m_first->sync().status().originals.waiting, 0);
        // That was for those: the next ones wait again.
        QTRY_COMPARE(m_first->sync().status().originals.hold, OriginalsStatus::Hold::OnRequest);
        add(*m_first);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QCOMPARE(m_first->journal().counts().result()->blobsToSend, 1);
        m_first->sync().setOriginalsPolicy(OriginalsPolicy::Always);
        QTRY_COMPARE(m_first->journal().counts().result()->blobsToSend, 0);
    }

    void originalsWaitWhileTheConnectionIsMetered()
    {
        m_first->sync().setMetered(true);
        QTRY_COMPARE(m_first->sync().status().originals.hold, OriginalsStatus::Hold::Metered);
        const OrderPhoto photo = add(*m_first);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QCOMPARE(m_first->journal().counts().result()->blobsToSend, 1);
        QVERIFY(!sent<Wire::Offer>().contains(photo.original));
        // Another workstation wants it: it comes as soon as it is there.
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        m_second->sync().wantBlob(photo.original);
        m_first->sync().setMetered(false);
        QTRY_VERIFY(has(*m_second, photo.original));
    }

    void aMeteredConnectionStopsAnOriginalUnderWay()
    {
        const QByteArray content = someBytes(256 * 1024 * 1024);
        const QByteArray sha = *BlobStore(m_first->store().blobDirectory()).put(content);
        QVERIFY(m_first->edit([&](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Photos, Uuid::create(), {{u"original_sha"_s, sha}}));
            return noteBlobHere(edit.connection(), sha, content.size(), BlobPriority::Original, edit.now());
        }));
        bool underWay = false;
        const auto told = connect(&m_first->sync(), &SyncControl::statusChanged, this, [&] {
            if (m_first->sync().status().sending.bytesDone > 0 && !std::exchange(underWay, true))
                m_first->sync().setMetered(true);
        });
        QTRY_VERIFY_WITH_TIMEOUT(underWay, 60'000);
        disconnect(told);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QCOMPARE(m_first->journal().counts().result()->blobsToSend, 1);
        m_first->sync().setMetered(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_first->journal().counts().result()->blobsToSend, 0, 60'000);
    }

private:
    QByteArray someBytes(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        m_random.fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
        return bytes;
    }
    OrderPhoto add(Workstation& on, bool isVideo = false, Uuid id = Uuid::create())
    {
        const BlobStore files(on.store().blobDirectory());
        OrderPhoto photo;
        struct Part {
            QByteArray& sha;
            QString field;
            BlobPriority priority;
            qint64 size;
        };
        const std::array parts{
            Part{photo.thumb, u"thumb_sha"_s, BlobPriority::Thumbnail, 4'000},
            Part{photo.medium, u"medium_sha"_s, BlobPriority::Medium, 40'000},
            Part{photo.large, u"large_sha"_s, BlobPriority::Large, 80'000},
            Part{photo.original, u"original_sha"_s, isVideo ? BlobPriority::Video : BlobPriority::Original, 160'000},
        };
        for (const Part& part : parts)
            part.sha = *files.put(someBytes(part.size));
        on.clock.advance(1000);
        const auto added = on.edit([&](EditTransaction& edit) -> Expected<void> {
            Fields values;
            for (const Part& part : parts) {
                values.insert(part.field, part.sha);
                FC_TRY(noteBlobHere(edit.connection(), part.sha, part.size, part.priority, edit.now()));
            }
            return edit.insert(Table::Photos, id, values);
        });
        if (!added)
            qFatal("no photo to begin with");
        return photo;
    }
    static bool has(Workstation& on, const QByteArray& sha) { return BlobStore(on.store().blobDirectory()).has(sha); }
    static QByteArray fileOf(Workstation& on, const QByteArray& sha)
    {
        QFile file(BlobStore(on.store().blobDirectory()).path(sha));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The files of messages of this kind that workstations have sent in this test, each once, in order.
    template <class Message>
    QByteArrayList sent() const
    {
        QFile capture(orderCapture());
        if (!capture.open(QIODevice::ReadOnly))
            return {};
        Wire::CaptureReader reader(capture);
        QByteArrayList files;
        for (;;) {
            const qint64 at = capture.pos();
            const auto captured = reader.next();
            if (!captured || !*captured)
                return files;
            if (at < m_read || (*captured)->from != Wire::Captured::From::Workstation)
                continue;
            const auto message = Wire::decodeClientMessage((*captured)->bytes);
            const auto* one = message ? std::get_if<Message>(&*message) : nullptr;
            if (one && !files.contains(one->sha))
                files.append(one->sha);
        }
    }

    QRandomGenerator m_random{7};
    ServerProcess m_server;
    std::unique_ptr<Workstation> m_first;
    std::unique_ptr<Workstation> m_second;
    qint64 m_read = 0;
};

int main(int argc, char** argv)
{
    qputenv("FORECOURT_CAPTURE", QFile::encodeName(orderCapture()));
    QCoreApplication app(argc, argv);
    TestTransferOrder test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_transferorder.moc"
