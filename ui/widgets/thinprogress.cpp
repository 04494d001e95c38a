// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/thinprogress.h"

#include "ui/widgets/box.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace Forecourt {

namespace {

constexpr int ThinProgressHeight = 4;

}  // namespace

ThinProgress::ThinProgress(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThinProgress::setProgress(qint64 done, qint64 total)
{
    m_share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
    setAccessibleName(tr("%1 of %2").arg(formatCount(done), formatCount(total)));
    update();
}

void ThinProgress::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ThinProgress::paint(QPainter& painter, const QRectF& rect, double share, Tone tone)
{
    QRectF bar(rect.x(), qRound(rect.center().y() - ThinProgressHeight / 2.0), rect.width(), ThinProgressHeight);
    Box::paint(painter, bar, 2, Theme::color(Token::Press), QColor());
    bar.setWidth(bar.width() * std::clamp(share, 0.0, 1.0));
    if (bar.width() > 0)
        Box::paint(painter, bar, 2, Theme::color(Tokens::mark(tone)), QColor());
}

QSize ThinProgress::sizeHint() const
{
    return {Theme::px(120), ThinProgressHeight};
}

void ThinProgress::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()), m_share, m_tone);
}

}  // namespace Forecourt
