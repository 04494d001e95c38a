// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ctlrunner.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QStorageInfo>
#include <QTest>

using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto DiskVariable = "FORECOURT_TEST_SMALL_DISK";
/// Enough to open a store and for an edit or two.
constexpr qint64 SomeRoom = 300'000;

/// Runs a program with a disk of 32 MB at `place` that only it sees. The exit code, or nothing where the system does
/// not let this user make one.
std::optional<int> diskRun(const QString& place, const QStringList& program, QProcess::ProcessChannelMode mode)
{
    QProcess process;
    process.setProcessChannelMode(mode);
    process.start(u"unshare"_s,
                  QStringList{u"--mount"_s, u"sh"_s, u"-c"_s,
                              u"mount -t tmpfs -o size=32m tmpfs \"$0\" || exit 99; %1=\"$0\" exec \"$@\""_s.arg(
                                  QLatin1String(DiskVariable)),
                              place} +
                      program);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() == 99)
        return std::nullopt;
    return process.exitCode();
}

}  // namespace

/// A workstation whose disk is full, and then is not: the real forecourtctl on a small disk.
class CtlDiskFullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_disk = qEnvironmentVariable(DiskVariable);
        if (m_disk.isEmpty())
            QSKIP("needs the right to mount a small disk");
        QProcess account;
        account.start(program(u"forecourt-server"_s), {u"--data"_s, m_folder.path(), u"user"_s, u"add"_s, u"aicha"_s,
                                                       u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s});
        account.write("lane-yellow\n");
        account.closeWriteChannel();
        QVERIFY(account.waitForFinished());
        m_server.start(program(u"forecourt-server"_s), {u"--data"_s, m_folder.path(), u"--listen"_s, u"127.0.0.1:0"_s});
        const QByteArray ready = "listening on ";
        QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), 30'000);
        const QByteArray line = m_server.readLine().trimmed();
        QVERIFY2(line.startsWith(ready), line);
        m_url = QString::fromUtf8(line.mid(ready.size()));
    }

    void cleanupTestCase()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.terminate();
        QVERIFY(m_server.waitForFinished());
    }

    void cleanup() { QFile::remove(filler()); }

    void anEditOrAnImportThatHasNoRoomSaysSoAndLosesNothing()
    {
        const CtlRunner ctl(m_disk);
        QCOMPARE(login(ctl).exitCode, 0);
        QCOMPARE(addCar(ctl, u"B26-1"_s).exitCode, 0);
        QFile list(ctl.path(u"stock.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("stock_number,make,notes\n");
        for (int i = 0; i < 400; ++i)
            list.write("C-" + QByteArray::number(i) + ",Kia," + QByteArray(500, 'x') + '\n');
        list.close();
        noise(900).save(ctl.path(u"front.png"_s));
        fill(0);
        const CtlAnswer closed = ctl.run({u"vehicle"_s, u"list"_s});
        QVERIFY2(saysFull(closed), closed.out + closed.err);
        cleanup();
        fill(SomeRoom);
        const CtlAnswer imported = ctl.run({u"vehicle"_s, u"import"_s, list.fileName()});
        QVERIFY(imported.exitCode != 0);
        QVERIFY2(saysFull(imported), imported.out + imported.err);
        const CtlAnswer photo = ctl.run({u"photo"_s, u"add"_s, u"B26-1"_s, ctl.path(u"front.png"_s)});
        QVERIFY(photo.exitCode != 0);
        QVERIFY2(saysFull(photo), photo.out + photo.err);
        // Small edits may still find room; the first that does not must say so, and all before it are there.
        int taken = 0;
        CtlAnswer refused;
        while (taken < 3000) {
            refused = addCar(ctl, u"D-%1"_s.arg(taken), QString(20'000, u'n'));
            if (refused.exitCode != 0)
                break;
            ++taken;
        }
        QVERIFY2(saysFull(refused), refused.out + refused.err);
        cleanup();
        const QStringList there = cars(ctl);
        QVERIFY(there.contains(u"B26-1"_s));
        for (int i = 0; i < taken; ++i)
            QVERIFY(there.contains(u"D-%1"_s.arg(i)));
        QVERIFY(!there.contains(u"D-%1"_s.arg(taken)));
        QCOMPARE(ctl.run({u"vehicle"_s, u"import"_s, list.fileName()}).exitCode, 0);
        QCOMPARE(ctl.run({u"photo"_s, u"add"_s, u"B26-1"_s, ctl.path(u"front.png"_s)}).exitCode, 0);
        QCOMPARE(ctl.run({u"sync"_s}).exitCode, 0);
    }

    void rowsAndPhotosThatFindNoRoomComeByThemselvesWhenThereIsSome()
    {
        const CtlRunner giver;
        QCOMPARE(login(giver).exitCode, 0);
        for (int i = 0; i < 12; ++i)
            QCOMPARE(addCar(giver, u"E-%1"_s.arg(i), QString(60'000, u'n')).exitCode, 0);
        noise(1600).save(giver.path(u"side.png"_s));
        QCOMPARE(giver.run({u"photo"_s, u"add"_s, u"E-1"_s, giver.path(u"side.png"_s)}).exitCode, 0);

        const CtlRunner taker(m_disk);
        QCOMPARE(login(taker).exitCode, 0);
        QCOMPARE(taker.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(addCar(taker, u"F-mine"_s).exitCode, 0);
        QCOMPARE(giver.run({u"sync"_s}).exitCode, 0);
        fill(SomeRoom);
        const CtlAnswer refused = taker.run({u"sync"_s, u"--wait"_s, u"8"_s});
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(saysFull(refused), refused.out + refused.err);
        // One that runs while somebody makes room needs no help.
        QProcess running;
        running.start(program(u"forecourtctl"_s),
                      {u"--store"_s, taker.store(), u"--json"_s, u"sync"_s, u"--wait"_s, u"100"_s});
        QVERIFY(running.waitForStarted());
        QVERIFY(!running.waitForFinished(3'000));
        cleanup();
        QVERIFY(running.waitForFinished(110'000));
        QVERIFY2(running.exitCode() == 0, running.readAllStandardError());
        QStringList there = cars(taker);
        QVERIFY(there.contains(u"F-mine"_s) && there.contains(u"E-0"_s) && there.contains(u"E-11"_s));
        QCOMPARE(giver.run({u"sync"_s}).exitCode, 0);
        QVERIFY(cars(giver).contains(u"F-mine"_s));
        QCOMPARE(
            taker.run({u"photo"_s, u"export"_s, u"E-1"_s, taker.path(u"out"_s), u"--size"_s, u"medium"_s}).exitCode, 0);
    }

private:
    static QString program(const QString& name)
    {
        return QDir(qEnvironmentVariable("FORECOURT_BIN_DIR")).filePath(name);
    }
    CtlAnswer login(const CtlRunner& ctl) const
    {
        return ctl.run({u"--server"_s, m_url, u"login"_s, u"aicha"_s, u"--password-stdin"_s}, "lane-yellow\n");
    }
    static CtlAnswer addCar(const CtlRunner& ctl, const QString& stock, const QString& notes = {})
    {
        return ctl.run({u"vehicle"_s, u"add"_s, u"stock_number="_s + stock, u"make=Kia"_s, u"notes="_s + notes});
    }
    static QStringList cars(const CtlRunner& ctl)
    {
        QStringList stock;
        for (const auto& car :
             ctl.run({u"vehicle"_s, u"list"_s, u"--limit"_s, u"10000"_s}).json().value(u"vehicles"_s).toArray())
            stock << car[u"stock_number"_s].toString();
        return stock;
    }
    static bool saysFull(const CtlAnswer& answer)
    {
        return answer.errorCode() == "DISK-FULL"_L1 || answer.out.contains("DISK-FULL") ||
               answer.err.contains("The disk is full");
    }
    /// Compresses badly.
    static QImage noise(int size)
    {
        QImage image(size, size, QImage::Format_RGB32);
        quint32 state = 7;
        for (int y = 0; y < size; ++y) {
            auto* line = reinterpret_cast<quint32*>(image.scanLine(y));
            for (int x = 0; x < size; ++x)
                line[x] = state = state * 1'664'525 + 1'013'904'223;
        }
        return image;
    }
    QString filler() const { return m_disk + u"/filler"_s; }
    /// Leaves this many bytes.
    void fill(qint64 room) const
    {
        QFile file(filler());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray piece(4096, 'f');
        while (file.write(piece) == piece.size()) {
        }
        QVERIFY(file.resize(file.size() - room));
    }

    QTemporaryDir m_folder;
    QString m_disk;
    QProcess m_server;
    QString m_url;
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (!qEnvironmentVariableIsSet(DiskVariable)) {
        const QTemporaryDir place;
        if (const auto code = diskRun(place.path(), QCoreApplication::arguments(), QProcess::ForwardedChannels))
            return *code;
    }
    CtlDiskFullTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ctl_diskfull.moc"
