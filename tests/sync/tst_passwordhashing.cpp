// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/factorkey.h"
#include "sync/server/hashingpool.h"
#include "sync/server/password.h"
#include "sync/server/totp.h"
#include "tests/sync/serverbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <limits>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerBench;

namespace {

const QString HashingPassword = u"correct horse battery"_s;

}  // namespace

/// Hashing a password takes long: it must not hold up the thread that stores what everybody types.
class PasswordHashingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void init()
    {
        m_bench = std::make_unique<ServerBench>();
        m_key = std::make_unique<QTemporaryDir>();
        m_bench->engine().setFactorKey(*FactorKey::in(m_key->filePath(u"factor.key"_s)));
        m_user =
            addAccount(m_bench->engine(), {{}, u"mona"_s, {}, u"manager"_s, {}}, HashingPassword, {})->account.user;
        m_other = addAccount(m_bench->engine(), {{}, u"awa"_s, {}, u"sales"_s, {}}, HashingPassword, {})->account.user;
        m_bench->enrol(u"mona"_s, "desk");
        m_bench->hashesElsewhere = true;
        m_session = m_bench->join("desk");
        m_bench->expect<Wire::Welcome>(m_session);
        m_bench->readAll(m_session);
    }
    void cleanup() { m_bench.reset(); }

    void editsAreStoredWhileManyHashesWait()
    {
        for (int number = 1; number <= Wire::MaxRequestsAhead; ++number)
            ask(number, u"people.password"_s,
                {{u"user_id"_s, m_other.toString()}, {u"password"_s, u"violet tram number %1"_s.arg(number)}});
        QVERIFY2(m_bench->quiet(m_session), "nothing is hashed on the thread of the storage");
        QCOMPARE(m_bench->hashActions.size(), size_t(Wire::MaxRequestsAhead));

        m_bench->send(m_session, Wire::Push{{newVehicle()}});
        QCOMPARE(m_bench->expect<Wire::Pushed>(m_session).upto, 1);
        QVERIFY(m_bench->quiet(m_session));

        for (int number = 1; number <= Wire::MaxRequestsAhead; ++number) {
            m_bench->hash();
            const auto answer = m_bench->expect<Wire::Answer>(m_session);
            QCOMPARE(answer.number, number);
            QCOMPARE(answer.code, QString());
            QVERIFY(passwordMatches(passwordOf(m_other), u"violet tram number %1"_s.arg(number)));
        }
    }

    void everyVerbThatHashesLetsEditsPass_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<int>("hashes");
        QTest::newRow("people.add") << u"people.add"_s << 1;
        QTest::newRow("people.password") << u"people.password"_s << 1;
        QTest::newRow("password.change") << u"password.change"_s << 2;
        QTest::newRow("factor.begin") << u"factor.begin"_s << 1;
        QTest::newRow("factor.confirm") << u"factor.confirm"_s << 1;
        QTest::newRow("factor.codes") << u"factor.codes"_s << 2;
        QTest::newRow("factor.off") << u"factor.off"_s << 1;
        QTest::newRow("factor.off by recovery code") << u"factor.off"_s << 2;
    }
    void everyVerbThatHashesLetsEditsPass()
    {
        QFETCH(const QString, verb);
        QFETCH(const int, hashes);
        const bool recovery = QByteArray(QTest::currentDataTag()).endsWith("code");
        QJsonObject arguments{{u"login"_s, u"zoe"_s},
                              {u"role"_s, u"sales"_s},
                              {u"locations"_s, QJsonArray()},
                              {u"user_id"_s, m_other.toString()},
                              {u"password"_s, u"violet tram 27"_s},
                              {u"old_password"_s, HashingPassword},
                              {u"new_password"_s, u"violet tram 27"_s}};
        if (verb.startsWith("factor"_L1))
            arguments.insert(u"password"_s, HashingPassword);
        if (verb.startsWith("factor"_L1) && verb != "factor.begin"_L1) {
            const QByteArray secret = beginFactor();
            arguments.insert(u"secret_code"_s, codeOf(secret));
            if (verb != "factor.confirm"_L1) {
                const QJsonObject confirmed = done(u"factor.confirm"_s, arguments);
                m_bench->advance(Totp::Step);
                arguments.insert(u"secret_code"_s, recovery
                                                       ? confirmed.value("secret_codes"_L1).toArray().at(3).toString()
                                                       : codeOf(secret));
            }
        }
        ask(50, verb, arguments);
        for (int hashed = 0; hashed < hashes; ++hashed) {
            QVERIFY(m_bench->quiet(m_session));
            QCOMPARE(m_bench->hashActions.size(), 1U);
            m_bench->hash();
        }
        const auto answer = m_bench->expect<Wire::Answer>(m_session);
        QCOMPARE(answer.number, 50);
        QCOMPARE(answer.code, QString());
    }

    void whatChangedMeanwhileCounts()
    {
        // The password that was to be checked is another when its hash is known.
        ask(1, u"password.change"_s, {{u"old_password"_s, HashingPassword}, {u"new_password"_s, u"violet tram 27"_s}});
        QVERIFY(setAccountPassword(m_bench->engine(), m_user, u"given at the console"_s, {})->refusal.isEmpty());
        hashAll();
        QCOMPARE(m_bench->expect<Wire::Answer>(m_session).code, u"wrong_password"_s);
        QVERIFY(passwordMatches(passwordOf(m_user), u"given at the console"_s));
    }

    void rightsThatAreGoneMeanwhileDoNotCount()
    {
        ask(1, u"people.add"_s,
            {{u"login"_s, u"zoe"_s},
             {u"role"_s, u"sales"_s},
             {u"locations"_s, QJsonArray()},
             {u"password"_s, u"violet tram 27"_s}});
        auto account = **m_bench->engine().storage().account(m_user);
        account.role = u"sales"_s;
        QVERIFY(m_bench->engine().storage().putAccount(account));
        hashAll();
        QCOMPARE(m_bench->expect<Wire::Answer>(m_session).code, u"no_access"_s);
        QVERIFY(!*m_bench->engine().storage().accountByLogin(u"zoe"_s));
    }

    void guessesAtOnceAreCountedOneByOne()
    {
        for (int number = 1; number <= Wire::MaxRequestsAhead; ++number)
            ask(number, u"factor.begin"_s, {{u"password"_s, u"a guess %1"_s.arg(number)}});
        hashAll();
        QStringList codes;
        while (!m_bench->quiet(m_session))
            codes.append(m_bench->expect<Wire::Answer>(m_session).code);
        QCOMPARE(codes.count(u"wrong_password"_s), 5);
        QCOMPARE(codes.count(u"locked"_s), Wire::MaxRequestsAhead - 5);
        ask(20, u"factor.begin"_s, {{u"password"_s, HashingPassword}});
        QVERIFY2(m_bench->hashActions.empty(), "nobody hashes for a name that is locked");
        QCOMPARE(m_bench->expect<Wire::Answer>(m_session).code, u"locked"_s);
    }

    void aCodeIsUsedUpOnceHoweverOftenTheVerbBegins()
    {
        const QByteArray secret = beginFactor();
        QJsonObject arguments{{u"password"_s, HashingPassword}, {u"secret_code"_s, codeOf(secret)}};
        done(u"factor.confirm"_s, arguments);
        m_bench->advance(Totp::Step);
        arguments.insert(u"secret_code"_s, codeOf(secret));
        QCOMPARE(done(u"factor.codes"_s, arguments).value("secret_codes"_L1).toArray().size(), 10);
        ask(60, u"factor.codes"_s, arguments);
        hashAll();
        QCOMPARE(m_bench->expect<Wire::Answer>(m_session).code, u"wrong_code"_s);
    }

    void whoAsksForMoreAtOnceIsCutOff()
    {
        for (int number = 1; number <= Wire::MaxRequestsAhead; ++number)
            ask(number, u"factor.begin"_s, {{u"password"_s, HashingPassword}});
        QVERIFY(m_bench->quiet(m_session));
        ask(99, u"factor.begin"_s, {{u"password"_s, HashingPassword}});
        QCOMPARE(m_bench->expect<Wire::Bye>(m_session).code, u"rate"_s);
        QVERIFY(m_bench->isClosed(m_session));
    }

    void nobodyHashesForThoseWhoHaveLeft()
    {
        ask(1, u"password.change"_s, {{u"old_password"_s, HashingPassword}, {u"new_password"_s, u"violet tram 27"_s}});
        m_bench->leave(m_session);
        m_bench->hash();
        QVERIFY(m_bench->hashActions.empty());
        QVERIFY(passwordMatches(passwordOf(m_user), HashingPassword));
    }

    void oneAtATimeIsHashedAndThoseWhoAreSignedInComeFirst()
    {
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        std::mutex mutex;
        std::vector<int> order;
        std::mutex first;
        {
            HashingPool pool;
            first.lock();
            pool.start(HashingPool::For::Strangers, [&] { const std::lock_guard wait(first); });
            for (int number = 0; number < 20; ++number) {
                const auto whom = number < 10 ? HashingPool::For::Strangers : HashingPool::For::SignedIn;
                pool.start(whom, [&, number] {
                    most = std::max(most.load(), ++running);
                    {
                        const std::lock_guard lock(mutex);
                        order.push_back(number);
                    }
                    --running;
                });
            }
            first.unlock();
            QTRY_COMPARE_WITH_TIMEOUT((std::lock_guard(mutex), order.size()), size_t(20), 60'000);
        }
        QCOMPARE(most, 1);
        QCOMPARE(order, (std::vector{10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

private:
    void ask(int number, const QString& verb, const QJsonObject& arguments)
    {
        m_bench->send(m_session, Wire::Request{number, verb, QJsonDocument(arguments).toJson(QJsonDocument::Compact)});
    }
    void hashAll()
    {
        while (!m_bench->hashActions.empty())
            m_bench->hash();
    }
    QJsonObject done(const QString& verb, const QJsonObject& arguments)
    {
        ask(99, verb, arguments);
        hashAll();
        const auto answer = m_bench->expect<Wire::Answer>(m_session);
        if (!answer.code.isEmpty())
            qFatal("%s: %s", qPrintable(verb), qPrintable(answer.code));
        return QJsonDocument::fromJson(answer.body).object();
    }
    /// The secret.
    QByteArray beginFactor()
    {
        done(u"factor.begin"_s, {{u"password"_s, HashingPassword}});
        const auto factor = m_bench->engine().storage().secondFactor(m_user);
        return *m_bench->engine().factorKey().open((*factor)->secret, m_user);
    }
    QString codeOf(const QByteArray& secret) { return Totp::codeAt(secret, m_bench->clock.now() / Totp::Step); }
    QByteArray passwordOf(Uuid user) { return (*m_bench->engine().storage().account(user))->password; }
    Wire::Op newVehicle()
    {
        const TableSchema& table = m_bench->engine().schema().table(Table::Vehicles);
        Wire::Op op;
        op.opid = op.txn = 1;
        op.table = static_cast<std::uint16_t>(Table::Vehicles);
        op.id = Uuid::create();
        op.clock = HlcClock(1, {}).next(m_bench->clock.now());
        op.create = true;
        op.fields = {{table.field(u"make"_s)->number, u"Renault"_s, {}}};
        return op;
    }

    std::unique_ptr<ServerBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_key;
    Uuid m_user;
    Uuid m_other;
    SessionId m_session = 0;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::PasswordHashingTest)

#include "tst_passwordhashing.moc"
