// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Forecourt::VideoWords {

/// Place in a video as players show it: "1:05", "1:02:03".
QString clock(qint64 milliseconds);

/// Name of a copy that other programs can open: the letters and digits of `fileName`, and the ending that belongs to
/// `mime`, whatever the name ended with.
QString copyName(const QString& fileName, const QString& mime);

}  // namespace Forecourt::VideoWords
