// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Forecourt {

/// The next line of standard input; null at its end.
QString readPasswordLine();
/// Asks on the terminal (prompt on standard error) without showing what is typed. Nothing where no person sits at
/// standard input.
std::optional<QString> askPassword(const QString& prompt);

}  // namespace Forecourt
