// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitywords.h"

#include "models/store/syncedtables.h"
#include "models/user/user.h"
#include "ui/shell/usermenu.h"
#include "ui/widgets/format.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString ActivityWords::group(ActivityGroup group)
{
    switch (group) {
    case ActivityGroup::All: return tr("All");
    case ActivityGroup::Changes: return tr("Changes");
    case ActivityGroup::NotAccepted: return tr("Not accepted");
    case ActivityGroup::SignIns: return tr("Sign-ins");
    case ActivityGroup::Administration: return tr("Administration");
    }
    return {};
}

QString ActivityWords::period(ActivityPeriod period)
{
    switch (period) {
    case ActivityPeriod::Always: return tr("Any time");
    case ActivityPeriod::Today: return tr("Today");
    case ActivityPeriod::Week: return tr("Last 7 days");
    case ActivityPeriod::Month: return tr("Last 30 days");
    case ActivityPeriod::Year: return tr("Last 12 months");
    case ActivityPeriod::Between: return tr("Between two days…");
    }
    return {};
}

QString ActivityWords::period(const ActivityFilter& filter)
{
    if (filter.period != ActivityPeriod::Between)
        return period(filter.period);
    if (!filter.from.isValid())
        return tr("until %1").arg(formatDate(filter.until));
    if (!filter.until.isValid())
        return tr("from %1").arg(formatDate(filter.from));
    return tr("%1 to %2").arg(formatDate(filter.from), formatDate(filter.until));
}

QString ActivityWords::kind(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Created: return tr("Added");
    case ActivityKind::Changed: return tr("Changed");
    case ActivityKind::Deleted: return tr("Removed");
    case ActivityKind::Restored: return tr("Brought back");
    case ActivityKind::Overruled: return tr("Did not stand");
    case ActivityKind::Refused: return tr("Not accepted");
    case ActivityKind::SignedIn: return tr("Signed in");
    case ActivityKind::SignInRefused: return tr("Sign-in refused");
    case ActivityKind::SessionRefused: return tr("Computer turned away");
    case ActivityKind::AccountAdded: return tr("Account added");
    case ActivityKind::AccountChanged: return tr("Account changed");
    case ActivityKind::AccountDisabled: return tr("Account blocked");
    case ActivityKind::AccountEnabled: return tr("Account unblocked");
    case ActivityKind::DeviceRemoved: return tr("Computer signed out");
    case ActivityKind::Requested: return tr("Asked of the server");
    case ActivityKind::BackupRestored: return tr("Backup put back");
    case ActivityKind::Pruned: return tr("Old entries removed");
    case ActivityKind::PasswordChanged: return tr("Password changed");
    case ActivityKind::FactorOn: return tr("Second factor on");
    case ActivityKind::FactorOff: return tr("Second factor off");
    case ActivityKind::FactorCodesMade: return tr("Recovery codes made");
    case ActivityKind::FactorCodeUsed: return tr("Recovery code used");
    case ActivityKind::FactorReset: return tr("Second factor taken away");
    case ActivityKind::Other: return tr("Something newer");
    }
    return {};
}

QString ActivityWords::iconName(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Created: return u"circle-plus"_s;
    case ActivityKind::Changed: return u"pencil"_s;
    case ActivityKind::Deleted: return u"trash"_s;
    case ActivityKind::Restored: return u"restore"_s;
    case ActivityKind::Overruled: return u"git-compare"_s;
    case ActivityKind::Refused: return u"ban"_s;
    case ActivityKind::SignedIn: return u"login"_s;
    case ActivityKind::SignInRefused:
    case ActivityKind::SessionRefused: return u"shield-lock"_s;
    case ActivityKind::AccountAdded:
    case ActivityKind::AccountChanged:
    case ActivityKind::AccountDisabled:
    case ActivityKind::AccountEnabled: return u"user"_s;
    case ActivityKind::DeviceRemoved: return u"logout"_s;
    case ActivityKind::Requested: return u"cloud-computing"_s;
    case ActivityKind::BackupRestored: return u"database"_s;
    case ActivityKind::Pruned: return u"hourglass"_s;
    case ActivityKind::PasswordChanged:
    case ActivityKind::FactorOn:
    case ActivityKind::FactorOff:
    case ActivityKind::FactorCodesMade:
    case ActivityKind::FactorCodeUsed:
    case ActivityKind::FactorReset: return u"key"_s;
    case ActivityKind::Other: return u"help"_s;
    }
    return {};
}

Tone ActivityWords::tone(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Refused:
    case ActivityKind::SignInRefused:
    case ActivityKind::SessionRefused: return Tone::Bad;
    case ActivityKind::Overruled: return Tone::Vio;
    case ActivityKind::Deleted:
    case ActivityKind::AccountDisabled:
    case ActivityKind::DeviceRemoved:
    case ActivityKind::FactorOff:
    case ActivityKind::FactorReset:
    case ActivityKind::BackupRestored: return Tone::Warn;
    default: return Tone::Neutral;
    }
}

QString ActivityWords::who(const ActivityEntry& entry)
{
    if (!entry.person.isEmpty())
        return entry.person;
    if (entry.kind == ActivityKind::SignInRefused || entry.kind == ActivityKind::SessionRefused)
        return entry.name.isEmpty() ? tr("Somebody unknown") : entry.name;
    return entry.address == "console"_L1 ? tr("Somebody at the server") : tr("The server");
}

QString ActivityWords::from(const ActivityEntry& entry)
{
    QStringList parts{entry.deviceName};
    parts << (entry.address == "console"_L1 ? tr("at the server") : entry.address);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ActivityWords::title(const ActivityEntry& entry, const QString& record)
{
    const QString person = who(entry);
    switch (entry.kind) {
    case ActivityKind::Created: return tr("%1 added %2").arg(person, record);
    case ActivityKind::Changed: return tr("%1 changed %2").arg(person, record);
    case ActivityKind::Deleted: return tr("%1 removed %2").arg(person, record);
    case ActivityKind::Restored: return tr("%1 brought %2 back").arg(person, record);
    case ActivityKind::Overruled: return tr("%1 changed %2, which did not stand").arg(person, record);
    case ActivityKind::Refused: return tr("%1 may not change %2 like this").arg(person, record);
    case ActivityKind::SignedIn: return tr("%1 signed in").arg(person);
    case ActivityKind::SignInRefused: return tr("%1 could not sign in").arg(person);
    case ActivityKind::SessionRefused: return tr("%1 was turned away").arg(person);
    case ActivityKind::AccountAdded: return tr("%1 added the account “%2”").arg(person, entry.name);
    case ActivityKind::AccountChanged: return tr("%1 changed the account “%2”").arg(person, entry.name);
    case ActivityKind::AccountDisabled: return tr("%1 blocked the account “%2”").arg(person, entry.name);
    case ActivityKind::AccountEnabled: return tr("%1 unblocked the account “%2”").arg(person, entry.name);
    case ActivityKind::DeviceRemoved: return tr("%1 signed the computer “%2” out").arg(person, entry.name);
    case ActivityKind::Requested: return tr("%1 asked the server for “%2”").arg(person, entry.name);
    case ActivityKind::BackupRestored: return tr("%1 put a backup back").arg(person);
    case ActivityKind::Pruned: return tr("%1 removed entries whose seven years were over").arg(person);
    case ActivityKind::PasswordChanged: return tr("%1 changed their password").arg(person);
    case ActivityKind::FactorOn: return tr("%1 turned the second factor on").arg(person);
    case ActivityKind::FactorOff: return tr("%1 turned the second factor off").arg(person);
    case ActivityKind::FactorCodesMade: return tr("%1 made other recovery codes").arg(person);
    case ActivityKind::FactorCodeUsed: return tr("%1 signed in with a recovery code").arg(person);
    case ActivityKind::FactorReset: return tr("%1 took a second factor away").arg(person);
    case ActivityKind::Other: return tr("%1 did something that this version does not know").arg(person);
    }
    return {};
}

QString ActivityWords::why(const ActivityEntry& entry)
{
    // The codes of sync/PROTOCOL.md and those of sign-in.
    const std::pair<QLatin1StringView, QString> reasons[] = {
        {"no_access"_L1, tr("Their role or their sites do not permit it.")},
        {"too_large"_L1, tr("It was too long for the server.")},
        {"wrong_type"_L1, tr("The server did not understand a value of it.")},
        {"unknown_table"_L1, tr("The server was older than their Forecourt.")},
        {"wrong_password"_L1, tr("The password was wrong.")},
        {"wrong_code"_L1, tr("The code of the telephone was wrong.")},
        {"locked"_L1, tr("After several wrong passwords the name had to wait.")},
        {"disabled"_L1, tr("The account is blocked.")},
        {"reused"_L1, tr("The sign-in of that computer was used a second time; a copy of it may be about.")},
        {"password"_L1, tr("The password was changed.")},
    };
    if (entry.kind == ActivityKind::AccountAdded)
        return {};
    for (const auto& [code, words] : reasons) {
        if (entry.why == code)
            return words;
    }
    return entry.why.isEmpty() ? entry.reason : tr("%1 (%2)").arg(entry.reason, entry.why).trimmed();
}

QString ActivityWords::accountField(const QString& column)
{
    if (column == "login"_L1)
        return tr("Sign-in name");
    if (column == "display_name"_L1)
        return tr("Name");
    if (column == "role"_L1)
        return tr("Role");
    if (column == "location_id"_L1)
        return tr("Sites");
    if (column == "disabled"_L1)
        return tr("Blocked");
    return QString(column).replace(u'_', u' ');
}

QString ActivityWords::accountValue(const QString& column, const QVariant& value)
{
    if (value.isNull())
        return {};
    if (column == "role"_L1) {
        const auto role = roleFromCode(value.toString());
        return role ? UserMenu::roleName(static_cast<int>(*role)) : value.toString();
    }
    if (column == "location_id"_L1 && value == u"all"_s)
        return tr("All sites");
    if (column == "disabled"_L1)
        return value.toInt() != 0 ? tr("yes") : tr("no");
    return value.toString();
}

QString ActivityWords::someRecord(std::uint16_t table)
{
    switch (static_cast<Table>(table)) {
    case Table::Locations: return tr("a site");
    case Table::Users: return tr("an account");
    case Table::Vehicles: return tr("a vehicle");
    case Table::Photos: return tr("a photo");
    case Table::SavedViews: return tr("a saved view");
    case Table::ShotLists: return tr("a shot list");
    case Table::ExportPresets: return tr("an export preset");
    case Table::Logos: return tr("a logo");
    case Table::Conflicts: return tr("a conflict");
    case Table::Refusals: return tr("a change that was not accepted");
    }
    return tr("a record");
}

QString ActivityWords::day(QDate day, QDate today)
{
    if (day == today)
        return tr("Today, %1").arg(formatDayMonth(day));
    if (day == today.addDays(-1))
        return tr("Yesterday, %1").arg(formatDayMonth(day));
    return formatDate(day);
}

}  // namespace Forecourt
