// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"
#include "ui/gallery/gallerycontext.h"

#include <QWidget>

#include <array>

namespace Forecourt {

class ComparePane;
class Filmstrip;
class LightboxButton;
class LightboxKeys;
class LightboxLabel;
class LinkedViews;
struct Gallery;

/// Two photos of a gallery side by side, zoomed and moved together. What is done concerns the chosen side, which is
/// framed: arrows show another photo there, K X P R Delete mark, turn and remove it; Tab chooses the other side, L
/// unlinks the two views, C or Esc ends.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(const GalleryContext& context, QWidget* parent = nullptr);

    /// Shows two photos; the right one is chosen.
    void compare(PhotoId left, PhotoId right);
    /// The photo that a photo is compared with when nobody has said which: the next one, or the one before the last.
    /// Null where it is the only one.
    static PhotoId partnerOf(const Gallery& gallery, PhotoId photo);

    PhotoId photo(int side) const { return m_photos[static_cast<size_t>(side)]; }
    /// 0 left, 1 right.
    int chosenSide() const { return m_side; }
    PhotoId chosenPhoto() const { return photo(m_side); }
    ComparePane& pane(int side) { return *m_panes[static_cast<size_t>(side)]; }

Q_SIGNALS:
    /// The person has seen enough, or there are no two photos any more.
    void ended();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTopBar();
    void choose(int side);
    void step(int direction);
    void showOnSide(int row);
    void mark(PhotoCull cull);
    void toggleLink();
    void follow();
    void refresh();
    void refreshSharpness();
    void retranslate();
    const Photo* shown(int side) const;

    GalleryContext m_context;
    std::array<ComparePane*, 2> m_panes{};
    std::array<PhotoId, 2> m_photos;
    int m_side = 1;
    LinkedViews* m_link;
    Filmstrip* m_film;
    LightboxKeys* m_keys;
    LightboxLabel* m_title;
    LightboxButton* m_end;
    LightboxButton* m_zoomOut;
    LightboxButton* m_zoomIn;
    LightboxButton* m_fit;
    LightboxButton* m_linkButton;
    LightboxButton* m_switch;
    LightboxButton* m_previous;
    LightboxButton* m_next;
    LightboxButton* m_keep;
    LightboxButton* m_reject;
    LightboxButton* m_primary;
    LightboxButton* m_turn;
    LightboxButton* m_remove;
};

}  // namespace Forecourt
