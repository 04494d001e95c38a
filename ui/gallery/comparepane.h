// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"

#include <QWidget>

namespace Forecourt {

class LightboxCanvas;
class LightboxLabel;
class ThumbnailSource;
struct PhotoQuality;

/// One of two photos that are compared, with what is known about it below. The chosen one is framed.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    /// What the sharpness of two photos says.
    enum class Sharpness { Unknown, AsTheOther, Sharper, LessSharp };

    explicit ComparePane(ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    void setPhoto(const Gallery& gallery, PhotoId photo);
    void setSharpness(Sharpness sharpness, bool blurred);
    void setChosen(bool chosen);
    LightboxCanvas& canvas() { return *m_canvas; }

    /// Compares what was measured in two photos; either may be unknown.
    static Sharpness compare(const PhotoQuality* one, const PhotoQuality* other);

Q_SIGNALS:
    /// The person pressed the mouse on it.
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    LightboxCanvas* m_canvas;
    LightboxLabel* m_place;
    LightboxLabel* m_mark;
    LightboxLabel* m_facts;
    LightboxLabel* m_sharpness;
    bool m_chosen = false;
};

}  // namespace Forecourt
