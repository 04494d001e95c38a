// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/sha256.h"
#include "models/store/schema.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "sync/server/accounts.h"
#include "sync/server/servercore.h"
#include "sync/server/storageengine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/signedindevice.h"
#include "tests/sync/serverstores.h"

#include <QHash>
#include <QTest>

#include <deque>

namespace Forecourt::Tests {

/// The real core over the real storage, without sockets, threads or time: messages go in by hand, and everything that
/// follows from them has happened when a call returns.
class ServerBench {
public:
    explicit ServerBench(ServerCore::Options options = {}, StoreKind kind = storeUnderTest())
        : store(kind), m_options(std::move(options))
    {
        restart();
    }

    /// Ends the server without a word and starts it again on the same store.
    void restart()
    {
        m_core.reset();
        m_engine.reset();
        m_inboxes.clear();
        fileActions.clear();
        m_engine = std::make_unique<StorageEngine>(store.open(), Schema::current(), clock);
        if (!m_engine->prepare())
            qFatal("test server: scopes");
        m_core = std::make_unique<ServerCore>(m_options);
    }

    StorageEngine& engine() { return *m_engine; }
    ServerCore& core() { return *m_core; }

    /// An account and a device on which it is signed in for ever; the access token is the device's name.
    std::uint32_t enrol(const QString& login, const QByteArray& token, const QString& role = QStringLiteral("sales"),
                        std::vector<Uuid> locations = {})
    {
        ServerStorage& storage = m_engine->storage();
        auto account = *storage.accountByLogin(login);
        if (!account) {
            account = Account{Uuid::create(), login, login, role, "hash", false, std::move(locations)};
            if (!storage.putAccount(*account))
                qFatal("test account");
        }
        const auto device = storage.enrol(Uuid::create(), account->user, QString::fromLatin1(token), clock.now());
        signInForEver(storage, device->ordinal, account->user, token);
        return device->ordinal;
    }

    /// Gives a person other rights, as another process would.
    void grant(const QString& login, const QString& role, std::vector<Uuid> locations)
    {
        std::ranges::sort(locations);
        auto account = *m_engine->storage().accountByLogin(login);
        account->role = role;
        account->locations = std::move(locations);
        if (!m_engine->storage().putAccount(*account))
            qFatal("test grant");
        advance(1000);
    }
    Access accessOf(const QString& login) { return (*m_engine->storage().accountByLogin(login))->access(); }

    SessionId connectSocket(SocketKind kind = SocketKind::Rows)
    {
        const SessionId session = ++m_lastSession;
        m_core->connected(session, kind, clock.now());
        return session;
    }
    /// Connects and says hello.
    SessionId join(const QByteArray& token, qint64 cursor = 0, SocketKind kind = SocketKind::Rows,
                   const QByteArray& view = {})
    {
        const SessionId session = connectSocket(kind);
        Wire::Hello hello;
        hello.protocolMin = Wire::ProtocolMin;
        hello.protocolMax = Wire::ProtocolMax;
        hello.token = token;
        hello.cursor = cursor;
        hello.view = view;
        hello.epoch = *m_engine->storage().epoch();
        greet(session, hello);
        return session;
    }
    /// Says hello and shows the secret of the device.
    void greet(SessionId session, const Wire::Hello& hello)
    {
        send(session, hello);
        if (comes<Wire::Challenge>(session))
            send(session, Wire::Proof{Wire::helloProof(DeviceSecret, expect<Wire::Challenge>(session).nonce,
                                                       sha256(hello.token))});
    }
    void leave(SessionId session)
    {
        m_core->closed(session);
        settle();
    }
    void send(SessionId session, const Wire::ClientMessage& message) { sendBytes(session, Wire::encode(message)); }
    void sendBytes(SessionId session, const QByteArray& bytes)
    {
        m_core->received(session, bytes, clock.now());
        settle();
    }
    /// Computes what the first of those that wait is missing, and asks the storage again.
    void hash()
    {
        if (hashActions.empty())
            qFatal("nothing is to be hashed");
        VerbRequest request = std::move(hashActions.front());
        hashActions.pop_front();
        request.hasher->work();
        std::vector<StorageRequest> requests;
        requests.emplace_back(std::move(request));
        handle(std::move(requests));
        settle();
    }
    /// Takes messages in before anything is stored: then they share one commit.
    void sendTogether(const std::vector<std::pair<SessionId, Wire::ClientMessage>>& messages)
    {
        for (const auto& [session, message] : messages)
            m_core->received(session, Wire::encode(message), clock.now());
        settle();
    }
    void advance(UtcMs msecs)
    {
        clock.advance(msecs);
        m_core->tick(clock.now());
        settle();
    }

    /// True if the next message to a session is of this kind.
    template <class Message>
    bool comes(SessionId session)
    {
        if (quiet(session))
            return false;
        const auto message = Wire::decodeServerMessage(m_inboxes[session].front());
        return message && std::holds_alternative<Message>(*message);
    }
    /// The next message to a session, which has to be of this kind.
    template <class Message>
    Message expect(SessionId session)
    {
        auto& inbox = m_inboxes[session];
        if (inbox.empty())
            qFatal("no message came");
        const QByteArray bytes = inbox.front();
        inbox.pop_front();
        bytesSent += bytes.size();
        const auto message = Wire::decodeServerMessage(bytes);
        if (!message || !std::holds_alternative<Message>(*message))
            qFatal("another message came: %d", message ? static_cast<int>(message->index()) : -1);
        return std::get<Message>(*message);
    }
    /// Likewise, but it stays the next one.
    template <class Message>
    Message peek(SessionId session)
    {
        const auto message = Wire::decodeServerMessage(m_inboxes[session].front());
        if (!message || !std::holds_alternative<Message>(*message))
            qFatal("another message came");
        return std::get<Message>(*message);
    }
    bool quiet(SessionId session) { return m_inboxes[session].empty(); }
    bool isClosed(SessionId session) const { return m_closed.contains(session); }

    /// Reads pages, acknowledging each, until none comes.
    std::vector<Wire::Row> readAll(SessionId session, qint64* cursor = nullptr)
    {
        std::vector<Wire::Row> rows;
        while (!quiet(session)) {
            const auto page = expect<Wire::Page>(session);
            rows.insert(rows.end(), page.rows.begin(), page.rows.end());
            if (cursor)
                *cursor = page.upto;
            send(session, Wire::Ack{page.upto});
        }
        return rows;
    }

    const ServerStore store;
    FakeClock clock;
    std::vector<BlobAction> fileActions;  ///< that nobody has answered, likewise below
    std::vector<FindSnapshotAction> snapshotsSought;
    std::vector<ReadPiecesAction> piecesWanted;
    bool hashesElsewhere = false;         ///< as a real server does: passwords are hashed when hash() is called
    std::deque<VerbRequest> hashActions;  ///< that wait for it
    qsizetype bytesSent = 0;
    int commits = 0;

    /// Carries out what follows from something that the core was told by hand.
    void settle()
    {
        for (;;) {
            std::vector<StorageRequest> requests;
            for (ServerAction& action : m_core->takeActions()) {
                if (auto* message = std::get_if<SendAction>(&action))
                    m_inboxes[message->session].push_back(message->bytes);
                else if (auto* close = std::get_if<CloseAction>(&action))
                    m_closed.insert(close->session, true);
                else if (auto* file = std::get_if<BlobAction>(&action))
                    fileActions.push_back(std::move(*file));
                else if (auto* sought = std::get_if<FindSnapshotAction>(&action))
                    snapshotsSought.push_back(std::move(*sought));
                else if (auto* pieces = std::get_if<ReadPiecesAction>(&action))
                    piecesWanted.push_back(std::move(*pieces));
                else if (auto* hashing = std::get_if<HashAction>(&action))
                    hashActions.push_back(std::move(hashing->request));
                else if (auto* asked = std::get_if<StorageAction>(&action))
                    requests.push_back(deferred(std::move(asked->request)));
            }
            if (requests.empty())
                return;
            handle(std::move(requests));
        }
    }
    StorageRequest deferred(StorageRequest request) const
    {
        if (auto* verb = std::get_if<VerbRequest>(&request); verb && hashesElsewhere)
            verb->hasher = std::make_shared<PasswordHasher>(PasswordHasher::Mode::Deferred);
        return request;
    }
    void handle(std::vector<StorageRequest> requests)
    {
        for (StorageReply& reply : m_engine->handle(std::move(requests))) {
            commits += std::holds_alternative<PushReply>(reply) ? 1 : 0;
            m_core->stored(std::move(reply), clock.now());
        }
    }

private:
    const ServerCore::Options m_options;
    std::unique_ptr<StorageEngine> m_engine;
    std::unique_ptr<ServerCore> m_core;
    SessionId m_lastSession = 0;
    QHash<SessionId, std::deque<QByteArray>> m_inboxes;
    QHash<SessionId, bool> m_closed;
};

}  // namespace Forecourt::Tests
