// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditreader.h"

#include "sync/server/audittrail.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int AuditReadStep = 1'000;
constexpr int AuditLookedAt = 20'000;

bool auditMatches(const AuditLine& line, const QString& text)
{
    const auto has = [&text](const QString& part) { return part.contains(text, Qt::CaseInsensitive); };
    const auto hasValue = [&has](const QVariant& value) {
        return value.typeId() != QMetaType::QByteArray && has(value.toString());
    };
    return text.isEmpty() || has(line.user) || has(line.device) || has(line.entry.address) || has(line.detail.name) ||
           has(line.detail.reason) || std::ranges::any_of(line.changes, [&](const AuditLine::Change& one) {
               return hasValue(one.change.before) || hasValue(one.change.after);
           });
}

}  // namespace

const std::vector<AuditKind>& auditKinds()
{
    using enum AuditKind;
    static const std::vector<AuditKind> kinds{
        Created,        Changed,       Deleted,        Restored,       Overruled,      Refused,
        SignedIn,       SignInRefused, SessionRefused, AccountAdded,   AccountChanged, AccountDisabled,
        AccountEnabled, DeviceRemoved, Requested,      BackupRestored, Pruned};
    return kinds;
}

QString auditKindCode(AuditKind kind)
{
    switch (kind) {
    case AuditKind::Created: return u"created"_s;
    case AuditKind::Changed: return u"changed"_s;
    case AuditKind::Deleted: return u"deleted"_s;
    case AuditKind::Restored: return u"restored"_s;
    case AuditKind::Overruled: return u"overruled"_s;
    case AuditKind::Refused: return u"refused"_s;
    case AuditKind::SignedIn: return u"signed-in"_s;
    case AuditKind::SignInRefused: return u"sign-in-refused"_s;
    case AuditKind::SessionRefused: return u"session-refused"_s;
    case AuditKind::AccountAdded: return u"account-added"_s;
    case AuditKind::AccountChanged: return u"account-changed"_s;
    case AuditKind::AccountDisabled: return u"account-disabled"_s;
    case AuditKind::AccountEnabled: return u"account-enabled"_s;
    case AuditKind::DeviceRemoved: return u"device-removed"_s;
    case AuditKind::Requested: return u"requested"_s;
    case AuditKind::BackupRestored: return u"backup-restored"_s;
    case AuditKind::Pruned: return u"pruned"_s;
    }
    return QString::number(static_cast<int>(kind));
}

Expected<AuditRange> AuditReader::rangeOf(const AuditFilter& filter)
{
    AuditRange range{.user = filter.user, .record = filter.record, .kinds = filter.kinds};
    if (filter.from > 0) {
        const auto first = firstAuditSince(m_storage, filter.from);
        if (!first)
            return fail(first.error());
        range.from = *first;
    }
    if (filter.upto > 0) {
        const auto end = firstAuditSince(m_storage, filter.upto);
        if (!end)
            return fail(end.error());
        range.upto = *end - 1;
    }
    return range;
}

QString AuditReader::userName(Uuid user)
{
    if (user.isNull())
        return {};
    if (m_users.isEmpty()) {
        if (const auto accounts = m_storage.accounts()) {
            for (const Account& account : *accounts)
                m_users.insert(account.user, account.login);
        }
    }
    const auto known = m_users.constFind(user);
    return known == m_users.constEnd() ? user.toString() : *known;
}

QString AuditReader::deviceName(std::uint32_t device)
{
    if (device == 0)
        return {};
    if (const auto known = m_devices.constFind(device); known != m_devices.constEnd())
        return *known;
    const auto found = m_storage.device(device);
    QString name = found && *found ? (*found)->name : QString::number(device);
    m_devices.insert(device, name);
    return name;
}

Expected<AuditLine> AuditReader::lineOf(AuditEntry entry)
{
    auto detail = decodeAuditDetail(entry.detail);
    if (!detail)
        return fail(detail.error());
    AuditLine line;
    line.kind = auditKindCode(entry.kind);
    line.user = userName(entry.user);
    line.device = deviceName(entry.device);
    const TableSchema* schema = m_schema.find(entry.table);
    if (schema)
        line.table = schema->declaration->name;
    else if (entry.table != 0)
        line.table = QString::number(entry.table);
    for (AuditChange& change : detail->changes) {
        const Field* field = schema ? schema->field(change.field) : nullptr;
        line.changes.push_back({field ? field->name : QString::number(change.field), std::move(change)});
    }
    detail->changes.clear();
    line.detail = std::move(*detail);
    line.entry = std::move(entry);
    return line;
}

Expected<AuditReader::Page> AuditReader::page(const AuditFilter& filter, qint64 before, int limit)
{
    auto range = rangeOf(filter);
    if (!range)
        return fail(range.error());
    range->newestFirst = true;
    if (before > 0)
        range->upto = std::min(range->upto, before - 1);
    Page page;
    for (int looked = 0; looked < AuditLookedAt;) {
        // Without a text to look for, whatever the storage finds is a line.
        const int step = filter.text.isEmpty() ? limit + 1 : AuditReadStep;
        auto entries = m_storage.auditEntries(*range, step);
        if (!entries)
            return fail(entries.error());
        for (AuditEntry& entry : *entries) {
            if (static_cast<int>(page.lines.size()) == limit) {
                page.next = range->upto + 1;
                return page;
            }
            range->upto = entry.id - 1;
            auto line = lineOf(std::move(entry));
            if (!line)
                return fail(line.error());
            if (auditMatches(*line, filter.text))
                page.lines.push_back(std::move(*line));
        }
        if (static_cast<int>(entries->size()) < step)
            return page;
        looked += step;
    }
    page.next = range->upto + 1;
    return page;
}

Expected<void> AuditReader::each(const AuditFilter& filter, const std::function<Expected<void>(const AuditLine&)>& take)
{
    auto range = rangeOf(filter);
    if (!range)
        return fail(range.error());
    for (;;) {
        auto entries = m_storage.auditEntries(*range, AuditReadStep);
        if (!entries)
            return fail(entries.error());
        for (AuditEntry& entry : *entries) {
            range->from = entry.id + 1;
            auto line = lineOf(std::move(entry));
            if (!line)
                return fail(line.error());
            if (auditMatches(*line, filter.text))
                FC_TRY(take(*line));
        }
        if (static_cast<int>(entries->size()) < AuditReadStep)
            return {};
    }
}

}  // namespace Forecourt
