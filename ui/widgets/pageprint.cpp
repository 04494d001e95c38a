// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pageprint.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace Forecourt {

void printPage(const QString& name, std::function<void(QPainter& painter, const QRectF& paper)> paint, QWidget* parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(name);
    printer->setFullPage(true);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, paint = std::move(paint)] {
        QPainter painter;
        if (!painter.begin(printer.get()))
            return;
        const double points = printer->resolution() / 72.0;
        painter.scale(points, points);
        paint(painter, printer->pageLayout().fullRectPoints());
    });
    dialog->open();
}

}  // namespace Forecourt
