// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>

namespace Forecourt {

class MainWindow;
class ShellSettings;
class Workspace;

/// Takes pictures of every page and of the main pop-overs from the present store: light and dark, English and French,
/// 1440×900 and 1024×700. Files are named "<language>-<theme>-<width>x<height>-<what>.png".
class Capture : public QObject {
    Q_OBJECT

public:
    Capture(MainWindow& window, Workspace& workspace, ShellSettings& settings, const QString& directory);

    void start();

Q_SIGNALS:
    /// `written` is false when a file could not be written.
    void finished(bool written);

private:
    struct Shot {
        QString name;
        std::function<void()> prepare;
    };
    void planVariants();
    std::vector<Shot> shots();
    void next();
    void take();
    bool write(const QString& name);
    void closePopups();

    MainWindow& m_window;
    Workspace& m_workspace;
    ShellSettings& m_settings;
    QString m_directory;
    QString m_vehicle;
    QString m_prefix;
    std::deque<Shot> m_steps;
    QString m_present;
    QTimer m_settle;
    QByteArray m_lastLook;
    int m_still = 0;
    QElapsedTimer m_patience;
    bool m_written = true;
};

}  // namespace Forecourt
