// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/toast.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/keycap.h"
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
    ToastAction(const QString& text, const QKeySequence& keyHint, QWidget* parent)
        : QPushButton(text, parent), m_keyHint(keyHint)
    {
        setFont(Fonts::bodyStrong());
        // Showing a toast must not move the focus, but Tab may lead here.
        setFocusPolicy(Qt::TabFocus);
    }

    QSize sizeHint() const override
    {
        const int caps = m_keyHint.isEmpty() ? 0 : KeyCap::size(m_keyHint).width() + Gap;
        return {QFontMetrics(font()).horizontalAdvance(text()) + caps + 2 * Padding, Theme::px(26)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse() || hasFocus())
            Box::paint(painter, QRectF(rect()), 6, QColor(),
                       Theme::color(hasFocus() ? Token::InvAccent : Token::InvLine), hasFocus() ? 2 : 1);
        painter.setFont(font());
        painter.setPen(Theme::color(Token::InvAccent));
        painter.drawText(rect().adjusted(Padding, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        const QSize caps = KeyCap::size(m_keyHint);
        KeyCap::paint(painter, QPoint(width() - Padding - caps.width(), (height() - caps.height()) / 2), m_keyHint,
                      Theme::color(Token::InvInk2));
    }

private:
    static constexpr int Padding = 8;
    static constexpr int Gap = 8;

    QKeySequence m_keyHint;
};

QPointer<Toast>& toastShown()
{
    static QPointer<Toast> shown;
    return shown;
}

}  // namespace

Toast* Toast::show(QWidget* host, const QString& text, const QString& actionText, std::function<void()> action,
                   const QKeySequence& keyHint)
{
    if (toastShown() != nullptr)
        toastShown()->deleteLater();
    auto* toast = new Toast(host, text);
    toastShown() = toast;
    if (!actionText.isEmpty())
        toast->addAction(actionText, keyHint, std::move(action));
    toast->place();
    toast->QFrame::show();
    toast->raise();
    QAccessibleEvent said(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    return toast;
}

Toast::Toast(QWidget* host, const QString& text) : QFrame(host), m_timer(new QTimer(this))
{
    setAccessibleName(text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(18) + 22, 4, 16, 4);
    row->setSpacing(12);
    auto* words = new Label(text, TextRole::Body, Token::InvInk, this);
    words->setMinimumHeight(Theme::px(26));
    row->addWidget(words, 1);
    m_timer->setSingleShot(true);
    m_timer->setInterval(ShownMs);
    connect(m_timer, &QTimer::timeout, this, &QObject::deleteLater);
    m_timer->start();
    host->installEventFilter(this);
}

void Toast::addAction(const QString& text, const QKeySequence& keyHint, std::function<void()> action)
{
    auto* button = new ToastAction(text, keyHint, this);
    connect(button, &QPushButton::clicked, this, [this, call = std::move(action)] {
        hide();
        deleteLater();
        if (call)
            call();
    });
    layout()->addWidget(button);
    layout()->setContentsMargins(Theme::px(18) + 22, 4, 8, 4);
}

QString Toast::text() const
{
    return accessibleName();
}

void Toast::place()
{
    const QWidget* host = parentWidget();
    const int widest = host->width() - 2 * ToastInset;
    resize(std::min(sizeHint().width(), widest), sizeHint().height());
    const int below = host->isWindow() ? ToastAboveStatusBar : ToastInset;
    move(ToastInset, host->height() - height() - below);
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
