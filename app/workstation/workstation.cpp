// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/workstation.h"

#include "app/workstation/capture.h"
#include "app/workstation/quitsignals.h"
#include "app/workstation/singleinstance.h"
#include "app/workstation/starttimer.h"
#include "app/workstation/workspaceopened.h"
#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/activity/activitypage.h"
#include "ui/gallery/gallerypage.h"
#include "ui/shell/appearance.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/starterrorwindow.h"
#include "ui/vehicle/inventorypage.h"
#include "ui/vehicle/vehiclephotosheet.h"

#include <QApplication>
#include <QTextStream>

namespace Forecourt {

using namespace Qt::StringLiterals;

Workstation::Workstation(QApplication& application, const Options& options)
    : m_application(application),
      m_options(options),
      m_settings(std::make_unique<ShellSettings>(options.store + u"/settings.ini"_s)),
      m_instance(std::make_unique<SingleInstance>(options.store))
{
    m_settings->wishForSession(options.theme, options.language);
    m_appearance = std::make_unique<Appearance>(application, *m_settings);
    connect(new QuitSignals(this), &QuitSignals::quitRequested, this, [this] {
        if (m_error) {
            m_error->close();
            return;
        }
        // Through the window, so that its state is kept as if somebody had closed it.
        if (m_window && m_window->isVisible())
            m_window->close();
        QCoreApplication::quit();
    });
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, &Workstation::raiseWindow);
}

Workstation::~Workstation()
{
    m_capture.reset();
    m_startTimer.reset();
    m_window.reset();
    m_workspace.reset();
}

void Workstation::start()
{
    if (m_options.capture.isEmpty() && m_instance->raiseOther()) {
        QTextStream(stdout) << tr("Forecourt is open on this store already; its window was raised.") << Qt::endl;
        QCoreApplication::exit(static_cast<int>(ExitStatus::Normal));
        return;
    }
    m_window = std::make_unique<MainWindow>(
        *m_settings, std::vector{InventoryPage::entry(m_services), GalleryPage::entry(m_galleryServices),
                                 ActivityPage::entry(), SettingsPage::entry()});
    m_window->setSuggestedServer(m_options.server);
    if (m_options.timeStart)
        m_startTimer = std::make_unique<StartTimer>(*m_window);
    if (m_options.capture.isEmpty())
        m_window->show();
    whenDone(Workspace::open(m_options), this,
             [this](const std::shared_ptr<Expected<Workspace::Opened>>& opened) { attach(opened); });
}

void Workstation::attach(const std::shared_ptr<Expected<Workspace::Opened>>& opened)
{
    if (!*opened) {
        showStartError(opened->error());
        return;
    }
    if (m_options.capture.isEmpty())
        m_instance->listen();
    // A store that was never joined to a server would ask for one first.
    if (m_options.demo || m_options.timeStart)
        m_settings->setValue(u"signIn/workHere"_s, true);
    m_workspace = std::make_unique<Workspace>(std::move(**opened), m_options, *m_settings);
    m_services = m_workspace->services();
    m_galleryServices = {m_services.thumbnails, m_services.imageWorkers,
                         [this](const Vehicle& vehicle) {
                             return vehiclePhotoSheet(vehicle, *m_services.locations,
                                                      m_workspace->store().clock().now());
                         },
                         m_services.renditions};
    m_window->setSiteCounts(siteCounter());
    m_window->attach(m_workspace->context());
    if (m_options.capture.isEmpty())
        return;
    m_capture = std::make_unique<Capture>(*m_window, *m_workspace, *m_settings, m_options.capture);
    connect(m_capture.get(), &Capture::finished, this, [](bool written) {
        QCoreApplication::exit(static_cast<int>(written ? ExitStatus::Normal : ExitStatus::CaptureFailed));
    });
    m_capture->start();
}

void Workstation::showStartError(const Error& error)
{
    const ExitStatus status = error.code == ErrorCode::StoreInUse ? ExitStatus::StoreInUse : ExitStatus::StoreFailed;
    QTextStream(stderr) << "forecourt: " << ErrorText::full(error) << Qt::endl;
    if (!m_options.capture.isEmpty()) {
        QCoreApplication::exit(static_cast<int>(status));
        return;
    }
    m_error = std::make_unique<StartErrorWindow>(error, m_options.store);
    connect(m_error.get(), &StartErrorWindow::closed, this,
            [status] { QCoreApplication::exit(static_cast<int>(status)); });
    m_application.setQuitOnLastWindowClosed(false);
    m_error->show();
    m_window->hide();
}

void Workstation::raiseWindow()
{
    QWidget* window = m_error ? static_cast<QWidget*>(m_error.get()) : m_window.get();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

MainWindow::CountSites Workstation::siteCounter()
{
    return [this] {
        return m_workspace->store().read([](Connection& connection) -> Expected<MainWindow::SiteCounts> {
            const auto counts = VehicleRepository::counts(connection);
            if (!counts)
                return fail(counts.error());
            return MainWindow::SiteCounts{counts->byLocation, counts->total};
        });
    };
}

}  // namespace Forecourt
