// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Forecourt {

/// What one photo or video may cost. Checked before anything is read or decoded.
namespace PhotoLimits {

inline constexpr qint64 FileBytes = 200LL * 1024 * 1024;    ///< larger files are refused unread
inline constexpr qint64 Pixels = 200'000'000;               ///< by the header, before any pixel is decoded
inline constexpr qint64 DecodeBytes = 256LL * 1024 * 1024;  ///< decoded picture at full size, where a format needs it
inline constexpr qint64 WorkerBytes = 448LL * 1024 * 1024;  ///< memory of one helper process, beside its program code
inline constexpr int JpegScans = 100;                       ///< of one JPEG file; cameras and programs write at most 20
inline constexpr qint64 VideoBytes = 100LL * 1024 * 1024;   ///< larger videos are refused unread
inline constexpr qint64 VideoPixels = 36'000'000;           ///< of one frame: a little more than 7680 × 4320
inline constexpr int WorkerMsecs = 10'000;                  ///< time of one helper process for one photo

}  // namespace PhotoLimits

}  // namespace Forecourt
