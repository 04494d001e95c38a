// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/popupframe.h"

#include "ui/widgets/box.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>
#include <QVariantAnimation>

#include <array>

namespace Forecourt {

namespace {

constexpr int PopupFadeMs = 120;

Qt::WindowFlags popupFlags(PopupFrame::Behaviour behaviour)
{
    const Qt::WindowFlags kind = behaviour == PopupFrame::Behaviour::PopOver ? Qt::Popup : Qt::Tool;
    return kind | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint;
}

}  // namespace

PopupFrame::PopupFrame(QWidget* parent, Behaviour behaviour)
    : QWidget(parent, popupFlags(behaviour)), m_content(new QVBoxLayout), m_fade(new QVariantAnimation(this))
{
    setAttribute(Qt::WA_TranslucentBackground);
    // The panel is painted one pixel higher than the middle of its outlines.
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(Margin, Margin - 1, Margin, Margin + 1);
    around->addLayout(m_content);
    m_content->setContentsMargins(1, 1, 1, 1);
    m_content->setSpacing(0);
    m_fade->setStartValue(0.0);
    m_fade->setEndValue(1.0);
    connect(m_fade, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setWindowOpacity(value.toDouble()); });
}

void PopupFrame::resizePanel(const QSize& size)
{
    resize(size + QSize(2 * Margin, 2 * Margin));
}

void PopupFrame::popupBelow(QWidget* opener, Align align)
{
    ensurePolished();
    if (!testAttribute(Qt::WA_Resized))
        adjustSize();
    const QRect anchor(opener->mapToGlobal(QPoint(0, 0)), opener->size());
    const QSize panel = size() - QSize(2 * Margin, 2 * Margin);
    constexpr int gap = 4;
    int x = anchor.left();
    if (align == Align::Right)
        x = anchor.right() + 1 - panel.width();
    else if (align == Align::Centre)
        x = anchor.center().x() - panel.width() / 2;
    int y = anchor.bottom() + 1 + gap;
    const QScreen* screen = opener->screen();
    if (screen != nullptr) {
        const QRect room = screen->availableGeometry();
        if (y + panel.height() > room.bottom() && anchor.top() - gap - panel.height() >= room.top())
            y = anchor.top() - gap - panel.height();
    }
    popupAt(QPoint(x, y), opener);
}

void PopupFrame::popupAt(const QPoint& globalTopLeft, QWidget* opener)
{
    m_opener = opener;
    m_focusBefore = QApplication::focusWidget();
    ensurePolished();
    if (!testAttribute(Qt::WA_Resized))
        adjustSize();
    QPoint corner = globalTopLeft;
    const QScreen* display = opener != nullptr ? opener->screen() : screen();
    if (display != nullptr) {
        const QRect room = display->availableGeometry();
        const QSize panel = size() - QSize(2 * Margin, 2 * Margin);
        corner.setX(std::max(room.left(), std::min(corner.x(), room.right() + 1 - panel.width())));
        corner.setY(std::max(room.top(), std::min(corner.y(), room.bottom() + 1 - panel.height())));
    }
    move(corner - QPoint(Margin, Margin));
    appear();
}

void PopupFrame::appear()
{
    const int fade = Theme::duration(PopupFadeMs);
    m_fade->stop();
    setWindowOpacity(fade > 0 ? 0.0 : 1.0);
    show();
    raise();
    activateWindow();
    if (focusWidget() == nullptr)
        focusNextChild();
    if (fade > 0) {
        m_fade->setDuration(fade);
        m_fade->start();
    }
}

void PopupFrame::paintPanel(QPainter& painter, const QRectF& panel, qreal radius)
{
    struct Outline {
        qreal grow;
        qreal drop;
        int alpha;
    };
    // From the outermost in; alpha for the light theme, out of 255.
    static constexpr std::array outlines{Outline{7, 6, 3}, Outline{5, 4, 5}, Outline{3, 3, 7}, Outline{2, 2, 9},
                                         Outline{1, 1, 14}};
    const bool dark = Theme::instance().isDark();
    for (const Outline& outline : outlines) {
        const QColor shade = dark ? QColor(0, 0, 0, outline.alpha * 4) : QColor(10, 25, 30, outline.alpha);
        Box::paint(
            painter,
            panel.adjusted(-outline.grow, outline.drop - outline.grow, outline.grow, outline.drop + outline.grow),
            radius + outline.grow, shade, QColor());
    }
    Box::paint(painter, panel, radius, Theme::color(Token::Raised), Theme::color(Token::Line2));
}

void PopupFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPanel(painter, QRectF(rect()).adjusted(Margin, Margin, -Margin, -Margin).translated(0, -1));
}

void PopupFrame::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PopupFrame::closeEvent(QCloseEvent* event)
{
    m_fade->stop();
    QWidget::closeEvent(event);
}

void PopupFrame::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    QWidget* back = m_focusBefore != nullptr ? m_focusBefore.data() : m_opener.data();
    if (back != nullptr && back->isVisible()) {
        back->activateWindow();
        back->setFocus(Qt::PopupFocusReason);
    }
    Q_EMIT closed();
}

}  // namespace Forecourt
