// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/phasesteps.h"

#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/phaselane.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Forecourt {

PhaseSteps::PhaseSteps(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    announce();
}

void PhaseSteps::setPhase(Phase phase)
{
    m_phase = phase;
    m_aimed = -1;
    announce();
    update();
}

void PhaseSteps::announce()
{
    setAccessibleName(tr("Phase: %1").arg(VehicleWords::phase(m_phase)));
    setAccessibleDescription(tr("Arrows choose a phase, Enter moves the vehicle there"));
    setToolTip(tr("Click a phase to move the vehicle there"));
}

QSize PhaseSteps::sizeHint() const
{
    return {Theme::px(520), Theme::px(34)};
}

QSize PhaseSteps::minimumSizeHint() const
{
    return {Theme::px(150), Theme::px(34)};
}

QRectF PhaseSteps::rectOf(int step) const
{
    const qreal width = (this->width() - 6.0 * 3) / AllPhases.size();
    return {step * (width + 3), 0, width, static_cast<qreal>(height())};
}

int PhaseSteps::stepAt(const QPointF& position) const
{
    for (int i = 0; i < static_cast<int>(AllPhases.size()); ++i) {
        if (rectOf(i).contains(position))
            return i;
    }
    return -1;
}

void PhaseSteps::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int present = static_cast<int>(m_phase);
    const QFontMetrics metrics(Fonts::caption());
    bool roomForAll = true;
    for (const Phase phase : AllPhases)
        roomForAll = roomForAll && metrics.horizontalAdvance(VehicleWords::phase(phase)) <= rectOf(0).width();
    for (int i = 0; i < static_cast<int>(AllPhases.size()); ++i) {
        const QRectF step = rectOf(i);
        const bool here = i == present;
        const Token color = here ? PhaseLane::tokenOf(i) : i < present ? Token::C3 : Token::Line2;
        QRectF bar(step.left(), step.bottom() - 7, step.width(), i == m_hovered || i == m_aimed ? 6 : 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(color));
        painter.drawRoundedRect(bar, 2, 2);
        if (!roomForAll && !here)
            continue;
        painter.setFont(here ? Fonts::captionStrong() : Fonts::caption());
        painter.setPen(Theme::color(here ? Token::Ink : Token::Ink2));
        QRectF text(step.left(), 0, roomForAll ? step.width() : width() - step.left(), step.height() - 10);
        if (!roomForAll && present > 3)
            text = QRectF(0, 0, step.right(), step.height() - 10);
        painter.drawText(text, (!roomForAll && present > 3 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                         VehicleWords::phase(AllPhases[static_cast<size_t>(i)]));
    }
    if (hasFocus()) {
        painter.setPen(QPen(Theme::color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void PhaseSteps::mouseReleaseEvent(QMouseEvent* event)
{
    const int step = stepAt(event->position());
    if (event->button() == Qt::LeftButton && step >= 0 && step != static_cast<int>(m_phase))
        Q_EMIT chosen(AllPhases[static_cast<size_t>(step)]);
}

void PhaseSteps::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = stepAt(event->position());
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void PhaseSteps::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void PhaseSteps::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(AllPhases.size()) - 1;
    const int from = m_aimed >= 0 ? m_aimed : static_cast<int>(m_phase);
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_aimed = std::clamp(from + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
        setAccessibleName(VehicleWords::phase(AllPhases[static_cast<size_t>(m_aimed)]));
        update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_aimed >= 0 &&
               m_aimed != static_cast<int>(m_phase)) {
        Q_EMIT chosen(AllPhases[static_cast<size_t>(m_aimed)]);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PhaseSteps::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        announce();
        update();
    }
}

}  // namespace Forecourt
