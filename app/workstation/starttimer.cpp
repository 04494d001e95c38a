// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/starttimer.h"

#include "models/vehicle/vehicletablemodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/vehicle/inventorylist.h"
#include "ui/vehicle/vehicletableview.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>

namespace Forecourt {

namespace {

/// Resident memory in megabytes, 0 where the system does not tell it in a file.
double residentMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1000;
    }
    return 0;
}

}  // namespace

StartTimer::StartTimer(MainWindow& window) : m_window(window)
{
    connect(&window, &MainWindow::firstPageShown, this, &StartTimer::watchList);
}

void StartTimer::watchList()
{
    if (auto* list = m_window.findChild<InventoryList*>())
        list->table()->viewport()->installEventFilter(this);
}

bool StartTimer::eventFilter(QObject* watched, QEvent* event)
{
    const auto* list = m_window.findChild<InventoryList*>();
    if (event->type() == QEvent::Paint && list->model()->rowCount() > 0 && list->model()->summary(0)) {
        watched->removeEventFilter(this);
        // After this very painting.
        QTimer::singleShot(0, this, [] {
            QTextStream(stdout) << "ready " << residentMemory() << " MB" << Qt::endl;
            QCoreApplication::quit();
        });
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace Forecourt
