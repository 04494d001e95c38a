// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/outboxlist.h"

#include "ui/shell/outboxdelegate.h"
#include "ui/shell/outboxlistmodel.h"

#include <algorithm>

namespace Forecourt {

OutboxList::OutboxList(const OutboxLines& lines, QWidget* parent)
    : QListView(parent), m_model(new OutboxListModel(lines, this))
{
    setModel(m_model);
    setItemDelegate(new OutboxDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { Q_EMIT openRequested(index.row()); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxList::choiceChanged);
}

int OutboxList::count() const
{
    return m_model->rowCount();
}

std::vector<const OutboxLine*> OutboxList::chosen() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<const OutboxLine*> lines;
    for (const QModelIndex& row : rows)
        lines.push_back(&m_model->line(row.row()));
    return lines;
}

}  // namespace Forecourt
