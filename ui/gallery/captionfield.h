// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <QLineEdit>

namespace Forecourt {

/// The caption of one photo as a line to type in. What was typed is given away when the field is left, when Enter is
/// pressed, and before another photo takes its place; Esc puts the old words back.
class CaptionField : public QLineEdit {
    Q_OBJECT

public:
    explicit CaptionField(QWidget* parent = nullptr);

    /// Shows the caption of another photo, or the present one's as it is now; what is being typed stays.
    void setPhoto(const Photo* photo);

Q_SIGNALS:
    void captionTyped(Forecourt::PhotoId photo, const QString& words);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void giveAway();
    void retranslate();

    PhotoId m_photo;
    QString m_stored;
};

}  // namespace Forecourt
