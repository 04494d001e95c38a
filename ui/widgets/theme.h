// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace Forecourt {

enum class ThemeMode { Light, Dark, System };

/// How the program looks: colours, palette, style sheet, text size. One per process; only used on the GUI thread.
/// Widgets that paint themselves ask color() while painting, and get a QEvent::StyleChange when it has changed.
class Theme final : public QObject {
    Q_OBJECT

public:
    static constexpr int MinimumTextPercent = 90;
    static constexpr int MaximumTextPercent = 150;

    static Theme& instance();

    /// Value of a token in the theme in use.
    static QColor color(Token token);
    /// Colour of the key tag of a site ("MTL") in the theme in use.
    static QColor siteColor(QStringView siteCode);
    /// A length of the design in pixels, grown with the text size of the person.
    static int px(int atHundredPercent);

    /// Sets style, fonts, palette and style sheet of the program. `textPercent` is held within 90 and 150.
    void apply(QApplication& application, ThemeMode mode, int textPercent = 100);

    ThemeMode mode() const { return m_mode; }
    /// Whether dark colours are shown now; with ThemeMode::System the desktop decides.
    bool isDark() const { return m_dark; }
    int textPercent() const { return m_textPercent; }

    /// True when movement is unwanted, by the desktop or by the person.
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// `ms`, or 0 where movement is unwanted.
    static int duration(int ms);

Q_SIGNALS:
    /// Colours, text size or motion changed. Everything is already in place.
    void changed();

private:
    Theme() = default;

    bool systemIsDark() const;
    void refresh();

    QApplication* m_application = nullptr;
    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = false;
    bool m_desktopWasDark = false;
    bool m_reducedMotion = false;
    int m_textPercent = 100;
};

}  // namespace Forecourt
