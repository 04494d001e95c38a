// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Forecourt::Wire {

using namespace Qt::StringLiterals;

namespace {

bool isSecret(const QString& name)
{
    static constexpr QLatin1StringView words[] = {"password"_L1, "secret"_L1, "token"_L1, "proof"_L1};
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return name.contains(word, Qt::CaseInsensitive); });
}

QJsonValue redacted(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = redacted(array.at(i));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = isSecret(member.key()) ? QJsonValue(u"…"_s) : redacted(*member);
    return object;
}

/// Of something that is no JSON nothing is known, so nothing is kept.
QByteArray redacted(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? QJsonDocument(redacted(document.object()).toObject()).toJson(QJsonDocument::Compact)
                               : QByteArray();
}

}  // namespace

ClientMessage withoutSecrets(ClientMessage message)
{
    if (auto* hello = std::get_if<Hello>(&message))
        hello->token.clear();
    else if (auto* proof = std::get_if<Proof>(&message))
        proof->mac.clear();
    else if (auto* token = std::get_if<Token>(&message))
        token->token.clear();
    else if (auto* request = std::get_if<Request>(&message))
        request->arguments = redacted(request->arguments);
    return message;
}

ServerMessage withoutSecrets(ServerMessage message)
{
    if (auto* answer = std::get_if<Answer>(&message))
        answer->body = redacted(answer->body);
    return message;
}

}  // namespace Forecourt::Wire
