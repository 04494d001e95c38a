// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/tokenstore.h"

#include <QFile>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int TokenTimeoutMs = 4'000;
constexpr auto TokenFilePermissions = QFile::ReadOwner | QFile::WriteOwner;

QString tokenService()
{
    return u"Forecourt"_s;
}

bool tokenKeychainWanted()
{
    if (qEnvironmentVariableIntValue("FORECOURT_NO_KEYCHAIN") != 0)
        return false;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // Without a session bus the keychain libraries try to start one, and that may take half a minute.
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
#else
    return true;
#endif
}

}  // namespace

TokenStore::TokenStore(QString storeDirectory, QString key, QObject* parent)
    : QObject(parent), m_directory(std::move(storeDirectory)), m_key(std::move(key)), m_keychain(tokenKeychainWanted())
{
}

QString TokenStore::file() const
{
    return m_directory + u"/token"_s;
}

void TokenStore::start(QKeychain::Job* job, std::function<void(bool answered)> done)
{
    // The first of answer and timeout counts; the job deletes itself whenever it ends.
    auto once = std::make_shared<std::function<void(bool)>>(std::move(done));
    const auto finish = [once](bool answered) {
        if (*once)
            std::exchange(*once, nullptr)(answered);
    };
    connect(job, &QKeychain::Job::finished, this, [finish] { finish(true); });
    QTimer::singleShot(TokenTimeoutMs, this, [finish] { finish(false); });
    job->start();
}

void TokenStore::read(Done done)
{
    if (const QByteArray token = readFile(); !token.isEmpty() || !m_keychain)
        return done(Secret{token, !token.isEmpty()});
    auto* job = new QKeychain::ReadPasswordJob(tokenService());
    job->setKey(m_key);
    start(job, [job, done = std::move(done)](bool answered) {
        const bool found = answered && job->error() == QKeychain::NoError;
        done(Secret{found ? job->binaryData() : QByteArray(), false});
    });
}

void TokenStore::write(const QByteArray& token, const Done& done)
{
    const auto intoFile = [this, token, done] {
        if (writeFile(token))
            done(Secret{token, true});
        else
            done(fail(ErrorCode::SecretUnavailable, file()));
    };
    if (!m_keychain)
        return intoFile();
    auto* job = new QKeychain::WritePasswordJob(tokenService());
    job->setKey(m_key);
    job->setBinaryData(token);
    start(job, [this, job, token, done, intoFile](bool answered) {
        if (!answered || job->error() != QKeychain::NoError)
            return intoFile();
        QFile::remove(file());
        done(Secret{token, false});
    });
}

void TokenStore::forget()
{
    QFile::remove(file());
    if (!m_keychain)
        return;
    auto* job = new QKeychain::DeletePasswordJob(tokenService());
    job->setKey(m_key);
    job->start();
}

QByteArray TokenStore::readFile() const
{
    QFile stored(file());
    return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
}

bool TokenStore::writeFile(const QByteArray& token) const
{
    // Made with its permissions, so that there is no moment in which others may open it.
    const QString fresh = file() + u".new"_s;
    QFile::remove(fresh);
    QFile stored(fresh);
    if (!stored.open(QIODevice::WriteOnly | QIODevice::NewOnly, TokenFilePermissions) ||
        stored.write(token) != token.size() || !stored.flush())
        return false;
    stored.close();
    QFile::remove(file());
    return QFile::rename(fresh, file());
}

}  // namespace Forecourt
