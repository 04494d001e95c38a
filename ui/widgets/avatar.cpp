// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/avatar.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <array>

namespace Forecourt {

namespace {

/// Dark enough for white initials in both themes (contrast at least 4.5).
constexpr std::array<QRgb, 8> AvatarColors{0x8A3B46, 0x4A6488, 0x7A4B87, 0x7A6428,
                                           0x2F6B57, 0x8A4E24, 0x50606A, 0x0F6E7D};

QColor avatarColor(const QString& name)
{
    std::size_t sum = 0;
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    return QColor::fromRgb(AvatarColors[sum % AvatarColors.size()]);
}

}  // namespace

Avatar::Avatar(const QString& name, int diameter, QWidget* parent) : QWidget(parent), m_diameter(diameter)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
}

void Avatar::setName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

QString Avatar::initials(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString letters = words.first().left(1);
    if (words.size() > 1)
        letters += words.last().left(1);
    return letters.toUpper();
}

void Avatar::paint(QPainter& painter, const QRectF& rect, const QString& name)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColor(name));
    painter.drawEllipse(rect);
    QFont font = Fonts::bodyStrong();
    font.setPixelSize(std::max(9, qRound(rect.height() * 0.42)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, initials(name));
    painter.restore();
}

QSize Avatar::sizeHint() const
{
    return {Theme::px(m_diameter), Theme::px(m_diameter)};
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()), m_name);
}

}  // namespace Forecourt
