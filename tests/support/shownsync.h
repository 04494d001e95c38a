// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/accessdirectory.h"
#include "models/user/userdirectory.h"
#include "tests/support/workstation.h"
#include "ui/shell/conflictchoice.h"
#include "ui/shell/conflictrow.h"
#include "ui/shell/conflictwindow.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/vehiclerecordwords.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QPointer>

namespace Forecourt::Tests {

/// A navigator that goes nowhere.
class StillNavigator final : public Navigator {
public:
    void open(const Route& route) override { opened.append(route); }
    void notify(const QString&) override {}
    QList<Route> opened;
};

/// The windows about sync on screen over a real workstation, with the words of real features.
class ShownSync {
public:
    explicit ShownSync(Workstation& workstation) : on(workstation)
    {
        window.resize(1300, 820);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window) ||
            !QTest::qWaitFor([this] { return !users.all().empty() || on.sync().status().userName.isEmpty(); }))
            qFatal("no window");
    }

    /// Opens the window of conflicts and waits until it shows one.
    void openConflicts(Uuid record = {})
    {
        conflicts = new ConflictWindow(context, {&words}, &window);
        conflicts->showRecord(record);
        conflicts->popupAt(window.mapToGlobal(QPoint(40, 40)));
        if (!QTest::qWaitForWindowActive(conflicts) || !QTest::qWaitFor([this] { return !rows().isEmpty(); }))
            qFatal("no conflict is shown");
    }

    QList<ConflictRow*> rows() const
    {
        QList<ConflictRow*> shown;
        for (ConflictRow* row : conflicts->findChildren<ConflictRow*>())
            if (row->isVisible())
                shown << row;
        return shown;
    }
    QStringList texts(const QWidget* in) const
    {
        QStringList said;
        for (const Label* label : in->findChildren<Label*>())
            if (label->isVisible() && !label->text().isEmpty())
                said << label->text();
        return said;
    }
    /// The card of a row with this value.
    ConflictChoice* choice(int row, const QString& value) const
    {
        for (ConflictChoice* one : rows().at(row)->findChildren<ConflictChoice*>())
            if (one->value() == value)
                return one;
        return nullptr;
    }
    /// A visible control by what a screen reader would call it.
    template <class T>
    T* named(const QWidget* in, const QString& name) const
    {
        for (T* widget : in->findChildren<T*>())
            if (widget->isVisible() && (widget->accessibleName() == name || widget->property("text") == name))
                return widget;
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    Workstation& on;
    LocationDirectory locations{on.store()};
    UserDirectory users{on.store()};
    AccessDirectory access{on.store()};
    ThumbnailSource thumbnails{BlobStore(on.store().blobDirectory())};
    ImageWorkerPool workers;
    CurrentSite site;
    UndoHistory undo{on.journal()};
    ShellSettings settings{QString()};
    StillNavigator navigator;
    VehicleServices services{&locations, &users, &access, &thumbnails, &workers};
    ShellContext context{&on.store(), &on.journal(), &on.sync(), &site,     &undo,
                         &settings,   &locations,    &users,     &navigator};
    VehicleRecordWords words{context, services, nullptr};
    QWidget window;
    QPointer<ConflictWindow> conflicts;
};

}  // namespace Forecourt::Tests
