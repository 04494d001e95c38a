// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/serverprocess.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::PostgresServer;
using Tests::ServerProcess;
using Tests::ServerSocket;
using Tests::StoreKind;

namespace {

constexpr auto NginxPassword = "correct horse";

/// A real nginx with packaging/nginx/forecourt.conf, in which only name, ports and certificate are others.
class Nginx {
public:
    ~Nginx()
    {
        m_process.terminate();
        m_process.waitForFinished(10'000);
    }

    static bool isInstalled() { return QFile::exists(u"/usr/sbin/nginx"_s); }

    bool start(const QUrl& one, const QUrl& other)
    {
        {
            QTcpServer free;
            free.listen(QHostAddress::LocalHost);
            m_port = free.serverPort();
        }
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                     u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                                     u"-keyout"_s, file(u"key.pem"_s), u"-out"_s, file(u"cert.pem"_s)});
        if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
            return false;

        QFile shipped(qEnvironmentVariable("FORECOURT_SOURCE_DIR") + u"/packaging/nginx/forecourt.conf"_s);
        if (!shipped.open(QIODevice::ReadOnly))
            return false;
        QString site = QString::fromUtf8(shipped.readAll());
        const std::pair<QString, QString> changes[] = {
            {u"127.0.0.1:8471"_s, u"127.0.0.1:%1"_s.arg(one.port())},
            {u"127.0.0.1:8472"_s, u"127.0.0.1:%1"_s.arg(other.port())},
            {u"listen 443 ssl;"_s, u"listen 127.0.0.1:%1 ssl;"_s.arg(m_port)},
            {u"    listen [::]:443 ssl;\n"_s, QString()},
            {u"forecourt.example"_s, u"localhost"_s},
            {u"/etc/ssl/forecourt/fullchain.pem"_s, file(u"cert.pem"_s)},
            {u"/etc/ssl/forecourt/privkey.pem"_s, file(u"key.pem"_s)},
        };
        for (const auto& [from, to] : changes) {
            if (site.count(from) != 1)
                qFatal("packaging/nginx/forecourt.conf has changed: %s", qUtf8Printable(from));
            site.replace(from, to);
        }
        QFile config(file(u"nginx.conf"_s));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write(
            u"daemon off;\nuser root;\nworker_processes 1;\npid %1/pid;\nerror_log %1/error.log;\n"
            "events {}\nhttp {\naccess_log off;\nclient_body_temp_path %1/body;\nproxy_temp_path %1/proxy;\n"
            "fastcgi_temp_path %1/fastcgi;\nscgi_temp_path %1/scgi;\nuwsgi_temp_path %1/uwsgi;\n%2\n}\n"_s
                .arg(m_directory.path(), site)
                .toUtf8());
        config.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"/usr/sbin/nginx"_s, {u"-p"_s, m_directory.path(), u"-c"_s, config.fileName()});
        return QTest::qWaitFor(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress::LocalHost, m_port);
                return probe.waitForConnected(200);
            },
            10'000);
    }

    QUrl url(const QString& scheme, const QString& path) const
    {
        return QUrl(u"%1://localhost:%2%3"_s.arg(scheme).arg(m_port).arg(path));
    }
    QSslConfiguration trust() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(file(u"cert.pem"_s)));
        return configuration;
    }
    QByteArray output() { return m_process.readAll(); }

private:
    QString file(const QString& name) const { return m_directory.filePath(name); }

    QTemporaryDir m_directory;
    QProcess m_process;
    quint16 m_port = 0;
};

}  // namespace

/// The proxy that is recommended for two servers, with everything in front of it and behind it real.
class NginxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        if (!Nginx::isInstalled())
            QSKIP("nginx is not installed here: packaging/install-dependencies.sh --tests");
    }

    void workstationsDoNotNoticeThatAServerIsGone()
    {
        ServerProcess one(StoreKind::Postgres);
        QVERIFY(one.start({u"--proxy"_s, u"127.0.0.1"_s}));
        ServerProcess other(ServerProcess::Beside{one});
        QVERIFY(other.start({u"--proxy"_s, u"127.0.0.1"_s}));
        QCOMPARE(one.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"sales"_s, u"--keep"_s, u"--password-stdin"_s},
                         NginxPassword)
                     .code,
                 0);
        Nginx nginx;
        QVERIFY2(nginx.start(one.url(), other.url()), nginx.output());
        QCOMPARE(get(nginx).first, 200);
        QCOMPARE(get(nginx, u"/metrics"_s).first, 404);

        const QByteArray tokens[] = {signIn(nginx, 1), signIn(nginx, 2)};
        for (const QByteArray& token : tokens)
            QVERIFY(token.size() >= 43);
        // Connections go to the two in turns.
        ServerSocket sockets[2];
        UtcMs now = 0;
        for (int i = 0; i < 2; ++i) {
            sockets[i].socket().setSslConfiguration(nginx.trust());
            QVERIFY(sockets[i].open(nginx.url(u"wss"_s, u"/api/v1/sync"_s), tokens[i]));
            const auto welcome = sockets[i].next<Wire::Welcome>();
            QVERIFY(welcome);
            now = welcome->serverTime;
        }
        Wire::Op op;
        op.opid = 1;
        op.table = 3;
        op.id = Uuid::create();
        op.create = true;
        op.clock = {static_cast<std::uint64_t>(now) << 16, 0};
        op.fields = {{2, u"VIN-1"_s, {}}};
        sockets[0].send(Wire::Push{{op}});
        QVERIFY(sockets[0].next<Wire::Pushed>());
        QVERIFY(arrives(sockets[1], op.id));

        one.kill();
        QTRY_VERIFY2((sockets[0].socket().state() == QAbstractSocket::ConnectedState) !=
                         (sockets[1].socket().state() == QAbstractSocket::ConnectedState),
                     "one of the two was with the server that is gone");
        QCOMPARE(get(nginx).first, 200);
        QCOMPARE(signIn(nginx, 3).size(), tokens[0].size());
        const int cut = sockets[0].socket().state() == QAbstractSocket::ConnectedState ? 1 : 0;
        ServerSocket again;
        again.socket().setSslConfiguration(nginx.trust());
        QVERIFY(again.open(nginx.url(u"wss"_s, u"/api/v1/sync"_s), tokens[cut]));
        const auto welcome = again.next<Wire::Welcome>();
        QVERIFY(welcome);
        QCOMPARE(welcome->pushedOpid, cut == 0 ? 1 : 0);
        QVERIFY(arrives(again, op.id));
    }

private:
    std::pair<int, QJsonObject> await(QNetworkReply* reply)
    {
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(30'000);
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(reply->readAll()).object()};
    }
    std::pair<int, QJsonObject> get(const Nginx& nginx, const QString& path = u"/healthz"_s)
    {
        QNetworkRequest request(nginx.url(u"https"_s, path));
        request.setSslConfiguration(nginx.trust());
        return await(m_network.get(request));
    }
    QByteArray signIn(const Nginx& nginx, quint64 device)
    {
        QNetworkRequest request(nginx.url(u"https"_s, u"/api/v1/auth/token/"_s));
        request.setSslConfiguration(nginx.trust());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QJsonObject body{
            {u"user"_s, u"awa"_s},
            {u"password"_s, QString::fromLatin1(NginxPassword)},
            {u"device_id"_s, ServerProcess::deviceIdOf(device)},
            {u"device_secret"_s,
             QString::fromLatin1(ServerProcess::DeviceSecret.toBase64(QByteArray::Base64UrlEncoding))},
            {u"device_name"_s, u"test"_s},
            {u"protocol"_s, Wire::ProtocolMax}};
        return await(m_network.post(request, QJsonDocument(body).toJson()))
            .second.value("token"_L1)
            .toString()
            .toLatin1();
    }
    static bool arrives(ServerSocket& socket, Uuid row)
    {
        while (const auto page = socket.next<Wire::Page>()) {
            socket.send(Wire::Ack{page->upto});
            if (std::ranges::any_of(page->rows, [row](const Wire::Row& found) { return found.id == row; }))
                return true;
        }
        return false;
    }

    QNetworkAccessManager m_network;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::NginxTest)
#include "tst_nginx.moc"
