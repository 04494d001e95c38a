// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Starts the real program, without a display.
class TestShellStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersHelpAndVersion();
    void refusesOptionsThatItDoesNotKnow_data();
    void refusesOptionsThatItDoesNotKnow();
    void raisesTheWindowThatIsOpen();
    void endsCleanlyWhenAsked();
    void saysThatTheStoreIsInUse();
    void leavesADamagedStoreAsItIs();

private:
    static QString program() { return qEnvironmentVariable("FORECOURT_BIN_DIR") + u"/forecourt"_s; }
    static std::unique_ptr<QProcess> begin(const QString& store, const QStringList& more = {})
    {
        auto process = std::make_unique<QProcess>();
        process->start(program(), QStringList{u"--store"_s, store, u"--language"_s, u"en"_s} + more);
        process->waitForStarted();
        return process;
    }
    static int run(const QStringList& arguments, QString* output = nullptr)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), arguments);
        if (!process.waitForFinished(60'000))
            return -1;
        if (output)
            *output = QString::fromUtf8(process.readAll());
        return process.exitCode();
    }
    /// Waits until the program says why it cannot start; other libraries may speak on the same channel.
    static bool waitForReason(QProcess& process)
    {
        process.setReadChannel(QProcess::StandardError);
        QByteArray said;
        while (!said.contains("forecourt: ")) {
            if (process.bytesAvailable() == 0 && !process.waitForReadyRead())
                return false;
            said += process.readAllStandardError();
        }
        return true;
    }
    /// Until a second start finds the first one, which holds the store already: -1 when it never does.
    static int startUntilRaised(const QString& store, QString* output)
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            const auto second = begin(store);
            if (second->waitForFinished(3'000)) {
                *output = QString::fromUtf8(second->readAllStandardOutput());
                if (!output->isEmpty())
                    return second->exitCode();
            } else {
                // It came before the first was ready and shows why it cannot start.
                second->kill();
                second->waitForFinished();
            }
        }
        return -1;
    }
};

void TestShellStart::answersHelpAndVersion()
{
    QString output;
    QCOMPARE(run({u"--help"_s}, &output), 0);
    for (const char* option : {"--store", "--server", "--demo", "--offline", "--language", "--theme", "--capture"})
        QVERIFY2(output.contains(QLatin1StringView(option)), option);
    QCOMPARE(run({u"--version"_s}, &output), 0);
    QVERIFY(output.startsWith(u"Forecourt "_s));
}

void TestShellStart::refusesOptionsThatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--frobnicate"_s};
    QTest::newRow("language") << QStringList{u"--language"_s, u"tlh"_s};
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s};
    QTest::newRow("demo size") << QStringList{u"--demo-size"_s, u"many"_s};
    QTest::newRow("demo too large") << QStringList{u"--demo-size"_s, u"100001"_s};
    QTest::newRow("file") << QStringList{u"car.jpg"_s};
}

void TestShellStart::refusesOptionsThatItDoesNotKnow()
{
    QFETCH(const QStringList, arguments);
    QString output;
    QCOMPARE(run(arguments, &output), 2);
    QVERIFY(output.contains(u"--help"_s));
}

void TestShellStart::raisesTheWindowThatIsOpen()
{
    QTemporaryDir store;
    const auto first = begin(store.path());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(store.filePath(u"lock"_s)), 60'000);
    QString said;
    QCOMPARE(startUntilRaised(store.path(), &said), 0);
    QVERIFY2(said.contains(u"raised"_s), qUtf8Printable(said));
    QCOMPARE(first->state(), QProcess::Running);
    first->terminate();
    QVERIFY(first->waitForFinished());
}

void TestShellStart::endsCleanlyWhenAsked()
{
#ifdef Q_OS_WIN
    QSKIP("Windows asks the window itself");
#endif
    QTemporaryDir store;
    const auto first = begin(store.path());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(store.filePath(u"lock"_s)), 60'000);
    QString said;
    QCOMPARE(startUntilRaised(store.path(), &said), 0);
    first->terminate();
    QVERIFY(first->waitForFinished());
    QCOMPARE(first->exitStatus(), QProcess::NormalExit);
    QCOMPARE(first->exitCode(), 0);
    QLockFile lock(store.filePath(u"lock"_s));
    QVERIFY(lock.tryLock());
}

void TestShellStart::saysThatTheStoreIsInUse()
{
#ifdef Q_OS_WIN
    QSKIP("Windows asks the window itself");
#endif
    QTemporaryDir store;
    QLockFile lock(store.filePath(u"lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const auto program = begin(store.path());
    QVERIFY(waitForReason(*program));
    program->terminate();
    QVERIFY(program->waitForFinished());
    QCOMPARE(program->exitCode(), 3);
}

void TestShellStart::leavesADamagedStoreAsItIs()
{
#ifdef Q_OS_WIN
    QSKIP("Windows asks the window itself");
#endif
    QTemporaryDir store;
    const QByteArray garbage(8192, 'x');
    QFile file(store.filePath(u"forecourt.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(garbage);
    file.close();
    const auto program = begin(store.path());
    QVERIFY(waitForReason(*program));
    program->terminate();
    QVERIFY(program->waitForFinished());
    QCOMPARE(program->exitCode(), 4);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
}

QTEST_GUILESS_MAIN(TestShellStart)
#include "tst_shell_start.moc"
