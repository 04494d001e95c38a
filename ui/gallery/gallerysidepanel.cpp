// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/gallerysidepanel.h"

#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/captionfield.h"
#include "ui/gallery/photopreview.h"
#include "ui/gallery/shotwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

GallerySidePanel::GallerySidePanel(ThumbnailSource& thumbnails, QWidget* parent)
    : QWidget(parent),
      m_preview(new PhotoPreview(thumbnails)),
      m_name(new Label(QString(), TextRole::BodyStrong)),
      m_place(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_facts(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_makePrimary(new Button),
      m_turn(new Button),
      m_compare(new Button),
      m_edit(new Button),
      m_remove(new Button(QString(), Button::Kind::Danger)),
      m_shotName(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_shot(new QComboBox),
      m_captionName(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_caption(new CaptionField)
{
    m_name->setEliding(true);
    m_facts->setEliding(true);
    m_makePrimary->setIconName(u"star"_s);
    m_makePrimary->setKeyHint(Qt::Key_P);
    m_turn->setIconName(u"rotate-clockwise"_s);
    m_turn->setKeyHint(Qt::Key_R);
    m_turn->setSize(Button::Size::Small);
    m_edit->setIconName(u"crop"_s);
    m_edit->setKeyHint(Qt::Key_E);
    m_edit->setSize(Button::Size::Small);
    m_compare->setIconName(u"columns-3"_s);
    m_compare->setKeyHint(Qt::Key_C);
    m_compare->setSize(Button::Size::Small);
    m_remove->setIconName(u"trash"_s);
    m_makePrimary->setSize(Button::Size::Small);
    m_remove->setSize(Button::Size::Small);
    m_shotName->setBuddy(m_shot);
    m_captionName->setBuddy(m_caption);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_preview);
    auto* title = new QHBoxLayout;
    title->addWidget(m_name, 1);
    title->addWidget(m_place);
    layout->addLayout(title);
    layout->addWidget(m_facts);
    auto* buttons = new FlowLayout(nullptr, 6, 6);
    buttons->addWidget(m_makePrimary);
    buttons->addWidget(m_turn);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_compare);
    buttons->addWidget(m_remove);
    layout->addLayout(buttons);
    layout->addWidget(m_shotName);
    layout->addWidget(m_shot);
    layout->addWidget(m_captionName);
    layout->addWidget(m_caption);

    connect(m_preview, &PhotoPreview::clicked, this, &GallerySidePanel::openRequested);
    connect(m_makePrimary, &QPushButton::clicked, this, &GallerySidePanel::primaryRequested);
    connect(m_turn, &QPushButton::clicked, this, &GallerySidePanel::turnRequested);
    connect(m_edit, &QPushButton::clicked, this, &GallerySidePanel::editRequested);
    connect(m_compare, &QPushButton::clicked, this, &GallerySidePanel::compareRequested);
    connect(m_remove, &QPushButton::clicked, this, &GallerySidePanel::removeRequested);
    connect(m_shot, &QComboBox::activated, this,
            [this](int row) { Q_EMIT shotChosen(m_shot->itemData(row).toString()); });
    connect(m_caption, &CaptionField::captionTyped, this, &GallerySidePanel::captionTyped);
    retranslate();
}

void GallerySidePanel::showPhoto(const Gallery& gallery, int row, int chosen)
{
    m_shown = gallery;
    m_row = row;
    m_chosen = chosen;
    const bool any = row >= 0 && row < static_cast<int>(gallery.photos.size());
    const Photo* photo = any ? &m_shown.photos[static_cast<size_t>(row)] : nullptr;
    m_preview->setPhoto(photo);
    m_caption->setPhoto(photo);
    setVisible(any);
    if (!photo)
        return;
    m_makePrimary->setEnabled(m_shown.primary() != photo);
    m_edit->setEnabled(!photo->isVideo());
    m_compare->setEnabled(m_shown.photos.size() > 1);
    m_facts->setText(factsOf(*photo));
    fillShots();
    retranslate();
}

void GallerySidePanel::setShotList(const ShotList& list)
{
    m_shots = list;
    fillShots();
}

void GallerySidePanel::fillShots()
{
    if (m_row < 0 || m_row >= static_cast<int>(m_shown.photos.size()))
        return;
    const QString& present = m_shown.photos[static_cast<size_t>(m_row)].slot;
    m_shot->clear();
    m_shot->addItem(tr("Nothing of the list"), QString());
    for (const Shot& shot : m_shots.shots)
        m_shot->addItem(ShotWords::name(shot), shot.code);
    if (m_shot->findData(present) < 0)
        m_shot->addItem(ShotWords::name(m_shots, present), present);
    m_shot->setCurrentIndex(m_shot->findData(present));
}

QString GallerySidePanel::factsOf(const Photo& photo)
{
    QStringList facts;
    if (!photo.fileName.isEmpty())
        facts += photo.fileName;
    if (photo.durationMs)
        facts += formatDuration(*photo.durationMs);
    if (photo.width > 0)
        facts += tr("%1 × %2", "pixels").arg(photo.width).arg(photo.height);
    if (photo.originalSize > 0)
        facts += formatBytes(photo.originalSize);
    return facts.join(u" · "_s);
}

void GallerySidePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GallerySidePanel::retranslate()
{
    m_captionName->setText(tr("Caption"));
    m_shotName->setText(tr("Shot"));
    m_shot->setAccessibleName(tr("Shot"));
    fillShots();
    m_makePrimary->setText(tr("Make primary"));
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Crop, straighten, light and cover the photo"));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(m_chosen == 2 ? tr("Show the two photos side by side")
                                        : tr("Show the photo beside the next one"));
    m_turn->setText(m_chosen > 1 ? tr("Turn %n photo(s)", nullptr, m_chosen) : tr("Turn"));
    m_remove->setText(m_chosen > 1 ? tr("Remove %n photo(s)", nullptr, m_chosen) : tr("Remove"));
    if (m_row < 0 || m_row >= static_cast<int>(m_shown.photos.size()))
        return;
    const Photo& photo = m_shown.photos[static_cast<size_t>(m_row)];
    m_turn->setEnabled(!photo.isVideo() || m_chosen > 1);
    m_shot->setEnabled(!photo.isVideo() || m_chosen > 1);
    m_shot->setToolTip(photo.isVideo() ? tr("Shots are photos; a video stands beside them.") : QString());
    m_turn->setToolTip(photo.isVideo() ? tr("Videos cannot be turned or changed here.") : QString());
    if (photo.isVideo())
        m_edit->setToolTip(m_turn->toolTip());
    QString name = (photo.isVideo() ? tr("Video %1") : tr("Photo %1")).arg(m_row + 1);
    if (const QString shot = ShotWords::name(m_shots, photo.slot); !shot.isEmpty())
        name += u" · "_s + shot;
    else if (!photo.caption.isEmpty())
        name += u" · "_s + photo.caption;
    m_name->setText(name);
    m_place->setText(tr("%1 of %2").arg(m_row + 1).arg(m_shown.photos.size()));
    m_facts->setText(factsOf(photo));
}

}  // namespace Forecourt
