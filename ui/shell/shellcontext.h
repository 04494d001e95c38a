// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/route.h"

#include <QString>

#include <vector>

namespace Forecourt {

class CurrentSite;
class Journal;
class LocationDirectory;
class RecordWords;
class ShellSettings;
class Store;
class SyncControl;
class UndoHistory;
class UserDirectory;

/// What a page may ask of the window around it.
class Navigator {
public:
    virtual ~Navigator() = default;
    /// Goes to a page and a place in it; unknown pages are ignored.
    virtual void open(const Route& route) = 0;
    /// Says something that went well, for a few seconds at the bottom left. Failures belong in the pane instead.
    virtual void notify(const QString& text) = 0;
};

/// Everything a page is given. All pointers are set and outlive the page; `sync` is never null either: without a
/// server its status says so.
struct ShellContext {
    Store* store = nullptr;
    Journal* journal = nullptr;
    SyncControl* sync = nullptr;
    CurrentSite* site = nullptr;
    UndoHistory* undo = nullptr;
    ShellSettings* settings = nullptr;
    LocationDirectory* locations = nullptr;
    UserDirectory* users = nullptr;
    Navigator* navigator = nullptr;
    const std::vector<RecordWords*>* words = nullptr;  ///< what each feature says about its records
};

}  // namespace Forecourt
