// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/sha256.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "tests/support/storekind.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

#include <deque>
#include <memory>

namespace Forecourt::Tests {

/// A real forecourt-server on a data directory of its own.
class ServerProcess {
public:
    explicit ServerProcess(StoreKind kind = StoreKind::Sqlite)
        : m_directory(std::make_shared<QTemporaryDir>()), m_store(storeOptions(kind))
    {
    }
    /// With its rows in the database at this address.
    explicit ServerProcess(const QString& database)
        : m_directory(std::make_shared<QTemporaryDir>()), m_store{QStringLiteral("--database"), database}
    {
    }
    /// One more on the store of the other, which keeps its rows in PostgreSQL.
    struct Beside {
        const ServerProcess& other;
    };
    explicit ServerProcess(Beside beside) : m_directory(beside.other.m_directory), m_store(beside.other.m_store) {}
    ~ServerProcess()
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }

    QString data() const { return m_directory->filePath(QStringLiteral("data")); }
    QString file(const QString& name) const { return m_directory->filePath(name); }
    /// In PostgresServer::shared(), where the rows are there.
    QString database() const { return PostgresServer::databaseOf(m_store.last()); }
    QUrl url() const { return m_url; }
    qint64 pid() const { return m_process.processId(); }
    QByteArray log() const { return m_log; }

    /// Starts it and waits for its line, so long at most.
    bool start(const QStringList& more = {}, int msecs = 30'000)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(program(), QStringList{QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                                               QStringLiteral("127.0.0.1:0")} +
                                       m_store + more);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(msecs))
                return false;
        }
        const QByteArray line = m_process.readLine().trimmed();
        if (!line.startsWith("listening on "))
            return false;
        m_url = QUrl(QString::fromUtf8(line.sliced(13)));
        return m_url.isValid();
    }
    /// SIGTERM; the exit code, or -1 for a crash.
    int stop()
    {
        m_process.terminate();
        const bool ended = m_process.waitForFinished(30'000);
        m_log += m_process.readAllStandardError();
        return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    /// kill -9
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(30'000);
        m_log += m_process.readAllStandardError();
    }

    struct Result {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    /// Runs a command beside it.
    Result run(const QStringList& command, const QByteArray& input = {}) const
    {
        QProcess process;
        process.start(program(), QStringList{QStringLiteral("--data"), data()} + m_store + command);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    /// As a proxy adds it.
    QByteArray forwardedFor;

    struct Answer {
        int status = 0;
        QJsonObject json;
        QHash<QByteArray, QByteArray> headers;
        QByteArray text;
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    Answer get(const QString& path, const Headers& headers = {})
    {
        QNetworkRequest request(at(path));
        for (const auto& [name, value] : headers)
            request.setRawHeader(name, value);
        return await(m_network.get(request));
    }
    Answer signIn(const QString& user, const QString& password, const QString& deviceId = deviceIdOf(1),
                  int protocol = Wire::ProtocolMax)
    {
        const QJsonObject body{{QStringLiteral("user"), user},
                               {QStringLiteral("password"), password},
                               {QStringLiteral("device_id"), deviceId},
                               {QStringLiteral("device_secret"),
                                QString::fromLatin1(DeviceSecret.toBase64(QByteArray::Base64UrlEncoding))},
                               {QStringLiteral("device_name"), QStringLiteral("test")},
                               {QStringLiteral("protocol"), protocol}};
        return post(QStringLiteral("/api/v1/auth/token/"), body);
    }
    /// Signs in with a password that somebody else gave, and chooses another.
    Answer chooseAndSignIn(const QString& user, const QString& given, const QString& wanted)
    {
        return post(QStringLiteral("/api/v1/auth/token/"),
                    {{QStringLiteral("user"), user},
                     {QStringLiteral("password"), given},
                     {QStringLiteral("new_password"), wanted},
                     {QStringLiteral("device_id"), deviceIdOf(1)},
                     {QStringLiteral("device_secret"),
                      QString::fromLatin1(DeviceSecret.toBase64(QByteArray::Base64UrlEncoding))},
                     {QStringLiteral("protocol"), Wire::ProtocolMax}});
    }
    /// Posts JSON to a path.
    Answer post(const QString& path, const QJsonObject& body)
    {
        QNetworkRequest request(at(path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        if (!forwardedFor.isEmpty())
            request.setRawHeader("X-Forwarded-For", forwardedFor);
        return await(m_network.post(request, QJsonDocument(body).toJson()));
    }
    /// Renews with the refresh token of an earlier answer.
    Answer refresh(const Answer& earlier, const QByteArray& secret = DeviceSecret)
    {
        const QByteArray token = earlier.json.value(QStringLiteral("refresh_token")).toString().toLatin1();
        const QByteArray proof = Wire::refreshProof(secret, token).toBase64(QByteArray::Base64UrlEncoding);
        return post(QStringLiteral("/api/v1/auth/token/refresh/"),
                    {{QStringLiteral("refresh_token"), QString::fromLatin1(token)},
                     {QStringLiteral("proof"), QString::fromLatin1(proof)}});
    }
    /// Of every device here.
    inline static const QByteArray DeviceSecret{Wire::DeviceSecretSize, 's'};
    static QString deviceIdOf(quint64 number) { return Uuid::fromParts(1, 2, number).toString(); }
    QUrl at(const QString& path, const QString& scheme = QStringLiteral("http")) const
    {
        QUrl url = m_url;
        url.setScheme(m_url.scheme() == QLatin1String("https") ? scheme + QLatin1Char('s') : scheme);
        url.setPath(path);
        return url;
    }

private:
    static QString program() { return qEnvironmentVariable("FORECOURT_BIN_DIR") + QStringLiteral("/forecourt-server"); }
    static Answer await(QNetworkReply* reply)
    {
        // A server with TLS has made its certificate itself.
        reply->ignoreSslErrors();
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(30'000);
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.text = reply->readAll();
        answer.json = QJsonDocument::fromJson(answer.text).object();
        for (const auto& [name, value] : reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        reply->deleteLater();
        return answer;
    }

    std::shared_ptr<QTemporaryDir> m_directory;
    QStringList m_store;
    QProcess m_process;
    QNetworkAccessManager m_network;
    QUrl m_url;
    QByteArray m_log;
};

/// One socket to a server, as plain as can be.
class ServerSocket {
public:
    ServerSocket()
    {
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray& bytes) {
            if (auto message = Wire::decodeServerMessage(bytes))
                m_inbox.push_back(std::move(*message));
        });
        QObject::connect(&m_socket, &QWebSocket::sslErrors, &m_socket, [this] { m_socket.ignoreSslErrors(); });
    }

    bool open(const ServerProcess& server, const QByteArray& token,
              const QString& path = QStringLiteral("/api/v1/sync"), qint64 cursor = 0)
    {
        return open(server.at(path, QStringLiteral("ws")), token, cursor);
    }
    bool open(const QUrl& url, const QByteArray& token, qint64 cursor = 0)
    {
        QSignalSpy connected(&m_socket, &QWebSocket::connected);
        m_socket.open(url);
        if (!connected.wait(10'000))
            return false;
        hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
        hello.token = token;
        hello.cursor = cursor;
        send(hello);
        // Another answer is for the test to look at.
        if (!QTest::qWaitFor([this] { return !m_inbox.empty() || m_socket.state() != QAbstractSocket::ConnectedState; },
                             10'000) ||
            m_inbox.empty())
            return true;
        if (const auto* challenge = std::get_if<Wire::Challenge>(&m_inbox.front())) {
            send(Wire::Proof{Wire::helloProof(ServerProcess::DeviceSecret, challenge->nonce, sha256(token))});
            m_inbox.pop_front();
        }
        return true;
    }
    void send(const Wire::ClientMessage& message) { m_socket.sendBinaryMessage(Wire::encode(message)); }
    /// The next message of this kind, others are passed over; nothing if none comes.
    template <class Message>
    std::optional<Message> next()
    {
        for (;;) {
            while (!m_inbox.empty()) {
                const Wire::ServerMessage message = std::move(m_inbox.front());
                m_inbox.pop_front();
                if (const auto* wanted = std::get_if<Message>(&message))
                    return *wanted;
            }
            if (!QTest::qWaitFor(
                    [this] { return !m_inbox.empty() || m_socket.state() != QAbstractSocket::ConnectedState; },
                    10'000) ||
                m_inbox.empty())
                return std::nullopt;
        }
    }
    /// The next message of one of these kinds.
    template <class... Messages>
    std::optional<std::variant<Messages...>> nextOf()
    {
        std::optional<std::variant<Messages...>> found;
        const auto take = [&found](const auto& message) {
            using Message = std::decay_t<decltype(message)>;
            if constexpr ((std::is_same_v<Message, Messages> || ...))
                found = message;
        };
        while (!found && QTest::qWaitFor([this] { return !m_inbox.empty(); }, 10'000)) {
            std::visit(take, m_inbox.front());
            m_inbox.pop_front();
        }
        return found;
    }
    QWebSocket& socket() { return m_socket; }

    Wire::Hello hello;  ///< what else open() says

private:
    QWebSocket m_socket;
    std::deque<Wire::ServerMessage> m_inbox;
};

/// A vehicle that nobody else has, as the edit with this number of a workstation.
inline Wire::Op newVehicle(qint64 opid, UtcMs now)
{
    Wire::Op op;
    op.opid = opid;
    op.table = 3;
    op.id = Uuid::create();
    op.create = true;
    op.clock = {static_cast<std::uint64_t>(now) << 16, 0};
    op.fields = {{2, QStringLiteral("VIN-%1").arg(opid), {}}};
    return op;
}

}  // namespace Forecourt::Tests
