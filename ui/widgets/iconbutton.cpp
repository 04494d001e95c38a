// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/iconbutton.h"

#include "ui/widgets/countpill.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

IconButton::IconButton(const QString& iconName, const QString& name, QWidget* parent) : Button(parent), m_name(name)
{
    setKind(Kind::Ghost);
    setIconName(iconName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refreshToolTip();
}

void IconButton::setName(const QString& name)
{
    m_name = name;
    refreshToolTip();
}

void IconButton::setShortcutHint(const QKeySequence& keys)
{
    m_keys = keys;
    refreshToolTip();
}

void IconButton::setCount(int count)
{
    m_count = count;
    refreshToolTip();
    update();
}

void IconButton::refreshToolTip()
{
    const QString keys = m_keys.toString(QKeySequence::NativeText);
    setToolTip(keys.isEmpty() ? m_name : m_name + QStringLiteral("  ") + keys);
    setAccessibleName(m_count > 0 ? m_name + QStringLiteral(", ") + formatCount(m_count) : m_name);
    setAccessibleDescription(keys);
}

QSize IconButton::sizeHint() const
{
    return {controlHeight(), controlHeight()};
}

QSize IconButton::minimumSizeHint() const
{
    return sizeHint();
}

void IconButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Look now = look();
    paintFrame(painter, now);
    IconProvider::paint(painter, QRectF(rect()), iconName(), now.iconInk, Theme::px(16));
    if (m_count > 0)
        CountPill::paint(painter, QRect(width() / 2, 0, width() / 2 + 1, height() / 2 + 2), m_count, true);
}

}  // namespace Forecourt
