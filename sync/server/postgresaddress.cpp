// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/postgresaddress.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// What libpq leaves to chance and a server must not: how long a database that has vanished goes unnoticed.
const QMap<QString, QString>& addressDefaults()
{
    static const QMap<QString, QString> defaults{
        {u"application_name"_s, u"forecourt-server"_s},
        {u"connect_timeout"_s, u"5"_s},
        {u"keepalives_idle"_s, u"10"_s},
        {u"keepalives_interval"_s, u"5"_s},
        {u"keepalives_count"_s, u"3"_s},
        {u"tcp_user_timeout"_s, u"15000"_s},
    };
    return defaults;
}

bool addressKeyword(const QString& name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
}

}  // namespace

Expected<PostgresAddress> PostgresAddress::parse(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto wrong = [&] {
        return fail(ErrorCode::InvalidInput, url.isValid() ? url.toString(QUrl::RemovePassword) : QString(),
                    u"not an address like postgresql://user@host:5432/database"_s);
    };
    if (!url.isValid() || (url.scheme() != "postgresql"_L1 && url.scheme() != "postgres"_L1))
        return wrong();
    PostgresAddress address;
    const auto set = [&address](const QString& name, const QString& value) {
        if (!value.isEmpty())
            address.parameters.insert(name, value);
    };
    set(u"host"_s, url.host(QUrl::FullyDecoded));
    set(u"port"_s, url.port() < 0 ? QString() : QString::number(url.port()));
    set(u"user"_s, url.userName(QUrl::FullyDecoded));
    set(u"password"_s, url.password(QUrl::FullyDecoded));
    set(u"dbname"_s, url.path(QUrl::FullyDecoded).mid(1));
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        if (!addressKeyword(name))
            return wrong();
        set(name, value);
    }
    // Qt's driver takes a semicolon for the end of an option.
    if (std::ranges::any_of(address.parameters, [](const QString& value) { return value.contains(u';'); }))
        return wrong();
    return address;
}

Expected<PostgresAddress> PostgresAddress::read(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, name, file.errorString());
    if (file.permissions().testAnyFlags(QFile::ReadOther | QFile::WriteOther))
        return fail(ErrorCode::FileUnreadable, name, u"everybody may read it: chmod o-rwx"_s);
    return parse(QString::fromUtf8(file.readLine()).trimmed());
}

QString PostgresAddress::shown() const
{
    QString text = u"postgresql://"_s;
    if (const QString user = parameters.value(u"user"_s); !user.isEmpty())
        text += user + u'@';
    text += parameters.value(u"host"_s);
    if (const QString port = parameters.value(u"port"_s); !port.isEmpty())
        text += u':' + port;
    return text + u'/' + parameters.value(u"dbname"_s);
}

QString PostgresAddress::connectOptions() const
{
    QMap<QString, QString> all = addressDefaults();
    all.insert(parameters);
    QStringList options;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        QString value = it.value();
        options.append(it.key() + u"='"_s + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'');
    }
    return options.join(u';');
}

}  // namespace Forecourt
