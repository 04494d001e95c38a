// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/syncengine.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/devicelease.h"
#include "sync/client/serverpaths.h"
#include "sync/protocol/fingerprint.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QThreadPool>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(snapshotLog, "forecourt.sync.snapshot")

constexpr UtcMs EngineSaveSyncTimeEvery = 30'000;
constexpr qint64 EngineNoteContactEvery = 60'000;

ClientCore::Options engineCoreOptions(const Journal& journal, quint32 seed)
{
    ClientCore::Options options;
    options.app = u"forecourt "_s + QLatin1StringView(FORECOURT_VERSION);
    options.schema = const_cast<Journal&>(journal).store().schema().version();
    options.seed = seed;
    return options;
}

}  // namespace

bool SharedStatus::put(const SyncStatus& status)
{
    const std::lock_guard lock(m_mutex);
    m_status = status;
    return !std::exchange(m_told, true);
}

SyncStatus SharedStatus::read()
{
    const std::lock_guard lock(m_mutex);
    m_told = false;
    return m_status;
}

SyncEngine::SyncEngine(Journal& journal, SharedStatus& shared, Options options)
    : m_journal(journal),
      m_shared(shared),
      m_options(std::move(options)),
      m_core(engineCoreOptions(journal, m_options.seed)),
      m_download(journal.store().directory() + u"/snapshot"_s)
{
    m_socket.setParent(this);
    m_wake.setParent(this);
    m_signIn.setParent(this);
    m_workOffline = m_options.workOffline;
    m_steady.start();
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] { step(SyncEvent::Woken{}); });
    connect(&m_socket, &SyncSocket::opened, this, [this] { step(SyncEvent::Opened{}); });
    connect(&m_socket, &SyncSocket::closed, this,
            [this](const std::optional<Error>& error) { step(SyncEvent::Closed{error}); });
    connect(&m_socket, &SyncSocket::received, this,
            [this](Wire::ServerMessage& message) { step(SyncEvent::Received{std::move(message)}); });
    connect(&m_socket, &SyncSocket::unreadable, this,
            [this](const Error& error) { step(SyncEvent::Unreadable{error}); });
}

SyncEngine::~SyncEngine()
{
    m_stopUnpacking = true;
    m_unpacking.waitForFinished();
    if (m_settings.lastSyncAt > m_lastSyncSaved)
        m_settings.save(m_journal.store().directory());
}

SyncTime SyncEngine::now() const
{
    // Never 0, which means "no time" to the core.
    return {m_steady.elapsed() + 1, m_journal.store().clock().now()};
}

QUrl SyncEngine::server() const
{
    return m_options.server.isValid() && !m_options.server.isEmpty() ? ServerPaths::normalized(m_options.server)
                                                                     : m_settings.server;
}

// ---- identity -----------------------------------------------------------------------------------------------------

void SyncEngine::start()
{
    m_settings = SyncSettings::load(m_journal.store().directory());
    m_pins = CertificatePins::load(m_journal.store().directory());
    m_lastSyncSaved = m_settings.lastSyncAt;
    m_status.linkSince = m_settings.lastSyncAt;
    whenDone(m_journal.identity(), this, [this](const Expected<Journal::Identity>& identity) {
        if (!identity) {
            m_loaded = true;
            return publish();
        }
        m_device = identity->device;
        m_tokens = std::make_unique<TokenKeeper>(m_journal.store().directory(), identity->deviceId.toString());
        connect(m_tokens.get(), &TokenKeeper::renewed, this,
                [this] { step(SyncEvent::TokenRenewed{m_tokens->access()}); });
        m_tokens->load([this] {
            m_loaded = true;
            updateWanted();
        });
    });
    publish();
}

void SyncEngine::signIn(const QUrl& typed, const Credentials& credentials, std::function<void(Expected<void>)> done)
{
    const QUrl address = ServerPaths::normalized(typed);
    whenDone(m_journal.identity(), this,
             [this, address, typed, credentials, done = std::move(done)](const Expected<Journal::Identity>& identity) {
                 if (!identity)
                     return done(fail(identity.error()));
                 if (!address.isValid())
                     return done(fail(ErrorCode::ServerUnreachable, typed.toString()));
                 m_signIn.setPin(m_pins.of(address));
                 const QByteArray secret = TokenKeeper::makeSecret();
                 m_signIn.start(address,
                                {credentials.name, credentials.password, identity->deviceId, secret, credentials.code,
                                 credentials.newPassword},
                                [this, address, name = credentials.name, secret, done](Expected<SignedIn> answer) {
                                    if (!answer)
                                        return done(fail(answer.error()));
                                    enrol({std::move(*answer), secret, address, name, done});
                                });
             });
}

void SyncEngine::enrol(Joining joining)
{
    // Nothing of the earlier identity may still be on its way.
    m_wanted = false;
    step(SyncEvent::Wanted{false});
    whenDone(m_journal.identity(), this, [this, joining = std::move(joining)](Expected<Journal::Identity> identity) {
        if (!identity)
            return joining.done(fail(identity.error()));
        // Another person may see rows that the first one did not. The view tells the server; a store without one asks
        // for everything again.
        const bool otherPerson = !identity->user.isNull() && identity->user != joining.answer.user;
        // The epoch stays the one that the cursor belongs to; the conversation notices when it differs.
        identity->user = joining.answer.user;
        identity->device = joining.answer.device;
        identity->dealership = joining.answer.dealership;
        const bool startsOver = otherPerson && identity->view.isEmpty();
        whenDone(m_journal.enrol(*identity), this,
                 [this, joining, otherPerson, startsOver](const Expected<void>& stored) {
                     if (!stored) {
                         updateWanted();
                         return joining.done(fail(stored.error()));
                     }
                     if (otherPerson)
                         m_download.clear();
                     if (startsOver)
                         m_journal.resetCursor();
                     if (joining.answer.systemTrusts)
                         m_pins.set(joining.server, {});
                     m_settings.server = joining.server;
                     m_settings.userName = joining.name;
                     m_settings.save(m_journal.store().directory());
                     m_device = joining.answer.device;
                     m_workOffline = false;
                     m_tokens->signedIn(joining.answer.tokens, joining.secret, [this, done = joining.done] {
                         updateWanted();
                         done({});
                     });
                 });
    });
}

void SyncEngine::trustCertificate(const QUrl& typed, const QString& fingerprint)
{
    const QUrl address = ServerPaths::normalized(typed);
    if (const QByteArray pin = Fingerprint::parse(fingerprint); address.isValid() && !pin.isEmpty())
        m_pins.set(address, pin);
}

void SyncEngine::signOut()
{
    if (m_tokens)
        m_tokens->forget();
    updateWanted();
}

void SyncEngine::setWorkOffline(bool offline)
{
    m_workOffline = offline;
    updateWanted();
}

void SyncEngine::updateWanted()
{
    const bool wanted = !m_workOffline && isSignedIn() && m_device != 0 && server().isValid() && !server().isEmpty();
    if (wanted == m_wanted)
        return publish();
    m_wanted = wanted;
    step(SyncEvent::Wanted{wanted});
}

void SyncEngine::tryNow()
{
    step(SyncEvent::TryNow{});
}

void SyncEngine::outboxChanged()
{
    step(SyncEvent::OutboxChanged{});
}

// ---- the machine and the world ------------------------------------------------------------------------------------

void SyncEngine::step(ClientEvent event)
{
    for (ClientAction& action : m_core.on(std::move(event), now()))
        perform(action);
    if (const qint64 at = m_core.wakeAt(); at > 0)
        m_wake.start(static_cast<int>(std::clamp<qint64>(at - now().steady, 0, 3'600'000)));
    else
        m_wake.stop();
    publish();
}

void SyncEngine::perform(ClientAction& action)
{
    std::visit([this](auto& one) { perform(one); }, action);
}

void SyncEngine::perform(const SyncAction::Connect&)
{
    m_tokens->ask(server(), m_pins.of(server()), [this, attempt = ++m_attempts](const Expected<QByteArray>& token) {
        if (attempt != m_attempts)
            return;
        if (token)
            m_socket.open(ServerPaths::rows(server()), m_pins.of(server()));
        else
            step(SyncEvent::TokenRefused{token.error()});
    });
}

void SyncEngine::perform(const SyncAction::Disconnect&)
{
    ++m_attempts;
    m_socket.close();
}

void SyncEngine::perform(const SyncAction::DropToken&)
{
    m_tokens->dropAccess();
}

void SyncEngine::perform(const SyncAction::EndLease& action)
{
    auto noted = m_journal.store().write([action](Connection& connection) -> Expected<void> {
        auto lease = DeviceLease::load(connection);
        if (!lease)
            return fail(lease.error());
        lease->end(action.why, action.by);
        return lease->save(connection);
    });
    // Whoever looks at the lease when the status changes is to find it ended.
    whenDone(std::move(noted), this, [this](const Expected<void>&) { Q_EMIT statusChanged(); });
}

void SyncEngine::perform(SyncAction::Send& action)
{
    m_socket.send(action.message);
}

void SyncEngine::perform(const SyncAction::Identify& action)
{
    // After a cut in the middle: what hello tells is what the store has afterwards.
    if (m_storing) {
        m_identifyLater = action;
        return;
    }
    whenDone(m_journal.identity(), this, [this, link = action.link](const Expected<Journal::Identity>& identity) {
        if (!identity)
            return step(SyncEvent::StoreFailed{link, identity.error()});
        const SnapshotPart part = m_download.part();
        m_partLeft = !part.sha.isEmpty();
        step(SyncEvent::Identified{link, m_tokens->access(), identity->dealership, identity->epoch, identity->device,
                                   identity->cursor, identity->nextOpid, identity->view, m_tokens->secret(),
                                   m_location.uuid(), part});
    });
}

void SyncEngine::perform(const SyncAction::Resume& action)
{
    // The epoch is noted last: if the program ends in between, the next welcome starts over once more.
    const auto orStop = [this, link = action.link](const Expected<void>& result) {
        if (!result)
            step(SyncEvent::StoreFailed{link, result.error()});
    };
    if (action.startOver)
        whenDone(m_journal.resetCursor(), this, orStop);
    whenDone(m_journal.resume(action.pushedOpid, action.schema), this, orStop);
    whenDone(m_journal.setAccess(action.access, action.fresh), this, orStop);
    m_leaseMs = action.leaseMs;
    whenDone(noteContact(), this, orStop);
    whenDone(m_journal.setEpoch(action.epoch), this, [this, link = action.link](const Expected<void>& noted) {
        if (noted)
            step(SyncEvent::Resumed{link});
        else
            step(SyncEvent::StoreFailed{link, noted.error()});
    });
}

QFuture<Expected<void>> SyncEngine::noteContact()
{
    const SyncTime time = now();
    m_contactNoted = time.steady;
    return m_journal.store().write([at = time.wall, length = m_leaseMs](Connection& connection) -> Expected<void> {
        DeviceLease lease;
        lease.contact(at, length);
        return lease.save(connection);
    });
}

void SyncEngine::perform(const SyncAction::Take& action)
{
    whenDone(m_journal.takeForSending(action.after, action.limit, action.bytes), this,
             [this, link = action.link](Expected<std::vector<OutboxOp>> ops) {
                 if (ops)
                     step(SyncEvent::Taken{link, std::move(*ops)});
                 else
                     step(SyncEvent::StoreFailed{link, ops.error()});
             });
}

void SyncEngine::perform(SyncAction::Acknowledge& action)
{
    whenDone(m_journal.acknowledge(action.upto, action.seq, std::move(action.exceptions)), this,
             [this, link = action.link](const Expected<void>& stored) {
                 if (stored)
                     step(SyncEvent::Acknowledged{link});
                 else
                     step(SyncEvent::StoreFailed{link, stored.error()});
             });
}

void SyncEngine::perform(SyncAction::Apply& action)
{
    const bool rows = !action.rows.empty();
    RemoteScope scope{std::move(action.forgotten), std::move(action.view), action.last};
    whenDone(m_journal.applyRemote(std::move(action.rows), action.upto, std::move(scope)), this,
             [this, rows, link = action.link](const Expected<void>& applied) {
                 if (!applied)
                     return step(SyncEvent::StoreFailed{link, applied.error()});
                 step(SyncEvent::Applied{link});
                 if (rows)
                     Q_EMIT rowsApplied();
             });
}

void SyncEngine::perform(const SyncAction::SetClockOffset& action)
{
    m_journal.setClockOffset(action.msecs);
}

// ---- a first sync as one file -------------------------------------------------------------------------------------

void SyncEngine::perform(const SyncAction::BeginSnapshot& action)
{
    m_downloadMeter.finish();
    const Wire::Snapshot& snapshot = action.snapshot;
    // Packed, unpacked, and in the store with its indexes, which first go into its log.
    const qint64 room = snapshot.packedSize + 5 * snapshot.size;
    if (const auto begun = m_download.begin(snapshot.sha, room); !begun)
        giveUpSnapshot(action.link, begun.error());
}

void SyncEngine::perform(SyncAction::KeepPiece& action)
{
    m_downloadMeter.moved(action.data.size(), now().steady);
    if (const auto kept = m_download.add(action.data); !kept)
        giveUpSnapshot(action.link, kept.error());
}

void SyncEngine::giveUpSnapshot(int link, const Error& error)
{
    qCWarning(snapshotLog) << "The first sync goes on in pages, the snapshot is of no use:"
                           << qUtf8Printable(ErrorText::full(error));
    m_download.clear();
    // Not in the middle of the actions of another event.
    QMetaObject::invokeMethod(
        this,
        [this, link, error] {
            step(SyncEvent::SnapshotUnusable{link, error});
        },
        Qt::QueuedConnection);
}

void SyncEngine::perform(const SyncAction::InstallSnapshot& action)
{
    m_storing = true;
    const QString packed = m_download.finish();
    const auto promise = std::make_shared<QPromise<Expected<void>>>();
    promise->start();
    m_unpacking = promise->future();
    QThreadPool::globalInstance()->start(
        [this, promise, packed, sha = action.snapshot.sha, size = action.snapshot.size] {
            promise->addResult(SnapshotDownload::unpack(packed, sha, size, m_stopUnpacking));
            promise->finish();
        });
    whenDone(m_unpacking, this, [this, action, packed](const Expected<void>& done) { unpacked(action, packed, done); });
}

void SyncEngine::unpacked(const SyncAction::InstallSnapshot& action, const QString& packed, const Expected<void>& done)
{
    if (!done)
        return snapshotDone(SyncEvent::SnapshotUnusable{action.link, done.error()});
    QFile::remove(packed);
    const Wire::Snapshot& snapshot = action.snapshot;
    StoreSnapshot rows{SnapshotDownload::unpackedFile(packed), snapshot.rows, snapshot.upto, snapshot.view};
    whenDone(m_journal.installSnapshot(std::move(rows)), this,
             [this, link = action.link](const Expected<void>& stored) {
                 if (stored)
                     snapshotDone(SyncEvent::SnapshotInstalled{link});
                 else
                     snapshotDone(SyncEvent::SnapshotUnusable{link, stored.error()});
             });
}

void SyncEngine::snapshotDone(ClientEvent event)
{
    m_storing = false;
    if (const auto* unusable = std::get_if<SyncEvent::SnapshotUnusable>(&event)) {
        giveUpSnapshot(unusable->link, unusable->error);
    } else {
        m_download.clear();
        step(std::move(event));
        Q_EMIT rowsApplied();
    }
    if (const auto later = std::exchange(m_identifyLater, std::nullopt))
        perform(*later);
}

void SyncEngine::perform(const SyncAction::DropSnapshot&)
{
    m_download.clear();
}

// ---- requests -----------------------------------------------------------------------------------------------------

void SyncEngine::request(const QString& name, const QJsonObject& arguments,
                         std::function<void(Expected<QJsonObject>)> done)
{
    const qint64 number = ++m_lastAsked;
    m_asked.emplace(number, std::move(done));
    step(SyncEvent::Asked{number, name, QJsonDocument(arguments).toJson(QJsonDocument::Compact)});
}

void SyncEngine::perform(const SyncAction::Answered& action)
{
    const auto asked = m_asked.extract(action.number);
    if (asked.empty())
        return;
    if (action.error)
        asked.mapped()(fail(*action.error));
    else
        asked.mapped()(QJsonDocument::fromJson(action.body).object());
}

// ---- what others see ----------------------------------------------------------------------------------------------

void SyncEngine::publish()
{
    using Link = SyncStatus::Link;
    SyncStatus status = m_status;
    if (server().isEmpty())
        status.link = Link::NoServer;
    else if (!isSignedIn() || m_device == 0)
        status.link = Link::SignedOut;
    else if (m_workOffline)
        status.link = Link::WorkOffline;
    else
        status.link = m_core.link();
    const SyncTime time = now();
    const auto connected = [](Link link) { return link == Link::Online; };
    if (status.link != m_status.link) {
        // Between attempts the connection stays away since the moment it went.
        const bool stillAway = !connected(status.link) && !connected(m_status.link) && status.linkSince != 0;
        if (!stillAway)
            status.linkSince = time.wall;
    }
    if (status.linkSince == 0)
        status.linkSince = time.wall;
    status.nextTryAt = m_core.nextTryAt();
    status.receiving = m_core.receiving();
    status.snapshot = m_core.snapshot();
    if (status.snapshot.stage == SnapshotStatus::Stage::Receiving)
        status.snapshot.bytesPerSecond = m_downloadMeter.bytesPerSecond(time.steady);
    status.clockOffset = m_core.clockOffset();
    status.error = m_core.error();
    status.secretInFile = m_tokens && m_tokens->isInFile();
    status.server = server();
    status.userName = m_settings.userName;

    if (m_core.isSettled()) {
        // What an earlier connection left of a snapshot was not offered again.
        if (std::exchange(m_partLeft, false))
            m_download.clear();
        m_settings.lastSyncAt = time.wall;
        if (time.wall - m_lastSyncSaved >= EngineSaveSyncTimeEvery) {
            m_lastSyncSaved = time.wall;
            m_settings.save(m_journal.store().directory());
        }
    }
    // Not at the first moment: what welcome says of the lease is noted when the conversation resumes.
    if (connected(status.link) && connected(m_status.link) && time.steady - m_contactNoted >= EngineNoteContactEvery)
        noteContact();
    status.lastSyncAt = m_settings.lastSyncAt;
    m_status = status;
    if (m_shared.put(status))
        Q_EMIT statusChanged();

    const SyncTarget target{server(),
                            isSignedIn() ? m_tokens->access() : QByteArray(),
                            isSignedIn() ? m_tokens->secret() : QByteArray(),
                            m_pins.of(server()),
                            m_device,
                            connected(status.link)};
    if (target != m_target) {
        m_target = target;
        Q_EMIT targetChanged(target);
    }
    if (const bool sending = m_core.isSending(); sending != m_sending) {
        m_sending = sending;
        Q_EMIT sendingChanged(sending);
    }
    Q_EMIT stepped();
}

}  // namespace Forecourt
