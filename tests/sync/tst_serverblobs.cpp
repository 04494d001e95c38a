// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "sync/protocol/limits.h"
#include "sync/server/blobvault.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Two and a half chunks.
QByteArray blobsPhoto()
{
    QByteArray bytes(Wire::ChunkSize * 2 + Wire::ChunkSize / 2, Qt::Uninitialized);
    QRandomGenerator random(5);
    for (char& byte : bytes)
        byte = static_cast<char>(random.generate());
    return bytes;
}

Wire::Put blobsPut(const QByteArray& bytes, const QByteArray& sha, int chunk)
{
    return {sha, static_cast<std::uint32_t>(chunk), bytes.mid(chunk * Wire::ChunkSize, Wire::ChunkSize)};
}

template <class Message>
Message blobsOne(BlobVault& vault, const Wire::ClientMessage& asked)
{
    const auto answers = vault.handle(asked);
    if (answers.size() != 1 || !std::holds_alternative<Message>(answers.front()))
        qFatal("another answer came");
    return std::get<Message>(answers.front());
}

}  // namespace

class ServerBlobsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAFileInAnyOrderOfChunks()
    {
        const QTemporaryDir directory;
        BlobVault vault(directory.path());
        const QByteArray photo = blobsPhoto();
        const QByteArray sha = sha256(photo);
        QVERIFY(blobsOne<Wire::Have>(vault, Wire::Offer{sha, photo.size()}).chunks == QByteArray(1, '\0'));
        QCOMPARE(blobsOne<Wire::Have>(vault, blobsPut(photo, sha, 2)).chunks, QByteArray(1, '\4'));
        QCOMPARE(blobsOne<Wire::Have>(vault, blobsPut(photo, sha, 0)).chunks, QByteArray(1, '\5'));
        QVERIFY(!vault.has(sha));
        QCOMPARE(blobsOne<Wire::Got>(vault, blobsPut(photo, sha, 1)).sha, sha);
        QVERIFY(vault.has(sha));
        QFile stored(vault.path(sha));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QCOMPARE(stored.readAll(), photo);
        QCOMPARE(blobsOne<Wire::Got>(vault, Wire::Offer{sha, photo.size()}).sha, sha);
    }

    void goesOnWithAnUploadAfterARestart()
    {
        const QTemporaryDir directory;
        const QByteArray photo = blobsPhoto();
        const QByteArray sha = sha256(photo);
        {
            BlobVault vault(directory.path());
            vault.handle(Wire::Offer{sha, photo.size()});
            vault.handle(blobsPut(photo, sha, 1));
        }
        BlobVault vault(directory.path());
        QCOMPARE(blobsOne<Wire::Have>(vault, Wire::Offer{sha, photo.size()}).chunks, QByteArray(1, '\2'));
        vault.handle(blobsPut(photo, sha, 0));
        blobsOne<Wire::Got>(vault, blobsPut(photo, sha, 2));
        QVERIFY(vault.has(sha));
    }

    void uploadsThatNobodyGoesOnWithAreDropped()
    {
        const QTemporaryDir directory;
        const QByteArray photo = blobsPhoto();
        const QByteArray sha = sha256(photo);
        // One that a server left which does not live any more, and one of the server that looks.
        QByteArray others;
        {
            BlobVault first(directory.path());
            BlobVault second(directory.path());
            others = sha256("of the second");
            second.handle(Wire::Offer{others, photo.size()});
            second.handle(Wire::Put{others, 1, photo.first(Wire::ChunkSize)});
        }
        BlobVault vault(directory.path());
        vault.handle(Wire::Offer{sha, photo.size()});
        vault.handle(blobsPut(photo, sha, 1));
        const UtcMs now = QDateTime::currentMSecsSinceEpoch();
        QCOMPARE(vault.dropIncoming(now - 60'000), 0);
        QCOMPARE(blobsOne<Wire::Have>(vault, Wire::Offer{sha, photo.size()}).chunks, QByteArray(1, '\2'));
        {
            // What another living server receives is not touched.
            const BlobVault living(directory.path());
            QCOMPARE(vault.dropIncoming(now + 60'000), 1);
            QVERIFY(QFile::exists(directory.filePath(u"incoming-2/"_s + QString::fromLatin1(others.toHex()))));
        }
        QCOMPARE(vault.dropIncoming(now + 60'000), 1);
        QVERIFY(QDir(directory.filePath(u"incoming-2"_s)).isEmpty());
        QVERIFY(QDir(directory.filePath(u"incoming"_s)).isEmpty());
        QCOMPARE(blobsOne<Wire::Missing>(vault, blobsPut(photo, sha, 0)).code, u"unknown"_s);
        QCOMPARE(blobsOne<Wire::Have>(vault, Wire::Offer{sha, photo.size()}).chunks, QByteArray(1, '\0'));
    }

    void aFileWithAnotherHashIsDropped()
    {
        const QTemporaryDir directory;
        BlobVault vault(directory.path());
        QByteArray photo = blobsPhoto();
        const QByteArray sha = sha256(photo);
        photo[photo.size() - 1] = static_cast<char>(photo.back() ^ 1);
        vault.handle(Wire::Offer{sha, photo.size()});
        vault.handle(blobsPut(photo, sha, 0));
        vault.handle(blobsPut(photo, sha, 1));
        QCOMPARE(blobsOne<Wire::Missing>(vault, blobsPut(photo, sha, 2)).code, u"mismatch"_s);
        QVERIFY(!vault.has(sha));
        QCOMPARE(blobsOne<Wire::Have>(vault, Wire::Offer{sha, photo.size()}).chunks, QByteArray(1, '\0'));
    }

    void refusesWhatDoesNotFit()
    {
        const QTemporaryDir directory;
        BlobVault vault(directory.path());
        const QByteArray photo = blobsPhoto();
        const QByteArray sha = sha256(photo);
        QCOMPARE(blobsOne<Wire::Missing>(vault, Wire::Offer{sha, Wire::MaxBlob + 1}).code, u"too_large"_s);
        QCOMPARE(blobsOne<Wire::Missing>(vault, Wire::Offer{sha, 0}).code, u"too_large"_s);
        QCOMPARE(blobsOne<Wire::Missing>(vault, blobsPut(photo, sha, 0)).code, u"unknown"_s);
        vault.handle(Wire::Offer{sha, photo.size()});
        QCOMPARE(blobsOne<Wire::Missing>(vault, Wire::Put{sha, 3, photo.first(Wire::ChunkSize)}).code, u"mismatch"_s);
        QCOMPARE(blobsOne<Wire::Missing>(vault, Wire::Put{sha, 0, photo.first(100)}).code, u"mismatch"_s);
        QCOMPARE(blobsOne<Wire::Missing>(vault, Wire::Put{sha, 2, photo.first(Wire::ChunkSize)}).code, u"mismatch"_s);
    }

    void givesTheChunksThatAreAskedFor()
    {
        const QTemporaryDir directory;
        BlobVault vault(directory.path());
        const QByteArray photo = blobsPhoto();
        const QByteArray sha = sha256(photo);
        QCOMPARE(blobsOne<Wire::Missing>(vault, Wire::Get{sha, 0, 1}).code, u"unknown"_s);
        vault.handle(Wire::Offer{sha, photo.size()});
        for (int chunk = 0; chunk < 3; ++chunk)
            vault.handle(blobsPut(photo, sha, chunk));
        const auto answers = vault.handle(Wire::Get{sha, 1, 16});
        QCOMPARE(answers.size(), 2U);
        QByteArray bytes;
        for (const Wire::ServerMessage& answer : answers) {
            const auto& chunk = std::get<Wire::Chunk>(answer);
            QCOMPARE(chunk.size, photo.size());
            bytes += chunk.data;
        }
        QCOMPARE(bytes, photo.sliced(Wire::ChunkSize));
        QVERIFY(vault.handle(Wire::Get{sha, 4'000'000'000U, 16}).empty());
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerBlobsTest)
#include "tst_serverblobs.moc"
