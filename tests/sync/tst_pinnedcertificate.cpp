// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workstation.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

QString certificateFile(const ServerProcess& server)
{
    return server.dataDirectory() + u"/tls.pem"_s;
}

/// In the place of a server, with another certificate; notes all that it is told.
class Impostor : public QTcpServer {
public:
    Impostor(const QString& pemFile, quint16 port) : m_file(pemFile)
    {
        if (!listen(QHostAddress::LocalHost, port))
            qFatal("port %d is taken", port);
    }

    QByteArray heard;
    int handshakes = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* socket = new QSslSocket(this);
        QFile pem(m_file);
        if (!pem.open(QIODevice::ReadOnly))
            qFatal("no certificate");
        socket->setLocalCertificate(QSslCertificate::fromPath(m_file).first());
        socket->setPrivateKey(QSslKey(&pem, QSsl::Ec));
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { heard += socket->readAll(); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        socket->setSocketDescriptor(descriptor);
        ++handshakes;
        socket->startServerEncryption();
    }

private:
    QString m_file;
};

/// What this computer trusts, while it lives.
class TrustedByTheSystem {
public:
    explicit TrustedByTheSystem(const QString& pemFile) : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration more = m_before;
        more.addCaCertificates(QSslCertificate::fromPath(pemFile));
        QSslConfiguration::setDefaultConfiguration(more);
    }
    ~TrustedByTheSystem() { QSslConfiguration::setDefaultConfiguration(m_before); }

private:
    QSslConfiguration m_before;
};

}  // namespace

/// Workstations and real servers with certificates that the workstation knows, does not know, or knew as another.
class PinnedCertificateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        m_server->addUser(u"awa"_s);
        m_server->setOptions({u"--tls"_s});
        m_server->start();
        m_desk = std::make_unique<Workstation>();
    }
    void cleanup()
    {
        m_desk.reset();
        m_server.reset();
    }

    void aSelfSignedCertificateIsAskedForOnce()
    {
        const auto unknown = m_desk->signIn(*m_server, u"awa"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::CertificateUntrusted);
        QCOMPARE(unknown.error().subject, m_server->url().host());
        QCOMPARE(unknown.error().detail, fingerprint());
        QVERIFY(m_desk->sync().status().userName.isEmpty());

        m_desk->sync().trustCertificate(m_server->url(), fingerprint());
        QVERIFY(m_desk->signIn(*m_server, u"awa"_s));
        QVERIFY(m_desk->settle(SyncClient::Files::Include));
        m_desk->restart();
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::Online);
        QVERIFY(m_desk->settle(SyncClient::Files::Include));
    }

    void anotherCertificateIsNotSentAWord()
    {
        join();
        m_server->stop();
        const ServerProcess stranger;
        QCOMPARE(stranger.exitCode({u"certificate"_s}), 0);
        const quint16 port = static_cast<quint16>(m_server->url().port());
        Impostor impostor(certificateFile(stranger), port);
        m_desk->sync().tryNow();
        QTRY_VERIFY(m_desk->sync().status().error &&
                    m_desk->sync().status().error->code == ErrorCode::CertificateChanged);
        QCOMPARE(m_desk->sync().status().link, SyncStatus::Link::Refused);
        QVERIFY(impostor.handshakes > 0);
        QCOMPARE(impostor.heard, QByteArray());

        const auto again = await(m_desk->sync().signIn(m_server->url(), u"awa"_s, ServerProcess::Password));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::CertificateChanged);
        QCOMPARE(again.error().detail, fingerprintOf(certificateFile(stranger)));
        QCOMPARE(impostor.heard, QByteArray());
    }

    void aPinStandsAboveWhatTheSystemTrusts()
    {
        join();
        m_server->stop();
        const ServerProcess stranger;
        QCOMPARE(stranger.exitCode({u"certificate"_s}), 0);
        const TrustedByTheSystem trusted(certificateFile(stranger));
        Impostor impostor(certificateFile(stranger), static_cast<quint16>(m_server->url().port()));
        m_desk->sync().tryNow();
        QTRY_VERIFY(m_desk->sync().status().error &&
                    m_desk->sync().status().error->code == ErrorCode::CertificateChanged);
        const auto again = await(m_desk->sync().signIn(m_server->url(), u"awa"_s, ServerProcess::Password));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::CertificateChanged);
        // A handshake of WebSocket or a look at /healthz may have left before; it says nothing.
        QVERIFY(!impostor.heard.contains(ServerProcess::Password.toUtf8()));
        QVERIFY2(!impostor.heard.contains("POST"), impostor.heard);
        for (const QByteArray& line : impostor.heard.split('\n'))
            QVERIFY2(line.size() < 120, line);
    }

    void aNewCertificateIsTakenAfterItIsCompared()
    {
        join();
        m_server->stop();
        QVERIFY(QFile::remove(certificateFile(*m_server)));
        m_server->start();
        QTRY_VERIFY(m_desk->sync().status().error &&
                    m_desk->sync().status().error->code == ErrorCode::CertificateChanged);
        m_desk->sync().trustCertificate(m_server->url(), fingerprint());
        QVERIFY(m_desk->signIn(*m_server, u"awa"_s));
        QVERIFY(m_desk->settle(SyncClient::Files::Include));
        QTRY_VERIFY(!m_desk->sync().status().error);
    }

    void oneThatTheSystemTrustsIsNotAskedFor()
    {
        const TrustedByTheSystem trusted(certificateFile(*m_server));
        QVERIFY(m_desk->signIn(*m_server, u"awa"_s));
        QVERIFY(m_desk->settle(SyncClient::Files::Include));
    }

    void saysWhichOfTheTwoSpeaksTls()
    {
        QUrl plain = m_server->url();
        plain.setScheme(u"http"_s);
        const auto wants = m_desk->sync().signIn(plain, u"awa"_s, ServerProcess::Password).result();
        QVERIFY(!wants);
        QCOMPARE(wants.error().code, ErrorCode::ServerWantsTls);

        m_server->stop();
        m_server->setOptions({});
        m_server->start();
        QUrl encrypted = m_server->url();
        encrypted.setScheme(u"https"_s);
        const auto none = m_desk->sync().signIn(encrypted, u"awa"_s, ServerProcess::Password).result();
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::TlsFailed);
    }

    void theCommandLineTakesAFingerprint()
    {
        const QTemporaryDir store;
        const auto ctl = [&](const QStringList& words) {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(qEnvironmentVariable("FORECOURT_BIN_DIR") + u"/forecourtctl"_s,
                          QStringList{u"--store"_s, store.path()} + words);
            process.write(ServerProcess::Password.toUtf8() + '\n');
            process.closeWriteChannel();
            process.waitForFinished(60'000);
            return std::pair(process.exitCode(), process.readAll());
        };
        const QStringList login{u"--server"_s, m_server->url().toString(), u"login"_s, u"awa"_s, u"--password-stdin"_s};
        const auto [refused, why] = ctl(login);
        QCOMPARE(refused, 5);
        QVERIFY2(why.contains(fingerprint().toLatin1()), why);
        QCOMPARE(ctl(login + QStringList{u"--fingerprint"_s, u"12"_s}).first, 4);
        QString other = fingerprint();
        other[0] = other[0] == u'0' ? u'1' : u'0';
        QCOMPARE(ctl(login + QStringList{u"--fingerprint"_s, other}).first, 5);
        QCOMPARE(ctl(login + QStringList{u"--fingerprint"_s, fingerprint()}).first, 0);
        const auto [synced, output] = ctl({u"sync"_s});
        QVERIFY2(synced == 0, output);
    }

private:
    static QString fingerprintOf(const QString& pemFile)
    {
        const QString hex = QString::fromLatin1(
            QSslCertificate::fromPath(pemFile).first().digest(QCryptographicHash::Sha256).toHex().toUpper());
        QStringList groups;
        for (qsizetype at = 0; at < hex.size(); at += 4)
            groups.append(hex.mid(at, 4));
        return groups.join(u' ');
    }
    QString fingerprint() const { return fingerprintOf(certificateFile(*m_server)); }

    void join()
    {
        m_desk->sync().trustCertificate(m_server->url(), fingerprint());
        QVERIFY(m_desk->signIn(*m_server, u"awa"_s));
        QVERIFY(m_desk->settle(SyncClient::Files::Include));
    }
    /// While this thread goes on with its connections.
    static Expected<void> await(const QFuture<Expected<void>>& asked)
    {
        if (!QTest::qWaitFor([&asked] { return asked.isFinished(); }, 30'000))
            qFatal("no answer");
        return asked.result();
    }

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Workstation> m_desk;
};

QTEST_GUILESS_MAIN(PinnedCertificateTest)
#include "tst_pinnedcertificate.moc"
