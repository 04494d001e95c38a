// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "ui/gallery/overflowmodel.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QListView;
QT_END_NAMESPACE

namespace Forecourt {

class Button;
class GallerySlotsModel;
class Label;
class ThumbnailSource;

/// The photos that did not fit, in a strip below the grid; hidden while there are none. They are dragged into the grid,
/// or swapped with a photo there by Enter; Space looks at one, Delete removes what is selected. It only asks.
class OverflowTray : public QWidget {
    Q_OBJECT

public:
    OverflowTray(GallerySlotsModel& places, ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    /// Number of the place whose photo would go out for one that comes in.
    void setPartner(int place);
    void setExportable(bool exportable);
    /// Selected photos; the current one when none is selected.
    std::vector<PhotoId> chosenPhotos() const;

Q_SIGNALS:
    void swapRequested(Forecourt::PhotoId photo);
    /// All that are here.
    void exportRequested();
    void removeRequested(const std::vector<Forecourt::PhotoId>& photos);
    void openRequested(Forecourt::PhotoId photo);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void swap();

    OverflowModel m_model;
    QListView* m_list;
    Label* m_title;
    Label* m_reason;
    Button* m_swap;
    Button* m_export;
    Button* m_remove;
    int m_partner = 0;
};

}  // namespace Forecourt
