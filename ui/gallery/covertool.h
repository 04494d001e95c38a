// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/gallery/edittool.h"

namespace Forecourt {

/// Boxes over what buyers should not see: drawn by hand on a free place, or added in the middle; the chosen one is
/// moved and sized by its handles or by arrows.
class CoverTool : public EditTool {
    Q_OBJECT

public:
    using EditTool::EditTool;

    /// Another box than the last one that was there is none.
    int chosen() const;
    void choose(int cover);
    /// The next one after the chosen one, and so on around.
    void chooseNext(int direction = 1);
    /// In the middle of what is shown.
    void add(const EditFrame& frame);
    void removeChosen();
    bool isFull() const { return m_draft.covers().size() >= PhotoCover::MaxCovers; }

    /// What covers are made of: the chosen one, and those that follow.
    void setMaterial(PhotoCover::With with, const QByteArray& logoSha);
    /// Of the chosen one, or of the next.
    PhotoCover material() const;

    void paint(QPainter& painter, const EditFrame& frame) const override;
    void press(const QPointF& point, const EditFrame& frame) override;
    void drag(const QPointF& point, const EditFrame& frame) override;
    void release() override;
    bool key(const QKeyEvent& event, const EditFrame& frame) override;
    Qt::CursorShape cursorAt(const QPointF& point, const EditFrame& frame) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    /// Which cover lies under a point, and how it would be got hold of there.
    struct Hit {
        int cover = -1;
        int grip = 0;
    };

    Hit hitAt(const QPointF& point, const EditFrame& frame) const;
    void setBox(int cover, const QRectF& box, int gesture);
    void addBox(const QRectF& box, int gesture);

    int m_chosen = -1;
    PhotoCover m_material;
    int m_grip = 0;
    bool m_drawing = false;
    QPointF m_pressedAt;
    QRectF m_before;
    int m_gesture = 0;
};

}  // namespace Forecourt
