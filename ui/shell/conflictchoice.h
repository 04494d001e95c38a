// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QRadioButton>

namespace Forecourt {

/// One of the two values of a conflict, as a card that can be picked: the value, and who typed it when.
class ConflictChoice : public QRadioButton {
    Q_OBJECT

public:
    /// `key` is only shown.
    ConflictChoice(const QKeySequence& key, QWidget* parent);

    /// `side` names the column to a screen reader: "Yours".
    void setChoice(const QString& side, const QString& value, const QString& author);
    QString value() const { return m_value; }
    void setKeyShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent* event) override;

private:
    QKeySequence m_key;
    QString m_value;
    QString m_author;
    bool m_keyShown = false;
};

}  // namespace Forecourt
