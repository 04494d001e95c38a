// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/renditionkeeper.h"

#include "models/base/whendone.h"
#include "models/gallery/coverlogos.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photoqualityrepository.h"
#include "models/outbox/blobstore.h"
#include "models/outbox/journal.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>
#include <vector>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// A photo whose renditions are behind.
struct StalePhoto {
    PhotoId id;
    QByteArray originalSha;
    QString recipe;  ///< edit || covers: what the renditions are to show
    RenderRecipe wanted;
};

struct FoundStale {
    std::vector<StalePhoto> photos;
    QSet<QByteArray> lacking;  ///< originals that are not here
};

Expected<FoundStale> stalePhotos(Connection& connection, const BlobStore& blobs)
{
    // The condition is that of the index photos_to_render, word for word.
    auto rows = connection.run(
        u"SELECT p.id, p.original_sha, p.edit, p.covers, b.here FROM photos p JOIN blobs b ON b.sha = p.original_sha "
        "WHERE p._del = 0 AND p.rendered <> p.edit || p.covers AND p.kind = 0 ORDER BY p.id"_s);
    if (!rows)
        return fail(rows.error());
    FoundStale found;
    while (rows->next()) {
        if (rows->integer(4) != 1) {
            found.lacking.insert(rows->blob(1));
            continue;
        }
        StalePhoto photo{PhotoId(Uuid::fromBytes(rows->blob(0))), rows->blob(1), rows->text(2) + rows->text(3), {}};
        photo.wanted.edit = PhotoEdit::fromJson(rows->text(2));
        photo.wanted.covers = PhotoCover::fromJson(rows->text(3));
        // A logo that is still on its way will change the photos again.
        if (readCoverLogos(blobs, photo.wanted))
            found.photos.push_back(std::move(photo));
    }
    if (const auto error = rows->error())
        return fail(*error);
    return found;
}

struct StoredRenditions {
    struct File {
        QByteArray sha;
        qint64 size = 0;
    };
    File large, medium, thumb;
    PhotoQuality quality;
};

Expected<StoredRenditions> storeRenditions(const BlobStore& blobs, const Renditions& renditions)
{
    StoredRenditions stored;
    stored.quality = renditions.quality;
    for (const auto& [bytes, file] :
         {std::pair{&renditions.large, &stored.large}, std::pair{&renditions.medium, &stored.medium},
          std::pair{&renditions.thumb, &stored.thumb}}) {
        auto sha = blobs.put(*bytes);
        if (!sha)
            return fail(sha.error());
        *file = {*sha, bytes->size()};
    }
    return stored;
}

/// Writes what was made into the photo, unless its edit has moved on meanwhile.
Expected<void> saveRenditions(EditTransaction& transaction, const StalePhoto& photo, const StoredRenditions& stored)
{
    const auto present = transaction.connection().scalar(
        u"SELECT edit || covers FROM photos WHERE id = ? AND _del = 0"_s, {photo.id.toBytes()});
    if (!present)
        return fail(present.error());
    if (!present->isValid() || present->toString() != photo.recipe)
        return {};
    for (const auto& [file, priority] :
         {std::pair{&stored.thumb, BlobPriority::Thumbnail}, std::pair{&stored.medium, BlobPriority::Medium},
          std::pair{&stored.large, BlobPriority::Large}})
        FC_TRY(noteBlobHere(transaction.connection(), file->sha, file->size, priority, transaction.now()));
    FC_TRY(noteQuality(transaction.connection(), stored.medium.sha, stored.quality));
    return transaction.update(Table::Photos, photo.id.uuid(),
                              {{u"large_sha"_s, stored.large.sha},
                               {u"medium_sha"_s, stored.medium.sha},
                               {u"thumb_sha"_s, stored.thumb.sha},
                               {u"rendered"_s, photo.recipe}});
}

}  // namespace

class RenditionKeeper::Private {
public:
    Private(RenditionKeeper* owner, Journal& edits, ImageWorkerPool& workers, std::chrono::milliseconds wait)
        : q(owner), journal(edits), pool(workers), blobs(edits.store().blobDirectory())
    {
        threads.setMaxThreadCount(1);
        patience.setSingleShot(true);
        patience.setInterval(wait);
        steady.start();
        QObject::connect(&patience, &QTimer::timeout, q, [this] { look(); });
    }

    void look()
    {
        // One look at a time: what changes meanwhile is looked at once afterwards.
        if (looking || busy > 0) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        whenDone(journal.store().read([store = blobs](Connection& c) { return stalePhotos(c, store); }), q,
                 [this](Expected<FoundStale> found) {
                     looking = false;
                     queue.clear();
                     if (found) {
                         forgetOthers(found->photos);
                         std::erase_if(found->photos, [this](const StalePhoto& photo) { return isGivenUp(photo); });
                         queue = std::move(found->photos);
                         waitFor(found->lacking);
                     }
                     next();
                 });
    }

    /// Wants originals that have been lacking for long enough.
    void waitFor(const QSet<QByteArray>& originals)
    {
        lackingSince.removeIf([&](const auto& one) { return !originals.contains(one.key()); });
        bool some = false;
        for (const QByteArray& sha : originals) {
            const auto since = lackingSince.find(sha);
            if (since == lackingSince.end()) {
                lackingSince.insert(sha, steady.elapsed());
                some = true;
            } else if (*since == Wanted) {
                continue;
            } else if (steady.elapsed() - *since >= patience.interval()) {
                *since = Wanted;
                Q_EMIT q->originalWanted(sha);
            } else {
                some = true;
            }
        }
        if (some && !patience.isActive())
            patience.start();
    }

    /// Failures that another edit, an undo or a removal has made a thing of the past.
    void forgetOthers(const std::vector<StalePhoto>& stale)
    {
        QHash<PhotoId, QString> recipes;
        for (const StalePhoto& photo : stale)
            recipes.insert(photo.id, photo.recipe);
        const auto past = givenUp.removeIf([&recipes](auto known) { return recipes.value(known.key()) != *known; });
        if (past == 0)
            return;
        failures.removeIf([this](auto failure) { return !givenUp.contains(failure.key()); });
        Q_EMIT q->failuresChanged();
    }

    bool isGivenUp(const StalePhoto& photo) const
    {
        const auto known = givenUp.constFind(photo.id);
        return known != givenUp.cend() && *known == photo.recipe;
    }

    void next()
    {
        while (!queue.empty() && busy < pool.workers()) {
            StalePhoto photo = std::move(queue.front());
            queue.erase(queue.begin());
            render(std::move(photo));
        }
        if (busy > 0)
            return;
        if (again)
            look();
        else if (!looking)
            Q_EMIT q->settled();
    }

    void render(StalePhoto photo)
    {
        ++busy;
        const auto rendering = pool.renderEdited(blobs.path(photo.originalSha), photo.wanted);
        whenDone(rendering, q, [this, photo = std::move(photo)](Expected<Renditions> made) {
            if (!made)
                return giveUp(photo, made.error());
            const auto storing = QtConcurrent::run(&threads, [store = blobs, renditions = std::move(*made)] {
                return storeRenditions(store, renditions);
            });
            whenDone(storing, q, [this, photo](Expected<StoredRenditions> stored) {
                if (!stored)
                    return giveUp(photo, stored.error());
                const auto saving = journal.edit([photo, stored = std::move(*stored)](EditTransaction& transaction) {
                    return saveRenditions(transaction, photo, stored);
                });
                whenDone(saving, q, [this, photo](Expected<EditOutcome> saved) {
                    if (!saved)
                        return giveUp(photo, saved.error());
                    --busy;
                    Q_EMIT q->rendered(photo.id);
                    next();
                });
            });
        });
    }

    void giveUp(const StalePhoto& photo, const Error& error)
    {
        --busy;
        givenUp.insert(photo.id, photo.recipe);
        failures.insert(photo.id, error);
        Q_EMIT q->failed(photo.id, error);
        Q_EMIT q->failuresChanged();
        next();
    }

    RenditionKeeper* q;
    Journal& journal;
    ImageWorkerPool& pool;
    BlobStore blobs;
    QThreadPool threads;
    std::vector<StalePhoto> queue;
    QHash<PhotoId, QString> givenUp;  ///< and the recipe that could not be made
    QHash<PhotoId, Error> failures;   ///< why, of the same photos
    static constexpr qint64 Wanted = -1;
    QHash<QByteArray, qint64> lackingSince;  ///< originals, and steady milliseconds
    QElapsedTimer steady;
    QTimer patience;
    int busy = 0;
    bool looking = false;
    bool again = false;
};

RenditionKeeper::RenditionKeeper(Journal& journal, ImageWorkerPool& pool, QObject* parent,
                                 std::chrono::milliseconds patience)
    : QObject(parent), d(std::make_unique<Private>(this, journal, pool, patience))
{
}

RenditionKeeper::~RenditionKeeper()
{
    d->threads.waitForDone();
}

void RenditionKeeper::start()
{
    connect(&d->journal.store().changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::Photos))
            d->look();
    });
    d->look();
}

void RenditionKeeper::fileArrived(const QByteArray& sha)
{
    if (d->lackingSince.remove(sha))
        d->look();
}

const QHash<PhotoId, Error>& RenditionKeeper::failures() const
{
    return d->failures;
}

void RenditionKeeper::retry()
{
    d->givenUp.clear();
    d->failures.clear();
    Q_EMIT failuresChanged();
    d->look();
}

bool RenditionKeeper::isIdle() const
{
    return !d->looking && d->busy == 0 && !d->again;
}

}  // namespace Forecourt
