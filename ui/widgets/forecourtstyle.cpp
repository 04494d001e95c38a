// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/forecourtstyle.h"

#include "ui/widgets/theme.h"

namespace Forecourt {

ForecourtStyle::ForecourtStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int ForecourtStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay: return 600;
    case SH_Menu_SubMenuPopupDelay: return 120;
    case SH_Widget_Animation_Duration: return Theme::duration(QProxyStyle::styleHint(hint, option, widget, data));
    // A tick box is toggled by its word too, and a list opens below its field instead of over it.
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int ForecourtStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

}  // namespace Forecourt
