// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/simulatedserver.h"

#include "sync/protocol/codec.h"
#include "sync/server/epochrenewal.h"
#include "sync/server/sqlitestorage.h"
#include "tests/support/signedindevice.h"

#include <QFile>

#include <algorithm>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

SimulatedServer::SimulatedServer(QString file, const Clock& clock, Trace& trace, Fault fault)
    : m_file(std::move(file)), m_clock(clock), m_trace(trace), m_line(fault)
{
    start();
}

void SimulatedServer::stop()
{
    for (const auto& link : m_links) {
        link->serverEnd = false;
        link->up.clear();
    }
    m_links.clear();
    m_core.reset();
    m_engine.reset();
}

void SimulatedServer::start()
{
    auto storage = SqliteStorage::open(m_file);
    if (!storage)
        qFatal("simulated server: %s", qUtf8Printable(storage.error().detail));
    m_engine = std::make_unique<StorageEngine>(std::move(*storage), Schema::current(), m_clock);
    if (!m_engine->prepare())
        qFatal("simulated server: scopes");
    ServerCore::Options options;
    // The same in every run, so that traces can be compared.
    options.challenge = [] { return QByteArray(Wire::ChallengeSize, 'c'); };
    m_core = std::make_unique<ServerCore>(options);
}

void SimulatedServer::backUp()
{
    const auto connection = Connection::open(m_file, Connection::Access::ReadOnly);
    const QString copy = u"%1.backup%2"_s.arg(m_file).arg(++m_backups);
    if (!connection || !(*connection)->run(u"VACUUM INTO ?"_s, {copy}))
        qFatal("backup of the simulated server");
}

void SimulatedServer::restore()
{
    if (m_backups == 0)
        return;
    stop();
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_file + end);
    if (!QFile::copy(u"%1.backup%2"_s.arg(m_file).arg(m_backups), m_file))
        qFatal("restoring the simulated server");
    {
        const auto connection = Connection::open(m_file, Connection::Access::ReadWrite);
        const QByteArray epoch = "epoch" + QByteArray::number(++m_restored).rightJustified(3, '0');
        if (!connection || !renewEpoch(**connection, epoch))
            qFatal("epoch of the simulated server");
    }
    start();
}

void SimulatedServer::enrol(const QString& login, JournalCore& journal)
{
    const Account account{Uuid::create(), login, login, u"manager"_s, "hash", false, {}};
    if (!storage().putAccount(account))
        qFatal("simulated account");
    StoreIdentity identity = journal.identity();
    identity.user = UserId(account.user);
    identity.device = storage().enrol(identity.deviceId, account.user, login, m_clock.now())->ordinal;
    signInForEver(storage(), identity.device, account.user, login.toLatin1());
    identity.dealership = *storage().dealership();
    if (!journal.enrol(identity))
        qFatal("simulated enrolment");
}

std::shared_ptr<Link> SimulatedServer::connect(int who)
{
    auto link = std::make_shared<Link>();
    link->who = who;
    link->session = ++m_lastSession;
    m_core->connected(link->session, SocketKind::Rows, m_clock.now());
    m_links.push_back(link);
    return link;
}

std::vector<std::shared_ptr<Link>> SimulatedServer::waiting() const
{
    std::vector<std::shared_ptr<Link>> waiting;
    std::ranges::copy_if(m_links, std::back_inserter(waiting),
                         [](const auto& link) { return !link->up.empty() || !link->clientEnd; });
    return waiting;
}

void SimulatedServer::take(Link& link)
{
    if (link.up.empty()) {
        m_core->closed(link.session);
        link.serverEnd = false;
        std::erase_if(m_links, [&link](const auto& one) { return one.get() == &link; });
    } else {
        const QByteArray bytes = m_line.up(link.up.front());
        link.up.pop_front();
        if (const auto message = Wire::decodeClientMessage(bytes))
            m_trace.note(link.who, *message);
        m_core->received(link.session, bytes, m_clock.now());
    }
    settle();
}

void SimulatedServer::tick()
{
    m_core->tick(m_clock.now());
    settle();
}

void SimulatedServer::settle()
{
    const auto find = [this](SessionId session) {
        const auto found = std::ranges::find_if(m_links, [&](const auto& link) { return link->session == session; });
        return found == m_links.end() ? nullptr : found->get();
    };
    for (;;) {
        std::vector<StorageRequest> requests;
        for (ServerAction& action : m_core->takeActions()) {
            if (auto* message = std::get_if<SendAction>(&action)) {
                if (Link* link = find(message->session); link && link->clientEnd)
                    m_line.down(link->down, message->bytes);
            } else if (const auto* close = std::get_if<CloseAction>(&action)) {
                if (Link* link = find(close->session)) {
                    link->serverEnd = false;
                    link->up.clear();
                    m_core->closed(close->session);
                    std::erase_if(m_links, [link](const auto& one) { return one.get() == link; });
                }
            } else if (auto* asked = std::get_if<StorageAction>(&action)) {
                requests.push_back(std::move(asked->request));
            }
        }
        if (requests.empty())
            return;
        for (StorageReply& reply : m_engine->handle(std::move(requests)))
            m_core->stored(std::move(reply), m_clock.now());
    }
}

}  // namespace Forecourt::Tests
