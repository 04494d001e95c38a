// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/secrets.h"
#include "sync/server/sessiontokens.h"
#include "tests/sync/serverbench.h"

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerBench;
using Tests::ServerStore;
using Outcome = SessionTokens::Renewal::Outcome;

namespace {

/// One device that is signed in, and time.
struct TokenScene {
    TokenScene()
    {
        device = storage->enrol(Uuid::create(), user, u"desk"_s, now)->ordinal;
        newest = *rules().start(device, user, secret);
    }

    SessionTokens rules() { return {*storage, now}; }
    SessionTokens::Renewal renew(const QByteArray& token) { return renew(token, Wire::refreshProof(secret, token)); }
    SessionTokens::Renewal renew(const QByteArray& token, const QByteArray& proof)
    {
        auto renewal = rules().renew(token, proof);
        if (!renewal)
            qFatal("%s", qUtf8Printable(renewal.error().detail));
        return *renewal;
    }
    /// The access token reaches the device and is used.
    void use(const SessionTokens::Pair& pair)
    {
        const auto shown = rules().show(sha256(pair.access));
        if (!shown || !*shown || !rules().arrived(**shown))
            qFatal("the access token does not count");
    }
    bool counts(const SessionTokens::Pair& pair) { return rules().show(sha256(pair.access))->has_value(); }

    const ServerStore store;
    std::unique_ptr<ServerStorage> storage = store.open();
    UtcMs now = 1'700'000'000'000;
    const Uuid user = Uuid::create();
    const QByteArray secret = secretBytes(Wire::DeviceSecretSize);
    std::uint32_t device = 0;
    SessionTokens::Pair newest;
};

}  // namespace

class SessionTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void eachRenewalGivesTheNextPair()
    {
        TokenScene scene;
        auto pair = scene.newest;
        for (int i = 0; i < 4; ++i) {
            scene.use(pair);
            scene.now += 9 * 60'000;
            const auto renewal = scene.renew(pair.refresh);
            QCOMPARE(renewal.outcome, Outcome::Renewed);
            QVERIFY(renewal.tokens.refresh != pair.refresh);
            QVERIFY2(scene.counts(pair), "the access token of before counts to its end");
            pair = renewal.tokens;
        }
    }

    void anAccessTokenEndsAfterAQuarterOfAnHour()
    {
        TokenScene scene;
        QCOMPARE(scene.newest.accessEndsAt, scene.now + 15 * 60'000);
        scene.now += 15 * 60'000 - 1;
        QVERIFY(scene.counts(scene.newest));
        scene.now += 1;
        QVERIFY(!scene.counts(scene.newest));
    }

    void anOlderTokenRevokesTheFamily()
    {
        TokenScene scene;
        const auto second = scene.renew(scene.newest.refresh).tokens;
        scene.use(second);
        QCOMPARE(scene.renew(scene.newest.refresh).outcome, Outcome::Reused);
        QVERIFY(!scene.counts(second));
        QCOMPARE(scene.renew(second.refresh).outcome, Outcome::Revoked);
        // Whoever signs in with a password begins another family.
        const auto again = *scene.rules().start(scene.device, scene.user, scene.secret);
        QCOMPARE(scene.renew(again.refresh).outcome, Outcome::Renewed);
        QCOMPARE(scene.renew(second.refresh).outcome, Outcome::Unknown);
    }

    void anOlderTokenRevokesTheFamilyEvenWithoutAProof()
    {
        TokenScene scene;
        const auto second = scene.renew(scene.newest.refresh).tokens;
        const auto third = scene.renew(second.refresh).tokens;
        QCOMPARE(scene.renew(scene.newest.refresh, QByteArray(32, 'x')).outcome, Outcome::Reused);
        QCOMPARE(scene.renew(third.refresh).outcome, Outcome::Revoked);
    }

    void aLostAnswerSignsNobodyOut()
    {
        TokenScene scene;
        scene.use(scene.newest);
        std::ignore = scene.renew(scene.newest.refresh);  // the answer is lost
        scene.now += 3 * 24 * 3600 * 1000LL;              // and the laptop closed
        std::ignore = scene.renew(scene.newest.refresh);  // and lost again
        const auto third = scene.renew(scene.newest.refresh);
        QCOMPARE(third.outcome, Outcome::Renewed);
        // It arrived: from now on the old one is one too many.
        scene.use(third.tokens);
        QCOMPARE(scene.renew(scene.newest.refresh).outcome, Outcome::Reused);
    }

    void aTokenIsNothingWithoutTheSecretOfItsDevice()
    {
        TokenScene scene;
        const QByteArray wrong = Wire::refreshProof(secretBytes(32), scene.newest.refresh);
        QCOMPARE(scene.renew(scene.newest.refresh, wrong).outcome, Outcome::Unknown);
        QCOMPARE(scene.renew(scene.newest.refresh, Wire::helloProof(scene.secret, scene.newest.refresh, {})).outcome,
                 Outcome::Unknown);
        QCOMPARE(scene.renew(scene.newest.refresh).outcome, Outcome::Renewed);
    }

    void inventedTokensAreUnknown()
    {
        TokenScene scene;
        for (const QByteArray& token :
             {QByteArray(), QByteArray("!"), secretText(secretBytes(48)), scene.newest.access})
            QCOMPARE(scene.renew(token).outcome, Outcome::Unknown);
        QVERIFY(scene.counts(scene.newest));
    }

    void afterSixtyDaysOneSignsInAgain()
    {
        TokenScene scene;
        scene.now += RefreshTokenLife + 1;
        QCOMPARE(scene.renew(scene.newest.refresh).outcome, Outcome::Unknown);
    }

    void aStoreThatWasPutBackBelievesTheProof()
    {
        TokenScene scene;
        QVERIFY(scene.storage->forgetRefreshTokens());
        const QByteArray later =
            secretText(scene.storage->sessionOf(scene.device)->value().family + secretBytes(32));  // given since
        QCOMPARE(scene.renew(later, QByteArray(32, 'x')).outcome, Outcome::Unknown);
        const auto renewal = scene.renew(later);
        QCOMPARE(renewal.outcome, Outcome::Renewed);
        scene.use(renewal.tokens);
        QCOMPARE(scene.renew(later).outcome, Outcome::Reused);
    }

    void noTokenLiesInTheStore()
    {
        const TokenScene scene;
        const auto session = scene.storage->sessionOf(scene.device)->value();
        QCOMPARE(session.refresh, sha256(scene.newest.refresh));
        QVERIFY(scene.storage->accessToken(sha256(scene.newest.access))->has_value());
        QVERIFY(!scene.storage->accessToken(scene.newest.access)->has_value());
    }

    void theConnectionAsksForTheProofOfTheDevice()
    {
        ServerBench bench;
        bench.enrol(u"awa"_s, "awa");
        const auto greet = [&](const QByteArray& token, const QByteArray& secret) {
            const SessionId session = bench.connectSocket();
            Wire::Hello hello;
            hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
            hello.token = token;
            bench.send(session, hello);
            const auto challenge = bench.expect<Wire::Challenge>(session);
            if (challenge.nonce.size() != Wire::ChallengeSize)
                qFatal("no challenge");
            bench.send(session, Wire::Proof{Wire::helloProof(secret, challenge.nonce, sha256(token))});
            return session;
        };
        bench.expect<Wire::Welcome>(greet("awa", Tests::DeviceSecret));
        QCOMPARE(bench.expect<Wire::Bye>(greet("awa", QByteArray(32, 'x'))).code, u"token"_s);
        QCOMPARE(bench.expect<Wire::Bye>(greet("awa", {})).code, u"token"_s);
        // Nobody learns whether a token exists.
        QCOMPARE(bench.expect<Wire::Bye>(greet("stolen", Tests::DeviceSecret)).code, u"expired"_s);
    }

    void aProofOfAnotherConnectionDoesNotCount()
    {
        ServerBench bench;
        bench.enrol(u"awa"_s, "awa");
        Wire::Hello hello;
        hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
        hello.token = "awa";
        const SessionId first = bench.connectSocket();
        bench.send(first, hello);
        const Wire::Proof heard{Wire::helloProof(Tests::DeviceSecret, bench.expect<Wire::Challenge>(first).nonce,
                                                 sha256(QByteArray("awa")))};
        const SessionId second = bench.connectSocket();
        bench.send(second, hello);
        bench.expect<Wire::Challenge>(second);
        bench.send(second, heard);
        QCOMPARE(bench.expect<Wire::Bye>(second).code, u"token"_s);
        const SessionId third = bench.connectSocket();
        bench.send(third, heard);
        QCOMPARE(bench.expect<Wire::Bye>(third).code, u"malformed"_s);
    }

    void aConnectionLivesAsLongAsItsTokenAndTheNextOne()
    {
        ServerBench bench;
        const auto device = bench.enrol(u"awa"_s, "awa");
        bench.enrol(u"marc"_s, "marc");
        const auto session = bench.engine().storage().sessionOf(device)->value();
        const auto give = [&](const QByteArray& token, UtcMs life) {
            return bench.engine()
                .storage()
                .putAccessToken({sha256(token), device, session.family, session.refresh, bench.clock.now() + life})
                .has_value();
        };
        QVERIFY(give("first", 60'000));
        const SessionId awa = bench.join("first");
        QCOMPARE(bench.expect<Wire::Welcome>(awa).tokenEndsAt, bench.clock.now() + 60'000);
        QVERIFY(give("second", 90'000));
        bench.send(awa, Wire::Token{"second"});
        QCOMPARE(bench.expect<Wire::Renewed>(awa).tokenEndsAt, bench.clock.now() + 90'000);
        bench.advance(60'001);
        QVERIFY(!bench.isClosed(awa));
        bench.send(awa, Wire::Ping{1});
        bench.expect<Wire::Pong>(awa);
        bench.advance(30'000);
        QCOMPARE(bench.expect<Wire::Bye>(awa).code, u"expired"_s);
        QVERIFY(bench.isClosed(awa));
    }

    void theTokenOfAnotherDeviceDoesNotRenewAConnection()
    {
        ServerBench bench;
        bench.enrol(u"awa"_s, "awa");
        bench.enrol(u"awa"_s, "laptop");
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        bench.send(awa, Wire::Token{"laptop"});
        QCOMPARE(bench.expect<Wire::Bye>(awa).code, u"expired"_s);
    }

    void signingADeviceOutEndsItsConnections()
    {
        ServerBench bench;
        const auto device = bench.enrol(u"awa"_s, "awa");
        bench.enrol(u"awa"_s, "laptop");
        const SessionId rows = bench.join("awa");
        const SessionId files = bench.join("awa", 0, SocketKind::Blobs);
        const SessionId other = bench.join("laptop");
        for (const SessionId session : {rows, files, other})
            bench.expect<Wire::Welcome>(session);
        QVERIFY(*SessionTokens(bench.engine().storage(), bench.clock.now()).revoke(device));
        bench.advance(1000);
        QCOMPARE(bench.expect<Wire::Bye>(rows).code, u"revoked"_s);
        QCOMPARE(bench.expect<Wire::Bye>(files).code, u"revoked"_s);
        QVERIFY(bench.quiet(other));
        QCOMPARE(bench.expect<Wire::Bye>(bench.join("awa")).code, u"expired"_s);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::SessionTokensTest)
#include "tst_sessiontokens.moc"
