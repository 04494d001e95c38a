// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/metricsaccess.h"

#include <QFile>

#include <openssl/crypto.h>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MetricsMinToken = 16;
constexpr qint64 MetricsMaxToken = 4'096;

}  // namespace

Expected<QByteArray> MetricsAccess::readToken(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, name, file.errorString());
    const QByteArray token = file.readLine(MetricsMaxToken).trimmed();
    if (token.size() < MetricsMinToken)
        return fail(ErrorCode::InvalidInput, name, u"a token of at least 16 letters belongs there"_s);
    return token;
}

bool MetricsAccess::allows(const HttpRequest& request, const QHostAddress& peer) const
{
    const QByteArray given = request.headers.value("authorization");
    const QByteArray wanted = "Bearer " + m_token;
    if (!m_token.isEmpty() && given.size() == wanted.size() &&
        CRYPTO_memcmp(given.constData(), wanted.constData(), static_cast<size_t>(wanted.size())) == 0)
        return true;
    // A proxy says that it passes on what somebody else asks.
    return peer.isLoopback() && !request.headers.contains("x-forwarded-for") && !request.headers.contains("forwarded");
}

}  // namespace Forecourt
