// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/gallery/editframe.h"

#include <QKeyEvent>
#include <QObject>
#include <QPainter>

namespace Forecourt {

/// What mouse and keys mean on a photo that is edited: one tool at a time. Tools change the draft.
class EditTool : public QObject {
    Q_OBJECT

public:
    explicit EditTool(PhotoDraft& draft, QObject* parent = nullptr) : QObject(parent), m_draft(draft) {}

    virtual void paint(QPainter& painter, const EditFrame& frame) const = 0;
    virtual void press(const QPointF& point, const EditFrame& frame) = 0;
    virtual void drag(const QPointF& point, const EditFrame& frame) = 0;
    virtual void release() {}
    /// Whether the key meant something.
    virtual bool key(const QKeyEvent& event, const EditFrame& frame) = 0;
    virtual Qt::CursorShape cursorAt(const QPointF& point, const EditFrame& frame) const = 0;

Q_SIGNALS:
    /// Something is to be painted anew, though the draft is the same.
    void repaintWanted();

protected:
    /// The step of an arrow key on the screen, null for other keys.
    static QPointF arrow(const QKeyEvent& event);

    PhotoDraft& m_draft;
};

}  // namespace Forecourt
