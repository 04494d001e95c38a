// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace Forecourt {

/// A field with an icon at the left, a cross while it holds text, and the key that leads here while it is empty.
/// Esc empties it first.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    /// `iconName` is "search", or "filter" for lists.
    explicit SearchField(const QString& iconName, QWidget* parent = nullptr);

    /// Also the accessible name.
    void setPrompt(const QString& prompt);
    void setKeyHint(const QKeySequence& keys);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    QString m_iconName;
    QKeySequence m_keyHint;
    QAbstractButton* m_cross = nullptr;
};

}  // namespace Forecourt
