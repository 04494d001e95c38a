// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"
#include "tests/support/workstation.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    auto* words = reinterpret_cast<quint32*>(bytes.data());
    QRandomGenerator::global()->fillRange(words, size / 4);
    return bytes;
}

QByteArray fileOf(Workstation& on, const QByteArray& sha)
{
    QFile file(BlobStore(on.store().blobDirectory()).path(sha));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A photo row that names the file; the file itself lies in the store only with `here`.
Expected<EditOutcome> addPhoto(Workstation& on, const QByteArray& sha, qint64 size, const QString& field, bool here)
{
    return on.edit([=](EditTransaction& edit) -> Expected<void> {
        FC_TRY(edit.insert(Table::Photos, Uuid::create(), {{field, sha}}));
        return here ? noteBlobHere(edit.connection(), sha, size, BlobPriority::Thumbnail, edit.now())
                    : Expected<void>();
    });
}

}  // namespace

/// Files travel after the rows that name them, whole or not at all.
class TestBlobTransfer : public QObject {
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
    }

    void cleanup()
    {
        m_first.reset();
        m_second.reset();
    }

    // First, as it counts: files of the other tests stay on the server.
    void filesOfEverySizeArrive()
    {
        std::vector<QByteArray> contents{"x"};
        for (const qsizetype size : {12'000, 262'144, 262'148, 524'288, 3'000'000})
            contents.push_back(someBytes(size));
        std::vector<QByteArray> hashes;
        for (const QByteArray& content : contents)
            hashes.push_back(add(*m_first, content));
        QSignalSpy arrived(&m_second->sync(), &SyncControl::blobArrived);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QCOMPARE(m_first->journal().counts().result()->blobsToSend, 0);
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QTRY_COMPARE(arrived.size(), qsizetype(hashes.size()));
        for (size_t i = 0; i < hashes.size(); ++i)
            QCOMPARE(fileOf(*m_second, hashes[i]), contents[i]);
        QCOMPARE(m_second->journal().counts().result()->blobsToFetch, 0);
        QCOMPARE(
            m_second->scalar(u"SELECT count(*) FROM blobs WHERE here = 1 AND on_server = 1 AND size > 0"_s).toInt(),
            int(hashes.size()));
    }

    void aPauseHoldsFilesButNotRowsAndIsRemembered()
    {
        using Transfer = SyncControl::Transfer;
        QVERIFY(m_first->settle());
        m_first->sync().setPaused(Transfer::Sending, true);
        QTRY_VERIFY(m_first->sync().status().sending.paused);
        add(*m_first, someBytes(600'000));
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QCOMPARE(m_first->journal().counts().result()->waiting, 0);
        QCOMPARE(m_first->journal().counts().result()->blobsToSend, 1);
        m_first->restart();
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QTRY_VERIFY(m_first->sync().status().sending.paused);
        QCOMPARE(m_first->journal().counts().result()->blobsToSend, 1);
        m_first->sync().setPaused(Transfer::Sending, false);
        QTRY_COMPARE(m_first->journal().counts().result()->blobsToSend, 0);

        m_second->sync().setPaused(Transfer::Fetching, true);
        QTRY_VERIFY(m_second->sync().status().fetching.paused);
        const QByteArray content = someBytes(300'000);
        add(*m_first, content);
        QVERIFY(m_first->settle(SyncClient::Files::Include) && m_second->settle());
        QVERIFY(m_second->journal().counts().result()->blobsToFetch > 0);
        m_second->sync().setPaused(Transfer::Fetching, false);
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QCOMPARE(m_second->journal().counts().result()->blobsToFetch, 0);
    }

    void manySmallFilesArrive()
    {
        constexpr int Count = 100;
        for (int i = 0; i < Count; ++i)
            add(*m_first, "thumbnail " + QByteArray::number(i) + someBytes(64));
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QVERIFY(m_second->scalar(u"SELECT count(*) FROM blobs WHERE here = 1"_s).toInt() >= Count);
    }

    void anUploadGoesOnAfterTheServerWasKilled()
    {
        const QByteArray content = someBytes(16 * 1024 * 1024);
        const QByteArray sha = add(*m_first, content);
        const QString incoming = m_server.dataDirectory() + u"/blobs/incoming/"_s + QString::fromLatin1(sha.toHex());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(incoming + u".have"_s), 30'000);
        m_server.kill();
        m_server.start();
        m_first->sync().tryNow();
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QCOMPARE(fileOf(*m_second, sha), content);
    }

    void aDownloadGoesOnAfterTheProgramEnded()
    {
        const QByteArray content = someBytes(16 * 1024 * 1024);
        m_second->sync().setWorkOffline(true);
        const QByteArray sha = add(*m_first, content);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        m_second->sync().setWorkOffline(false);
        const QString partial = m_second->store().blobDirectory() + u"/incoming/"_s + QString::fromLatin1(sha.toHex());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(partial).size() > 1'000'000 || !fileOf(*m_second, sha).isEmpty(), 30'000);
        m_second->restart();
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QCOMPARE(fileOf(*m_second, sha), content);
        QVERIFY(!QFileInfo::exists(partial));
    }

    void aFileThatComesLaterIsFetchedThen()
    {
        const QByteArray content = someBytes(40'000);
        const auto put = BlobStore(m_first->store().blobDirectory()).put(content);
        QVERIFY(put);
        // The row is there long before the file.
        QVERIFY(addPhoto(*m_first, *put, content.size(), u"thumb_sha"_s, false));
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QCOMPARE(m_second->journal().counts().result()->blobsToFetch, 1);
        QVERIFY(addPhoto(*m_first, *put, content.size(), u"thumb_sha"_s, true));
        QTRY_COMPARE_WITH_TIMEOUT(fileOf(*m_second, *put), content, 20'000);
    }

    void aFileThatIsFoundHereIsOffered()
    {
        using Transfer = SyncControl::Transfer;
        QVERIFY(m_second->settle());
        m_second->sync().setPaused(Transfer::Sending, true);
        QTRY_VERIFY(m_second->sync().status().sending.paused);
        const QByteArray content = someBytes(30'000);
        const QByteArray sha = add(*m_second, content);
        QVERIFY(QFile::remove(BlobStore(m_second->store().blobDirectory()).path(sha)));
        m_second->sync().setPaused(Transfer::Sending, false);
        QTRY_COMPARE(m_second->journal().counts().result()->blobsToSend, 0);
        QVERIFY(m_second->journal().counts().result()->blobsToFetch > 0);
        // Whoever took it away brings it back. The server has never seen it.
        QVERIFY(BlobStore(m_second->store().blobDirectory()).put(content));
        m_second->restart();
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QTRY_COMPARE_WITH_TIMEOUT(fileOf(*m_first, sha), content, 30'000);
    }

    void aDamagedFileIsNotSentAndComesBackFromTheServer()
    {
        const QByteArray content = someBytes(50'000);
        const QByteArray sha = add(*m_first, content);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        // Another workstation makes the same picture, and its disk fails.
        m_second->sync().setWorkOffline(true);
        const QByteArray other = someBytes(60'000);
        const QByteArray otherSha = add(*m_second, other);
        QFile file(BlobStore(m_second->store().blobDirectory()).path(otherSha));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("damage");
        file.close();
        m_second->sync().setWorkOffline(false);
        QVERIFY(m_second->settle(SyncClient::Files::Include));
        QCOMPARE(m_second->scalar(u"SELECT on_server FROM blobs WHERE sha = ?"_s, {otherSha}).toInt(), 0);
        QCOMPARE(fileOf(*m_second, sha), content);
    }

    // Last, as the server does not know these people's devices and files any more.
    void aFileThatARestoredBackupDoesNotKnowIsSentAgain()
    {
        QVERIFY(m_first->settle(SyncClient::Files::Include) && m_second->settle(SyncClient::Files::Include));
        const QTemporaryDir folder;
        m_server.backup(folder.filePath(u"backup"_s));
        m_second->sync().setWorkOffline(true);
        const QByteArray content = someBytes(70'000);
        const QByteArray sha = add(*m_first, content);
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        QTRY_COMPARE(m_first->journal().counts().result()->blobsToSend, 0);

        m_server.stop();
        m_server.restore(folder.filePath(u"backup"_s));
        m_server.start();
        m_first->sync().tryNow();
        QVERIFY(m_first->settle(SyncClient::Files::Include));
        m_second->sync().setWorkOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(fileOf(*m_second, sha), content, 30'000);
    }

private:
    static QByteArray add(Workstation& on, const QByteArray& content)
    {
        const auto sha = BlobStore(on.store().blobDirectory()).put(content);
        if (!sha || !addPhoto(on, *sha, content.size(), u"medium_sha"_s, true))
            qFatal("no file to begin with");
        return *sha;
    }

    ServerProcess m_server;
    std::unique_ptr<Workstation> m_first;
    std::unique_ptr<Workstation> m_second;
};

QTEST_GUILESS_MAIN(TestBlobTransfer)
#include "tst_blobtransfer.moc"
