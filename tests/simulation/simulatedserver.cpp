// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/simulatedserver.h"

#include "sync/protocol/codec.h"
#include "sync/server/epochrenewal.h"
#include "tests/support/signedindevice.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

SimulatedServer::SimulatedServer(std::unique_ptr<SimulatedStore> store, const QString& directory, const Clock& clock,
                                 Trace& trace, const WorldSetup& setup)
    : m_store(std::move(store)),
      m_files(directory + u"/files"_s),
      m_snapshots(directory + u"/snapshots"_s),
      m_clock(clock),
      m_trace(trace),
      m_setup(setup),
      m_line(setup.fault, {[this](std::uint16_t table, Uuid id) { return *storage().row(table, id); },
                           [this] { return *storage().seq(); }}),
      m_instances(static_cast<size_t>(setup.servers))
{
    for (size_t which = 0; which < m_instances.size(); ++which)
        start(which);
}

void SimulatedServer::stop(size_t which)
{
    std::erase_if(m_links, [which](const auto& link) {
        if (link->server != which)
            return false;
        link->serverEnd = false;
        link->up.clear();
        return true;
    });
    m_instances[which] = {};
}

void SimulatedServer::start(size_t which)
{
    Instance& instance = m_instances[which];
    instance.engine = std::make_unique<StorageEngine>(m_store->open(), Schema::current(), m_clock);
    if (!instance.engine->prepare())
        qFatal("simulated server: scopes");
    ServerCore::Options options;
    // The same in every run, so that traces can be compared.
    options.challenge = [] { return QByteArray(Wire::ChallengeSize, 'c'); };
    if (m_setup.ringCapacity > 0)
        options.ringCapacity = m_setup.ringCapacity;
    options.sharesFiles = m_instances.size() > 1;
    options.snapshotsFrom = m_setup.snapshots ? SimulatedSnapshots::From : 0;
    instance.core = std::make_unique<ServerCore>(options);
    if (m_setup.snapshots)
        instance.snapshots = std::make_unique<SimulatedSnapshots>(m_snapshots, *m_store, m_setup.fault);
    if (m_setup.files)
        instance.vault = std::make_unique<BlobVault>(m_files);
}

void SimulatedServer::restart(std::uint32_t which)
{
    stop(which % m_instances.size());
    start(which % m_instances.size());
}

QStringList SimulatedServer::files() const
{
    QStringList files;
    for (QDirIterator all(m_files, QDir::Files, QDirIterator::Subdirectories); all.hasNext();)
        files.append(all.next());
    return files;
}

QString SimulatedServer::filePath(const QByteArray& sha) const
{
    const BlobVault& vault = *m_instances.front().vault;
    return vault.has(sha) ? vault.path(sha) : QString();
}

void SimulatedServer::backUp()
{
    m_store->backUp();
    m_filesInBackup = files();
}

void SimulatedServer::restore()
{
    if (!m_store->hasBackup())
        return;
    for (size_t which = 0; which < m_instances.size(); ++which)
        stop(which);
    m_store->restore();
    for (const QString& file : files()) {
        if (!m_filesInBackup.contains(file))
            QFile::remove(file);
    }
    if (m_setup.fault != Fault::EpochKept) {
        const QByteArray epoch = "epoch" + QByteArray::number(++m_restored).rightJustified(3, '0');
        if (!renewEpoch(m_store->open()->session(), epoch))
            qFatal("epoch of the simulated server");
    }
    for (size_t which = 0; which < m_instances.size(); ++which)
        start(which);
}

void SimulatedServer::enrol(const QString& login, const QByteArray& token, JournalCore& journal)
{
    auto account = *storage().accountByLogin(login);
    if (!account) {
        account = {Uuid::create(), login, login, u"manager"_s, "hash", false, {}};
        if (!storage().putAccount(*account))
            qFatal("simulated account");
    }
    StoreIdentity identity = journal.identity();
    identity.user = UserId(account->user);
    identity.device = storage().enrol(identity.deviceId, account->user, login, m_clock.now())->ordinal;
    m_ordinals.push_back(identity.device);
    signInForEver(storage(), identity.device, account->user, token);
    identity.dealership = *storage().dealership();
    if (!journal.enrol(identity))
        qFatal("simulated enrolment");
}

qint64 SimulatedServer::pushedBy(int who)
{
    return (*storage().device(m_ordinals[static_cast<size_t>(who)]))->pushedOpid;
}

std::shared_ptr<Link> SimulatedServer::connect(int who, SocketKind kind)
{
    auto link = std::make_shared<Link>();
    link->who = who;
    link->session = ++m_lastSession;
    link->server = link->session % m_instances.size();
    m_instances[link->server].core->connected(link->session, kind, m_clock.now());
    m_links.push_back(link);
    return link;
}

std::vector<std::shared_ptr<Link>> SimulatedServer::waiting(int who) const
{
    std::vector<std::shared_ptr<Link>> waiting;
    std::ranges::copy_if(m_links, std::back_inserter(waiting), [who](const auto& link) {
        return link->who == who && (!link->up.empty() || !link->clientEnd);
    });
    return waiting;
}

void SimulatedServer::take(Link& link)
{
    Instance& instance = m_instances[link.server];
    const size_t which = link.server;
    if (link.up.empty()) {
        instance.core->closed(link.session);
        link.serverEnd = false;
        std::erase_if(m_links, [&link](const auto& one) { return one.get() == &link; });
    } else {
        const QByteArray bytes = m_line.up(link.up.front());
        link.up.pop_front();
        m_trace.note(link.who, bytes);
        instance.core->received(link.session, bytes, m_clock.now());
    }
    settle(which);
}

std::vector<size_t> SimulatedServer::storing() const
{
    std::vector<size_t> storing;
    for (size_t which = 0; which < m_instances.size(); ++which) {
        const Instance& one = m_instances[which];
        if (!one.requests.empty() || !one.fileWork.empty() || (one.snapshots && one.snapshots->isBusy()))
            storing.push_back(which);
    }
    return storing;
}

void SimulatedServer::store(size_t which)
{
    Instance& instance = m_instances[which];
    for (StorageReply& reply : instance.engine->handle(std::exchange(instance.requests, {})))
        instance.core->stored(std::move(reply), m_clock.now());
    settle(which);
    workOnFiles(which);
    if (instance.snapshots && instance.snapshots->isBusy()) {
        instance.snapshots->step(*instance.core, instance.engine->storage(), m_clock.now());
        settle(which);
    }
}

void SimulatedServer::removeSnapshots()
{
    QDir(m_snapshots).removeRecursively();
}

void SimulatedServer::workOnFiles(size_t which)
{
    Instance& instance = m_instances[which];
    for (const auto& work : std::exchange(instance.fileWork, {})) {
        if (const auto* look = std::get_if<LookForFilesAction>(&work)) {
            QList<QByteArray> found = look->wanted;
            found.removeIf([&](const QByteArray& sha) { return !instance.vault->has(sha); });
            instance.core->filesFound(look->session, found);
        } else {
            const BlobAction& action = std::get<BlobAction>(work);
            instance.core->blobAnswered(action.session, instance.vault->handle(action.message, action.mayRead));
        }
    }
    settle(which);
}

void SimulatedServer::tick()
{
    for (size_t which = 0; which < m_instances.size(); ++which) {
        m_instances[which].core->tick(m_clock.now());
        settle(which);
    }
}

void SimulatedServer::settle(size_t which)
{
    Instance& instance = m_instances[which];
    const auto find = [this](SessionId session) {
        const auto found = std::ranges::find_if(m_links, [&](const auto& link) { return link->session == session; });
        return found == m_links.end() ? nullptr : found->get();
    };
    for (ServerAction& action : instance.core->takeActions()) {
        if (auto* message = std::get_if<SendAction>(&action)) {
            if (Link* link = find(message->session); link && link->clientEnd)
                m_line.down(link->down, message->bytes, m_ordinals[static_cast<size_t>(link->who)]);
        } else if (const auto* close = std::get_if<CloseAction>(&action)) {
            if (Link* link = find(close->session)) {
                link->serverEnd = false;
                link->up.clear();
                instance.core->closed(close->session);
                std::erase_if(m_links, [link](const auto& one) { return one.get() == link; });
            }
        } else if (auto* asked = std::get_if<StorageAction>(&action)) {
            instance.requests.push_back(std::move(asked->request));
        } else if (auto* file = std::get_if<BlobAction>(&action)) {
            instance.fileWork.emplace_back(std::move(*file));
        } else if (auto* look = std::get_if<LookForFilesAction>(&action)) {
            instance.fileWork.emplace_back(std::move(*look));
        } else if (auto* sought = std::get_if<FindSnapshotAction>(&action)) {
            instance.snapshots->ask(std::move(*sought));
        } else if (auto* read = std::get_if<ReadPiecesAction>(&action)) {
            instance.snapshots->ask(std::move(*read));
        }
    }
}

}  // namespace Forecourt::Tests
