// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSize>

QT_BEGIN_NAMESPACE
class QVideoFrame;
QT_END_NAMESPACE

namespace Forecourt {

/// Whether videoPicture() can be used for this frame. The others need QVideoFrame::toImage(), on the GUI thread.
bool isVideoPicture(const QVideoFrame& frame);

/// The picture of a frame, upright, with every second, third… pixel only where it would be much larger than `shown`.
/// On any thread: QVideoFrame::toImage() is slower, and asks the graphics driver, which wants the GUI thread.
QImage videoPicture(QVideoFrame frame, const QSize& shown);

}  // namespace Forecourt
