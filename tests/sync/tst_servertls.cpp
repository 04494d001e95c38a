// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/fingerprint.h"
#include "tests/sync/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;

namespace {

/// Everything that the server answers to these bytes until it closes, over TLS if asked.
QByteArray conversation(const QUrl& server, const QByteArray& bytes, bool tls, QByteArray* fingerprint = nullptr)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
    if (!socket.waitForConnected(10'000))
        return {};
    if (tls) {
        socket.startClientEncryption();
        if (!socket.waitForEncrypted(10'000))
            return {};
        if (fingerprint)
            *fingerprint = socket.peerCertificate().digest(QCryptographicHash::Sha256);
    }
    socket.write(bytes);
    while (socket.waitForReadyRead(10'000)) {
    }
    return socket.readAll();
}

constexpr auto Health = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

}  // namespace

/// Real servers that speak TLS, asked by clients of all kinds.
class ServerTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesACertificateOnceAndKeepsItsKeyToItself()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--tls"_s}));
        QCOMPARE(server.url().scheme(), u"https"_s);
        const QFile key(server.data() + u"/tls.pem"_s);
        QCOMPARE(key.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(QSslCertificate::fromPath(key.fileName()).first().publicKey().algorithm(), QSsl::Ec);

        QByteArray shown;
        QVERIFY(conversation(server.url(), Health, true, &shown).startsWith("HTTP/1.1 200 "));
        const QByteArray printed = server.run({u"certificate"_s}).out.trimmed();
        QCOMPARE(Fingerprint::parse(QString::fromLatin1(printed)), shown);
        QCOMPARE(server.stop(), 0);

        QVERIFY(server.start({u"--tls"_s}));
        QByteArray again;
        conversation(server.url(), Health, true, &again);
        QCOMPARE(again, shown);
    }

    void whatItWritesIsForItsOwnerAlone()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--tls"_s}));
        QCOMPARE(server.run({u"backup"_s, server.file(u"backup"_s)}).code, 0);
        const QDir data(server.data());
        QStringList files{server.data(), server.file(u"backup"_s)};
        for (const QString& name : data.entryList(QDir::Files))
            files.append(data.filePath(name));
        QVERIFY(files.size() > 3);
        for (const QString& name : files)
            QVERIFY2((QFileInfo(name).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                                       QFile::WriteOther)) == QFile::Permissions(),
                     qUtf8Printable(name));
    }

    void speaksWithTheCertificateThatItIsGiven()
    {
        ServerProcess other;
        QCOMPARE(other.run({u"certificate"_s}).code, 0);
        const QString pem = other.data() + u"/tls.pem"_s;
        ServerProcess server;
        QVERIFY(server.start({u"--tls-certificate"_s, pem, u"--tls-key"_s, pem}));
        QByteArray shown;
        conversation(server.url(), Health, true, &shown);
        QCOMPARE(QString::fromLatin1(other.run({u"certificate"_s}).out.trimmed()), Fingerprint::spelled(shown));
        QVERIFY(!QFile::exists(server.data() + u"/tls.pem"_s));
    }

    void takesARenewedCertificateWithoutARestart()
    {
#ifndef Q_OS_UNIX
        QSKIP("There is no SIGHUP here");
#else
        ServerProcess other;
        QCOMPARE(other.run({u"certificate"_s}).code, 0);
        ServerProcess server;
        QVERIFY(server.start({u"--tls"_s}));
        QByteArray before;
        conversation(server.url(), Health, true, &before);
        const QString pem = server.data() + u"/tls.pem"_s;
        QVERIFY(QFile::remove(pem) && QFile::copy(other.data() + u"/tls.pem"_s, pem));
        QCOMPARE(::kill(static_cast<pid_t>(server.pid()), SIGHUP), 0);
        const QByteArray renewed = Fingerprint::parse(QString::fromLatin1(other.run({u"certificate"_s}).out));
        QVERIFY(renewed != before);
        QByteArray shown = before;
        QTRY_VERIFY(!conversation(server.url(), Health, true, &shown).isEmpty() && shown == renewed);

        // One that cannot be read leaves the one before.
        QFile broken(pem);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("nothing") > 0);
        broken.close();
        QCOMPARE(::kill(static_cast<pid_t>(server.pid()), SIGHUP), 0);
        conversation(server.url(), Health, true, &shown);
        QCOMPARE(shown, renewed);
        QCOMPARE(server.stop(), 0);
        QVERIFY2(server.log().contains("certificate_unreadable"), server.log());
#endif
    }

    void refusesAKeyOfAnotherCertificate()
    {
        ServerProcess one;
        ServerProcess other;
        QCOMPARE(one.run({u"certificate"_s}).code, 0);
        QCOMPARE(other.run({u"certificate"_s}).code, 0);
        const auto tried =
            one.run({u"--tls-certificate"_s, one.data() + u"/tls.pem"_s, u"--tls-key"_s, other.data() + u"/tls.pem"_s});
        QCOMPARE(tried.code, 1);
        QVERIFY2(tried.err.contains("not the key of"), tried.err);
        QCOMPARE(one.run({u"--tls-key"_s, one.data() + u"/tls.pem"_s}).code, 2);
    }

    void refusesAnOldTls()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--tls"_s}));
        const auto asked = [&server](const QString& version) {
            QProcess openssl;
            openssl.setProcessChannelMode(QProcess::MergedChannels);
            openssl.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.url().port()),
                                         version, u"-cipher"_s, u"DEFAULT:@SECLEVEL=0"_s});
            openssl.closeWriteChannel();
            openssl.waitForFinished(20'000);
            return openssl.readAll();
        };
        const QByteArray old = asked(u"-tls1_1"_s);
        QVERIFY2(old.contains("alert protocol version"), old);
        const QByteArray now = asked(u"-tls1_2"_s);
        QVERIFY2(now.contains("BEGIN CERTIFICATE"), now);
    }

    void tellsAPlainClientWhatItDoesWrong()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--tls"_s}));
        for (const QByteArray& request :
             {QByteArray(Health), QByteArray("POST /api/v1/auth/token/ HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"),
              QByteArray("GET /api/v1/sync HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")}) {
            const QByteArray answer = conversation(server.url(), request, false);
            QVERIFY2(answer.startsWith("HTTP/1.1 400 ") && answer.endsWith(R"({"error":"tls"})"), answer);
        }
        QVERIFY(conversation(server.url(), Health, true).startsWith("HTTP/1.1 200 "));
    }

    void aPlainServerDoesNotLetTlsWait()
    {
        ServerProcess server;
        QVERIFY(server.start());
        QSslSocket socket;
        socket.connectToHostEncrypted(server.url().host(), static_cast<quint16>(server.url().port()));
        QVERIFY(!socket.waitForEncrypted(30'000));
        QVERIFY(socket.error() != QAbstractSocket::SocketTimeoutError);
    }

    void aRestoreGoesBesideTheCertificateThatPeopleKnow()
    {
        ServerProcess old;
        QVERIFY(old.start({u"--tls"_s}));
        QCOMPARE(old.run({u"backup"_s, old.file(u"backup"_s)}).code, 0);
        ServerProcess fresh;
        QCOMPARE(fresh.run({u"certificate"_s}).code, 0);
        const QByteArray known = fresh.run({u"certificate"_s}).out;
        const auto restored = fresh.run({u"restore"_s, old.file(u"backup"_s)});
        QVERIFY2(restored.code == 0, restored.err);
        QCOMPARE(fresh.run({u"certificate"_s}).out, known);
        QVERIFY(fresh.run({u"restore"_s, old.file(u"backup"_s)}).code != 0);
    }

    void doesNotListenForOthersInTheClear()
    {
        ServerProcess server;
        const auto open = server.run({u"--listen"_s, u"0.0.0.0:0"_s});
        QCOMPARE(open.code, 2);
        QVERIFY2(open.err.contains("--insecure"), open.err);
        QVERIFY(server.start({u"--listen"_s, u"0.0.0.0:0"_s, u"--insecure"_s}));
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start({u"--listen"_s, u"0.0.0.0:0"_s, u"--tls"_s}));
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start({u"--listen"_s, u"0.0.0.0:0"_s, u"--proxy"_s, u"10.0.0.1"_s}));
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerTlsTest)
#include "tst_servertls.moc"
