// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"
#include "sync/protocol/limits.h"
#include "tests/support/meteringproxy.h"
#include "tests/support/workstation.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Chunk = Wire::ChunkSize;
/// Beside the files: greetings, rows, and the frames around chunks, for each connection.
constexpr qint64 Beside = 40'000;

QByteArray resumedBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    random.fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
    return bytes;
}

/// Largest amount of memory that a process ever had, in bytes; 0 where the system does not tell.
qint64 resumedPeak(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toLongLong() * 1024;
    }
    return 0;
}

}  // namespace

/// A cut in the middle of a file costs at most one chunk: counted on the wire, for any byte at which it comes.
class TestResumedTransfers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.addUser(u"awa"_s);
        m_server.start();
    }

    void init()
    {
        m_proxy = std::make_unique<MeteringProxy>(m_server.url());
        m_sender = std::make_unique<Workstation>();
        m_receiver = std::make_unique<Workstation>();
    }

    void cleanup()
    {
        m_sender.reset();
        m_receiver.reset();
        m_proxy.reset();
    }

    void aCutUploadGoesOn_data() { cuts(); }
    void aCutUploadGoesOn()
    {
        QFETCH(QList<qint64>, at);
        signIn(*m_sender, m_proxy->url());
        const QByteArray content = resumedBytes(6 * Chunk + 1000, ++m_contents);
        settle(*m_sender);
        const qint64 before = m_proxy->up.passed;
        const QByteArray sha = add(*m_sender, content);
        for (const qint64 bytes : at) {
            const int cutsBefore = m_proxy->cuts;
            m_proxy->up.cutAfter(bytes);
            goOnUntil(*m_sender, [&] { return m_proxy->cuts > cutsBefore || isOnServer(sha); });
        }
        goOnUntil(*m_sender, [&] { return isOnServer(sha); });
        const qint64 passed = m_proxy->up.passed - before;
        const qint64 most = content.size() + m_proxy->cuts * (Chunk + Beside) + Beside;
        QVERIFY2(passed <= most, qPrintable(u"%1 bytes for %2 with %3 cuts, seed %4"_s.arg(passed)
                                                .arg(content.size())
                                                .arg(m_proxy->cuts)
                                                .arg(m_seed)));
        QVERIFY(m_proxy->cuts > 0);
    }

    void aCutDownloadGoesOn_data() { cuts(); }
    void aCutDownloadGoesOn()
    {
        QFETCH(QList<qint64>, at);
        signIn(*m_sender, m_server.url());
        signIn(*m_receiver, m_proxy->url());
        settle(*m_receiver);
        const QByteArray content = resumedBytes(6 * Chunk + 1000, ++m_contents);
        m_receiver->sync().setPaused(SyncControl::Transfer::Fetching, true);
        const QByteArray sha = add(*m_sender, content);
        settle(*m_sender);
        settle(*m_receiver);
        const qint64 before = m_proxy->down.passed;
        m_receiver->sync().setPaused(SyncControl::Transfer::Fetching, false);
        for (const qint64 bytes : at) {
            const int cutsBefore = m_proxy->cuts;
            m_proxy->down.cutAfter(bytes);
            goOnUntil(*m_receiver, [&] { return m_proxy->cuts > cutsBefore || has(*m_receiver, sha); });
        }
        goOnUntil(*m_receiver, [&] { return has(*m_receiver, sha); });
        const qint64 passed = m_proxy->down.passed - before;
        // The chunk that was cut, and the one before it: a file of whole chunks has nothing behind its end to ask for.
        const qint64 most = content.size() + m_proxy->cuts * (2 * Chunk + Beside) + Beside;
        QVERIFY2(passed <= most, qPrintable(u"%1 bytes for %2 with %3 cuts, seed %4"_s.arg(passed)
                                                .arg(content.size())
                                                .arg(m_proxy->cuts)
                                                .arg(m_seed)));
        QVERIFY(m_proxy->cuts > 0);
        QCOMPARE(fileOf(*m_receiver, sha), content);
    }

    void aVideoOfAHundredMegabytesTakesLittleMemory()
    {
        signIn(*m_sender, m_proxy->url());
        signIn(*m_receiver, m_server.url());
        settle(*m_sender);
        settle(*m_receiver);
        QByteArray content = resumedBytes(100 * 1000 * 1000, ++m_contents);
        const qint64 size = content.size();
        const qint64 before = m_proxy->up.passed;
        const QByteArray sha = add(*m_sender, content);
        content = {};
        const qint64 peak = resumedPeak(QCoreApplication::applicationPid());
        m_proxy->up.cutAfter(40'000'000);
        goOnUntil(*m_sender, [&] { return m_proxy->cuts > 0; });
        goOnUntil(*m_sender, [&] { return isOnServer(sha); });
        QVERIFY(m_proxy->up.passed - before <= size + Chunk + size / 100 + 2 * Beside);
        goOnUntil(*m_receiver, [&] { return has(*m_receiver, sha); });
        QCOMPARE(QFileInfo(BlobStore(m_receiver->store().blobDirectory()).path(sha)).size(), size);
        // Neither has ever held half of it.
        QVERIFY(resumedPeak(QCoreApplication::applicationPid()) - peak < size / 2);
        QVERIFY(resumedPeak(m_server.processId()) < size);
    }

private:
    void cuts()
    {
        QTest::addColumn<QList<qint64>>("at");
        QTest::newRow("in the first chunk") << QList<qint64>{Chunk / 2};
        QTest::newRow("at the ends of chunks") << QList<qint64>{Chunk, Chunk + 100, Chunk - 1};
        QTest::newRow("again and again") << QList<qint64>(8, Chunk + Chunk / 3);
        QRandomGenerator random(m_seed);
        QList<qint64> anywhere;
        for (int i = 0; i < 6; ++i)
            anywhere.append(random.bounded(10'000, static_cast<int>(3 * Chunk)));
        QTest::newRow(qPrintable(u"anywhere, seed %1"_s.arg(m_seed))) << anywhere;
    }

    static void signIn(Workstation& on, const QUrl& server)
    {
        const auto done = on.sync().signIn(server, u"awa"_s, ServerProcess::Password);
        if (!QTest::qWaitFor([&] { return done.isFinished(); }, 60'000) || !done.result())
            qFatal("sign-in");
    }
    /// Lets the proxy live meanwhile.
    static void settle(Workstation& on)
    {
        const auto done = on.sync().settle(std::chrono::seconds(60), SyncClient::Files::Include);
        if (!QTest::qWaitFor([&] { return done.isFinished(); }, 90'000) || !done.result())
            qFatal("not settled");
    }
    template <class Condition>
    static void goOnUntil(Workstation& on, Condition reached)
    {
        QElapsedTimer sinceTry;
        sinceTry.start();
        const bool in = QTest::qWaitFor(
            [&] {
                if (sinceTry.elapsed() > 200 && on.sync().status().link != SyncStatus::Link::Online) {
                    sinceTry.restart();
                    on.sync().tryNow();
                }
                return reached();
            },
            120'000);
        if (!in)
            qFatal("did not go on");
    }
    static QByteArray add(Workstation& on, const QByteArray& content)
    {
        const auto sha = BlobStore(on.store().blobDirectory()).put(content);
        const qint64 size = content.size();
        if (!sha || !on.edit([&](EditTransaction& edit) -> Expected<void> {
                FC_TRY(edit.insert(Table::Photos, Uuid::create(), {{u"medium_sha"_s, *sha}}));
                return noteBlobHere(edit.connection(), *sha, size, BlobPriority::Medium, edit.now());
            }))
            qFatal("no file to begin with");
        return *sha;
    }
    static bool has(Workstation& on, const QByteArray& sha) { return BlobStore(on.store().blobDirectory()).has(sha); }
    static QByteArray fileOf(Workstation& on, const QByteArray& sha)
    {
        QFile file(BlobStore(on.store().blobDirectory()).path(sha));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool isOnServer(const QByteArray& sha) const { return BlobStore(m_server.dataDirectory() + u"/blobs"_s).has(sha); }

    const quint32 m_seed = QRandomGenerator::global()->generate() % 100'000;
    quint32 m_contents = 0;  ///< none twice: the server would have it
    ServerProcess m_server;
    std::unique_ptr<MeteringProxy> m_proxy;
    std::unique_ptr<Workstation> m_sender;
    std::unique_ptr<Workstation> m_receiver;
};

QTEST_GUILESS_MAIN(TestResumedTransfers)
#include "tst_resumedtransfers.moc"
