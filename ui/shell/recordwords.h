// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/notification/notification.h"
#include "models/outbox/conflict.h"
#include "models/outbox/outboxops.h"
#include "ui/shell/route.h"

#include <QFuture>
#include <QObject>

#include <optional>
#include <vector>

class QWidget;

namespace Forecourt {

/// A change, a notification or a conflict as one line of a list.
struct RecordLine {
    QString title;     ///< "Price of B26-1201 to $21,750", "7 photos of B26-1192"
    QString subtitle;  ///< empty: the list fills in the time
    QString iconName;
    Route route;                ///< where a click leads; empty for nowhere
    std::vector<qint64> opids;  ///< changes that this line stands for; the newest first
    QStringList details;        ///< everything that was typed: "Asking price: $21,750"
};

/// A record with conflicts, in words: what its window shows.
struct ConflictText {
    QString name;      ///< "B26-1144"
    QString subtitle;  ///< "2016 Toyota Highlander XLE"; may be empty
    Route route;       ///< where the record is shown; empty for nowhere

    /// One conflict; values are words, empty for "nothing there".
    struct Row {
        QString field;  ///< "Asking price"
        QString before;
        QString kept;
        QString lost;
        QString present;
    };
    std::vector<Row> rows;  ///< in the order of ConflictedRecord::conflicts
    struct Merged {
        QString field;
        QString value;
    };
    std::vector<Merged> merged;  ///< what needs no decision, without the parts of a pair that nobody knows
};

/// A record of a table.
struct RecordKey {
    std::uint16_t table = 0;
    Uuid id;

    friend bool operator==(const RecordKey&, const RecordKey&) = default;
};

inline size_t qHash(const RecordKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.table, key.id);
}

/// A record as a list names it.
struct RecordTitle {
    QString name;      ///< "B26-1187"; empty: it is not on this computer
    QString subtitle;  ///< "2019 Toyota RAV4"; may be empty
    Route route;       ///< where it is shown; empty for nowhere
    Fields units;      ///< columns without which others cannot be said: the currency of an amount
};

/// What happened to one field, in words; empty for "nothing there".
struct FieldChangeText {
    QString field;
    QString before;
    QString after;
};

/// What one feature says about its records in the lists of the shell: what waits to be sent, what was refused, what
/// happened. Lives on the GUI thread.
class RecordWords : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether records of this table are this feature's.
    virtual bool knows(std::uint16_t table) const = 0;
    /// Lines for changes of its tables, in the order given; changes that belong together may share a line.
    virtual QFuture<Expected<std::vector<RecordLine>>> changes(std::vector<OutboxEntry> entries) = 0;
    /// Words for records of its tables, in the order given.
    virtual QFuture<Expected<std::vector<ConflictText>>> conflicts(std::vector<ConflictedRecord> records) = 0;
    /// Names of records of its tables, in the order given.
    virtual QFuture<Expected<std::vector<RecordTitle>>> titles(std::vector<RecordKey> records) = 0;
    /// What became of columns of a record of its tables, without those of which people know nothing. `units`: those of
    /// RecordTitle.
    virtual std::vector<FieldChangeText> fieldChanges(std::uint16_t table, const Fields& before, const Fields& after,
                                                      const Fields& units) const = 0;
    /// Columns of its tables in whose names for people `text` occurs, whatever its case.
    virtual QStringList columnsNamed(const QString& text) const = 0;
    /// A control in which another value for a conflict can be typed, with its accessible name, holding what stands now;
    /// null where values of this kind cannot be typed. The caller owns it.
    virtual QWidget* makeValueEditor(const ConflictedRecord& record, const Conflict& conflict, QWidget* parent) const
    {
        Q_UNUSED(record);
        Q_UNUSED(conflict);
        Q_UNUSED(parent);
        return nullptr;
    }
    /// What was typed there, as columns ready to be written. Errors: what is wrong with it.
    virtual Expected<Fields> typedValue(const ConflictedRecord& record, const Conflict& conflict,
                                        const QWidget* editor) const
    {
        Q_UNUSED(record);
        Q_UNUSED(conflict);
        Q_UNUSED(editor);
        return fail(ErrorCode::InvalidInput);
    }
    /// Words for the columns of one conflict.
    virtual QString valueText(const ConflictedRecord& record, const Fields& columns) const
    {
        Q_UNUSED(record);
        Q_UNUSED(columns);
        return {};
    }
    /// A picture of the record for the side of its window, or null. The caller owns it.
    virtual QWidget* makePortrait(const ConflictedRecord& record, QWidget* parent) const
    {
        Q_UNUSED(record);
        Q_UNUSED(parent);
        return nullptr;
    }
    /// Words for a notification, or nothing for a kind of another feature.
    virtual std::optional<RecordLine> notification(const Notification& notification) const
    {
        Q_UNUSED(notification);
        return std::nullopt;
    }
};

}  // namespace Forecourt
