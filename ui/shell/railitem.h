// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace Forecourt {

/// One page in the rail: icon, name, count; the lane-yellow marker when its page is shown.
class RailItem : public QAbstractButton {
    Q_OBJECT

public:
    explicit RailItem(const QString& iconName, QWidget* parent = nullptr);

    void setCurrent(bool current);
    /// Icons only; name and key move to the tooltip.
    void setCompact(bool compact);
    /// Negative: none.
    void setCount(qint64 count);
    /// Short form of the key ("2"), shown while Ctrl is held.
    void setKey(const QString& shortKey, const QString& wholeKey);
    void setKeysShown(bool shown);
    /// Name of the page, for the text, the tooltip and screen readers.
    void setTitle(const QString& title);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateWords();

    QString m_iconName;
    QString m_shortKey;
    QString m_wholeKey;
    qint64 m_count = -1;
    bool m_current = false;
    bool m_compact = false;
    bool m_keysShown = false;
};

}  // namespace Forecourt
