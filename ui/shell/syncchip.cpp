// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/syncchip.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

namespace {

// What is over sooner than this is not shown: a single edit is sent in a blink and must not make the chip flicker.
constexpr int SyncChipCalm = 400;

}  // namespace

SyncChip::SyncChip(QWidget* parent) : ChromeButton(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(SyncChipCalm);
    connect(&m_delay, &QTimer::timeout, this, [this] { show(SyncWords::chip(m_sync->status(), m_clock->now())); });
    hide();
}

void SyncChip::attach(SyncControl& sync, const Clock& clock)
{
    m_sync = &sync;
    m_clock = &clock;
    connect(&sync, &SyncControl::statusChanged, this, &SyncChip::refresh);
    show(SyncWords::chip(sync.status(), clock.now()));
    setVisible(true);
}

void SyncChip::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

void SyncChip::retranslate()
{
    if (m_sync)
        show(SyncWords::chip(m_sync->status(), m_clock->now()));
}

void SyncChip::refresh()
{
    const SyncWords::Chip chip = SyncWords::chip(m_sync->status(), m_clock->now());
    const bool passing = chip.tone == Tone::Info && m_shown.tone == Tone::Ok;
    if (!passing)
        show(chip);
    else if (!m_delay.isActive())
        m_delay.start();
}

void SyncChip::show(const SyncWords::Chip& chip)
{
    m_delay.stop();
    m_shown = chip;
    setAccessibleName(tr("Sync: %1").arg(chip.text));
    const QString key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S).toString(QKeySequence::NativeText);
    setToolTip(tr("What waits to be sent") + u' ' + key + (m_compact ? u'\n' + chip.text : QString()));
    updateGeometry();
    update();
}

QSize SyncChip::sizeHint() const
{
    const int words =
        m_compact ? 0 : Theme::px(6) + QFontMetrics(Fonts::secondMedium()).horizontalAdvance(m_shown.text);
    return {Theme::px(10) + Theme::px(16) + words + Theme::px(12), Theme::px(28)};
}

void SyncChip::paintGround(QPainter& painter, const QRectF& body) const
{
    const bool calm = m_shown.tone == Tone::Ok || m_shown.tone == Tone::Neutral;
    painter.setPen(Theme::color(calm ? Token::Line2 : Tokens::line(m_shown.tone)));
    const Token quiet = isDown() ? Token::Press : underMouse() ? Token::Hover : Token::Raised;
    painter.setBrush(Theme::color(calm ? quiet : Tokens::soft(m_shown.tone)));
    painter.drawRoundedRect(body, radius(), radius());
}

void SyncChip::paintContent(QPainter& painter)
{
    const bool calm = m_shown.tone == Tone::Ok || m_shown.tone == Tone::Neutral;
    const QColor ink = Theme::color(calm ? Token::Ink2 : Tokens::text(m_shown.tone));
    const QColor mark = m_shown.tone == Tone::Ok ? Theme::color(Token::OkText) : ink;
    const QRectF icon(Theme::px(10), 0, Theme::px(16), height());
    IconProvider::paint(painter, icon, m_shown.iconName, mark, Theme::px(16));
    if (m_compact)
        return;
    painter.setFont(Fonts::secondMedium());
    painter.setPen(ink);
    const QRectF words = QRectF(rect()).adjusted(icon.right() + Theme::px(6), 0, -Theme::px(8), 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_shown.text, Qt::ElideRight, qRound(words.width())));
}

}  // namespace Forecourt
