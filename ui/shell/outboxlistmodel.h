// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/outboxlines.h"

#include <QAbstractListModel>

namespace Forecourt {

/// The lines of an OutboxLines as an item model. Lines that stay keep their row's selection when others come and go.
class OutboxListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole,
        SubtitleRole,
        IconRole,
        StateRole,  ///< OutboxLine::State as int
    };

    /// `lines` must outlive the model.
    explicit OutboxListModel(const OutboxLines& lines, QObject* parent = nullptr);

    const OutboxLine& line(int row) const { return m_lines.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void take();

    const OutboxLines& m_source;
    std::vector<OutboxLine> m_lines;
};

}  // namespace Forecourt
