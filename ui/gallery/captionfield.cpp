// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/captionfield.h"

#include "models/gallery/photocommands.h"

#include <QKeyEvent>

namespace Forecourt {

CaptionField::CaptionField(QWidget* parent) : QLineEdit(parent)
{
    setMaxLength(CaptionPhoto::MaxLength);
    connect(this, &QLineEdit::editingFinished, this, &CaptionField::giveAway);
    retranslate();
}

void CaptionField::setPhoto(const Photo* photo)
{
    const PhotoId id = photo ? photo->id : PhotoId();
    const bool other = id != m_photo;
    if (other)
        giveAway();
    const bool typing = !other && isModified();
    m_photo = id;
    m_stored = photo ? photo->caption : QString();
    if (!typing)
        setText(m_stored);
    setEnabled(photo != nullptr);
}

void CaptionField::giveAway()
{
    if (m_photo.isNull() || !isModified())
        return;
    setModified(false);
    if (text().simplified() != m_stored)
        Q_EMIT captionTyped(m_photo, text().simplified());
}

void CaptionField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isModified()) {
        setText(m_stored);
        setModified(false);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void CaptionField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CaptionField::retranslate()
{
    setAccessibleName(tr("Caption"));
    setPlaceholderText(tr("What the photo shows"));
}

}  // namespace Forecourt
