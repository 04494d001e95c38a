// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace Forecourt {

/// The list of activity: J and K move like the arrows, Space shows or hides the details, Enter opens the record.
class ActivityView : public QListView {
    Q_OBJECT

public:
    explicit ActivityView(QWidget* parent = nullptr);

Q_SIGNALS:
    void opened(int row);
    void peekRequested();
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;
};

}  // namespace Forecourt
