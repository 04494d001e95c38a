// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/serverpaths.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QUrl ServerPaths::normalized(const QUrl& typed)
{
    const QString text = typed.toString().trimmed();
    // "lot.example.org:8471" would parse as a scheme with a path.
    QUrl url = text.contains("://"_L1) ? QUrl(text) : QUrl(u"http://"_s + text);
    const QString scheme = url.scheme();
    if (scheme == "ws"_L1)
        url.setScheme(u"http"_s);
    else if (scheme == "wss"_L1)
        url.setScheme(u"https"_s);
    else if (scheme != "http"_L1 && scheme != "https"_L1)
        return {};
    if (url.host().isEmpty())
        return {};
    url.setQuery(QString());
    url.setFragment(QString());
    url.setUserInfo(QString());
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

QUrl ServerPaths::at(const QUrl& server, QStringView path)
{
    QUrl url = server;
    url.setPath(server.path() + path.toString());
    return url;
}

QUrl ServerPaths::socket(const QUrl& server, QStringView path)
{
    QUrl url = at(server, path);
    url.setScheme(server.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    return url;
}

}  // namespace Forecourt
