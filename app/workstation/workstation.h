// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workstation/options.h"
#include "app/workstation/workspace.h"
#include "ui/gallery/gallerypage.h"
#include "ui/shell/mainwindow.h"
#include "ui/vehicle/vehicleservices.h"

#include <QObject>

#include <memory>

class QApplication;

namespace Forecourt {

class Appearance;
class Capture;
class ShellSettings;
class SingleInstance;
class StartErrorWindow;
class StartTimer;

/// One run of the workstation: shows the window at once, opens the store beside it, and brings both together.
class Workstation : public QObject {
    Q_OBJECT

public:
    Workstation(QApplication& application, const Options& options);
    ~Workstation() override;

    /// Starts; the program ends through QApplication::exit with an ExitStatus.
    void start();

private:
    void attach(const std::shared_ptr<Expected<Workspace::Opened>>& opened);
    void showStartError(const Error& error);
    void raiseWindow();
    MainWindow::CountSites siteCounter();

    QApplication& m_application;
    Options m_options;
    std::unique_ptr<ShellSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SingleInstance> m_instance;
    VehicleServices m_services;
    GalleryServices m_galleryServices;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<StartErrorWindow> m_error;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<StartTimer> m_startTimer;
};

}  // namespace Forecourt
