// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/shotlist.h"
#include "models/outbox/undostep.h"
#include "ui/widgets/sidesheet.h"

#include <QListWidget>

namespace Forecourt {

class Button;
class Journal;
class Label;
class Note;
class ShotListDirectory;

/// The shot list of the dealership: which shots this vehicle has, and the list itself to be changed. What is changed
/// counts at once, for everybody, and can be undone.
///
/// Keys: F2 renames, Insert adds, Delete takes out of the list, Alt+arrows move; Space says whether a shot is missed.
class ShotListSheet : public SideSheet {
    Q_OBJECT

public:
    /// Both must outlive it.
    ShotListSheet(Journal& journal, ShotListDirectory& directory, QWidget* parent = nullptr);

    /// The photos of the vehicle that is shown.
    void setGallery(const Gallery& gallery);

Q_SIGNALS:
    void edited(const QString& text, const Forecourt::UndoStep& undo);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addShot();
    void removeShot();
    void moveShot(int by);
    void renamed(QListWidgetItem* item);
    /// The list as it stands in the widget.
    std::vector<Shot> shown() const;
    void save(const std::vector<Shot>& shots, const QString& text);
    void refresh();
    void retranslate();

    Journal& m_journal;
    ShotListDirectory& m_directory;
    Gallery m_gallery;
    QString m_wanted;  ///< code to be current after the next filling
    bool m_filling = false;

    Label* m_about;
    QListWidget* m_list;
    Note* m_trouble;
    Button* m_add;
    Button* m_rename;
    Button* m_remove;
    Button* m_up;
    Button* m_down;
};

}  // namespace Forecourt
