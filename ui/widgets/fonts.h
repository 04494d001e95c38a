// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace Forecourt {

/// Places of text in the design; each fixes family, size and weight (sizes at 100 % text size).
enum class TextRole {
    Live,         ///< live bid: Sans 40, semi-bold
    Countdown,    ///< countdown: Sans 26, semi-bold
    KeyFigure,    ///< a still figure that leads a page: Display 26
    Figure,       ///< a still figure in a card: Display 22
    PageTitle,    ///< Display 20
    DialogTitle,  ///< Sans 16, semi-bold
    Section,      ///< Sans 14, semi-bold
    Body,         ///< Sans 13
    BodyMedium,   ///< Sans 13, medium: buttons, the first line of a row
    BodyStrong,   ///< Sans 13, semi-bold
    Second,       ///< Sans 12: second line, labels, headers
    SecondMedium,
    Caption,  ///< Sans 11: times, counts
    CaptionStrong,
    Mono,  ///< JetBrains Mono 12: VIN, stock and container numbers
    MonoMedium,
    MonoStrong,
};

/// The fonts of the design, from files inside the program, at the text size of the person.
namespace Fonts {

/// Registers the font files. Called by Theme::apply; further calls do nothing.
void load();
/// Font of a role. Digits of Sans and Mono are tabular; those of Display are not, so live figures never use it.
QFont font(TextRole role);
/// Line height of a role in pixels.
int lineHeight(TextRole role);

inline QFont body()
{
    return font(TextRole::Body);
}
inline QFont bodyMedium()
{
    return font(TextRole::BodyMedium);
}
inline QFont bodyStrong()
{
    return font(TextRole::BodyStrong);
}
inline QFont second()
{
    return font(TextRole::Second);
}
inline QFont secondMedium()
{
    return font(TextRole::SecondMedium);
}
inline QFont caption()
{
    return font(TextRole::Caption);
}
inline QFont captionStrong()
{
    return font(TextRole::CaptionStrong);
}
inline QFont title()
{
    return font(TextRole::PageTitle);
}
inline QFont section()
{
    return font(TextRole::Section);
}
inline QFont mono()
{
    return font(TextRole::Mono);
}
inline QFont monoMedium()
{
    return font(TextRole::MonoMedium);
}
inline QFont monoStrong()
{
    return font(TextRole::MonoStrong);
}

}  // namespace Fonts

}  // namespace Forecourt
