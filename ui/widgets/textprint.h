// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QWidget;

namespace Forecourt {

/// Asks for a printer and prints plain text on it. False if the person changes their mind.
bool printText(const QString& text, QWidget* parent);

}  // namespace Forecourt
