// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/gallery/photo.h"

#include <QWidget>

namespace Forecourt {

class CaptionField;
class Filmstrip;
class GalleryEdits;
class GalleryListModel;
class Label;
class LightboxButton;
class LightboxCanvas;
class LightboxKeys;
class ThumbnailSource;
struct Photo;

/// The photos of a vehicle on the whole screen, one at a time: arrows, zoom, primary, remove, caption. Always dark, so
/// that nothing competes with the photo.
class Lightbox : public QWidget {
    Q_OBJECT

public:
    Lightbox(GalleryListModel& photos, ThumbnailSource& thumbnails, GalleryEdits& edits, QWidget* parent);

    void setVehicleTitle(const QString& title);
    /// Shows a photo on the whole screen.
    void open(int row);
    int row() const;
    LightboxCanvas& canvas() { return *m_canvas; }

Q_SIGNALS:
    /// The person looks at another photo.
    void rowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTopBar();
    QWidget* makeFooter();
    void show(int row);
    void step(int direction);
    void mark(const QKeyEvent& event, PhotoCull cull);
    void follow();
    void refresh();
    void retranslate();
    const Photo* photo() const;

    GalleryListModel& m_photos;
    GalleryEdits& m_edits;
    PhotoId m_photo;
    int m_lastRow = 0;
    LightboxCanvas* m_canvas;
    Filmstrip* m_film;
    Label* m_title;
    Label* m_place;
    Label* m_facts;
    CaptionField* m_caption;
    LightboxKeys* m_keys;
    LightboxButton* m_close;
    LightboxButton* m_zoomOut;
    LightboxButton* m_zoomLevel;
    LightboxButton* m_zoomIn;
    LightboxButton* m_fit;
    LightboxButton* m_primary;
    LightboxButton* m_remove;
    LightboxButton* m_previous;
    LightboxButton* m_next;
};

}  // namespace Forecourt
