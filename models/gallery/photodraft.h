// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <QObject>

#include <vector>

namespace Forecourt {

/// What a person is setting on one photo before it is stored, with steps back and forth.
class PhotoDraft : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void begin(const Photo& photo);
    PhotoId photo() const { return m_photo; }
    /// Upright pixels of the original.
    QSize original() const { return m_original; }
    /// Of the turned photo, before it is cropped.
    QSize frame() const;

    const PhotoEdit& edit() const { return m_now.edit; }
    const std::vector<PhotoCover>& covers() const { return m_now.covers; }
    /// Changes of one gesture (a drag, a slider that is pulled) are one step; 0 is a step of its own.
    void setEdit(const PhotoEdit& edit, int gesture = 0);
    void setCovers(const std::vector<PhotoCover>& covers, int gesture = 0);
    /// As it was taken, without covers.
    void reset();
    /// Names the next gesture.
    int newGesture() { return ++m_gestures; }

    bool isChanged() const { return m_now != m_begun; }
    bool isCoversChanged() const { return m_now.covers != m_begun.covers; }
    bool canUndo() const { return !m_before.empty(); }
    bool canRedo() const { return !m_after.empty(); }
    void undo();
    void redo();

Q_SIGNALS:
    void changed();

private:
    struct State {
        PhotoEdit edit;
        std::vector<PhotoCover> covers;
        friend bool operator==(const State&, const State&) = default;
    };

    void become(State state, int gesture);

    PhotoId m_photo;
    QSize m_original;
    State m_begun;
    State m_now;
    std::vector<State> m_before;
    std::vector<State> m_after;
    int m_gesture = 0;  ///< of the last step
    int m_gestures = 0;
};

}  // namespace Forecourt
