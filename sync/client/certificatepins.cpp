// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/certificatepins.h"

#include "sync/protocol/fingerprint.h"

#include <QSettings>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int PinsHttpsPort = 443;

}  // namespace

QString CertificatePins::keyOf(const QUrl& server)
{
    // Both stay readable in the file; a colon would not.
    return u"certificates/%1_%2"_s.arg(server.host()).arg(server.port(PinsHttpsPort));
}

CertificatePins CertificatePins::load(const QString& storeDirectory)
{
    CertificatePins pins;
    pins.m_directory = storeDirectory;
    const QSettings file(storeDirectory + u"/sync.ini"_s, QSettings::IniFormat);
    const QStringList keys = file.allKeys();
    for (const QString& key : keys) {
        if (key.startsWith("certificates/"_L1))
            pins.m_pins.insert(key, Fingerprint::parse(file.value(key).toString()));
    }
    return pins;
}

void CertificatePins::set(const QUrl& server, const QByteArray& fingerprint)
{
    QSettings file(m_directory + u"/sync.ini"_s, QSettings::IniFormat);
    const QString key = keyOf(server);
    if (fingerprint.isEmpty()) {
        m_pins.remove(key);
        file.remove(key);
    } else {
        m_pins.insert(key, fingerprint);
        file.setValue(key, Fingerprint::spelled(fingerprint));
    }
    file.sync();
}

}  // namespace Forecourt
