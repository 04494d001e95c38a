// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QIcon>
#include <QPixmap>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Forecourt {

/// Line icons (Tabler, outline) tinted with a colour of the theme, stroke 1.75 on a grid of 24.
/// Names are those of the files in resources/icons without ".svg". An unknown name gives an empty picture and a
/// warning. Sizes of the design: 14 small, 16 in controls, 18 in the rail, 20 to 22 in notes.
namespace IconProvider {

/// An icon for actions, buttons and delegates. It follows the theme by itself; when disabled it turns to Token::Ink3.
QIcon icon(const QString& name, Token token = Token::Ink2);
/// One picture of `px` logical pixels for a screen of this pixel ratio; kept in a cache.
QPixmap pixmap(const QString& name, int px, const QColor& color, qreal devicePixelRatio);
/// Draws the icon centred in `rect` at `px` logical pixels (not grown with the text size).
void paint(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color, int px = 16);
/// True where resources/icons holds this name.
bool has(const QString& name);

/// The mark of the program: a petrol square with a lane-yellow sign.
QIcon application();

}  // namespace IconProvider

}  // namespace Forecourt
