// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/healthreport.h"

#include "sync/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>
#include <QTimer>

#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int HealthPatienceMs = 2'000;
constexpr qint64 HealthFailureMs = 10'000;

}  // namespace

HealthReport::HealthReport(StorageThread& storage, Options options, QObject* parent)
    : QObject(parent), m_storage(storage), m_options(std::move(options))
{
    m_since.start();
}

void HealthReport::wrote(bool stored)
{
    if (stored)
        m_failed.invalidate();
    else
        m_failed.start();
}

void HealthReport::handle(HttpFront::Respond respond)
{
    m_waiting.push_back(std::move(respond));
    // Whoever asks while we look gets the same answer: asking costs the store nothing.
    if (m_waiting.size() > 1)
        return;
    const quint64 look = ++m_looks;
    const auto finish = [this, look](Store store, qint64 free) {
        if (look == m_looks && !m_waiting.empty())
            answer(store, free);
    };
    QTimer::singleShot(HealthPatienceMs, this, [finish] { finish(Store::Silent, -1); });
    m_storage.post([this, finish](StorageEngine& engine) {
        const Store store = engine.storage().seq().has_value() ? Store::Answers : Store::Silent;
        const qint64 free = QStorageInfo(m_options.directory).bytesAvailable();
        QMetaObject::invokeMethod(
            this, [finish, store, free] { finish(store, free); }, Qt::QueuedConnection);
    });
}

void HealthReport::answer(Store store, qint64 free)
{
    const bool refused = m_failed.isValid() && !m_failed.hasExpired(HealthFailureMs);
    if (store == Store::Answers && refused)
        store = Store::DoesNotWrite;
    const bool full = free >= 0 && free < m_options.minFree;
    const bool well = store == Store::Answers && !full;
    QJsonArray problems;
    if (store == Store::Silent)
        problems.append(u"store"_s);
    if (store == Store::DoesNotWrite)
        problems.append(u"write"_s);
    if (full)
        problems.append(u"disk"_s);
    const QJsonObject health{{u"status"_s, well ? u"ok"_s : u"fault"_s},
                             {u"problems"_s, problems},
                             {u"version"_s, QString::fromLatin1(FORECOURT_VERSION)},
                             {u"protocol"_s, Wire::ProtocolMax},
                             {u"schema"_s, Schema::current().version()},
                             {u"store"_s, m_options.kind},
                             {u"uptime"_s, m_since.elapsed() / 1000}};
    const QByteArray json = QJsonDocument(health).toJson(QJsonDocument::Compact);
    for (const HttpFront::Respond& respond : std::exchange(m_waiting, {}))
        respond(well ? 200 : 503, json, {});
}

}  // namespace Forecourt
