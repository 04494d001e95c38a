// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/outboxlistmodel.h"

#include <QSet>

#include <algorithm>

namespace Forecourt {

namespace {

/// A line is the same as long as its oldest change is there: newer ones of the same photos may join.
qint64 lineKey(const OutboxLine& line)
{
    return line.words.opids.empty() ? 0 : line.words.opids.back();
}

}  // namespace

OutboxListModel::OutboxListModel(const OutboxLines& lines, QObject* parent)
    : QAbstractListModel(parent), m_source(lines), m_lines(lines.all())
{
    connect(&lines, &OutboxLines::changed, this, &OutboxListModel::take);
}

void OutboxListModel::take()
{
    const std::vector<OutboxLine>& next = m_source.all();
    QSet<qint64> staying;
    for (const OutboxLine& line : next)
        staying.insert(lineKey(line));
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (staying.contains(lineKey(line(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.erase(m_lines.begin() + row);
        endRemoveRows();
    }
    // What stays keeps its order, since lines are ordered by number; so one pass puts in what is new.
    for (std::size_t at = 0; at < next.size(); ++at) {
        const int row = static_cast<int>(at);
        if (row < rowCount() && lineKey(m_lines[at]) == lineKey(next[at])) {
            if (!(m_lines[at] == next[at])) {
                m_lines[at] = next[at];
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        const auto later = std::ranges::find(m_lines.begin() + row, m_lines.end(), lineKey(next[at]), lineKey);
        if (later != m_lines.end()) {
            const int from = static_cast<int>(later - m_lines.begin());
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_lines.begin() + row, later, later + 1);
            endMoveRows();
            m_lines[at] = next[at];
            Q_EMIT dataChanged(index(row), index(row));
            continue;
        }
        beginInsertRows({}, row, row);
        m_lines.insert(m_lines.begin() + row, next[at]);
        endInsertRows();
    }
}

int OutboxListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant OutboxListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const OutboxLine& one = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return one.words.title;
    case SubtitleRole: return one.words.subtitle;
    case IconRole: return one.words.iconName;
    case StateRole: return static_cast<int>(one.state);
    case Qt::ToolTipRole: return OutboxLines::plainText(one);
    case Qt::AccessibleTextRole:
        return QStringList{one.words.title, OutboxLines::stateText(one.state), one.words.subtitle}.join(
            QStringLiteral(", "));
    default: return {};
    }
}

}  // namespace Forecourt
