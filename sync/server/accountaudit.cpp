// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/accountaudit.h"

#include "sync/server/places.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

AccountAudit::AccountAudit(ServerStorage& storage, const Schema& schema, const Author& by)
    : m_storage(storage), m_schema(schema), m_by(by)
{
}

AuditEntry AccountAudit::entryOf(AuditKind kind, const Account& account, AuditDetail detail) const
{
    detail.name = account.login;
    AuditEntry entry;
    entry.kind = kind;
    entry.user = m_by.access.user;
    entry.device = m_by.device;
    entry.address = m_by.address;
    entry.table = static_cast<std::uint16_t>(Table::Users);
    entry.record = account.user;
    entry.detail = encodeAuditDetail(detail);
    return entry;
}

Expected<QString> AccountAudit::placesOf(const Account& account)
{
    if (account.locations.empty())
        return u"all"_s;
    const auto known = placesOfServer(m_storage, m_schema);
    if (!known)
        return fail(known.error());
    QStringList names;
    for (const Uuid id : account.locations) {
        const auto place = std::ranges::find(*known, id, &Place::id);
        names << (place == known->end() ? id.toString() : place->name);
    }
    return names.join(u", "_s);
}

Expected<void> AccountAudit::note(AuditTrail& audit, const Account* before, const Account& after)
{
    const auto places = placesOf(after);
    if (!places)
        return fail(places.error());
    auto placesBefore = before ? placesOf(*before) : QString();
    if (!placesBefore)
        return fail(placesBefore.error());
    const TableSchema& users = m_schema.table(Table::Users);
    const auto number = [&users](QStringView name) { return users.field(name)->number; };
    AuditDetail facts;
    const auto add = [&](QStringView field, const QString& was, const QString& is) {
        if (!before || was != is)
            facts.changes.push_back({number(field), before ? QVariant(was) : QVariant(), is, true});
    };
    add(u"login", before ? before->login : QString(), after.login);
    add(u"display_name", before ? before->displayName : QString(), after.displayName);
    add(u"role", before ? before->role : QString(), after.role);
    add(u"location_id", *placesBefore, *places);
    if (!before) {
        facts.code = after.role;
        audit.note(entryOf(AuditKind::AccountAdded, after, std::move(facts)));
        return {};
    }
    if (!facts.changes.empty())
        audit.note(entryOf(AuditKind::AccountChanged, after, std::move(facts)));
    if (before->disabled != after.disabled) {
        AuditDetail standing;
        standing.changes.push_back(
            {number(u"disabled"), qlonglong(before->disabled ? 1 : 0), qlonglong(after.disabled ? 1 : 0), true});
        audit.note(entryOf(after.disabled ? AuditKind::AccountDisabled : AuditKind::AccountEnabled, after,
                           std::move(standing)));
    }
    return {};
}

void AccountAudit::notePassword(AuditTrail& audit, const Account& account)
{
    AuditDetail detail;
    detail.code = u"password"_s;
    audit.note(entryOf(AuditKind::AccountChanged, account, std::move(detail)));
}

}  // namespace Forecourt
