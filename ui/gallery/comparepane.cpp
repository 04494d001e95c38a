// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/comparepane.h"

#include "models/gallery/photoquality.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/gallerysidepanel.h"
#include "ui/gallery/lightboxcanvas.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/gallery/photowords.h"
#include "ui/widgets/box.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace Forecourt {

namespace {

constexpr int PaneFrame = 3;
// Smaller differences come from what is in the picture.
constexpr double ClearlySharper = 1.25;

}  // namespace

ComparePane::ComparePane(ThumbnailSource& thumbnails, QWidget* parent)
    : QWidget(parent),
      m_canvas(new LightboxCanvas(thumbnails)),
      m_place(new LightboxLabel(TextRole::BodyStrong)),
      m_mark(new LightboxLabel(TextRole::BodyStrong)),
      m_facts(new LightboxLabel(TextRole::Caption, Token::Ink2)),
      m_sharpness(new LightboxLabel(TextRole::Caption, Token::Ink2))
{
    m_facts->setEliding(true);
    m_canvas->installEventFilter(this);
    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_place);
    place->addWidget(m_mark);
    place->addStretch(1);
    place->addWidget(m_sharpness);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(10, 6, 10, 6);
    words->setSpacing(2);
    words->addLayout(place);
    words->addWidget(m_facts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(PaneFrame, PaneFrame, PaneFrame, PaneFrame);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addLayout(words);
}

void ComparePane::setPhoto(const Gallery& gallery, PhotoId id)
{
    const int row = gallery.indexOf(id);
    const Photo* photo = row < 0 ? nullptr : &gallery.photos[static_cast<size_t>(row)];
    m_canvas->setPhoto(photo);
    m_place->setText(photo ? PhotoWords::place(gallery, row) : QString());
    m_mark->setText(photo ? PhotoWords::mark(photo->cull) : QString());
    m_mark->setDarkToken(photo && photo->cull == PhotoCull::Reject ? Token::BadText : Token::OkText);
    m_mark->setVisible(!m_mark->text().isEmpty());
    m_facts->setText(photo ? GallerySidePanel::factsOf(*photo) : QString());
    setAccessibleName(m_place->text() + u' ' + m_mark->text());
}

void ComparePane::setSharpness(Sharpness sharpness, bool blurred)
{
    QString words;
    switch (sharpness) {
    case Sharpness::Unknown: break;
    case Sharpness::AsTheOther: words = tr("As sharp as the other"); break;
    case Sharpness::Sharper: words = tr("Sharper than the other"); break;
    case Sharpness::LessSharp: words = tr("Less sharp than the other"); break;
    }
    if (blurred)
        words = tr("Blurry");
    m_sharpness->setText(words);
    m_sharpness->setDarkToken(blurred                           ? Token::WarnText
                              : sharpness == Sharpness::Sharper ? Token::OkText
                                                                : Token::Ink2);
    setAccessibleDescription(words);
}

void ComparePane::setChosen(bool chosen)
{
    m_chosen = chosen;
    update();
}

ComparePane::Sharpness ComparePane::compare(const PhotoQuality* one, const PhotoQuality* other)
{
    if (!one || !other)
        return Sharpness::Unknown;
    if (one->sharpness > other->sharpness * ClearlySharper)
        return Sharpness::Sharper;
    return other->sharpness > one->sharpness * ClearlySharper ? Sharpness::LessSharp : Sharpness::AsTheOther;
}

void ComparePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::value(Token::Chrome, true));
    if (!m_chosen)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    Box::paint(painter, rect(), 4, Qt::transparent, Tokens::value(Token::Focus, true), PaneFrame);
}

bool ComparePane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::MouseButtonPress)
        Q_EMIT pressed();
    return QWidget::eventFilter(watched, event);
}

}  // namespace Forecourt
