// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/gallery/editframe.h"

#include <QImage>
#include <QWidget>

namespace Forecourt {

class EditTool;

/// The photo that is edited, with one tool over it. Keys and mouse go to the tool.
class PhotoEditCanvas : public QWidget {
    Q_OBJECT

public:
    explicit PhotoEditCanvas(PhotoDraft& draft, QWidget* parent = nullptr);

    void setTool(EditTool* tool);
    EditTool* tool() const { return m_tool; }
    /// The draft without its crop, which is for the tool to show.
    void setPicture(const QImage& picture);
    /// Instead of the draft, without tools, while it is not null.
    void setOriginal(const QImage& picture);
    bool hasPicture() const { return !m_picture.isNull(); }
    /// Said in place of a picture.
    void setWords(const QString& words);
    EditFrame frame() const;
    /// Longer side of the picture that it can show, in pixels of the device.
    int pixels() const;

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    PhotoDraft& m_draft;
    EditTool* m_tool = nullptr;
    QImage m_picture;
    QImage m_original;
    QString m_words;
    bool m_pressed = false;
};

}  // namespace Forecourt
