// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QKeySequence>

namespace Forecourt {

/// A button on the dark ground of the lightbox, in either theme: an icon, or words, or both.
class LightboxButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit LightboxButton(const QString& iconName, QWidget* parent = nullptr);

    void setIconName(const QString& iconName);
    /// What it does, for tooltip and screen reader; with `shown` also on the button.
    void setName(const QString& name, bool shown = false);
    void setKey(const QKeySequence& key);
    /// A highlighted icon: this is so already.
    void setLit(bool lit);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    QKeySequence m_key;
    bool m_lit = false;
};

}  // namespace Forecourt
