// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "sync/client/snapshotdownload.h"
#include "sync/protocol/limits.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <zstd.h>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

/// So random that it takes several pieces packed.
QByteArray content()
{
    QByteArray bytes(3 * Wire::PieceSize + 1'000, Qt::Uninitialized);
    QRandomGenerator(7).generate(bytes.begin(), bytes.end());
    return bytes;
}

QByteArray packed(const QByteArray& plain)
{
    QByteArray bytes(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), '\0');
    bytes.resize(static_cast<qsizetype>(ZSTD_compress(bytes.data(), static_cast<size_t>(bytes.size()),
                                                      plain.constData(), static_cast<size_t>(plain.size()), 3)));
    return bytes;
}

}  // namespace

class TestSnapshotDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_directory = m_folder->filePath(u"snapshot"_s);
    }

    void whatCameInPiecesIsUnpacked()
    {
        const QByteArray file = packed(content());
        SnapshotDownload download(m_directory);
        QVERIFY(download.part().sha.isEmpty());
        QVERIFY(download.begin(sha256(file), 0));
        addFrom(download, file, 0);
        const QString path = download.finish();
        QVERIFY(unpack(path, sha256(file)));
        QFile plain(SnapshotDownload::unpackedFile(path));
        QVERIFY(plain.open(QIODevice::ReadOnly));
        QCOMPARE(plain.readAll(), content());
        QCOMPARE(QFile::permissions(m_directory) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        download.clear();
        QVERIFY(!QDir(m_directory).exists());
    }

    void goesOnAfterWholePieces()
    {
        const QByteArray file = packed(content());
        {
            SnapshotDownload download(m_directory);
            QVERIFY(download.begin(sha256(file), 0));
            QVERIFY(download.add(file.first(Wire::PieceSize)));
            QVERIFY(download.add(file.sliced(Wire::PieceSize, Wire::PieceSize)));
            // A cut in the middle of the third.
            QVERIFY(download.add(file.sliced(2 * Wire::PieceSize, 100)));
        }
        SnapshotDownload download(m_directory);
        QCOMPARE(download.part(), (SnapshotPart{sha256(file), 2}));
        QVERIFY(download.begin(sha256(file), 0));
        addFrom(download, file, 2);
        QVERIFY(unpack(download.finish(), sha256(file)));
    }

    void anotherOneReplacesWhatWasBegun()
    {
        SnapshotDownload download(m_directory);
        QVERIFY(download.begin(QByteArray(32, 'a'), 0));
        QVERIFY(download.add(QByteArray(Wire::PieceSize, 'x')));
        QVERIFY(download.begin(QByteArray(32, 'b'), 0));
        QVERIFY(download.part().sha.isEmpty());
        QVERIFY(download.add(QByteArray(Wire::PieceSize, 'y')));
        QCOMPARE(download.part(), (SnapshotPart{QByteArray(32, 'b'), 1}));
        QCOMPARE(QDir(m_directory).entryList(QDir::Files).size(), 1);
    }

    void doesNotBeginWithoutRoom()
    {
        SnapshotDownload download(m_directory);
        const auto begun = download.begin(QByteArray(32, 'a'), std::numeric_limits<qint64>::max());
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::DiskFull);
    }

    void aFileThatIsNotWhatItShouldBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("otherHash");
        const QByteArray plain = content();
        const QByteArray file = packed(plain);
        QTest::newRow("another hash") << file << qint64{plain.size()} << true;
        QTest::newRow("larger than said") << file << qint64{plain.size() - 1} << false;
        QTest::newRow("smaller than said") << file << qint64{plain.size() + 1} << false;
        QTest::newRow("the end is missing") << file.chopped(10) << qint64{plain.size()} << false;
        QTest::newRow("something follows") << file + "more" << qint64{plain.size()} << false;
        QTest::newRow("not packed at all") << plain << qint64{plain.size()} << false;
        QTest::newRow("a bomb") << packed(QByteArray(40'000'000, '\0')) << qint64{1'000} << false;
        QTest::newRow("empty") << QByteArray() << qint64{0} << false;
    }
    void aFileThatIsNotWhatItShouldBeIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(qint64, size);
        QFETCH(bool, otherHash);
        const QByteArray sha = otherHash ? QByteArray(32, 'a') : sha256(file);
        SnapshotDownload download(m_directory);
        QVERIFY(download.begin(sha, 0));
        QVERIFY(download.add(file));
        const QString path = download.finish();
        const std::atomic<bool> stop = false;
        const auto done = SnapshotDownload::unpack(path, sha, size, stop);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::MessageMalformed);
        QVERIFY(QFileInfo(SnapshotDownload::unpackedFile(path)).size() <= size);
    }

    void stopsWhenTheProgramEnds()
    {
        const QByteArray file = packed(content());
        SnapshotDownload download(m_directory);
        QVERIFY(download.begin(sha256(file), 0));
        addFrom(download, file, 0);
        const std::atomic<bool> stop = true;
        const auto done = SnapshotDownload::unpack(download.finish(), sha256(file), content().size(), stop);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
    }

private:
    static void addFrom(SnapshotDownload& download, const QByteArray& file, qsizetype piece)
    {
        for (qsizetype at = piece * Wire::PieceSize; at < file.size(); at += Wire::PieceSize)
            QVERIFY(download.add(file.sliced(at, std::min(Wire::PieceSize, file.size() - at))));
    }
    static bool unpack(const QString& path, const QByteArray& sha)
    {
        const std::atomic<bool> stop = false;
        return SnapshotDownload::unpack(path, sha, content().size(), stop).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestSnapshotDownload)
#include "tst_snapshotdownload.moc"
