// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QStringView>

#include <optional>

namespace Forecourt {

/// Names of the colours of the design. Their values, light and dark, stand in one table in tokens.cpp; style sheets,
/// the palette and painters all read that table.
enum class Token {
    // surfaces
    Chrome,
    Sheet,
    Sunken,
    Raised,
    Hover,
    Press,
    RailHover,
    Sel,
    // edges
    Line,
    Line2,
    Ctl,
    // text
    Ink,
    Ink2,
    Ink3,
    // the one action colour
    Accent,
    AccentHover,
    AccentPress,
    AccentInk,
    AccentText,
    AccentSoft,
    AccentLine,
    Focus,
    // states, always together with a word
    Ok,
    OkText,
    OkSoft,
    OkLine,
    OkFill,
    Warn,
    WarnText,
    WarnSoft,
    WarnLine,
    Bad,
    BadText,
    BadSoft,
    BadLine,
    BadFill,
    Info,
    InfoText,
    InfoSoft,
    InfoLine,
    Vio,
    VioText,
    VioSoft,
    VioLine,
    // toast and tooltip
    Inv,
    InvInk,
    InvInk2,
    InvLine,
    InvAccent,
    // charts
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    Band,
    Grid,
    Count,
};

/// Meaning of a badge, a note or an error; the colours follow from it.
enum class Tone { Neutral, Ok, Warn, Bad, Info, Vio, Accent };

namespace Tokens {

/// Value of one token in the light or the dark theme.
QColor value(Token token, bool dark);
/// The token called `name` in style sheets ("accentHover"); nothing for other words.
std::optional<Token> byName(QStringView name);

/// Colour of a site's key tag by its code ("MTL"). A code that is not in the design gets one of its eight colours,
/// always the same one for the same code.
QColor site(QStringView code, bool dark);

/// Text, soft fill, line and mark of a tone.
Token text(Tone tone);
Token soft(Tone tone);
Token line(Tone tone);
Token mark(Tone tone);

}  // namespace Tokens

}  // namespace Forecourt
