// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workstation/options.h"
#include "models/base/expected.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleservices.h"

#include <QFuture>

#include <memory>

namespace Forecourt {

class ShellSettings;

/// The open store and everything that works on it: what pages are given. Ends in the right order: whoever shows it must
/// be gone before.
class Workspace {
public:
    /// What is opened on a thread of its own: store and journal, filled with a demo where that was asked for.
    struct Opened;
    /// Does not block. Errors: those of Store::open, Journal::open and fillDemo.
    static QFuture<std::shared_ptr<Expected<Opened>>> open(const Options& options);

    /// On the GUI thread, from what open() brought.
    Workspace(Opened opened, const Options& options, ShellSettings& settings);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    /// Navigator is left to the window.
    const ShellContext& context() const;
    const VehicleServices& services() const;
    Store& store();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
