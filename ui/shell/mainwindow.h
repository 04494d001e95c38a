// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"
#include "ui/shell/shellcontext.h"

#include <QMainWindow>

#include <memory>
#include <vector>

namespace Forecourt {

/// The window of the workstation: rail, top bar, the sheet with one page, status bar. Knows pages only as PageEntry.
class MainWindow : public QMainWindow, public Navigator {
    Q_OBJECT

public:
    /// `context.navigator` is set to this window for the pages. The other pointers must outlive it.
    MainWindow(ShellContext context, std::vector<PageEntry> pages, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const Route& route) override;
    void notify(const QString& text) override;

    /// Opens the page of the last session, or the first one.
    void openLast();
    /// The page shown now; null before the first.
    Page* currentPage() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
