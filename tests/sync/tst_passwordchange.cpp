// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/team.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// A person changes their own password, from a real workstation at a real server.
class TestPasswordChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        m_team.emplace(std::vector<Team::Person>{{u"awa"_s, u"sales"_s}, {u"mona"_s, u"manager"_s}});
        m_server = m_team->server();
        m_desk = m_team->join(u"awa"_s);
        QVERIFY(m_team->settle());
    }
    void cleanup() { m_team.reset(); }

    void theNewOneCountsAndTheOldOneNoMore()
    {
        const auto changed = change(ServerProcess::Password, u"vélo lampe 27"_s);
        QVERIFY(changed);
        QCOMPARE(changed->value("signed_out"_L1).toInt(), 0);
        QVERIFY2(m_desk->settle(), "stays signed in where it was changed");
        Workstation other;
        QCOMPARE(other.signIn(*m_server, u"awa"_s).error().code, ErrorCode::WrongPassword);
        // The accent typed as a character of its own.
        QVERIFY(other.signIn(*m_server, u"awa"_s, u"ve\u0301lo lampe 27"_s));

        const QByteArray audit = exported();
        QVERIFY2(audit.contains("password-changed"), audit.constData());
        QVERIFY(!audit.contains("lampe") && !audit.contains("horse") && !audit.contains("argon2"));
    }

    void whatARuleForbidsIsRefusedWithItsCode()
    {
        const std::pair<QString, QString> rules[] = {
            {u"vélo"_s, u"password_short"_s},
            {u"vélo lampe "_s.repeated(30), u"password_long"_s},
            {u"Sunshine2026"_s, u"password_common"_s},
            {u"awa-awa-awa"_s, u"password_name"_s},
            {u"1234567890"_s, u"password_pattern"_s},
            {ServerProcess::Password, u"password_same"_s},
            {QString(), u"malformed"_s},
        };
        for (const auto& [wanted, code] : rules)
            QCOMPARE(change(ServerProcess::Password, wanted).error(), (Error{ErrorCode::RequestRefused, {}, code}));
        Workstation other;
        QVERIFY2(other.signIn(*m_server, u"awa"_s), "the old one still counts");
    }

    void wrongOldPasswordsLockTheNameForSignInToo()
    {
        std::optional<Error> locked;
        for (int tries = 0; tries < 12 && !locked; ++tries) {
            const auto refused = change(u"not the old one"_s, u"vélo lampe 27"_s);
            QVERIFY(!refused);
            if (refused.error().code == ErrorCode::SignInLocked)
                locked = refused.error();
            else
                QCOMPARE(refused.error(), (Error{ErrorCode::RequestRefused, {}, u"wrong_password"_s}));
        }
        QVERIFY2(locked, "guessing has an end");
        QVERIFY(locked->detail.toInt() > 0);
        QVERIFY2(exported().contains("locked"), "and is in the audit log");
        // The lock is the one of sign-in: a wrong password there makes it longer, and then the right one does not
        // count.
        Workstation other;
        std::optional<ErrorCode> outside;
        const bool shut = QTest::qWaitFor(
            [&] {
                outside = other.signIn(*m_server, u"awa"_s, u"not the old one"_s).error().code;
                return outside == ErrorCode::SignInLocked;
            },
            60'000);
        QVERIFY(shut);
        QVERIFY2(other.signIn(*m_server, u"mona"_s), "nobody else is locked out");
    }

    void otherComputersAreSignedOutIfWanted()
    {
        Workstation lost;
        QVERIFY(lost.signIn(*m_server, u"awa"_s));
        QVERIFY(lost.settle());
        Workstation manager;
        QVERIFY(manager.signIn(*m_server, u"mona"_s));
        QVERIFY(manager.settle());
        const auto changed = change(ServerProcess::Password, u"vélo lampe 27"_s, true);
        QVERIFY(changed);
        QCOMPARE(changed->value("signed_out"_L1).toInt(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(lost.sync().status().link, SyncStatus::Link::SignedOut, 20'000);
        QVERIFY(m_desk->settle());
        QVERIFY(manager.settle());
    }

    void otherComputersStayOtherwise()
    {
        Workstation second;
        QVERIFY(second.signIn(*m_server, u"awa"_s));
        QVERIFY(second.settle());
        QVERIFY(change(ServerProcess::Password, u"vélo lampe 27"_s));
        second.restart();
        QVERIFY(second.settle());
    }

private:
    Expected<QJsonObject> change(const QString& old, const QString& wanted, bool signOutOthers = false)
    {
        return m_desk->sync()
            .request(u"password.change"_s,
                     {{u"old_password"_s, old}, {u"new_password"_s, wanted}, {u"sign_out_others"_s, signOutOthers}})
            .result();
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
};

QTEST_GUILESS_MAIN(TestPasswordChange)

#include "tst_passwordchange.moc"
