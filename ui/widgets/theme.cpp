// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/forecourtstyle.h"
#include "ui/widgets/stylesheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace Forecourt {

namespace {

QPalette themePalette()
{
    using Role = QPalette::ColorRole;
    struct Assignment {
        Role role;
        Token token;
    };
    static constexpr std::array assignments{
        Assignment{Role::Window, Token::Chrome},
        Assignment{Role::WindowText, Token::Ink},
        Assignment{Role::Base, Token::Sheet},
        Assignment{Role::AlternateBase, Token::Sunken},
        Assignment{Role::Text, Token::Ink},
        Assignment{Role::Button, Token::Raised},
        Assignment{Role::ButtonText, Token::Ink},
        Assignment{Role::BrightText, Token::AccentInk},
        Assignment{Role::Highlight, Token::Sel},
        Assignment{Role::HighlightedText, Token::Ink},
        Assignment{Role::PlaceholderText, Token::Ink3},
        Assignment{Role::Link, Token::AccentText},
        Assignment{Role::LinkVisited, Token::AccentText},
        Assignment{Role::ToolTipBase, Token::Inv},
        Assignment{Role::ToolTipText, Token::InvInk},
        Assignment{Role::Light, Token::Raised},
        Assignment{Role::Midlight, Token::Line},
        Assignment{Role::Mid, Token::Line},
        Assignment{Role::Dark, Token::Ctl},
        Assignment{Role::Shadow, Token::Line2},
    };
    QPalette palette;
    for (const Assignment& assignment : assignments)
        palette.setColor(assignment.role, Theme::color(assignment.token));
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText, Role::HighlightedText})
        palette.setColor(QPalette::Disabled, role, Theme::color(Token::Ink3));
    palette.setColor(QPalette::Disabled, Role::Base, Theme::color(Token::Sunken));
    palette.setColor(QPalette::Disabled, Role::Button, Theme::color(Token::Sunken));
    return palette;
}

}  // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

QColor Theme::color(Token token)
{
    return Tokens::value(token, instance().m_dark);
}

QColor Theme::siteColor(QStringView siteCode)
{
    return Tokens::site(siteCode, instance().m_dark);
}

int Theme::px(int atHundredPercent)
{
    return qRound(atHundredPercent * instance().m_textPercent / 100.0);
}

int Theme::duration(int ms)
{
    return instance().reducedMotion() ? 0 : ms;
}

void Theme::apply(QApplication& application, ThemeMode mode, int textPercent)
{
    if (m_application == nullptr) {
        m_application = &application;
        // Before our palette hides it. Qt before 6.5 cannot tell the desktop's scheme, but its colours do.
        m_desktopWasDark = application.palette().color(QPalette::Window).lightness() < 128;
        Fonts::load();
        QApplication::setStyle(new ForecourtStyle);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
            if (m_mode == ThemeMode::System)
                refresh();
        });
#endif
    }
    m_mode = mode;
    m_textPercent = std::clamp(textPercent, MinimumTextPercent, MaximumTextPercent);
    refresh();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_desktopWasDark;
}

void Theme::refresh()
{
    m_dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && systemIsDark());
    const QPalette palette = themePalette();
    QApplication::setFont(Fonts::body());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(Fonts::second());
    m_application->setStyleSheet(styleSheetForTheme(m_dark, m_textPercent));
    Q_EMIT changed();
}

bool Theme::reducedMotion() const
{
    return m_reducedMotion || !QApplication::isEffectEnabled(Qt::UI_General);
}

void Theme::setReducedMotion(bool reduced)
{
    if (m_reducedMotion == reduced)
        return;
    m_reducedMotion = reduced;
    Q_EMIT changed();
}

}  // namespace Forecourt
