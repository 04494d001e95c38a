// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/keycap.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace Forecourt {

namespace {

constexpr int CapGap = 2;
constexpr int CapPadding = 4;

QFont capFont()
{
    QFont font = Fonts::font(TextRole::Caption);
    font.setPixelSize(Theme::px(10));
    font.setWeight(QFont::Medium);
    return font;
}

int capWidth(const QFontMetrics& metrics, const QString& label)
{
    return std::max(Theme::px(16), metrics.horizontalAdvance(label) + 2 * CapPadding);
}

QString signOfKey(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return QString(QChar(0x21B5));
    case Qt::Key_Left: return QString(QChar(0x2190));
    case Qt::Key_Up: return QString(QChar(0x2191));
    case Qt::Key_Right: return QString(QChar(0x2192));
    case Qt::Key_Down: return QString(QChar(0x2193));
    default: return QKeySequence(key).toString(QKeySequence::NativeText);
    }
}

QString nameOfModifier(Qt::KeyboardModifier modifier, Qt::Key anyKey)
{
    // Qt knows the words and signs of modifiers only together with a key.
    const QString bare = QKeySequence(anyKey).toString(QKeySequence::NativeText);
    QString both = QKeySequence(QKeyCombination(modifier, anyKey)).toString(QKeySequence::NativeText);
    both.chop(bare.size());
    if (both.endsWith(u'+'))
        both.chop(1);
    return both;
}

}  // namespace

QStringList KeyCap::labels(const QKeySequence& keys)
{
    QStringList labels;
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination combination = keys[static_cast<uint>(i)];
        for (const Qt::KeyboardModifier modifier :
             {Qt::ControlModifier, Qt::MetaModifier, Qt::AltModifier, Qt::ShiftModifier}) {
            if (combination.keyboardModifiers().testFlag(modifier))
                labels += nameOfModifier(modifier, Qt::Key_A);
        }
        labels += signOfKey(combination.key());
    }
    return labels;
}

KeyCap::KeyCap(const QKeySequence& keys, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
}

void KeyCap::setKeys(const QKeySequence& keys)
{
    m_keys = keys;
    setAccessibleName(keys.toString(QKeySequence::NativeText));
    updateGeometry();
    update();
}

QSize KeyCap::size(const QKeySequence& keys)
{
    const QFontMetrics metrics(capFont());
    int width = 0;
    const QStringList caps = labels(keys);
    for (const QString& label : caps)
        width += capWidth(metrics, label) + CapGap;
    return {std::max(0, width - CapGap), Theme::px(16)};
}

void KeyCap::paint(QPainter& painter, const QPoint& topLeft, const QKeySequence& keys, const QColor& onFilled)
{
    const QFont font = capFont();
    const QFontMetrics metrics(font);
    QColor edge = Theme::color(Token::Line2);
    QColor ink = Theme::color(Token::Ink3);
    QColor fill = Theme::color(Token::Sheet);
    if (onFilled.isValid()) {
        ink = edge = onFilled;
        edge.setAlphaF(0.4F);
        fill = QColor();
    }
    painter.save();
    painter.setFont(font);
    QRect cap(topLeft, QSize(0, Theme::px(16)));
    const QStringList caps = labels(keys);
    for (const QString& label : caps) {
        cap.setWidth(capWidth(metrics, label));
        Box::paint(painter, cap, 4, fill, edge);
        // The thicker lower edge makes it a key.
        painter.fillRect(QRectF(cap.x() + 2.5, cap.bottom() - 0.5, cap.width() - 5.0, 1), edge);
        painter.setPen(ink);
        painter.drawText(cap.adjusted(0, 0, 0, -1), Qt::AlignCenter, label);
        cap.moveLeft(cap.right() + 1 + CapGap);
    }
    painter.restore();
}

QSize KeyCap::sizeHint() const
{
    return size(m_keys);
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QPoint(0, (height() - size(m_keys).height()) / 2), m_keys);
}

void KeyCap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        setKeys(m_keys);
}

}  // namespace Forecourt
