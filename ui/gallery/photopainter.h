// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Forecourt {

class ThumbnailSource;
struct Photo;

/// How photos look wherever they are shown small: filling their place, cut at the longer sides, corners of 4 px.
namespace PhotoPainter {

/// Paints `photo` into `rect` as far as its file is here, else what is known about it. Asks `source` for the picture,
/// which tells by its signal when painting again is worth it.
void paint(QPainter& painter, const QRectF& rect, const Photo& photo, ThumbnailSource& source);
/// The same for one file of a photo.
void paintFile(QPainter& painter, const QRectF& rect, const QByteArray& sha, ThumbnailSource& source);
/// Paints a picture so that it fills `rect`.
void fill(QPainter& painter, const QRectF& rect, const QImage& picture);

}  // namespace PhotoPainter

}  // namespace Forecourt
