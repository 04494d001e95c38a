// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QEvent;

namespace Forecourt {

class MainWindow;

/// Says on standard output when the stock list has painted its first rows, with the memory in use then, and ends the
/// program: "ready 98.4 MB". For whoever measures how long a start takes; the time is taken outside, from the moment
/// the program was called.
class StartTimer : public QObject {
    Q_OBJECT

public:
    /// `window` must outlive it.
    explicit StartTimer(MainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watchList();

    MainWindow& m_window;
};

}  // namespace Forecourt
