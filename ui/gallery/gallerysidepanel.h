// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"
#include "models/gallery/shotlist.h"

#include <QWidget>

class QComboBox;

namespace Forecourt {

class Button;
class CaptionField;
class Label;
class PhotoPreview;
class ThumbnailSource;

/// The current photo beside the grid: large, with what is known about it, its caption, and what can be done to it.
class GallerySidePanel : public QWidget {
    Q_OBJECT

public:
    explicit GallerySidePanel(ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    /// Shows one photo; `chosen` says how many the buttons would concern. Hides itself without a photo.
    void showPhoto(const Gallery& gallery, int row, int chosen);

    /// What the photo may be said to show.
    void setShotList(const ShotList& list);

    /// "IMG_4428.HEIC · 4032 × 2688 · 3.1 MB".
    static QString factsOf(const Photo& photo);

Q_SIGNALS:
    void primaryRequested();
    void turnRequested();
    void compareRequested();
    void editRequested();
    void removeRequested();
    void openRequested();
    void captionTyped(Forecourt::PhotoId photo, const QString& words);
    /// Of the present photo, or of all that are chosen; empty for none.
    void shotChosen(const QString& code);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillShots();

    PhotoPreview* m_preview;
    Label* m_name;
    Label* m_place;
    Label* m_facts;
    Button* m_makePrimary;
    Button* m_turn;
    Button* m_compare;
    Button* m_edit;
    Button* m_remove;
    Label* m_shotName;
    QComboBox* m_shot;
    Label* m_captionName;
    CaptionField* m_caption;
    Gallery m_shown;
    ShotList m_shots = ShotList::builtIn();
    int m_row = -1;
    int m_chosen = 0;
};

}  // namespace Forecourt
