// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "ui/widgets/popupframe.h"

#include <QHash>

class QListWidget;
class QListWidgetItem;

namespace Forecourt {

class CurrentSite;
class LocationDirectory;
class SearchField;

/// The site switcher: all sites, or one, with what stands there. Type to narrow, arrows and Enter choose.
class SitePopover : public PopupFrame {
    Q_OBJECT

public:
    SitePopover(CurrentSite& site, const LocationDirectory& locations, QWidget* window);

    /// Vehicles by site; without it no figures are shown.
    void setCounts(const QHash<LocationId, int>& counts, int total);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void choose(const QListWidgetItem* item);

    CurrentSite& m_site;
    const LocationDirectory& m_locations;
    SearchField* m_search;
    QListWidget* m_list;
    QHash<LocationId, int> m_counts;
    int m_total = -1;
};

}  // namespace Forecourt
