// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/toast.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEnterEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

namespace Forecourt {

namespace {

constexpr int ToastInset = 16;
constexpr int ToastAboveStatusBar = 26 + 12;

/// A link-like button on the dark surface of a toast.
class ToastAction final : public QPushButton {
public:
    ToastAction(const QString& text, QWidget* parent) : QPushButton(text, parent)
    {
        setFont(Fonts::bodyStrong());
        // Showing a toast must not move the focus, but Tab may lead here.
        setFocusPolicy(Qt::TabFocus);
    }

    QSize sizeHint() const override { return {QFontMetrics(font()).horizontalAdvance(text()) + 16, Theme::px(26)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse() || hasFocus())
            Box::paint(painter, QRectF(rect()), 6, QColor(),
                       Theme::color(hasFocus() ? Token::InvAccent : Token::InvLine), hasFocus() ? 2 : 1);
        painter.setFont(font());
        painter.setPen(Theme::color(Token::InvAccent));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

QPointer<Toast>& toastShown()
{
    static QPointer<Toast> shown;
    return shown;
}

}  // namespace

Toast* Toast::show(QWidget* window, const QString& text, const QString& actionText, std::function<void()> action)
{
    if (toastShown() != nullptr)
        toastShown()->deleteLater();
    toastShown() = new Toast(window, text, actionText, std::move(action));
    toastShown()->QFrame::show();
    toastShown()->raise();
    return toastShown();
}

Toast::Toast(QWidget* window, const QString& text, const QString& actionText, std::function<void()> action)
    : QFrame(window), m_timer(new QTimer(this))
{
    setAccessibleName(text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(18) + 22, 4, actionText.isEmpty() ? 16 : 8, 4);
    row->setSpacing(12);
    auto* words = new Label(text, TextRole::Body, Token::InvInk, this);
    words->setWordWrap(false);
    words->setMinimumHeight(Theme::px(26));
    row->addWidget(words, 1);
    if (!actionText.isEmpty()) {
        auto* button = new ToastAction(actionText, this);
        connect(button, &QPushButton::clicked, this, [this, call = std::move(action)] {
            hide();
            deleteLater();
            if (call)
                call();
        });
        row->addWidget(button);
    }
    m_timer->setSingleShot(true);
    m_timer->setInterval(ShownMs);
    connect(m_timer, &QTimer::timeout, this, &QObject::deleteLater);
    m_timer->start();
    window->installEventFilter(this);
    adjustSize();
    place();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

QString Toast::text() const
{
    return accessibleName();
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    const int widest = window->width() - 2 * ToastInset;
    resize(std::min(sizeHint().width(), widest), sizeHint().height());
    move(ToastInset, window->height() - height() - ToastAboveStatusBar);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    Box::paint(painter, QRectF(rect()), 8, Theme::color(Token::Inv),
               Theme::color(Theme::instance().isDark() ? Token::InvLine : Token::Inv));
    IconProvider::paint(painter, QRectF(12, 0, Theme::px(18), height()), QStringLiteral("check"),
                        Theme::color(Token::InvInk), Theme::px(18));
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    m_timer->start();
    QFrame::leaveEvent(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace Forecourt
