// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/capture.h"

#include "app/workstation/workspace.h"
#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/store/store.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shellsettings.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QPainter>
#include <QTextStream>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// A picture is taken when the window looked the same this many times in a row; lists, photos and previews arrive in
// the background. A page that never rests is taken anyway after the patience is over.
constexpr int CaptureInterval = 120;
constexpr int CaptureStill = 4;
constexpr int CapturePatience = 6000;

}  // namespace

Capture::Capture(MainWindow& window, Workspace& workspace, ShellSettings& settings, const QString& directory)
    : m_window(window), m_workspace(workspace), m_settings(settings), m_directory(directory)
{
    m_settle.setInterval(CaptureInterval);
    connect(&m_settle, &QTimer::timeout, this, &Capture::take);
}

void Capture::start()
{
    if (!QDir().mkpath(m_directory)) {
        Q_EMIT finished(false);
        return;
    }
    m_settings.setReduceMotion(true);
    m_window.show();
    // The vehicle with the most photos shows best what a vehicle page can hold.
    whenDone(m_workspace.store().read([](Connection& connection) {
        return connection.scalar(u"SELECT vehicle_id FROM photo_counts ORDER BY count DESC LIMIT 1"_s);
    }),
             this, [this](const Expected<QVariant>& found) {
                 if (found && found->isValid())
                     m_vehicle = Uuid::fromBytes(found->toByteArray()).toString();
                 planVariants();
                 next();
             });
}

void Capture::planVariants()
{
    for (const QString& language : {u"en"_s, u"fr"_s}) {
        for (const auto& [theme, themeName] :
             {std::pair{ShellSettings::Theme::Light, u"light"_s}, std::pair{ShellSettings::Theme::Dark, u"dark"_s}}) {
            for (const QSize& size : {QSize(1440, 900), QSize(1024, 700)}) {
                const QString prefix = u"%1-%2-%3x%4-"_s.arg(language, themeName).arg(size.width()).arg(size.height());
                m_steps.push_back({QString(), [this, language, theme = theme, size, prefix] {
                                       m_prefix = prefix;
                                       m_settings.setLanguage(language);
                                       m_settings.setTheme(theme);
                                       m_window.resize(size);
                                   }});
                for (Shot& shot : shots())
                    m_steps.push_back(std::move(shot));
            }
        }
    }
}

std::vector<Capture::Shot> Capture::shots()
{
    const auto go = [this](const QString& route) { return [this, route] { m_window.open(Route::fromString(route)); }; };
    std::vector<Shot> list{{u"inventory"_s, go(u"inventory"_s)},
                           {u"palette"_s, [this] { m_window.openPalette(u"toyota"_s); }},
                           {u"sites"_s, [this] { m_window.openSiteSwitcher(); }},
                           {u"sync"_s, [this] { m_window.openSyncPanel(); }},
                           {u"outbox"_s, [this] { m_window.openOutbox(); }},
                           {u"conflicts"_s, [this] { m_window.openConflicts(); }},
                           {u"notifications"_s, [this] { m_window.openNotifications(); }},
                           {u"keys"_s, [this] { m_window.openShortcuts(); }}};
    if (!m_vehicle.isEmpty()) {
        const QString vehicle = u"inventory/vehicle/"_s + m_vehicle;
        list.push_back({u"vehicle"_s, go(vehicle)});
        list.push_back({u"photos"_s, go(vehicle + u"/photos"_s)});
        list.push_back({QString(), go(u"inventory/list"_s)});
    }
    list.push_back({u"settings"_s, go(u"settings"_s)});
    list.push_back({u"signin"_s, [this] { m_window.showSignIn(); }});
    list.push_back({QString(), go(u"inventory"_s)});
    return list;
}

void Capture::next()
{
    m_settle.stop();
    closePopups();
    if (m_steps.empty()) {
        Q_EMIT finished(m_written);
        return;
    }
    Shot shot = std::move(m_steps.front());
    m_steps.pop_front();
    shot.prepare();
    m_present = shot.name;
    m_lastLook.clear();
    m_still = 0;
    m_patience.start();
    m_settle.start();
}

void Capture::closePopups()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget != &m_window && widget->isVisible())
            widget->close();
    // Without a window manager nothing tells the palette that its field lost the focus.
    m_window.findChild<CommandPalette*>()->dismiss();
}

void Capture::take()
{
    QImage picture(m_window.size(), QImage::Format_RGB32);
    QPainter painter(&picture);
    m_window.render(&painter);
    // Pop-overs are windows of their own, in front of the window.
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget == &m_window || !widget->isVisible() || widget->inherits("QTipLabel"))
            continue;
        const QPoint at = widget->mapToGlobal(QPoint()) - m_window.mapToGlobal(QPoint());
        painter.drawPixmap(at, widget->grab());
    }
    painter.end();
    const QByteArray look = QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes()),
        QCryptographicHash::Md5);
    m_still = look == m_lastLook ? m_still + 1 : 0;
    m_lastLook = look;
    if (m_still < CaptureStill && m_patience.elapsed() < CapturePatience)
        return;
    if (!m_present.isEmpty()) {
        const QString file = m_directory + u'/' + m_prefix + m_present + u".png"_s;
        if (picture.save(file)) {
            QTextStream(stdout) << file << Qt::endl;
        } else {
            m_written = false;
            QTextStream(stderr) << "forecourt: " << ErrorText::full({ErrorCode::FileUnwritable, file, {}}) << Qt::endl;
        }
    }
    next();
}

}  // namespace Forecourt
