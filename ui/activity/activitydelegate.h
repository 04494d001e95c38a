// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Forecourt {

class ActivityRecords;
class Clock;
struct ActivityEntry;

/// Paints entries of an ActivityListModel: a heading where a day begins, then time, person, what happened, what
/// changed, and from which computer.
class ActivityDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    ActivityDelegate(const ActivityRecords& records, const Clock& clock, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static const ActivityEntry& entryAt(const QModelIndex& index);
    static bool beginsDay(const QModelIndex& index);
    void paintDay(QPainter& painter, const QRect& rect, const ActivityEntry& entry) const;
    void paintTitle(QPainter& painter, const QRect& rect, const ActivityEntry& entry) const;

    const ActivityRecords& m_records;
    const Clock& m_clock;
};

}  // namespace Forecourt
