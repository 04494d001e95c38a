// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Forecourt {

/// Kinds of files that a gallery takes videos in.
enum class VideoContainer { Mp4, QuickTime, Matroska, WebM, Avi };

/// Tells the kind by the first bytes (PhotoSniffLength are enough), never by the name; nothing for all else, also for
/// still pictures that are stored like a video, such as HEIC.
std::optional<VideoContainer> sniffVideoContainer(QByteArrayView head);

/// "video/mp4".
QString videoMime(VideoContainer container);

}  // namespace Forecourt
