// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/outboxlines.h"

#include <QListView>

namespace Forecourt {

class OutboxListModel;

/// The list of one tab of the OutboxWindow. Several lines may be chosen.
class OutboxList : public QListView {
    Q_OBJECT

public:
    /// `lines` outlive it.
    OutboxList(const OutboxLines& lines, QWidget* parent);

    int count() const;
    /// From the top, whatever the order they were chosen in.
    std::vector<const OutboxLine*> chosen() const;

Q_SIGNALS:
    /// Enter or a double click.
    void openRequested(int row);
    void choiceChanged();

private:
    OutboxListModel* m_model;
};

}  // namespace Forecourt
