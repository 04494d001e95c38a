// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "models/outbox/blobstore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class TestBlobStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsContentUnderItsHash()
    {
        QTemporaryDir directory;
        const BlobStore blobs(directory.path());
        const QByteArray data(300'000, 'p');
        const auto sha = blobs.put(data);
        QVERIFY(sha);
        QCOMPARE(*sha, QCryptographicHash::hash(data, QCryptographicHash::Sha256));
        QVERIFY(blobs.has(*sha));
        QFile file(blobs.path(*sha));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), data);
    }

    void copiesAFileWithoutTouchingIt()
    {
        QTemporaryDir directory;
        QFile source(directory.filePath(u"IMG_1.jpg"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(QByteArray(3'000'000, 'q'));
        source.close();
        const BlobStore blobs(directory.filePath(u"blobs"_s));
        const auto sha = blobs.putFile(source.fileName());
        QVERIFY(sha);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(*sha, sha256(source.readAll()));
        QCOMPARE(blobs.putFile(source.fileName()).value_or(QByteArray()), *sha);
    }

    void saysWhichFileCannotBeRead()
    {
        QTemporaryDir directory;
        const auto missing = BlobStore(directory.path()).putFile(directory.filePath(u"gone.jpg"_s));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::FileUnreadable);
        QVERIFY(missing.error().subject.endsWith(u"gone.jpg"_s));
    }

    void stopsWhenCancelledAndLeavesNothing()
    {
        QTemporaryDir directory;
        QFile source(directory.filePath(u"IMG_1.jpg"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(QByteArray(3'000'000, 'q'));
        source.close();
        const BlobStore blobs(directory.filePath(u"blobs"_s));
        const auto stopped = blobs.putFile(source.fileName(), [] { return true; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(!blobs.has(sha256(source.readAll())));
    }
};

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
