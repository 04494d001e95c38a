// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace Forecourt {

/// Asks for a printer and paints one page on it; `paint` is given the paper in points (1/72 inch). Nothing happens when
/// the person says no. Returns at once.
void printPage(const QString& name, std::function<void(QPainter& painter, const QRectF& paper)> paint, QWidget* parent);

}  // namespace Forecourt
