// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/healthreport.h"

#include "sync/protocol/limits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int HealthPatienceMs = 2'000;

}  // namespace

HealthReport::HealthReport(StorageThread& storage, QString kind, QObject* parent)
    : QObject(parent), m_storage(storage), m_kind(std::move(kind))
{
}

void HealthReport::handle(HttpFront::Respond respond)
{
    m_waiting.push_back(std::move(respond));
    // Whoever asks while we look gets the same answer: asking costs the store nothing.
    if (m_waiting.size() > 1)
        return;
    const quint64 look = ++m_looks;
    const auto finish = [this, look](bool answers) {
        if (look == m_looks && !m_waiting.empty())
            answer(answers);
    };
    QTimer::singleShot(HealthPatienceMs, this, [finish] { finish(false); });
    m_storage.post([this, finish](StorageEngine& engine) {
        QMetaObject::invokeMethod(
            this, [finish, answers = engine.storage().seq().has_value()] { finish(answers); }, Qt::QueuedConnection);
    });
}

void HealthReport::answer(bool storeAnswers)
{
    const QJsonObject health{{u"status"_s, storeAnswers ? u"ok"_s : u"fault"_s},
                             {u"version"_s, QString::fromLatin1(FORECOURT_VERSION)},
                             {u"protocol"_s, Wire::ProtocolMax},
                             {u"schema"_s, Schema::current().version()},
                             {u"store"_s, m_kind}};
    const QByteArray json = QJsonDocument(health).toJson(QJsonDocument::Compact);
    for (const HttpFront::Respond& respond : std::exchange(m_waiting, {}))
        respond(storeAnswers ? 200 : 503, json, {});
}

}  // namespace Forecourt
