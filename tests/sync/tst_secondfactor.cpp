// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/telephone.h"
#include "tests/sync/team.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Signing in with a code of the telephone: real servers, real workstations.
class TestSecondFactor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        m_team.emplace(std::vector<Team::Person>{{u"awa"_s, u"sales"_s}});
        m_server = m_team->server();
        m_desk = m_team->join(u"awa"_s);
        QVERIFY(m_team->settle());
    }
    void cleanup() { m_team.reset(); }

    void theCodeIsAskedForOnlyWhereThePasswordIsRight()
    {
        QCOMPARE(ask(u"factor.state"_s)->value("on"_L1), QJsonValue(false));
        turnOn();
        const auto state = ask(u"factor.state"_s);
        QVERIFY(state);
        QCOMPARE(state->value("on"_L1), QJsonValue(true));
        QCOMPARE(state->value("codes_left"_L1).toInt(), 10);
        Workstation other;
        QCOMPARE(signIn(other, ServerProcess::Password), refused(u"code_needed"_s));
        QCOMPARE(signIn(other, u"guess"_s)->code, ErrorCode::WrongPassword);
        QCOMPARE(signIn(other, u"guess"_s, m_telephone.code(1))->code, ErrorCode::WrongPassword);
        QCOMPARE(signIn(other, ServerProcess::Password, m_telephone.wrongCode()), refused(u"wrong_code"_s));
        const QString code = m_telephone.code(1);
        QCOMPARE(signIn(other, ServerProcess::Password, code), std::nullopt);
        QVERIFY(other.settle());
        Workstation thief;
        QCOMPARE(signIn(thief, ServerProcess::Password, code), refused(u"wrong_code"_s));
        // Who was signed in stays signed in.
        m_desk->restart();
        QVERIFY(m_desk->settle());
    }

    void aRecoveryCodeSignsInOnce()
    {
        turnOn();
        Workstation other;
        QCOMPARE(signIn(other, ServerProcess::Password, m_codes.first().toUpper()), std::nullopt);
        QCOMPARE(signIn(other, ServerProcess::Password, m_codes.first()), refused(u"wrong_code"_s));
        QCOMPARE(ask(u"factor.state"_s)->value("codes_left"_L1).toInt(), 9);
        const auto others =
            ask(u"factor.codes"_s, {{u"password"_s, ServerProcess::Password}, {u"secret_code"_s, m_codes.last()}});
        QVERIFY(others);
        QCOMPARE(others->value("secret_codes"_L1).toArray().size(), 10);
        QCOMPARE(signIn(other, ServerProcess::Password, m_codes.at(5)), refused(u"wrong_code"_s));
        QCOMPARE(signIn(other, ServerProcess::Password, others->value("secret_codes"_L1).toArray().first().toString()),
                 std::nullopt);
    }

    void guessingCodesLocksTheNameEvenWithTheRightPasswordInBetween()
    {
        turnOn();
        Workstation thief;
        std::optional<Error> locked;
        for (int tries = 0; tries < 12 && !locked; ++tries) {
            const auto guess = signIn(thief, ServerProcess::Password, m_telephone.wrongCode());
            QVERIFY(guess);
            if (guess->code == ErrorCode::SignInLocked)
                locked = guess;
            else if (guess->code != ErrorCode::RateLimited)
                QCOMPARE(guess, refused(u"wrong_code"_s));
            signIn(thief, ServerProcess::Password);
        }
        QVERIFY2(locked, "guessing has an end");
        QVERIFY(exported().contains("locked"));
    }

    void turningItOffNeedsPasswordAndCode()
    {
        turnOn();
        QCOMPARE(ask(u"factor.begin"_s, {{u"password"_s, ServerProcess::Password}}).error(),
                 *refused(u"factor_on"_s, {}));
        QCOMPARE(ask(u"factor.off"_s, {{u"password"_s, ServerProcess::Password}}).error(),
                 *refused(u"code_needed"_s, {}));
        QCOMPARE(ask(u"factor.off"_s, {{u"password"_s, u"guess"_s}, {u"secret_code"_s, m_codes.first()}}).error(),
                 *refused(u"wrong_password"_s, {}));
        QCOMPARE(ask(u"password.change"_s,
                     {{u"old_password"_s, ServerProcess::Password}, {u"new_password"_s, u"vélo lampe 27"_s}})
                     .error(),
                 *refused(u"code_needed"_s, {}));
        QVERIFY(
            ask(u"factor.off"_s, {{u"password"_s, ServerProcess::Password}, {u"secret_code"_s, m_telephone.code(1)}}));
        Workstation other;
        QCOMPARE(signIn(other, ServerProcess::Password), std::nullopt);
    }

    void turningItOnNeedsThePasswordAndACode()
    {
        QCOMPARE(ask(u"factor.begin"_s, {{u"password"_s, u"guess"_s}}).error(), *refused(u"wrong_password"_s, {}));
        QCOMPARE(ask(u"factor.confirm"_s, {{u"secret_code"_s, u"123456"_s}}).error(), *refused(u"wrong_code"_s, {}));
        const auto begun = ask(u"factor.begin"_s, {{u"password"_s, ServerProcess::Password}});
        QVERIFY(begun);
        const Telephone telephone(begun->value("secret_uri"_L1).toString());
        QCOMPARE(ask(u"factor.confirm"_s, {{u"secret_code"_s, telephone.wrongCode()}}).error(),
                 *refused(u"wrong_code"_s, {}));
        Workstation other;
        QCOMPARE(signIn(other, ServerProcess::Password), std::nullopt);
        QVERIFY(ask(u"factor.confirm"_s, {{u"secret_code"_s, telephone.code()}}));
    }

    void theConsoleTakesItAwayAndEverythingIsInTheAuditLog()
    {
        QCOMPARE(m_server->exitCode({u"user"_s, u"reset-factor"_s, u"awa"_s}), 1);
        QCOMPARE(m_server->exitCode({u"user"_s, u"reset-factor"_s, u"nobody"_s}), 1);
        turnOn();
        Workstation other;
        QCOMPARE(signIn(other, ServerProcess::Password, m_codes.first()), std::nullopt);
        QCOMPARE(m_server->exitCode({u"user"_s, u"reset-factor"_s, u"Awa"_s}), 0);
        QCOMPARE(signIn(other, ServerProcess::Password), std::nullopt);
        const QByteArray audit = exported();
        for (const char* kind : {"factor-on", "factor-code-used", "factor-reset"})
            QVERIFY2(audit.contains(kind), kind);
        QVERIFY(!audit.contains(m_codes.first().toUtf8()));
        QCOMPARE(m_server->exitCode({u"check"_s}), 0);
    }

    void theKeyLiesBesideTheStoreAndNotInABackup()
    {
        turnOn();
        QFile key(m_server->dataDirectory() + u"/factor.key"_s);
        QVERIFY(key.open(QIODevice::ReadOnly));
        const QByteArray text = key.readAll().trimmed();
#ifndef Q_OS_WIN
        QCOMPARE(key.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
#endif
        const QTemporaryDir directory;
        QFile backup(directory.filePath(u"backup"_s));
        m_server->backup(backup.fileName());
        QVERIFY(backup.open(QIODevice::ReadOnly));
        const QByteArray copy = backup.readAll();
        QVERIFY(!copy.contains(text) && !copy.contains(QByteArray::fromHex(text)));
    }

    void anotherServerOfTheSameDatabaseTakesTheCodesToo()
    {
        if (storeUnderTest() != StoreKind::Postgres)
            QSKIP("only PostgreSQL is shared");
        turnOn();
        ServerProcess second(ServerProcess::Beside{*m_server});
        second.start();
        Workstation other;
        const QString code = m_telephone.code(1);
        QVERIFY(other.sync().signIn(second.url(), u"awa"_s, ServerProcess::Password, code).result());
        Workstation thief;
        QCOMPARE(signIn(thief, ServerProcess::Password, code), refused(u"wrong_code"_s));
    }

    void theCommandLineTakesACode()
    {
        turnOn();
        const auto missing = login({});
        QCOMPARE(missing.first, 7);
        QVERIFY2(missing.second.contains("--code"), missing.second.constData());
        QCOMPARE(login({u"--code"_s, m_telephone.wrongCode()}).first, 7);
        QCOMPARE(login({u"--code"_s, m_codes.first()}).first, 0);
    }

private:
    /// How forecourtctl ends, and what it says.
    std::pair<int, QByteArray> login(const QStringList& options) const
    {
        const QTemporaryDir store;
        QProcess process;
        process.start(qEnvironmentVariable("FORECOURT_BIN_DIR") + u"/forecourtctl"_s,
                      QStringList{u"--store"_s, store.path(), u"--server"_s, m_server->url().toString(), u"login"_s,
                                  u"awa"_s, u"--password-stdin"_s} +
                          options);
        process.write(ServerProcess::Password.toUtf8() + '\n');
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {-1, {}};
        return {process.exitCode(), process.readAllStandardError()};
    }
    std::optional<Error> refused(const QString& code, const QString& host = u"127.0.0.1"_s) const
    {
        return Error{ErrorCode::RequestRefused, host, code};
    }
    std::optional<Error> signIn(Workstation& desk, const QString& password, const QString& code = {})
    {
        const auto done = desk.sync().signIn(m_server->url(), u"awa"_s, password, code).result();
        return done ? std::nullopt : std::optional(done.error());
    }
    Expected<QJsonObject> ask(const QString& name, const QJsonObject& arguments = {})
    {
        return m_desk->sync().request(name, arguments).result();
    }
    void turnOn()
    {
        const auto begun = ask(u"factor.begin"_s, {{u"password"_s, ServerProcess::Password}});
        QVERIFY(begun);
        m_telephone = Telephone(begun->value("secret_uri"_L1).toString());
        const auto on = ask(u"factor.confirm"_s, {{u"secret_code"_s, m_telephone.code()}});
        QVERIFY(on);
        m_codes.clear();
        for (const auto& code : on->value("secret_codes"_L1).toArray())
            m_codes.append(code.toString());
        QCOMPARE(m_codes.size(), 10);
    }
    QByteArray exported()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath(u"audit.jsonl"_s));
        if (m_server->exitCode({u"audit"_s, u"export"_s, file.fileName()}) != 0 || !file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    }

    std::optional<Team> m_team;
    ServerProcess* m_server = nullptr;
    Workstation* m_desk = nullptr;
    Telephone m_telephone;
    QStringList m_codes;
};

QTEST_GUILESS_MAIN(TestSecondFactor)

#include "tst_secondfactor.moc"
