// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace Forecourt {

/// A word about a state on a soft fill: "In transit", "Reserved". Always a word; colour and icon repeat it.
class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(const QString& text = QString(), Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setTone(Tone tone);
    void setIconName(const QString& name);
    /// An edge instead of a fill, for drafts.
    void setOutlined(bool outlined);

    /// For delegates: room that paint() needs, and the painting, left-aligned and centred vertically in `rect`.
    static QSize size(const QString& text, bool withIcon = false);
    static void paint(QPainter& painter, const QRect& rect, const QString& text, Tone tone,
                      const QString& iconName = QString(), bool outlined = false);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_text;
    QString m_iconName;
    Tone m_tone;
    bool m_outlined = false;
};

}  // namespace Forecourt
