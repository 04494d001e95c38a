// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/serverhost.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/fingerprint.h"
#include "sync/protocol/limits.h"
#include "sync/server/blobvault.h"
#include "sync/server/hashingpool.h"
#include "sync/server/healthreport.h"
#include "sync/server/httpfront.h"
#include "sync/server/inbox.h"
#include "sync/server/logevent.h"
#include "sync/server/passwordhasher.h"
#include "sync/server/peerbacklog.h"
#include "sync/server/postgresnotices.h"
#include "sync/server/servercore.h"
#include "sync/server/servermetrics.h"
#include "sync/server/sessionlog.h"
#include "sync/server/signin.h"
#include "sync/server/snapshotdesk.h"
#include "sync/server/storagethread.h"
#include "sync/server/tokenrefresh.h"

#include <QStorageInfo>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int HostTickMs = 100;
constexpr int HostSweepMs = 1'000;
constexpr int HostCloseMs = 2'000;
constexpr qint64 HostMaxUnsent = 16LL * 1024 * 1024;
constexpr qint64 HostBusyMs = 30'000;
constexpr int HostTidyMs = 6 * 3'600'000;
/// An upload that nobody has gone on with for so long begins again.
constexpr UtcMs HostKeepIncoming = 30LL * 24 * 3'600'000;

}  // namespace

class ServerHost::Private : public QObject {
public:
    Private(const Options& options, const Clock& systemClock)
        : clock(systemClock),
          schema(options.schema ? *options.schema : Schema::current()),
          core({.schema = &schema,
                .silence = options.silenceMs,
                .leaseMs = options.leaseMs,
                .sharesFiles = options.store.database.has_value(),
                .snapshotsFrom = options.snapshotsFrom}),
          vault(std::make_shared<BlobVault>(options.store.blobDirectory())),
          front(options.limits),
          strangers(options.limits.waiting),
          maxSessions(options.maxSessions),
          silenceMs(options.silenceMs),
          notices(makeNotices(options.store)),
          signIn(storage, hashing, clock),
          refresh(storage, clock),
          location(options.store),
          metricsAccess(options.metrics),
          health(storage, {options.store.kind(), options.store.directory, options.minFreeDisk}),
          snapshots({options.store, &schema, options.snapshotsFrom}, storage,
                    {[this](const SnapshotFinding& finding) {
                         core.snapshotFound(finding, clock.now());
                         act();
                     },
                     [this](const QByteArray& key, const Wire::Making& making) {
                         core.snapshotMaking(key, making);
                         act();
                     },
                     [this](const QByteArray& key, const std::optional<Wire::Snapshot>& made) {
                         core.snapshotMade(key, made, clock.now());
                         act();
                     },
                     [this](SessionId session, const Wire::Take& take,
                            const std::optional<std::vector<Wire::Piece>>& pieces) {
                         metrics.piecesRead(pieces);
                         core.piecesRead(session, take, pieces, clock.now());
                         act();
                     }}),
          storage([this] { return openEngine(); },
                  [this](std::vector<StorageReply> replies, StorageThread::Duration took) {
                      // std::function wants copyable captures; the replies are moved out on arrival.
                      auto shared = std::make_shared<std::vector<StorageReply>>(std::move(replies));
                      QMetaObject::invokeMethod(
                          this,
                          [this, shared, took] {
                              metrics.storageTook(took.count());
                              for (const StorageReply& reply : *shared)
                                  note(reply);
                              for (StorageReply& reply : *shared)
                                  core.stored(std::move(reply), clock.now());
                              act();
                          },
                          Qt::QueuedConnection);
                  }),
          files(
              u"files"_s, [this](const std::vector<FileWork>& asked) { answerFiles(asked); }, 1)
    {
        front.setProxies(options.proxies);
        if (options.tls)
            front.setTls(options.tls->configuration());
        front.setSocketPaths({"/api/v1/sync", "/api/v1/blobs"});
        front.setHandler([this](const HttpRequest& request, const HttpFront::Source& source,
                                HttpFront::Respond respond) { answer(request, source, std::move(respond)); });
        connect(&front, &HttpFront::turnedAway, this, [this] { metrics.turnedAway(); });
        connect(&front, &HttpFront::socketConnected, this,
                [this](QWebSocket* socket, QTcpSocket* connection, const QByteArray& path) {
                    join(socket, connection, path);
                });
        connect(&ticker, &QTimer::timeout, this, [this] {
            core.tick(clock.now());
            act();
        });
        ticker.start(HostTickMs);
        waker.setSingleShot(true);
        waker.setTimerType(Qt::PreciseTimer);
        connect(&waker, &QTimer::timeout, this, [this] {
            core.tick(clock.now());
            act();
        });
        connect(&sweeper, &QTimer::timeout, this, [this] { dropStuck(); });
        sweeper.start(HostSweepMs);
        connect(&tidier, &QTimer::timeout, this, [this] { files.post(DropIncoming{clock.now() - HostKeepIncoming}); });
        tidier.start(HostTidyMs);
        files.post(DropIncoming{clock.now() - HostKeepIncoming});
        if (notices && !storage.error())
            notices->start();
    }
    ~Private() override
    {
        // Those that did not answer the good-bye are cut off while everybody who hears of it is still there.
        const auto left = findChildren<QWebSocket*>(QString(), Qt::FindDirectChildrenOnly);
        for (QWebSocket* socket : left) {
            socket->disconnect(this);
            delete socket;
        }
        if (notices)
            notices->stop();
    }

    Expected<std::unique_ptr<StorageEngine>> openEngine()
    {
        auto opened = location.open([this] {
            if (notices)
                notices->tell();
        });
        if (!opened)
            return fail(opened.error());
        auto engine = std::make_unique<StorageEngine>(std::move(*opened), schema, clock);
        if (auto prepared = engine->prepare(); !prepared) {
            Error error = prepared.error();
            if (error.subject.isEmpty())
                error.subject = location.shown();
            return fail(error);
        }
        auto key = FactorKey::in(location.factorKeyFile());
        if (!key)
            return fail(key.error());
        engine->setFactorKey(std::move(*key));
        engine->setFileDirectory(location.blobDirectory());
        return engine;
    }

    std::unique_ptr<PostgresNotices> makeNotices(const StoreLocation& store)
    {
        if (!store.database)
            return nullptr;
        return std::make_unique<PostgresNotices>(*store.database, [this] {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    core.watch();
                    act();
                },
                Qt::QueuedConnection);
        });
    }

    void turnAway(SessionId session)
    {
        metrics.turnedAway();
        strangers.leave(session);
        const Connected leaving = sockets.take(session);
        QWebSocket* socket = leaving.socket;
        if (!socket)
            return;
        socket->disconnect(this);
        leaving.backlog->disconnect(this);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        socket->sendBinaryMessage(
            Wire::encode(Wire::ServerMessage(Wire::Bye{u"busy"_s, u"too many connections"_s, HostBusyMs})));
        socket->close();
        QTimer::singleShot(HostCloseMs, socket, [socket] { socket->abort(); });
        core.closed(session);
        log.closed(session);
    }

    void note(const StorageReply& reply)
    {
        if (const auto* known = std::get_if<AuthenticateReply>(&reply); known && known->principal) {
            strangers.leave(known->session);
            if (QWebSocket* socket = sockets.value(known->session).socket)
                allowMessages(socket, Wire::MaxMessage);
        }
        metrics.stored(reply);
        log.stored(reply);
        if (const auto* kept = std::get_if<HousekeepingReply>(&reply); kept && kept->files > 0)
            LogEvent(u"files_removed"_s).with(u"files"_s, kept->files).with(u"bytes"_s, kept->bytes);
        if (const auto* push = std::get_if<PushReply>(&reply))
            health.wrote(
                std::ranges::none_of(push->answers, [](const auto& answer) { return answer.refusal == "fault"_L1; }));
    }

    void answerMetrics(const HttpRequest& request, const QHostAddress& peer, const HttpFront::Respond& respond)
    {
        if (!metricsAccess.allows(request, peer))
            return respond(401, R"({"error":"token"})", {{"WWW-Authenticate", "Bearer"}});
        ServerMetrics::Now now;
        now.rowSessions = std::ranges::count(sockets, SocketKind::Rows, &Connected::kind);
        now.fileSessions = sockets.size() - now.rowSessions;
        now.waitingConnections = front.waiting() + strangers.size();
        now.storageQueue = static_cast<qint64>(storage.waiting());
        now.fileQueue = static_cast<qint64>(files.size());
        now.diskFree = QStorageInfo(location.directory).bytesAvailable();
        now.snapshotsMade = snapshots.made();
        now.snapshotFailures = snapshots.failed();
        now.store = location.kind();
        respond(200, metrics.text(now), {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}});
    }

    void answer(const HttpRequest& request, const HttpFront::Source& source, HttpFront::Respond send)
    {
        const bool signingIn = request.path == "/api/v1/auth/token/";
        const HttpFront::Respond respond = [this, signingIn, entry = log.request(request, source.client),
                                            send = std::move(send)](int status, const QByteArray& body,
                                                                    const auto& headers) {
            metrics.answered(status);
            log.answered(entry, status, body);
            if (signingIn)
                metrics.signIn(status);
            send(status, body, headers);
        };
        const QHostAddress& from = source.client;
        if (request.path == "/metrics")
            return answerMetrics(request, source.peer, respond);
        if (request.path == "/healthz")
            return health.handle(respond);
        if (request.path == "/api/v1/auth/token/")
            return signIn.handle(request, from, respond);
        if (request.path == "/api/v1/auth/token/refresh/")
            return refresh.handle(request, from, respond);
        respond(404, R"({"error":"not_found"})", {});
    }

    void join(QWebSocket* socket, QTcpSocket* connection, const QByteArray& path)
    {
        socket->setParent(this);
        allowMessages(socket, Wire::MaxGreeting);
        const SessionId session = ++lastSession;
        const SocketKind kind = path == "/api/v1/blobs" ? SocketKind::Blobs : SocketKind::Rows;
        auto* backlog = new PeerBacklog(connection, HostMaxUnsent);
        sockets.insert(session, {socket, backlog, kind});
        const QString address =
            front.clientOf(socket->peerAddress(), socket->request().rawHeader("X-Forwarded-For")).toString();
        // Whoever says hello in time and is known has a place; all others wait for one.
        const WaitingRoom::Entry entry = strangers.enter(session, front.addressOf(QHostAddress(address)));
        if (entry.victim)
            turnAway(*entry.victim);
        if (!entry.admitted || sockets.size() - strangers.size() >= maxSessions)
            return turnAway(session);
        log.opened(session, kind, address);
        connect(backlog, &PeerBacklog::overfull, this, [this, session] { drop(session); });
        core.connected(session, kind, clock.now(), address);
        connect(socket, &QWebSocket::binaryMessageReceived, this, [this, session, kind](const QByteArray& bytes) {
            metrics.received(kind, bytes.size());
            log.received(session, bytes.size());
            core.received(session, bytes, clock.now());
            act();
        });
        connect(socket, &QWebSocket::textMessageReceived, socket,
                [socket] { socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
        connect(socket, &QWebSocket::disconnected, this, [this, session, socket] {
            sockets.remove(session);
            strangers.leave(session);
            log.closed(session);
            core.closed(session);
            socket->deleteLater();
            act();
        });
    }

    void act()
    {
        // Right away, and not only when the event loop has asked each of a thousand connections whether it may write;
        // and each before the next is told anything.
        SessionId written = 0;
        const auto flush = [&] {
            if (QWebSocket* socket = written == 0 ? nullptr : sockets.value(written).socket)
                socket->flush();
        };
        for (ServerAction& action : core.takeActions()) {
            if (auto* send = std::get_if<SendAction>(&action)) {
                if (send->session != written)
                    flush();
                written = send->session;
                deliver(*send);
            } else if (auto* close = std::get_if<CloseAction>(&action))
                end(close->session);
            else if (auto* store = std::get_if<StorageAction>(&action))
                ask(std::move(store->request));
            else if (auto* file = std::get_if<BlobAction>(&action))
                ask(std::move(*file));
            else if (auto* look = std::get_if<LookForFilesAction>(&action))
                files.post(std::move(*look));
            else if (auto* hash = std::get_if<HashAction>(&action))
                compute(std::move(hash->request));
            else if (const auto* find = std::get_if<FindSnapshotAction>(&action))
                snapshots.find(*find);
            else if (const auto* read = std::get_if<ReadPiecesAction>(&action))
                snapshots.read(*read);
        }
        flush();
        if (const auto wake = core.wakeAt(); wake && !waker.isActive())
            waker.start(static_cast<int>(std::clamp<UtcMs>(*wake - clock.now(), 0, HostTickMs)));
    }

    void ask(StorageRequest request)
    {
        log.asked(request);
        metrics.asked(request);
        if (auto* verb = std::get_if<VerbRequest>(&request))
            verb->hasher = std::make_shared<PasswordHasher>(PasswordHasher::Mode::Deferred);
        storage.post(std::move(request));
    }

    void compute(VerbRequest request)
    {
        hashing.start(HashingPool::For::SignedIn, [this, request = std::move(request)] {
            request.hasher->work();
            storage.post(request);
        });
    }

    void ask(BlobAction file)
    {
        metrics.fileAsked(file.message);
        files.post(std::move(file));
    }

    void deliver(const SendAction& send)
    {
        const Connected to = sockets.value(send.session);
        if (!to.socket)
            return;
        metrics.sent(to.kind, send);
        log.sent(send);
        // Credit bounds what is sent; whoever still piles up this much is not reading at all.
        if (to.backlog->isOverfull())
            return drop(send.session);
        to.socket->sendBinaryMessage(send.bytes);
    }

    /// Whoever does not read would not read a good-bye either.
    void drop(SessionId session)
    {
        log.unread(session);
        if (QWebSocket* socket = sockets.value(session).socket)
            QTimer::singleShot(0, socket, [socket] { socket->abort(); });
    }

    void dropStuck()
    {
        for (auto at = sockets.cbegin(); at != sockets.cend(); ++at) {
            if (at->backlog->isStuck(silenceMs))
                drop(at.key());
        }
    }

    static void allowMessages(QWebSocket* socket, qsizetype size)
    {
        socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(size));
        socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(size));
    }

    void end(SessionId session)
    {
        QWebSocket* socket = sockets.value(session).socket;
        if (!socket)
            return;
        socket->close();
        QTimer::singleShot(HostCloseMs, socket, [socket] { socket->abort(); });
    }

    /// Uploads that nobody has gone on with since then.
    struct DropIncoming {
        UtcMs before = 0;
    };
    using FileWork = std::variant<BlobAction, LookForFilesAction, DropIncoming>;

    void answerFiles(const std::vector<FileWork>& asked)
    {
        for (const FileWork& work : asked) {
            if (const auto* look = std::get_if<LookForFilesAction>(&work)) {
                answerLook(*look);
                continue;
            }
            if (const auto* stale = std::get_if<DropIncoming>(&work)) {
                if (const int dropped = vault->dropIncoming(stale->before); dropped > 0)
                    LogEvent(u"uploads_dropped"_s).with(u"files"_s, dropped);
                continue;
            }
            const BlobAction& action = std::get<BlobAction>(work);
            auto answers =
                std::make_shared<std::vector<Wire::ServerMessage>>(vault->handle(action.message, action.mayRead));
            QMetaObject::invokeMethod(
                this,
                [this, session = action.session, answers] {
                    for (const Wire::ServerMessage& message : *answers)
                        metrics.fileAnswered(message);
                    core.blobAnswered(session, *answers);
                    act();
                },
                Qt::QueuedConnection);
        }
    }

    void answerLook(const LookForFilesAction& look)
    {
        QList<QByteArray> found = look.wanted;
        found.removeIf([this](const QByteArray& sha) { return !vault->has(sha); });
        if (found.isEmpty())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, session = look.session, found] {
                core.filesFound(session, found);
                act();
            },
            Qt::QueuedConnection);
    }

    const Clock& clock;
    const Schema& schema;
    ServerCore core;
    std::shared_ptr<BlobVault> vault;
    HttpFront front;
    WaitingRoom strangers;  ///< sessions that have not shown a token
    const int maxSessions;
    const qint64 silenceMs;
    QTimer ticker;
    QTimer waker;  ///< between two ticks, where the core asks for it
    QTimer sweeper;
    QTimer tidier;
    ServerMetrics metrics;
    SessionLog log;
    struct Connected {
        QWebSocket* socket = nullptr;
        PeerBacklog* backlog = nullptr;  ///< of the same connection
        SocketKind kind = SocketKind::Rows;
    };
    QHash<SessionId, Connected> sockets;
    SessionId lastSession = 0;
    std::unique_ptr<PostgresNotices> notices;  // only where servers may share the store
    SignIn signIn;                             // before the threads: they may still answer to it while they end
    TokenRefresh refresh;
    const StoreLocation location;
    const MetricsAccess metricsAccess;
    HealthReport health;
    SnapshotDesk snapshots;
    StorageThread storage;
    Inbox<FileWork> files;
    HashingPool hashing;  // after the storage, to which it hands on what it has done
};

ServerHost::ServerHost(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

ServerHost::~ServerHost() = default;

Expected<std::unique_ptr<ServerHost>> ServerHost::start(const Options& options)
{
    static const SystemClock systemClock;
    const Clock& clock = options.clock ? *options.clock : systemClock;
    auto priv = std::make_unique<Private>(options, clock);
    if (priv->storage.error())
        return fail(*priv->storage.error());
    if (!priv->front.listen(options.address, options.port))
        return fail(ErrorCode::InvalidInput, options.address.toString(), priv->front.errorString());
    std::unique_ptr<ServerHost> host(new ServerHost(std::move(priv)));
    LogEvent(u"started"_s)
        .with(u"url"_s, host->url())
        .with(u"store"_s, options.store.kind())
        .with(u"version"_s, QString::fromLatin1(FORECOURT_VERSION));
    return host;
}

QString ServerHost::url() const
{
    return u"%1://%2:%3"_s.arg(d->front.isTls() ? u"https"_s : u"http"_s, d->front.address()).arg(d->front.port());
}

void ServerHost::setTls(const TlsIdentity& identity)
{
    d->front.setTls(identity.configuration());
    LogEvent(u"certificate"_s).with(u"sha256"_s, Fingerprint::spelled(identity.fingerprint()));
}

void ServerHost::shutDown()
{
    {
        // Written when it goes.
        const LogEvent stopping(u"stopping"_s);
    }
    d->front.close();
    d->snapshots.stop();
    d->core.shutDown();
    d->act();
}

}  // namespace Forecourt
