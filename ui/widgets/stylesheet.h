// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Forecourt {

/// The style sheet of the program with its blanks filled in. In resources/styles/forecourt.qss
/// `@accent` stands for the token of that name, `@12px` for a length that grows with the text size, and `@theme` for
/// "light" or "dark" in the names of pictures, `@radioRadius` for what makes a radio button round.
QString styleSheetForTheme(bool dark, int textPercent);

}  // namespace Forecourt
