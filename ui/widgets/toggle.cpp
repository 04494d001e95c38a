// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/toggle.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace Forecourt {

namespace {

constexpr int ToggleGap = 8;
/// Room for the focus ring around the track.
constexpr int ToggleRing = 3;

QSize toggleTrack()
{
    return {Theme::px(30), Theme::px(18)};
}

}  // namespace

Toggle::Toggle(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFont(Fonts::body());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Toggle::sizeHint() const
{
    const QSize track = toggleTrack() + QSize(2 * ToggleRing, 2 * ToggleRing);
    const int words = text().isEmpty() ? 0 : ToggleGap + QFontMetrics(font()).horizontalAdvance(text()) + 1;
    return {track.width() + words, std::max(track.height(), Theme::px(24))};
}

void Toggle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF track(QPointF(ToggleRing, 0), toggleTrack());
    track.moveTop((height() - track.height()) / 2);
    const Token fill = !isEnabled() ? Token::Line2 : isChecked() ? Token::Accent : Token::Ctl;
    Box::paint(painter, track, track.height() / 2, Theme::color(fill), QColor());
    const qreal knob = track.height() - 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    const qreal left = isChecked() ? track.right() - 2 - knob : track.left() + 2;
    painter.drawEllipse(QRectF(left, track.top() + 2, knob, knob));
    if (hasFocus()) {
        const QRectF ring = track.adjusted(-ToggleRing, -ToggleRing, ToggleRing, ToggleRing);
        Box::paintFocusRing(painter, ring, ring.height() / 2);
    }
    painter.setFont(font());
    painter.setPen(Theme::color(isEnabled() ? Token::Ink : Token::Ink3));
    painter.drawText(rect().adjusted(qRound(track.right()) + ToggleRing + ToggleGap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

void Toggle::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        if (const QFont wanted = Fonts::body(); wanted != font())
            setFont(wanted);
        updateGeometry();
    }
}

}  // namespace Forecourt
