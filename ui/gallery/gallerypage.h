// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/galleryneeds.h"
#include "models/vehicle/vehicle.h"
#include "ui/gallery/photosheet.h"
#include "ui/shell/page.h"
#include "ui/shell/shellcontext.h"

#include <QTimer>

#include <functional>

class QListView;
class QStackedWidget;

namespace Forecourt {

class Button;
class EmptyState;
class GalleryNeedsModel;
class GalleryView;
class ImageWorkerPool;
class KeyTag;
class Label;
class Note;
class RenditionKeeper;
class SearchField;
class ShotListDirectory;
class TabStrip;
class ThumbnailSource;

/// What the gallery page needs beyond the shell's context. Everything outlives the page.
struct GalleryServices {
    ThumbnailSource* thumbnails = nullptr;
    ImageWorkerPool* imageWorkers = nullptr;
    /// What the photo sheet of a vehicle says.
    std::function<PhotoSheet(const Vehicle&)> sheet;
    RenditionKeeper* renditions = nullptr;  ///< null: whoever else runs makes them
};

/// The photos of the whole stock: vehicles by what their galleries lack, one after another, and the gallery of the one
/// chosen. Routes: "gallery", "gallery/vehicle/<id>".
///
/// Keys: Alt+Right and Alt+Left go to the next and the previous vehicle.
class GalleryPage : public Page {
    Q_OBJECT

public:
    GalleryPage(const ShellContext& context, const GalleryServices& services, QWidget* parent = nullptr);

    /// `services` is filled in before the page is made.
    static PageEntry entry(const GalleryServices& services);

    void activate(const Route& route) override;
    Route route() const override;
    QString statusText() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;
    QList<QWidget*> areas() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void read();
    void take(const GalleryNeeds& needs);
    void choose(VehicleId vehicle);
    void readVehicle();
    void step(int by);
    std::optional<GalleryNeed> need() const;
    void showCounts();
    void retranslate();

    ShellContext m_context;
    GalleryServices m_services;
    ShotListDirectory* m_shots;
    GalleryNeedsModel* m_model;
    GalleryNeeds m_needs;
    VehicleId m_vehicle;
    QString m_status;
    int m_asked = 0;
    bool m_stale = true;
    bool m_read = false;
    QTimer m_lull;  ///< photos that arrive one by one are read together

    Label* m_title;
    Label* m_subtitle;
    SearchField* m_search;
    TabStrip* m_tabs;
    QListView* m_strip;
    Note* m_trouble;
    QWidget* m_chosen = nullptr;  ///< says whose photos these are
    KeyTag* m_tag;
    Label* m_name;
    Button* m_openButton;
    QStackedWidget* m_content;
    GalleryView* m_gallery;
    EmptyState* m_empty;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_open = nullptr;
};

}  // namespace Forecourt
