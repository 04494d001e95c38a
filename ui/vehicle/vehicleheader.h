// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace Forecourt {

/// Header of the list of vehicles: a tick over the rows' ticks that selects all or none, words as the rows are aligned,
/// and an arrow before the word of the column that orders the list.
class VehicleHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit VehicleHeader(QWidget* parent = nullptr);

    /// Checked: all rows are selected; partially: some are.
    void setTick(Qt::CheckState state);

Q_SIGNALS:
    void tickClicked();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    QSize sizeHint() const override;

private:
    Qt::CheckState m_tick = Qt::Unchecked;
};

}  // namespace Forecourt
