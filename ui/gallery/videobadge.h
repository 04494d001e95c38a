// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Forecourt::VideoBadge {

/// The sign by which a video is told from a photo, wherever both are shown small: play, in the middle of its place.
void paintSign(QPainter& painter, const QRectF& tile, int side = 34);
/// How long it lasts, at the bottom, right of `left`.
void paintLength(QPainter& painter, const QRectF& tile, qreal left, qint64 durationMs);

}  // namespace Forecourt::VideoBadge
