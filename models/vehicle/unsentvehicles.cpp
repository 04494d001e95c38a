// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/unsentvehicles.h"

#include "models/base/whendone.h"

#include <QSet>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// A burst of sync is taken in together.
constexpr int UnsentDelayMs = 120;

Expected<QSet<VehicleId>> unsentAmong(Connection& connection, const QList<VehicleId>& ids)
{
    QSet<VehicleId> unsent;
    const auto any = connection.scalar(u"SELECT EXISTS (SELECT 1 FROM sync_op WHERE state < 2)"_s);
    if (!any)
        return fail(any.error());
    if (!any->toBool())
        return unsent;
    for (const VehicleId& id : ids) {
        const auto found = connection.scalar(
            u"SELECT EXISTS (SELECT 1 FROM sync_op WHERE tbl = ? AND id = ? AND state < 2) OR EXISTS "
            "(SELECT 1 FROM photos p JOIN sync_op o ON o.tbl = ? AND o.id = p.id AND o.state < 2 "
            "WHERE p.vehicle_id = ? AND p._del = 0)"_s,
            {static_cast<int>(Table::Vehicles), id.toBytes(), static_cast<int>(Table::Photos), id.toBytes()});
        if (!found)
            return fail(found.error());
        if (found->toBool())
            unsent.insert(id);
    }
    return unsent;
}

}  // namespace

UnsentVehicles::UnsentVehicles(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(UnsentDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &UnsentVehicles::read);
    connect(&store.changes(), &ChangeNotifier::outboxChanged, this, &UnsentVehicles::readSoon);
}

bool UnsentVehicles::isUnsent(VehicleId id)
{
    if (const auto known = m_known.constFind(id); known != m_known.constEnd())
        return *known;
    if (m_known.size() >= Watched)
        m_known.clear();
    m_known.insert(id, false);
    readSoon();
    return false;
}

void UnsentVehicles::readSoon()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void UnsentVehicles::read()
{
    if (m_known.isEmpty())
        return;
    if (m_reading)
        return readSoon();
    m_reading = true;
    const QList<VehicleId> ids = m_known.keys();
    whenDone(m_store.read([ids](Connection& connection) { return unsentAmong(connection, ids); }), this,
             [this, ids](const Expected<QSet<VehicleId>>& unsent) {
                 m_reading = false;
                 if (!unsent)
                     return;
                 bool different = false;
                 for (const VehicleId& id : ids) {
                     const auto known = m_known.find(id);
                     if (known == m_known.end() || *known == unsent->contains(id))
                         continue;
                     *known = !*known;
                     different = true;
                 }
                 if (different)
                     Q_EMIT changed();
             });
}

}  // namespace Forecourt
