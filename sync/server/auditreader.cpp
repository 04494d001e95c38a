// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditreader.h"

#include "sync/server/audittrail.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int AuditReadStep = 1'000;
/// What one page may cost: the storage thread serves everybody.
constexpr int AuditPageStep = 250;
constexpr int AuditDecodedStep = 100;  ///< where each has to be decoded to be looked at
constexpr int AuditPageLooked = 5'000;
constexpr qint64 AuditPageMs = 3;
constexpr qsizetype AuditPageBytes = qsizetype{48} * 1024;

bool auditHasText(const AuditLine& line, const QString& text)
{
    const auto has = [&text](const QString& part) { return part.contains(text, Qt::CaseInsensitive); };
    const auto hasValue = [&has](const QVariant& value) {
        return value.typeId() != QMetaType::QByteArray && has(value.toString());
    };
    return has(line.user) || has(line.person) || has(line.device) || has(line.entry.address) || has(line.detail.name) ||
           has(line.detail.reason) || std::ranges::any_of(line.changes, [&](const AuditLine::Change& one) {
               return hasValue(one.change.before) || hasValue(one.change.after);
           });
}

/// Conditions that only the decoded entry can answer.
bool auditReadsDetail(const AuditFilter& filter)
{
    return !filter.text.isEmpty() || !filter.fields.isEmpty();
}

bool auditMatches(const AuditLine& line, const AuditFilter& filter)
{
    return !auditReadsDetail(filter) || (!filter.text.isEmpty() && auditHasText(line, filter.text)) ||
           std::ranges::any_of(line.changes,
                               [&](const AuditLine::Change& one) { return filter.fields.contains(one.field); });
}

}  // namespace

const std::vector<AuditKind>& auditKinds()
{
    using enum AuditKind;
    static const std::vector<AuditKind> kinds{
        Created,        Changed,       Deleted,         Restored,       Overruled,      Refused,
        SignedIn,       SignInRefused, SessionRefused,  AccountAdded,   AccountChanged, AccountDisabled,
        AccountEnabled, DeviceRemoved, Requested,       BackupRestored, Pruned,         PasswordChanged,
        FactorOn,       FactorOff,     FactorCodesMade, FactorCodeUsed, FactorReset};
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
    case AuditKind::PasswordChanged: return u"password-changed"_s;
    case AuditKind::FactorOn: return u"factor-on"_s;
    case AuditKind::FactorOff: return u"factor-off"_s;
    case AuditKind::FactorCodesMade: return u"factor-codes-made"_s;
    case AuditKind::FactorCodeUsed: return u"factor-code-used"_s;
    case AuditKind::FactorReset: return u"factor-reset"_s;
    }
    return QString::number(static_cast<int>(kind));
}

std::optional<AuditKind> auditKindOf(const QString& code)
{
    const auto found = std::ranges::find(auditKinds(), code, auditKindCode);
    return found == auditKinds().end() ? std::nullopt : std::optional(*found);
}

Expected<AuditRange> AuditReader::rangeOf(const AuditFilter& filter)
{
    AuditRange range{.user = filter.user,
                     .record = filter.record,
                     .kinds = filter.kinds,
                     .device = filter.device,
                     .table = filter.table,
                     .reader = m_reader};
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

const Account* AuditReader::account(Uuid user)
{
    if (!m_accounts) {
        auto accounts = m_storage.accounts();
        m_accounts = accounts ? std::move(*accounts) : std::vector<Account>();
    }
    const auto found = std::ranges::find(*m_accounts, user, &Account::user);
    return found == m_accounts->end() ? nullptr : &*found;
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

bool AuditReader::withhold(AuditLine& line, const TableSchema* schema) const
{
    const auto gone = std::erase_if(line.changes, [&](const AuditLine::Change& one) {
        const Field* field = schema ? schema->field(one.change.field) : nullptr;
        return !field || !m_reader->sees(*field);
    });
    const AuditKind kind = line.entry.kind;
    return gone == 0 || !line.changes.empty() || (kind != AuditKind::Changed && kind != AuditKind::Overruled);
}

Expected<std::optional<AuditLine>> AuditReader::lineOf(AuditEntry entry)
{
    auto detail = decodeAuditDetail(entry.detail);
    if (!detail)
        return fail(detail.error());
    AuditLine line;
    line.kind = auditKindCode(entry.kind);
    if (const Account* account = entry.user.isNull() ? nullptr : this->account(entry.user)) {
        line.user = account->login;
        line.person = account->displayName;
    } else if (!entry.user.isNull()) {
        line.user = line.person = entry.user.toString();
    }
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
    if (m_reader && !withhold(line, schema))
        return std::nullopt;
    return line;
}

Expected<AuditReader::Page> AuditReader::page(const AuditFilter& filter, qint64 before, int limit, qint64 after)
{
    auto range = rangeOf(filter);
    if (!range)
        return fail(range.error());
    range->newestFirst = true;
    range->from = std::max(range->from, after + 1);
    if (before > 0)
        range->upto = std::min(range->upto, before - 1);
    Page page;
    qsizetype bytes = 0;
    const bool decodes = auditReadsDetail(filter);
    const int step = decodes ? AuditDecodedStep : AuditPageStep;
    QElapsedTimer timer;
    timer.start();
    for (int looked = 0; looked < AuditPageLooked && (looked == 0 || timer.elapsed() < AuditPageMs); looked += step) {
        const auto reach = m_storage.auditReach(*range, step);
        if (!reach)
            return fail(reach.error());
        AuditRange window = *range;
        if (*reach)
            window.from = (*reach)->id;
        const int wanted = decodes ? step : limit - static_cast<int>(page.lines.size());
        auto entries = m_storage.auditEntries(window, wanted);
        if (!entries)
            return fail(entries.error());
        for (AuditEntry& entry : *entries) {
            page.next = entry.id;
            page.reached = entry.at;
            const qsizetype size = entry.detail.size();
            auto line = lineOf(std::move(entry));
            if (!line)
                return fail(line.error());
            if (!*line || !auditMatches(**line, filter))
                continue;
            page.lines.push_back(std::move(**line));
            bytes += size;
            if (static_cast<int>(page.lines.size()) == limit || bytes >= AuditPageBytes)
                return page;
        }
        if (static_cast<int>(entries->size()) < wanted) {
            if (!*reach) {
                page.next = 0;
                return page;
            }
            page.next = (*reach)->id;
            page.reached = (*reach)->at;
        }
        range->upto = page.next - 1;
    }
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
            if (*line && auditMatches(**line, filter))
                FC_TRY(take(**line));
        }
        if (static_cast<int>(entries->size()) < AuditReadStep)
            return {};
    }
}

}  // namespace Forecourt
