// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "models/location/locationdirectory.h"
#include "models/notification/notificationlist.h"
#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "models/user/userdirectory.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/mainwindow_p.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/syncwords.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenuBar>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(ShellSettings& settings, std::vector<PageEntry> pages, QWidget* parent)
    : QMainWindow(parent), d(std::make_unique<Private>(*this, settings, std::move(pages)))
{
    setObjectName(u"forecourt"_s);
    setWindowTitle(u"Forecourt"_s);
    setWindowIcon(IconProvider::application());
    setMinimumSize(1024, 700);
    d->build();
    d->retranslate();
    resize(1440, 900);
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::setSiteCounts(CountSites count)
{
    d->countSites = std::move(count);
}

void MainWindow::setSuggestedServer(const QUrl& server)
{
    d->suggestedServer = server;
}

void MainWindow::attach(ShellContext context)
{
    context.navigator = this;
    d->attach(context);
}

void MainWindow::open(const Route& route)
{
    d->openRoute(route);
}

void MainWindow::notify(const QString& text)
{
    Toast::show(d->sheet, text);
}

Page* MainWindow::currentPage() const
{
    return d->root->currentWidget() == d->workspace ? d->page : nullptr;
}

QString MainWindow::currentPageId() const
{
    return currentPage() ? d->pageId : QString();
}

void MainWindow::showSignIn()
{
    d->showSignIn();
}

void MainWindow::openPalette(const QString& text)
{
    if (d->context.store && d->root->currentWidget() == d->workspace)
        d->palette->open(text);
}

void MainWindow::openSiteSwitcher()
{
    d->openSiteSwitcher();
}

void MainWindow::openSyncPanel()
{
    d->openSyncPanel();
}

void MainWindow::openNotifications()
{
    d->openNotifications();
}

void MainWindow::openConflicts(Uuid record)
{
    d->openConflicts(record);
}

void MainWindow::openOutbox()
{
    d->openOutbox();
}

void MainWindow::openShortcuts()
{
    d->openShortcuts();
}

void MainWindow::signOut()
{
    d->signOut();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    else if (event->type() == QEvent::StyleChange)
        d->applyWidth();
    else if (event->type() == QEvent::ActivationChange && d->lease)
        // After days in a closed bag the first look must not wait for a timer.
        d->lease->look();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    for (const auto& [id, page] : d->made) {
        if (!page->canClose()) {
            d->openRoute({id, {}});
            event->ignore();
            return;
        }
    }
    d->save();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && currentPage() && currentPage()->goBack())
        return;
    QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    d->applyWidth();
}

}  // namespace Forecourt
