// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/popupframe.h"

#include <QDate>

class QDateEdit;

namespace Forecourt {

/// A pop-over in which two days are chosen; both count whole.
class ActivityDays : public PopupFrame {
    Q_OBJECT

public:
    ActivityDays(QDate from, QDate until, QDate today, QWidget* parent);

Q_SIGNALS:
    void chosen(QDate from, QDate until);

protected:
    bool event(QEvent* event) override;

private:
    void accept();

    QDateEdit* m_from;
    QDateEdit* m_until;
};

}  // namespace Forecourt
