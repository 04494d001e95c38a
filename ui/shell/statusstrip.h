// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStatusBar>

class QAction;
class QHBoxLayout;

namespace Forecourt {

class Label;

/// The status bar: what the page counts at the left, the keys that work now at the right.
class StatusStrip : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setCounts(const QString& text);
    QString counts() const;
    /// Shows the keys of those actions that are enabled and have one, as many as fit, the first ones first.
    void setActions(const QList<QAction*>& actions);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void fit();

    Label* m_counts = nullptr;
    QWidget* m_hints = nullptr;
    QHBoxLayout* m_row = nullptr;
    QList<QAction*> m_actions;
    QList<QMetaObject::Connection> m_watched;
    QList<QWidget*> m_shown;
    bool m_rebuilding = false;
};

}  // namespace Forecourt
