// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/renditionnote.h"

#include "models/base/errortext.h"
#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/renditionkeeper.h"
#include "ui/widgets/button.h"

#include <QEvent>

namespace Forecourt {

using namespace Qt::StringLiterals;

RenditionNote::RenditionNote(const GalleryListModel& photos, RenditionKeeper& keeper, QWidget* parent)
    : Note(Tone::Bad, QString(), parent), m_photos(photos), m_keeper(keeper), m_retry(addAction(QString()))
{
    connect(m_retry, &QPushButton::clicked, &keeper, &RenditionKeeper::retry);
    connect(&keeper, &RenditionKeeper::failuresChanged, this, &RenditionNote::refresh);
    connect(&photos, &GalleryListModel::loaded, this, &RenditionNote::refresh);
    connect(&photos, &QAbstractItemModel::modelReset, this, &RenditionNote::refresh);
    refresh();
}

void RenditionNote::refresh()
{
    QStringList numbers;
    Error reason;
    const std::vector<Photo>& photos = m_photos.gallery().photos;
    for (size_t row = 0; row < photos.size(); ++row) {
        const auto failure = m_keeper.failures().constFind(photos[row].id);
        if (failure == m_keeper.failures().cend())
            continue;
        if (numbers.isEmpty())
            reason = *failure;
        numbers << QString::number(row + 1);
    }
    setVisible(!numbers.isEmpty());
    m_retry->setText(tr("Try again"));
    setText(tr("Not shown as edited: photo(s) %1.", "numbers of photos", static_cast<int>(numbers.size()))
                .arg(numbers.join(u", "_s)) +
            u' ' + ErrorText::full(reason).toHtmlEscaped() + u' ' +
            tr("The edit is saved and the original is untouched."));
}

void RenditionNote::changeEvent(QEvent* event)
{
    Note::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace Forecourt
