// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/editpreview.h"

#include "models/base/whendone.h"
#include "models/gallery/coverlogos.h"
#include "models/gallery/editedpicture.h"
#include "models/gallery/imageworkerpool.h"
#include "models/store/store.h"

#include <QtConcurrent>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// What there is of a photo on this computer.
struct Present {
    bool original = false;
    QByteArray rendition;  ///< the largest; empty for none
    PhotoEdit shown;       ///< by the renditions
};

/// The edit in photos.rendered, which is that of the renditions with their covers behind it.
PhotoEdit editOf(const QString& rendered)
{
    const qsizetype end = rendered.startsWith(u'{') ? rendered.indexOf(u'}') + 1 : 0;
    return PhotoEdit::fromJson(rendered.left(end));
}

Expected<Present> whatIsHere(Connection& connection, const BlobStore& blobs, const Photo& photo)
{
    const auto rendered = connection.scalar(u"SELECT rendered FROM photos WHERE id = ?"_s, {photo.id.toBytes()});
    if (!rendered)
        return fail(rendered.error());
    Present present;
    present.shown = editOf(rendered->toString());
    present.original = blobs.has(photo.originalSha);
    for (const QByteArray& sha : {photo.largeSha, photo.mediumSha, photo.thumbSha}) {
        if (!sha.isEmpty() && blobs.has(sha)) {
            present.rendition = sha;
            break;
        }
    }
    return present;
}

}  // namespace

EditPreview::EditPreview(Store& store, ImageWorkerPool& workers, QObject* parent)
    : QObject(parent), m_store(store), m_workers(workers), m_blobs(store.blobDirectory())
{
    m_threads.setMaxThreadCount(1);
}

EditPreview::~EditPreview()
{
    m_threads.waitForDone();
}

void EditPreview::open(const Photo& photo)
{
    const int opened = ++m_opened;
    m_base = {};
    m_wish.reset();
    whenDone(m_store.read([blobs = m_blobs, photo](Connection& c) { return whatIsHere(c, blobs, photo); }), this,
             [this, opened, photo](const Expected<Present>& present) {
                 if (opened != m_opened)
                     return;
                 if (!present)
                     Q_EMIT failed(present.error());
                 else if (present->original)
                     loadOriginal(opened, photo);
                 else if (!present->rendition.isEmpty())
                     loadRendition(opened, photo, present->rendition, present->shown);
                 else
                     Q_EMIT missing();
             });
}

void EditPreview::loadOriginal(int opened, const Photo& photo)
{
    whenDone(m_workers.render(m_blobs.path(photo.originalSha)), this, [this, opened](const Expected<Renditions>& made) {
        if (!made)
            return take(opened, fail(made.error()));
        const auto decoding = QtConcurrent::run(&m_threads, [made = *made]() -> Expected<EditBase> {
            EditBase base;
            base.picture = QImage::fromData(made.large, "jpeg").convertToFormat(QImage::Format_RGB32);
            base.original = {made.width, made.height};
            return base;
        });
        whenDone(decoding, this, [this, opened](const Expected<EditBase>& base) { take(opened, base); });
    });
}

void EditPreview::loadRendition(int opened, const Photo& photo, const QByteArray& sha, const PhotoEdit& shown)
{
    const auto decoding =
        QtConcurrent::run(&m_threads, [path = m_blobs.path(sha), photo, shown]() -> Expected<EditBase> {
            const QImage rendition(path);
            const QSize original(photo.width, photo.height);
            if (rendition.isNull() || original.isEmpty())
                return fail(ErrorCode::PhotoNotAnImage, photo.fileName);
            return editBaseOf(rendition.convertToFormat(QImage::Format_RGB32), original, shown,
                              Renditions::LargePixels);
        });
    whenDone(decoding, this, [this, opened](const Expected<EditBase>& base) { take(opened, base); });
}

void EditPreview::take(int opened, const Expected<EditBase>& base)
{
    if (opened != m_opened)
        return;
    if (!base) {
        Q_EMIT failed(base.error());
        return;
    }
    m_base = *base;
    Q_EMIT loaded();
    next();
}

void EditPreview::show(const PhotoEdit& edit, const std::vector<PhotoCover>& covers, int box)
{
    m_wish = Wish{{edit, covers, {}}, box};
    next();
}

void EditPreview::next()
{
    if (m_busy || !isLoaded() || !m_wish)
        return;
    m_busy = true;
    const auto painting =
        QtConcurrent::run(&m_threads, [base = m_base, wish = *std::exchange(m_wish, {}), blobs = m_blobs] {
            RenderRecipe recipe = wish.recipe;
            recipe.edit.exposure -= base.exposure;
            readCoverLogos(blobs, recipe);
            return editedPicture(base.picture, base.original, recipe, wish.box);
        });
    whenDone(painting, this, [this, opened = m_opened](const QImage& picture) {
        m_busy = false;
        if (opened == m_opened)
            Q_EMIT ready(picture);
        next();
    });
}

}  // namespace Forecourt
