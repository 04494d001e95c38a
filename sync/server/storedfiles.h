// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// Where a whole file lies in a directory of files named by their SHA-256: ab/cdef… (hex).
QString storedFilePath(const QString& directory, const QByteArray& sha);

/// Where those lie whose hash begins with this byte.
QString storedFileFolder(const QString& directory, std::uint8_t first);

/// The whole files there whose hash begins with this byte, by hash. Blocks.
std::vector<QByteArray> storedFiles(const QString& directory, std::uint8_t first);

}  // namespace Forecourt
