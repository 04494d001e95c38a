// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "sync/client/clientcore.h"
#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"

#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

/// Drives the machine by hand and writes down, in short words, what it wants.
class Talk {
public:
    Talk() : core({u"test 1"_s, 1, 7}) {}

    QStringList tell(ClientEvent event)
    {
        actions = core.on(std::move(event), now);
        QStringList words;
        for (const ClientAction& action : actions)
            words.append(std::visit([](const auto& one) { return word(one); }, action));
        return words;
    }
    QStringList hear(Wire::ServerMessage message) { return tell(SyncEvent::Received{std::move(message)}); }

    /// Up to the moment in which both sides know each other.
    void connect(qint64 cursor = 0, qint64 serverSeq = 0, const QByteArray& serverEpoch = "epoch")
    {
        tell(SyncEvent::Wanted{true});
        ++link;
        tell(SyncEvent::Opened{});
        tell(identified(cursor));
        hear(welcome(serverSeq, serverEpoch));
    }
    /// Likewise, with this much of a snapshot from earlier.
    void connectWith(const SnapshotPart& part, const QByteArray& view = {})
    {
        tell(SyncEvent::Wanted{true});
        ++link;
        tell(SyncEvent::Opened{});
        SyncEvent::Identified known = identified(0);
        known.part = part;
        known.view = view;
        tell(known);
        hello = std::get<Wire::Hello>(std::get<SyncAction::Send>(actions.back()).message);
        hear(welcome());
        tell(SyncEvent::Resumed{link});
        tell(SyncEvent::Taken{link, {}});
    }
    /// And on until the outbox was found empty.
    void run(qint64 cursor = 0, qint64 serverSeq = 0)
    {
        connect(cursor, serverSeq);
        tell(SyncEvent::Resumed{link});
        tell(SyncEvent::Taken{link, {}});
    }

    SyncEvent::Identified identified(qint64 cursor) const
    {
        return {link, "token", QByteArray(16, 'd'), "epoch", 5, cursor, 10, {}, QByteArray(32, 's')};
    }
    static Wire::Welcome welcome(qint64 seq = 0, const QByteArray& epoch = "epoch")
    {
        Wire::Welcome welcome;
        welcome.protocol = Wire::ProtocolMax;
        welcome.epoch = epoch;
        welcome.seq = seq;
        welcome.pushedOpid = 9;
        welcome.serverTime = 1'000'000;
        welcome.dealership = QByteArray(16, 'd');
        return welcome;
    }
    void pass(qint64 msecs)
    {
        now.steady += msecs;
        now.wall += msecs;
    }

    ClientCore core;
    SyncTime now{1, 1'000'000};
    int link = 0;
    std::vector<ClientAction> actions;
    Wire::Hello hello;  ///< of connectWith()

private:
    static QString word(const SyncAction::Connect&) { return u"connect"_s; }
    static QString word(const SyncAction::Disconnect&) { return u"disconnect"_s; }
    static QString word(const SyncAction::Identify&) { return u"identify"_s; }
    static QString word(const SyncAction::Resume& action)
    {
        return u"resume %1%2"_s.arg(action.pushedOpid).arg(action.startOver ? u" from 0"_s : QString());
    }
    static QString word(const SyncAction::Take& action) { return u"take after %1"_s.arg(action.after); }
    static QString word(const SyncAction::Acknowledge& action)
    {
        return u"acknowledge %1, %2 exceptions"_s.arg(action.upto).arg(action.exceptions.size());
    }
    static QString word(const SyncAction::Apply& action)
    {
        return u"apply %1 rows upto %2"_s.arg(action.rows.size()).arg(action.upto);
    }
    static QString word(const SyncAction::Answered& action)
    {
        return action.error ? u"no answer to %1: %2"_s.arg(action.number).arg(static_cast<int>(action.error->code))
                            : u"answer to %1: %2"_s.arg(action.number).arg(QString::fromUtf8(action.body));
    }
    static QString word(const SyncAction::BeginSnapshot&) { return u"begin snapshot"_s; }
    static QString word(const SyncAction::KeepPiece& action) { return u"keep %1 bytes"_s.arg(action.data.size()); }
    static QString word(const SyncAction::InstallSnapshot& action)
    {
        return u"install %1 rows"_s.arg(action.snapshot.rows);
    }
    static QString word(const SyncAction::DropSnapshot&) { return u"drop snapshot"_s; }
    static QString word(const SyncAction::DropToken&) { return u"drop the token"_s; }
    static QString word(const SyncAction::EndLease&) { return u"end the lease"_s; }
    static QString word(const SyncAction::SetClockOffset& action) { return u"offset %1"_s.arg(action.msecs); }
    static QString word(const SyncAction::Send& action)
    {
        if (const auto* hello = std::get_if<Wire::Hello>(&action.message))
            return u"hello from %1"_s.arg(hello->cursor);
        if (const auto* push = std::get_if<Wire::Push>(&action.message))
            return u"push %1 to %2"_s.arg(push->ops.front().opid).arg(push->ops.back().opid);
        if (const auto* ack = std::get_if<Wire::Ack>(&action.message))
            return u"ack %1"_s.arg(ack->seq);
        if (const auto* proof = std::get_if<Wire::Proof>(&action.message))
            return proof->mac == Wire::helloProof(QByteArray(32, 's'), "nonce", sha256(QByteArray("token")))
                       ? u"right proof"_s
                       : u"wrong proof"_s;
        if (const auto* request = std::get_if<Wire::Request>(&action.message))
            return u"request %1 %2"_s.arg(request->number).arg(request->name);
        if (const auto* token = std::get_if<Wire::Token>(&action.message))
            return u"token "_s + QString::fromLatin1(token->token);
        if (const auto* take = std::get_if<Wire::Take>(&action.message))
            return u"take %1 from %2"_s.arg(take->count).arg(take->piece);
        return std::holds_alternative<Wire::Ping>(action.message) ? u"ping"_s : u"other"_s;
    }
};

std::vector<OutboxOp> ops(qint64 from, qint64 upto)
{
    std::vector<OutboxOp> list;
    for (qint64 opid = from; opid <= upto; ++opid) {
        OutboxOp op;
        op.opid = opid;
        op.table = 3;
        op.id = Uuid::create();
        op.fields.push_back({1, u"x"_s, {}});
        list.push_back(op);
    }
    return list;
}

Wire::Page page(qint64 upto, size_t rows = 1, bool more = false)
{
    return {upto, more, std::vector<Wire::Row>(rows)};
}

const QByteArray SnapshotSha(32, 's');

/// Of so many pieces, the last one of ten bytes.
Wire::Snapshot offer(int pieces)
{
    return {SnapshotSha, (pieces - 1) * Wire::PieceSize + 10, 40'000'000, 100'000, 500, "view"};
}

Wire::Piece piece(std::uint32_t number, qsizetype size = Wire::PieceSize)
{
    return {SnapshotSha, number, QByteArray(size, 'x')};
}

}  // namespace

/// The conversation without sockets, timers, threads and stores.
class TestClientCore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void provesThatTheTokenIsItsOwn()
    {
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        ++talk.link;
        QVERIFY2(talk.hear(Wire::Challenge{"nonce"}).isEmpty(), "nobody was greeted yet");
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(0));
        QCOMPARE(talk.hear(Wire::Challenge{"nonce"}), QStringList{u"right proof"_s});
        talk.hear(Talk::welcome());
        QCOMPARE(talk.core.link(), SyncStatus::Link::Online);
    }

    void handsNewerTokensOnWhileTheConnectionGoesOn()
    {
        Talk talk;
        QVERIFY(talk.tell(SyncEvent::TokenRenewed{"next"}).isEmpty());
        talk.run();
        QCOMPARE(talk.tell(SyncEvent::TokenRenewed{"next"}), QStringList{u"token next"_s});
    }

    void asksAndHandsTheAnswerOn()
    {
        Talk talk;
        talk.run();
        QCOMPARE(talk.tell(SyncEvent::Asked{1, u"devices.list"_s, "{}"}), QStringList{u"request 1 devices.list"_s});
        QVERIFY2(talk.hear(Wire::Answer{2, {}, "{}"}).isEmpty(), "nobody asked that");
        QCOMPARE(talk.hear(Wire::Answer{1, {}, "{\"a\":1}"}), QStringList{u"answer to 1: {\"a\":1}"_s});
        QVERIFY2(talk.hear(Wire::Answer{1, {}, "{}"}).isEmpty(), "it was answered");
    }

    void saysWhyARequestWasNotDone_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorCode>("expected");
        QTest::newRow("no access") << u"no_access"_s << ErrorCode::NotAllowed;
        QTest::newRow("unknown to this server") << u"unknown"_s << ErrorCode::RequestTooNew;
        QTest::newRow("store in trouble") << u"fault"_s << ErrorCode::ServerFault;
        QTest::newRow("anything else") << u"last_owner"_s << ErrorCode::RequestRefused;
    }

    void saysWhyARequestWasNotDone()
    {
        QFETCH(const QString, code);
        QFETCH(const ErrorCode, expected);
        Talk talk;
        talk.run();
        talk.tell(SyncEvent::Asked{1, u"x"_s, {}});
        QCOMPARE(talk.hear(Wire::Answer{1, code, {}}),
                 QStringList{u"no answer to 1: %1"_s.arg(static_cast<int>(expected))});
    }

    void aRequestIsAnsweredNowOrNotAtAll()
    {
        const QString needsServer = u"no answer to 1: %1"_s.arg(static_cast<int>(ErrorCode::RequestNeedsServer));
        Talk talk;
        QCOMPARE(talk.tell(SyncEvent::Asked{1, u"x"_s, {}}), QStringList{needsServer});
        talk.run();
        talk.tell(SyncEvent::Asked{1, u"x"_s, {}});
        // It went out: nobody knows whether it was done.
        QCOMPARE(talk.tell(SyncEvent::Closed{}),
                 QStringList{u"no answer to 1: %1"_s.arg(static_cast<int>(ErrorCode::RequestUnanswered))});
        QCOMPARE(talk.tell(SyncEvent::Asked{1, u"x"_s, {}}), QStringList{needsServer});
    }

    void asksAFewAtATime()
    {
        Talk talk;
        talk.run();
        for (int i = 1; i <= Wire::MaxRequestsAhead; ++i)
            QCOMPARE(talk.tell(SyncEvent::Asked{i, u"x"_s, {}}), QStringList{u"request %1 x"_s.arg(i)});
        QVERIFY(talk.tell(SyncEvent::Asked{100, u"x"_s, {}}).isEmpty());
        QCOMPARE(talk.hear(Wire::Answer{1, {}, "{}"}), (QStringList{u"answer to 1: {}"_s, u"request 100 x"_s}));
    }

    void saysWhoSignedItOutWhereTheServerTells_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QString>("who");
        QTest::newRow("tells") << Wire::ProtocolWithRequests << u"Mona"_s;
        QTest::newRow("older: words for support") << Wire::ProtocolWithRequests - 1 << QString();
    }

    void saysWhoSignedItOutWhereTheServerTells()
    {
        QFETCH(const int, protocol);
        QFETCH(const QString, who);
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        ++talk.link;
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(0));
        Wire::Welcome welcome = Talk::welcome();
        welcome.protocol = protocol;
        talk.hear(welcome);
        talk.hear(Wire::Bye{u"revoked"_s, u"Mona"_s, 0});
        QCOMPARE(talk.core.error(), (Error{ErrorCode::DeviceSignedOut, {}, who}));
    }

    void anOlderServerIsNotAsked()
    {
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        ++talk.link;
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(0));
        Wire::Welcome welcome = Talk::welcome();
        welcome.protocol = Wire::ProtocolWithRequests - 1;
        talk.hear(welcome);
        QCOMPARE(talk.tell(SyncEvent::Asked{1, u"x"_s, {}}),
                 QStringList{u"no answer to 1: %1"_s.arg(static_cast<int>(ErrorCode::RequestTooNew))});
    }

    void renewsATokenThatHasEndedAndComesBack()
    {
        Talk talk;
        talk.run();
        talk.pass(10'000);
        QCOMPARE(talk.hear(Wire::Bye{u"expired"_s, {}, 0}),
                 (QStringList{u"drop the token"_s, u"disconnect"_s, u"connect"_s}));
        QVERIFY(!talk.core.error());
        // A server that goes on saying so is not asked without end.
        ++talk.link;
        ++talk.link;
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(0));
        talk.hear(Wire::Bye{u"expired"_s, {}, 0});
        QCOMPARE(talk.core.link(), SyncStatus::Link::Waiting);
    }

    void aSignInThatIsOverStopsTheTrying_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<SyncStatus::Link>("link");
        QTest::newRow("unknown") << ErrorCode::NotSignedIn << SyncStatus::Link::SignedOut;
        QTest::newRow("revoked") << ErrorCode::DeviceSignedOut << SyncStatus::Link::SignedOut;
        QTest::newRow("disabled") << ErrorCode::AccountDisabled << SyncStatus::Link::Refused;
        QTest::newRow("away") << ErrorCode::ServerUnreachable << SyncStatus::Link::Waiting;
    }

    void aSignInThatIsOverStopsTheTrying()
    {
        QFETCH(const ErrorCode, code);
        QFETCH(const SyncStatus::Link, link);
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        talk.tell(SyncEvent::TokenRefused{{code, {}, {}}});
        QCOMPARE(talk.core.link(), link);
        QCOMPARE(talk.core.error()->code, code);
        QCOMPARE(talk.core.wakeAt() == 0, link == SyncStatus::Link::SignedOut);
    }

    void saysThatThisComputerWasSignedOut()
    {
        Talk talk;
        talk.run();
        talk.hear(Wire::Bye{u"revoked"_s, {}, 0});
        QCOMPARE(talk.core.link(), SyncStatus::Link::SignedOut);
        QCOMPARE(talk.core.error()->code, ErrorCode::DeviceSignedOut);
        QCOMPARE(talk.core.wakeAt(), 0);
    }

    void greetsReadsAndSends()
    {
        Talk talk;
        QCOMPARE(talk.tell(SyncEvent::Wanted{true}), QStringList{u"connect"_s});
        talk.link = 1;
        QCOMPARE(talk.tell(SyncEvent::Opened{}), QStringList{u"identify"_s});
        QCOMPARE(talk.tell(talk.identified(4)), QStringList{u"hello from 4"_s});
        QCOMPARE(talk.core.link(), SyncStatus::Link::Connecting);
        QCOMPARE(talk.hear(Talk::welcome(6)), QStringList({u"offset 0"_s, u"resume 9"_s}));
        QCOMPARE(talk.core.link(), SyncStatus::Link::Online);
        QCOMPARE(talk.tell(SyncEvent::Resumed{1}), QStringList{u"take after 0"_s});
        QCOMPARE(talk.tell(SyncEvent::Taken{1, ops(10, 12)}), QStringList{u"push 10 to 12"_s});
        QCOMPARE(talk.hear(page(6)), QStringList{u"apply 1 rows upto 6"_s});
        QCOMPARE(talk.hear(Wire::Pushed{12, 7, {}}),
                 QStringList({u"acknowledge 12, 0 exceptions"_s, u"take after 12"_s}));
        QCOMPARE(talk.tell(SyncEvent::Applied{1}), QStringList{u"ack 6"_s});
        QVERIFY(!talk.core.isSettled());
        talk.tell(SyncEvent::Acknowledged{1});
        talk.tell(SyncEvent::Taken{1, {}});
        QVERIFY(talk.core.isSettled());
    }

    void aPageIsAppliedBeforeItIsAcknowledgedAndOnlyOneAtATime()
    {
        Talk talk;
        talk.run(0, 9);
        QCOMPARE(talk.hear(page(3, 1, true)), QStringList{u"apply 1 rows upto 3"_s});
        QCOMPARE(talk.hear(page(6, 2, true)), QStringList());
        QCOMPARE(talk.hear(page(9, 3)), QStringList());
        QVERIFY(talk.core.receiving());
        // What came meanwhile goes into one transaction, and each page has its own ack.
        QCOMPARE(talk.tell(SyncEvent::Applied{talk.link}), QStringList({u"ack 3"_s, u"apply 5 rows upto 9"_s}));
        QCOMPARE(talk.tell(SyncEvent::Applied{talk.link}), QStringList({u"ack 6"_s, u"ack 9"_s}));
        QVERIFY(talk.core.isSettled());
    }

    void receivingDoesNotWaitForSending()
    {
        Talk talk;
        talk.run();
        talk.tell(SyncEvent::OutboxChanged{});
        talk.tell(SyncEvent::Taken{talk.link, ops(10, 10)});
        QCOMPARE(talk.hear(page(5)), QStringList{u"apply 1 rows upto 5"_s});
        QCOMPARE(talk.tell(SyncEvent::Applied{talk.link}), QStringList{u"ack 5"_s});
    }

    void largeBatchesFollowEachOtherSmallOnesWait()
    {
        Talk talk;
        talk.run();
        QCOMPARE(talk.tell(SyncEvent::OutboxChanged{}), QStringList{u"take after 0"_s});
        QCOMPARE(talk.tell(SyncEvent::Taken{talk.link, ops(10, 109)}),
                 QStringList({u"push 10 to 109"_s, u"take after 109"_s}));
        QCOMPARE(talk.tell(SyncEvent::Taken{talk.link, ops(110, 110)}), QStringList{u"push 110 to 110"_s});
        QCOMPARE(talk.tell(SyncEvent::OutboxChanged{}), QStringList());
        QCOMPARE(talk.hear(Wire::Pushed{109, 1, {}}), QStringList{u"acknowledge 109, 0 exceptions"_s});
        QCOMPARE(talk.hear(Wire::Pushed{110, 2, {}}),
                 QStringList({u"acknowledge 110, 0 exceptions"_s, u"take after 110"_s}));
    }

    void theAnswerToARepetitionConcernsThatBatchOnly()
    {
        Talk talk;
        talk.run();
        talk.tell(SyncEvent::OutboxChanged{});
        talk.tell(SyncEvent::Taken{talk.link, ops(1, 50)});
        talk.tell(SyncEvent::Taken{talk.link, ops(51, 100)});
        QVERIFY(talk.hear(Wire::Pushed{100, 9, {}}).contains(u"acknowledge 50, 0 exceptions"_s));
        QVERIFY(talk.hear(Wire::Pushed{100, 9, {{77, Wire::OpException::Status::Rejected, u"no_access"_s, {}}}})
                    .contains(u"acknowledge 100, 1 exceptions"_s));
    }

    void whatNoMessageCanHoldIsRefusedHereAndTakesItsNumber()
    {
        Talk talk;
        talk.run();
        talk.tell(SyncEvent::OutboxChanged{});
        auto list = ops(10, 11);
        list[0].create = true;
        list[0].fields[0].value = QByteArray(2'000'000, 'x');
        QCOMPARE(talk.tell(SyncEvent::Taken{talk.link, list}), QStringList{u"push 10 to 11"_s});
        const auto& push = std::get<Wire::Push>(std::get<SyncAction::Send>(talk.actions[0]).message);
        QVERIFY(push.ops[0].fields.empty());
        QCOMPARE(push.ops[0].kind, Wire::Op::Kind::Delete);
        QVERIFY(talk.hear(Wire::Pushed{11, 3, {}}).contains(u"acknowledge 11, 1 exceptions"_s));
    }

    void waitsForAPersonWhereTheCertificateIsAnother()
    {
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        QCOMPARE(talk.tell(SyncEvent::Closed{Error{ErrorCode::CertificateChanged, u"lot"_s, u"3F2A"_s}}),
                 QStringList());
        QCOMPARE(talk.core.link(), SyncStatus::Link::Refused);
        QVERIFY(talk.core.error() && talk.core.error()->code == ErrorCode::CertificateChanged);
        // The right server may be back.
        QVERIFY(talk.core.wakeAt() - talk.now.steady >= 60'000);
        QCOMPARE(talk.tell(SyncEvent::TryNow{}), QStringList{u"connect"_s});
    }

    void comesBackByItselfEverLater()
    {
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        qint64 longest = 0;
        for (int attempt = 0; attempt < 20; ++attempt) {
            QCOMPARE(talk.tell(SyncEvent::Closed{Error{ErrorCode::ServerUnreachable, {}, {}}}), QStringList());
            QCOMPARE(talk.core.link(), SyncStatus::Link::Waiting);
            QVERIFY(talk.core.error());
            const qint64 wait = talk.core.wakeAt() - talk.now.steady;
            QCOMPARE(talk.core.nextTryAt() - talk.now.wall, wait);
            QVERIFY(wait >= 500 && wait <= std::min<qint64>(60'000, 1'000LL << std::min(attempt, 10)));
            longest = std::max(longest, wait);
            talk.pass(wait - 1);
            QCOMPARE(talk.tell(SyncEvent::Woken{}), QStringList());
            talk.pass(1);
            QCOMPARE(talk.tell(SyncEvent::Woken{}), QStringList{u"connect"_s});
        }
        QVERIFY(longest > 20'000);
    }

    void doesNotComeBackBeforeTheServerAllows()
    {
        Talk talk;
        talk.run();
        talk.hear(Wire::Bye{u"rate"_s, {}, 40'000});
        QVERIFY(talk.core.wakeAt() - talk.now.steady >= 40'000);
        QCOMPARE(talk.core.error()->code, ErrorCode::RateLimited);
        QCOMPARE(talk.tell(SyncEvent::TryNow{}), QStringList{u"connect"_s});
    }

    void aTokenThatIsNotKnownEndsTheAttempts()
    {
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        talk.link = 1;
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(0));
        talk.hear(Wire::Bye{u"token"_s, {}, 0});
        QCOMPARE(talk.core.link(), SyncStatus::Link::SignedOut);
        QCOMPARE(talk.core.wakeAt(), 0);
    }

    void versionsThatDoNotMeetAreToldApart()
    {
        for (const auto& [reason, code] : {std::pair{u"this server speaks 2 to 3"_s, ErrorCode::ProtocolTooOld},
                                           std::pair{u"this server speaks 0 to 0"_s, ErrorCode::ProtocolTooNew}}) {
            Talk talk;
            talk.tell(SyncEvent::Wanted{true});
            talk.link = 1;
            talk.tell(SyncEvent::Opened{});
            talk.tell(talk.identified(0));
            talk.hear(Wire::Bye{u"protocol"_s, reason, 0});
            QCOMPARE(talk.core.link(), SyncStatus::Link::Refused);
            QCOMPARE(talk.core.error()->code, code);
        }
    }

    void anotherDealershipIsRefused()
    {
        Talk talk;
        talk.tell(SyncEvent::Wanted{true});
        talk.link = 1;
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(0));
        Wire::Welcome other = Talk::welcome();
        other.dealership = QByteArray(16, 'e');
        QCOMPARE(talk.hear(other), QStringList{u"disconnect"_s});
        QCOMPARE(talk.core.error()->code, ErrorCode::OtherDealership);
    }

    void startsOverWhenTheServerWasRestored()
    {
        Talk talk;
        talk.connect(100, 50, "another");
        QVERIFY(std::get<SyncAction::Resume>(talk.actions.back()).startOver);
        Talk sameEpoch;
        sameEpoch.connect(100, 50);
        QVERIFY(std::get<SyncAction::Resume>(sameEpoch.actions.back()).startOver);
        Talk usual;
        usual.connect(50, 100);
        QVERIFY(!std::get<SyncAction::Resume>(usual.actions.back()).startOver);
    }

    void aDeadConnectionIsNoticed()
    {
        Talk talk;
        talk.run();
        talk.pass(20'000);
        QCOMPARE(talk.tell(SyncEvent::Woken{}), QStringList{u"ping"_s});
        talk.pass(15'000);
        QCOMPARE(talk.tell(SyncEvent::Woken{}), QStringList{u"disconnect"_s});
        QCOMPARE(talk.core.link(), SyncStatus::Link::Waiting);
    }

    void theClockComesFromTheQuickestAnswer()
    {
        Talk talk;
        talk.run();
        talk.pass(20'000);
        talk.tell(SyncEvent::Woken{});
        talk.pass(400);
        // Welcome came without delay, so it stays the better witness.
        QCOMPARE(talk.hear(Wire::Pong{0, talk.now.wall + 5'000}), QStringList{u"offset 0"_s});
        // Somebody sets the clock: what was known before is worth nothing.
        talk.now.wall -= 3'600'000;
        talk.pass(20'000);
        talk.tell(SyncEvent::Woken{});
        talk.pass(100);
        QCOMPARE(talk.hear(Wire::Pong{0, talk.now.wall + 3'600'000}), QStringList{u"offset 3600050"_s});
    }

    void answersOfAnEarlierConnectionAreIgnored()
    {
        Talk talk;
        talk.run(0, 5);
        talk.hear(page(5));
        const int earlier = talk.link;
        talk.tell(SyncEvent::Closed{});
        talk.tell(SyncEvent::TryNow{});
        QCOMPARE(talk.tell(SyncEvent::Applied{earlier}), QStringList());
        QCOMPARE(talk.tell(SyncEvent::Taken{earlier, ops(10, 10)}), QStringList());
        QCOMPARE(talk.tell(SyncEvent::StoreFailed{earlier, {}}), QStringList());
        QCOMPARE(talk.core.link(), SyncStatus::Link::Connecting);
    }

    void aFullDiskStopsTheConversationWithoutAnAck()
    {
        Talk talk;
        talk.run(0, 5);
        talk.hear(page(5));
        QCOMPARE(talk.tell(SyncEvent::StoreFailed{talk.link, {ErrorCode::DiskFull, {}, {}}}),
                 QStringList{u"disconnect"_s});
        QCOMPARE(talk.core.error()->code, ErrorCode::DiskFull);
        QVERIFY(talk.core.wakeAt() - talk.now.steady >= 30'000);
    }

    void workingOfflineClosesAndComingBackConnects()
    {
        Talk talk;
        talk.run();
        QCOMPARE(talk.tell(SyncEvent::Wanted{false}), QStringList{u"disconnect"_s});
        QCOMPARE(talk.core.wakeAt(), 0);
        QCOMPARE(talk.tell(SyncEvent::Wanted{true}), QStringList{u"connect"_s});
    }

    void quickSingleEditsStayBelowTheServersRate()
    {
        Talk talk;
        talk.run();
        int pushes = 0;
        for (qint64 opid = 10; talk.now.steady < 10'000; ++opid) {
            talk.pass(1);
            if (!talk.tell(SyncEvent::OutboxChanged{}).contains(u"take after %1"_s.arg(pushes == 0 ? 0 : opid - 1))) {
                --opid;
                continue;
            }
            talk.tell(SyncEvent::Taken{talk.link, ops(opid, opid)});
            talk.hear(Wire::Pushed{opid, opid, {}});
            talk.tell(SyncEvent::Acknowledged{talk.link});
            talk.tell(SyncEvent::Taken{talk.link, {}});
            ++pushes;
        }
        QVERIFY(pushes > 900 && pushes <= 1'250);
    }

    void takesASnapshotInPiecesAndComesBackWithIt()
    {
        using Stage = SnapshotStatus::Stage;
        Talk talk;
        talk.connectWith({});
        QCOMPARE(talk.hello.snapshots, Wire::SnapshotFormat);
        QVERIFY(talk.hello.snapshotHere.isEmpty());
        QVERIFY(talk.core.isSettled());
        talk.hear(Wire::Making{10, 100});
        QVERIFY(!talk.core.isSettled());
        QVERIFY(talk.core.receiving());
        QCOMPARE(talk.core.snapshot(), (SnapshotStatus{Stage::Making, 10, 100, 0}));

        QCOMPARE(talk.hear(offer(11)), (QStringList{u"begin snapshot"_s, u"take 4 from 0"_s, u"take 4 from 4"_s}));
        const QString kept = u"keep %1 bytes"_s.arg(Wire::PieceSize);
        for (std::uint32_t i = 0; i < 3; ++i)
            QCOMPARE(talk.hear(piece(i)), QStringList{kept});
        QCOMPARE(talk.core.snapshot(),
                 (SnapshotStatus{Stage::Receiving, 3 * Wire::PieceSize, offer(11).packedSize, 0}));
        QCOMPARE(talk.hear(piece(3)), (QStringList{kept, u"take 3 from 8"_s}));
        // Pages and edits go on meanwhile.
        QCOMPARE(talk.hear(page(400)), QStringList{u"apply 1 rows upto 400"_s});
        QCOMPARE(talk.tell(SyncEvent::OutboxChanged{}), QStringList{u"take after 0"_s});
        for (std::uint32_t i = 4; i < 10; ++i)
            QCOMPARE(talk.hear(piece(i)), QStringList{kept});
        QVERIFY2(talk.hear(piece(10)).isEmpty(), "the last one is shorter");
        // The page comes first: it might be about what is not in the snapshot.
        QCOMPARE(talk.hear(piece(10, 10)), QStringList{u"keep 10 bytes"_s});
        QCOMPARE(talk.core.snapshot().stage, Stage::Storing);
        QCOMPARE(talk.tell(SyncEvent::Applied{talk.link}), (QStringList{u"ack 400"_s, u"install 100000 rows"_s}));
        QVERIFY2(talk.hear(page(600)).isEmpty(), "it comes again");
        QVERIFY(!talk.core.isSettled());
        QCOMPARE(talk.tell(SyncEvent::SnapshotInstalled{talk.link}), (QStringList{u"disconnect"_s, u"connect"_s}));

        ++talk.link;
        ++talk.link;
        talk.tell(SyncEvent::Opened{});
        talk.tell(talk.identified(500));
        talk.hear(Talk::welcome(500));
        // Rows of this person alone may follow, of which welcome says nothing.
        QCOMPARE(talk.tell(SyncEvent::Resumed{talk.link}), (QStringList{u"ping"_s, u"take after 0"_s}));
        talk.tell(SyncEvent::Taken{talk.link, {}});
        QVERIFY(!talk.core.isSettled());
        talk.hear(Wire::Pong{talk.now.wall, talk.now.wall});
        QVERIFY(talk.core.isSettled());
    }

    void goesOnWithASnapshotAfterACut()
    {
        Talk talk;
        talk.connectWith({SnapshotSha, 9});
        QCOMPARE(talk.hello.snapshotHere, SnapshotSha);
        QCOMPARE(talk.hear(offer(11)), (QStringList{u"begin snapshot"_s, u"take 2 from 9"_s}));
        QVERIFY2(talk.hear(piece(0)).isEmpty(), "that one is here");
    }

    void aCompleteSnapshotIsNotTakenAgain()
    {
        Talk talk;
        talk.connectWith({SnapshotSha, 11});
        QCOMPARE(talk.hear(offer(11)), (QStringList{u"begin snapshot"_s, u"install 100000 rows"_s}));
    }

    void whatBeganOfAnotherSnapshotIsOfNoUse()
    {
        Talk talk;
        talk.connectWith({QByteArray(32, 'o'), 9});
        QCOMPARE(talk.hear(offer(2)), (QStringList{u"begin snapshot"_s, u"take 2 from 0"_s}));
    }

    void aSnapshotThatIsGoneIsForgottenAndPagesFollow()
    {
        Talk talk;
        talk.connectWith({SnapshotSha, 9});
        talk.hear(Wire::Making{0, 100});
        // Another one is on its way.
        QCOMPARE(talk.hear(Wire::Gone{SnapshotSha}), QStringList{u"drop snapshot"_s});
        QVERIFY(talk.core.receiving());
        talk.hear(offer(3));
        QCOMPARE(talk.hear(Wire::Gone{SnapshotSha}), QStringList{u"drop snapshot"_s});
        QVERIFY(!talk.core.receiving());
        QVERIFY2(talk.hear(piece(0)).isEmpty(), "nobody waits for it");
        QCOMPARE(talk.hear(page(5)), QStringList{u"apply 1 rows upto 5"_s});
    }

    void aSnapshotOfNoUseIsNotAskedForAgain()
    {
        Talk talk;
        talk.connectWith({});
        talk.hear(offer(1));
        QCOMPARE(talk.hear(piece(0, 10)), (QStringList{u"keep 10 bytes"_s, u"install 100000 rows"_s}));
        QCOMPARE(talk.tell(SyncEvent::SnapshotUnusable{talk.link, {ErrorCode::MessageMalformed, {}, {}}}),
                 (QStringList{u"drop snapshot"_s, u"disconnect"_s, u"connect"_s}));
        ++talk.link;
        ++talk.link;
        talk.tell(SyncEvent::Opened{});
        SyncEvent::Identified known = talk.identified(0);
        known.part = {SnapshotSha, 1};
        talk.tell(known);
        const auto& hello = std::get<Wire::Hello>(std::get<SyncAction::Send>(talk.actions.back()).message);
        QCOMPARE(hello.snapshots, 0);
        QVERIFY(hello.snapshotHere.isEmpty());
        talk.hear(Talk::welcome());
        talk.tell(SyncEvent::Resumed{talk.link});
        QVERIFY2(talk.hear(offer(1)).isEmpty(), "it was not asked for");
        QCOMPARE(talk.hear(page(5)), QStringList{u"apply 1 rows upto 5"_s});
    }

    void aStoreOfWhichNobodyKnowsWhatItHoldsTakesNoSnapshot()
    {
        Talk talk;
        talk.connectWith({}, "?");
        QCOMPARE(talk.hello.snapshots, 0);
    }
};

QTEST_GUILESS_MAIN(TestClientCore)
#include "tst_clientcore.moc"
