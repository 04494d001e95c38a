// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityentry.h"
#include "models/store/changes.h"
#include "ui/shell/recordwords.h"
#include "ui/shell/shellcontext.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace Forecourt {

/// The records that entries of the audit log are about, in words: their names, as far as they are on this computer, and
/// what became of their fields. Lives on the GUI thread, reads in the background.
class ActivityRecords : public QObject {
    Q_OBJECT

public:
    explicit ActivityRecords(const ShellContext& context, QObject* parent = nullptr);

    /// Reads names that are not known yet; `then` follows when they are there.
    void want(const std::vector<ActivityEntry>& entries, const std::function<void()>& then = {});
    /// "B26-1187 · 2019 Toyota RAV4"; "a vehicle" where nothing better is known. Empty for an entry about no record.
    QString name(const ActivityEntry& entry) const;
    /// Of a record, where there is no entry at hand.
    QString name(const RecordKey& key) const;
    /// Where the record is shown; empty for nowhere.
    Route route(const ActivityEntry& entry) const;
    std::vector<FieldChangeText> changes(const ActivityEntry& entry, bool stands) const;
    /// "Asking price: $25,450 → $24,950 · Bay: C 14".
    QString summary(const ActivityEntry& entry) const;
    /// Columns in whose names for people `text` occurs.
    QStringList columnsNamed(const QString& text) const;

Q_SIGNALS:
    /// Names came or are different.
    void changed();

private:
    RecordWords* wordsOf(std::uint16_t table) const;
    QString known(const RecordKey& key) const;
    void read(const QList<RecordKey>& keys, const std::function<void()>& then);
    void follow(const ChangeSet& changes);

    ShellContext m_context;
    QHash<RecordKey, RecordTitle> m_titles;
};

}  // namespace Forecourt
