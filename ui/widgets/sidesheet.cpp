// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sidesheet.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <QVariantAnimation>

namespace Forecourt {

namespace {

constexpr int SheetSlideMs = 160;

}  // namespace

SideSheet::SideSheet(QWidget* parent)
    : QFrame(parent),
      m_title(new Label(QString(), TextRole::DialogTitle, Token::Ink, this)),
      m_cross(new IconButton(QStringLiteral("x"), QString(), this)),
      m_content(new QVBoxLayout),
      m_footer(new QHBoxLayout),
      m_slide(new QVariantAnimation(this))
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 12, 12, 8);
    head->setSpacing(8);
    m_title->setEliding(true);
    head->addWidget(m_title, 1);
    head->addWidget(m_cross);
    m_content->setContentsMargins(20, 4, 16, 12);
    m_content->setSpacing(12);
    m_footer->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_content, 1);
    column->addLayout(m_footer);
    connect(m_cross, &QAbstractButton::clicked, this, &SideSheet::requestClose);
    m_slide->setStartValue(0.0);
    m_slide->setEndValue(1.0);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_slide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { place(value.toDouble()); });
    retranslate();
}

void SideSheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QHBoxLayout* SideSheet::footerLayout()
{
    m_footer->setContentsMargins(16, 10, 16, 10);
    return m_footer;
}

void SideSheet::openOver(QWidget* host, int width)
{
    m_host = host;
    m_width = width;
    m_focusBefore = QApplication::focusWidget();
    setParent(host);
    host->installEventFilter(this);
    const int slide = Theme::duration(SheetSlideMs);
    place(slide > 0 ? 0.0 : 1.0);
    show();
    raise();
    if (focusWidget() == nullptr)
        m_cross->setFocus(Qt::PopupFocusReason);
    else
        focusWidget()->setFocus(Qt::PopupFocusReason);
    if (slide > 0) {
        m_slide->setDuration(slide);
        m_slide->start();
    }
}

void SideSheet::closeSheet()
{
    m_slide->stop();
    hide();
    if (m_host != nullptr)
        m_host->removeEventFilter(this);
    if (m_focusBefore != nullptr && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void SideSheet::requestClose()
{
    Q_EMIT closeRequested();
    if (m_host != nullptr && m_closesByItself)
        closeSheet();
}

void SideSheet::place(double shown)
{
    if (m_host == nullptr)
        return;
    const int width = std::min(Theme::px(m_width), m_host->width());
    setGeometry(m_host->width() - qRound(width * shown), 0, width, m_host->height());
}

void SideSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sheet));
    painter.fillRect(QRect(0, 0, 1, height()), Theme::color(Token::Line2));
    if (m_footer->count() > 0)
        painter.fillRect(QRect(0, m_footer->geometry().top(), width(), 1), Theme::color(Token::Line));
}

void SideSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        requestClose();
        return;
    }
    QFrame::keyPressEvent(event);
}

void SideSheet::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SideSheet::retranslate()
{
    m_cross->setName(tr("Close"));
    m_cross->setShortcutHint(QKeySequence(Qt::Key_Escape));
}

bool SideSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_host && event->type() == QEvent::Resize) {
        m_slide->stop();
        place(1.0);
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace Forecourt
