// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/textprint.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace Forecourt {

bool printText(const QString& text, QWidget* parent)
{
    QPrinter printer;
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    QTextDocument page;
    page.setPlainText(text);
    page.print(&printer);
    return true;
}

}  // namespace Forecourt
