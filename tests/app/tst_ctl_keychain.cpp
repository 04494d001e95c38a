// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverprocess.h"

#include <QDirIterator>
#include <QStandardPaths>

using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The programs with a real keychain service, as on a desktop: a bus of its own, and a keyring daemon on it.
class TestCtlKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTokenLiesInTheKeychainWhereOneRuns()
    {
        for (const QString& needed : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
            if (QStandardPaths::findExecutable(needed).isEmpty())
                QSKIP("dbus-run-session or gnome-keyring-daemon is not installed");
        }
        ServerProcess server;
        server.addUser(u"awa"_s);
        server.start();
        QTemporaryDir home;
        const QString store = home.filePath(u"store"_s);

        // The second program finds what the first has put away.
        const QString script =
            u"printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 &&"
            " printf '%s\\n' \"$PASSWORD\" | \"$CTL\" --store \"$STORE\" --server \"$SERVER\" login awa "
            "--password-stdin &&"
            " \"$CTL\" --store \"$STORE\" sync --wait 20"_s;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"FORECOURT_NO_KEYCHAIN"_s);
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
        environment.insert(u"CTL"_s, qEnvironmentVariable("FORECOURT_BIN_DIR") + u"/forecourtctl"_s);
        environment.insert(u"STORE"_s, store);
        environment.insert(u"SERVER"_s, server.url().toString());
        environment.insert(u"PASSWORD"_s, ServerProcess::Password);
        QProcess session;
        session.setProcessEnvironment(environment);
        session.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, script});
        QVERIFY(session.waitForFinished(60'000));
        QVERIFY2(session.exitCode() == 0, session.readAllStandardError().constData());
        for (QDirIterator files(store, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            files.next();
            QVERIFY2(!files.fileName().contains(u"token"_s), qPrintable(files.filePath()));
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlKeychain)
#include "tst_ctl_keychain.moc"
