// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/popupframe.h"

#include <QVariant>

class QListWidget;

namespace Forecourt {

class SearchField;

/// A pop-over with a list of things to tick, and a field that narrows it when it is long. What is ticked counts at
/// once; closing keeps it.
class ChoicePopup : public PopupFrame {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QVariant value;
        bool ticked = false;
        QColor square;  ///< of a site; invalid for none
    };

    ChoicePopup(const QString& title, const QList<Choice>& choices, QWidget* parent);

Q_SIGNALS:
    void ticked(const QVariantList& values);

protected:
    bool event(QEvent* event) override;

private:
    void announce();

    QListWidget* m_list;
    SearchField* m_search = nullptr;
    QList<Choice> m_choices;
};

}  // namespace Forecourt
