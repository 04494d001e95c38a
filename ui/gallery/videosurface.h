// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QThreadPool>
#include <QVideoFrame>
#include <QWidget>

namespace Forecourt {

/// Shows the frames of a video as they come, whole and in the middle, on the dark ground of the lightbox. They are
/// converted on a thread of its own; when that is slow, frames are left out. An ordinary widget, since the one of Qt
/// Multimedia is a window of the graphics driver that lies over everything and cannot be had everywhere.
class VideoSurface : public QWidget {
    Q_OBJECT

public:
    explicit VideoSurface(QWidget* parent = nullptr);
    ~VideoSurface() override;

    void showFrame(const QVideoFrame& frame);
    /// Until the first frame: the poster of the video.
    void setPicture(const QImage& picture);
    /// The picture that is shown.
    const QImage& picture() const { return m_picture; }

Q_SIGNALS:
    void clicked();
    void pictureChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QThreadPool m_thread;
    QImage m_picture;
    QVideoFrame m_next;  ///< came while the one before was converted
    bool m_busy = false;
    int m_film = 0;  ///< counts setPicture(): frames of the video before are not for this one
};

}  // namespace Forecourt
