// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/gallery/photo.h"
#include "models/outbox/blobstore.h"
#include "ui/gallery/gallerycontext.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QStackedLayout;

namespace Forecourt {

class CaptionField;
class CompareView;
class Filmstrip;
class LightboxButton;
class LightboxCanvas;
class LightboxKeys;
class LightboxLabel;
class PhotoEditor;
class SyncControl;
class VideoPlayer;
struct Photo;

/// The photos of a vehicle on the whole screen: one at a time with arrows, zoom, primary, remove and caption, or
/// edited, or two compared. Always dark, so that nothing competes with the photo.
class Lightbox : public QWidget {
    Q_OBJECT

public:
    Lightbox(const GalleryContext& context, QWidget* parent);

    void setVehicleTitle(const QString& title);
    /// Where the files of videos are, and who brings those that are not here; without, videos show their posters.
    void setVideoFiles(const BlobStore& blobs, SyncControl* sync);
    /// Shows a photo on the whole screen. `chosen` are those of the grid.
    void open(int row, const std::vector<PhotoId>& chosen = {});
    /// Shows two photos side by side; afterwards the lightbox closes.
    void openComparing(PhotoId left, PhotoId right);
    int row() const;
    LightboxCanvas& canvas() { return *m_canvas; }
    /// Edits the photo that is shown; a video cannot be.
    void edit();
    /// Null until the first video is shown.
    VideoPlayer* player() const { return m_player; }

Q_SIGNALS:
    /// The person looks at another photo.
    void rowChanged(int row);
    /// The keys of the window behind it, which do not reach it from here.
    void undoRequested();
    void redoRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makePage();
    QWidget* makeTopBar();
    QWidget* makeFooter();
    CompareView& compareView();
    void compareWithNext();
    void endComparing();
    PhotoEditor& editor();
    void backToPhoto(PhotoId photo);
    void show(int row);
    void step(int direction);
    void mark(const QKeyEvent& event, PhotoCull cull);
    void follow();
    void showVideo();
    void showKeys();
    void refresh();
    void retranslate();
    const Photo* photo() const;

    GalleryContext m_context;
    PhotoId m_photo;
    int m_lastRow = 0;
    QStackedLayout* m_pages;
    QWidget* m_page = nullptr;  ///< one photo
    QPointer<CompareView> m_compareView;
    bool m_onlyComparing = false;
    QPointer<PhotoEditor> m_editor;
    std::vector<PhotoId> m_chosen;
    std::optional<BlobStore> m_blobs;
    QPointer<SyncControl> m_sync;
    VideoPlayer* m_player = nullptr;
    LightboxCanvas* m_canvas;
    Filmstrip* m_film;
    LightboxLabel* m_title;
    LightboxLabel* m_place;
    LightboxLabel* m_facts;
    CaptionField* m_caption;
    LightboxKeys* m_keys;
    LightboxButton* m_close;
    LightboxButton* m_zoomOut;
    LightboxButton* m_zoomLevel;
    LightboxButton* m_zoomIn;
    LightboxButton* m_fit;
    LightboxButton* m_edit;
    LightboxButton* m_compare;
    LightboxButton* m_turn;
    LightboxButton* m_primary;
    LightboxButton* m_remove;
    LightboxButton* m_previous;
    LightboxButton* m_next;
};

}  // namespace Forecourt
