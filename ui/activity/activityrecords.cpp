// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activityrecords.h"

#include "models/base/whendone.h"
#include "models/store/store.h"
#include "models/user/userdirectory.h"
#include "ui/activity/activitywords.h"

#include <QSet>

#include <memory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t ChangesInSummary = 3;

RecordKey keyOf(const ActivityEntry& entry)
{
    return {entry.table, entry.record};
}

}  // namespace

ActivityRecords::ActivityRecords(const ShellContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&context.store->changes(), &ChangeNotifier::committed, this, &ActivityRecords::follow);
    connect(context.users, &UserDirectory::changed, this, &ActivityRecords::changed);
}

RecordWords* ActivityRecords::wordsOf(std::uint16_t table) const
{
    if (!m_context.words || table == 0)
        return nullptr;
    for (RecordWords* words : *m_context.words) {
        if (words->knows(table))
            return words;
    }
    return nullptr;
}

void ActivityRecords::want(const std::vector<ActivityEntry>& entries, const std::function<void()>& then)
{
    QSet<RecordKey> missing;
    for (const ActivityEntry& entry : entries) {
        if (wordsOf(entry.table) && !m_titles.contains(keyOf(entry)))
            missing.insert(keyOf(entry));
    }
    read(missing.values(), then);
}

void ActivityRecords::read(const QList<RecordKey>& keys, const std::function<void()>& then)
{
    auto waiting = std::make_shared<int>(1);
    const auto done = [waiting, then] {
        if (--*waiting == 0 && then)
            then();
    };
    QHash<RecordWords*, std::vector<RecordKey>> asked;
    for (const RecordKey& key : keys)
        asked[wordsOf(key.table)].push_back(key);
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        ++*waiting;
        whenDone(it.key()->titles(it.value()), this,
                 [this, done, of = it.value()](const Expected<std::vector<RecordTitle>>& titles) {
                     // Without names the entries are still there.
                     if (titles) {
                         for (std::size_t i = 0; i < of.size() && i < titles->size(); ++i)
                             m_titles.insert(of[i], (*titles)[i]);
                         Q_EMIT changed();
                     }
                     done();
                 });
    }
    done();
}

void ActivityRecords::follow(const ChangeSet& changes)
{
    QList<RecordKey> stale;
    if (changes.everything) {
        stale = m_titles.keys();
    } else {
        for (const ChangeSet::Row& row : changes.rows) {
            const RecordKey key{static_cast<std::uint16_t>(row.table), row.id};
            if (m_titles.contains(key))
                stale << key;
        }
    }
    read(stale, {});
}

QString ActivityRecords::known(const RecordKey& key) const
{
    if (static_cast<Table>(key.table) == Table::Users) {
        const User* user = m_context.users->find(UserId(key.id));
        return user ? tr("the account of %1").arg(user->displayName) : QString();
    }
    const RecordTitle title = m_titles.value(key);
    switch (static_cast<Table>(key.table)) {
    case Table::Photos: return title.subtitle.isEmpty() ? QString() : tr("a photo of %1").arg(title.subtitle);
    case Table::Locations: return title.name.isEmpty() ? QString() : tr("the site %1").arg(title.name);
    case Table::SavedViews: return title.name.isEmpty() ? QString() : tr("the view “%1”").arg(title.name);
    case Table::ShotLists: return title.name.isEmpty() ? QString() : tr("the shot list “%1”").arg(title.name);
    case Table::ExportPresets: return title.name.isEmpty() ? QString() : tr("the export preset “%1”").arg(title.name);
    case Table::Logos: return title.name.isEmpty() ? QString() : tr("the logo “%1”").arg(title.name);
    default: break;
    }
    return title.subtitle.isEmpty() ? title.name : title.name + u" · "_s + title.subtitle;
}

QString ActivityRecords::name(const RecordKey& key) const
{
    const QString found = known(key);
    return found.isEmpty() ? ActivityWords::someRecord(key.table) : found;
}

QString ActivityRecords::name(const ActivityEntry& entry) const
{
    if (entry.record.isNull())
        return {};
    QString found = known(keyOf(entry));
    // A record that is not on this computer goes by what the entry itself says.
    for (const QString& column : {u"stock_number"_s, u"code"_s, u"name"_s, u"display_name"_s}) {
        for (const ActivityChange& change : entry.changes) {
            if (found.isEmpty() && change.field == column)
                found = change.after.toString();
        }
    }
    return found.isEmpty() ? ActivityWords::someRecord(entry.table) : found;
}

Route ActivityRecords::route(const ActivityEntry& entry) const
{
    return m_titles.value(keyOf(entry)).route;
}

std::vector<FieldChangeText> ActivityRecords::changes(const ActivityEntry& entry, bool stands) const
{
    const RecordWords* words = wordsOf(entry.table);
    std::vector<FieldChangeText> texts;
    if (words)
        return words->fieldChanges(entry.table, entry.before(stands), entry.after(stands),
                                   m_titles.value(keyOf(entry)).units);
    for (const ActivityChange& change : entry.changes) {
        if (change.stands != stands || change.after.typeId() == QMetaType::QByteArray)
            continue;
        texts.push_back({ActivityWords::accountField(change.field),
                         ActivityWords::accountValue(change.field, change.before),
                         ActivityWords::accountValue(change.field, change.after)});
    }
    return texts;
}

QString ActivityRecords::summary(const ActivityEntry& entry) const
{
    auto texts = changes(entry, true);
    if (texts.empty())
        texts = changes(entry, false);
    QStringList parts;
    for (const FieldChangeText& text : texts) {
        if (parts.size() == static_cast<qsizetype>(ChangesInSummary)) {
            parts << tr("%n more", nullptr, static_cast<int>(texts.size() - ChangesInSummary));
            break;
        }
        const QString after = text.after.isEmpty() ? u"—"_s : text.after.simplified();
        if (text.before.isEmpty())
            parts << tr("%1: %2").arg(text.field, after);
        else
            parts << tr("%1: %2 → %3").arg(text.field, text.before.simplified(), after);
    }
    return parts.join(u" · "_s);
}

QStringList ActivityRecords::columnsNamed(const QString& text) const
{
    QStringList columns;
    if (text.isEmpty() || !m_context.words)
        return columns;
    for (const RecordWords* words : *m_context.words)
        columns += words->columnsNamed(text);
    return columns;
}

}  // namespace Forecourt
