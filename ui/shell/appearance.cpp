// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/appearance.h"

#include "ui/shell/shellsettings.h"
#include "ui/widgets/theme.h"

#include <QApplication>

namespace Forecourt {

Appearance::Appearance(QApplication& application, ShellSettings& settings, QObject* parent)
    : QObject(parent), m_application(application), m_settings(settings)
{
    m_languages.apply(settings.language());
    Theme::instance().setReducedMotion(settings.reduceMotion());
    applyTheme();
    connect(&settings, &ShellSettings::languageChanged, this, [this] { m_languages.apply(m_settings.language()); });
    connect(&settings, &ShellSettings::themeChanged, this, &Appearance::applyTheme);
    connect(&settings, &ShellSettings::textPercentChanged, this, &Appearance::applyTheme);
    connect(&settings, &ShellSettings::reduceMotionChanged, this,
            [this] { Theme::instance().setReducedMotion(m_settings.reduceMotion()); });
}

void Appearance::applyTheme()
{
    const ShellSettings::Theme theme = m_settings.theme();
    const ThemeMode mode = theme == ShellSettings::Theme::Light  ? ThemeMode::Light
                           : theme == ShellSettings::Theme::Dark ? ThemeMode::Dark
                                                                 : ThemeMode::System;
    Theme::instance().apply(m_application, mode, m_settings.textPercent());
}

}  // namespace Forecourt
