// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoimporter.h"

#include "models/base/sha256.h"
#include "models/base/whendone.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photolisting.h"
#include "models/gallery/photorepository.h"
#include "models/outbox/journal.h"

#include <QBuffer>
#include <QMutex>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <atomic>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Files that an import has put into the BlobStore, and whether it was given up. Shared with the jobs that put them.
struct ImportFiles {
    std::atomic<bool> cancelled = false;
    QMutex mutex;
    QList<QByteArray> put;

    void note(const QByteArray& sha)
    {
        const QMutexLocker lock(&mutex);
        put.append(sha);
    }
};

struct ImportSource {
    QString path;
    QByteArray bytes;  ///< instead of a path
    QString name;
};

// Before they are put: should the program end before the photos are saved, the next start knows what to take away.
Expected<void> noteImportFiles(Store& store, const QList<QByteArray>& shas)
{
    return store
        .write([shas](Connection& connection) -> Expected<void> {
            for (const QByteArray& sha : shas) {
                const auto noted = connection.run(
                    u"INSERT OR IGNORE INTO import_files (sha) SELECT ? WHERE ? NOT IN (SELECT sha FROM blobs)"_s,
                    {sha, sha});
                if (!noted)
                    return fail(noted.error());
            }
            return {};
        })
        .takeResult();
}

Expected<void> forgetImportFile(Connection& connection, const QByteArray& sha)
{
    const auto forgotten = connection.run(u"DELETE FROM import_files WHERE sha = ?"_s, {sha});
    if (!forgotten)
        return fail(forgotten.error());
    return {};
}

Expected<NewPhoto> storePhoto(Store& store, const BlobStore& blobs, const ImportSource& source,
                              const Renditions& renditions, ImportFiles& files)
{
    const auto put = [&](const QByteArray& bytes) {
        auto sha = blobs.put(bytes);
        if (sha)
            files.note(*sha);
        return sha;
    };
    FC_TRY(noteImportFiles(store, {renditions.originalSha, sha256(renditions.large), sha256(renditions.medium),
                                   sha256(renditions.thumb)}));
    const auto isCancelled = [&files] { return files.cancelled.load(); };
    auto original = source.path.isEmpty() ? put(source.bytes) : blobs.putFile(source.path, isCancelled);
    if (!original)
        return fail(original.error());
    files.note(*original);
    if (*original != renditions.originalSha)
        return fail(ErrorCode::FileUnreadable, source.name, u"changed while it was read"_s);
    NewPhoto photo;
    photo.id = PhotoId::create();
    photo.originalSha = *original;
    photo.originalSize = renditions.originalSize;
    struct Part {
        const QByteArray& bytes;
        QByteArray& sha;
        qint64& size;
    };
    for (const Part& part : {Part{renditions.large, photo.largeSha, photo.largeSize},
                             Part{renditions.medium, photo.mediumSha, photo.mediumSize},
                             Part{renditions.thumb, photo.thumbSha, photo.thumbSize}}) {
        auto sha = put(part.bytes);
        if (!sha)
            return fail(sha.error());
        part.sha = *sha;
        part.size = part.bytes.size();
    }
    photo.width = renditions.width;
    photo.height = renditions.height;
    photo.fileName = source.name;
    photo.mime = renditions.mime;
    photo.takenAt = renditions.takenAt;
    photo.durationMs = renditions.durationMs;
    // Hints are for photos that somebody can take again; a frame of a video is blurred as a matter of course.
    if (!photo.durationMs)
        photo.quality = renditions.quality;
    return photo;
}

// Takes away files that no edit has noted. On the writer thread, where no edit can note one meanwhile.
void discardImportFiles(Store& store, const QList<QByteArray>& shas)
{
    if (shas.isEmpty())
        return;
    store.write([blobs = BlobStore(store.blobDirectory()), shas](Connection& connection) -> Expected<void> {
        for (const QByteArray& sha : shas) {
            auto known = connection.scalar(u"SELECT 1 FROM blobs WHERE sha = ?"_s, {sha});
            if (!known)
                return fail(known.error());
            if (!known->isValid())
                QFile::remove(blobs.path(sha));
            FC_TRY(forgetImportFile(connection, sha));
        }
        return {};
    });
}

QByteArray pngOf(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "png");
    return bytes;
}

}  // namespace

class PhotoImporter::Private {
public:
    Private(PhotoImporter* owner, Journal& edits, ImageWorkerPool& workers, VehicleId target)
        : q(owner), journal(edits), pool(workers), vehicle(target), blobs(edits.store().blobDirectory())
    {
        threads.setMaxThreadCount(2);
    }

    void setPhase(Phase next)
    {
        phase = next;
        Q_EMIT q->phaseChanged(next);
    }

    ImportItem& item(int row) { return items[static_cast<size_t>(row)]; }

    void setState(int row, ImportItem::State state, std::optional<Error> error = {})
    {
        item(row).state = state;
        item(row).error = std::move(error);
        Q_EMIT q->itemChanged(row);
    }

    void listed(std::vector<ListedFile> found)
    {
        for (ListedFile& file : found) {
            const auto state = file.error ? ImportItem::State::Failed : ImportItem::State::Queued;
            items.push_back({file.path, file.name, file.size, state, std::move(file.error), {}, file.video, {}});
        }
        stored.resize(items.size());
        decide();
    }

    // Asks for the free places, then reads all, or lets the person choose. Also after the gallery has filled up
    // meanwhile, with the photos that are read already.
    void decide()
    {
        setPhase(Phase::Listing);
        const auto counted = journal.store().read(
            [target = vehicle](Connection& connection) { return PhotoRepository(connection).count(target); });
        whenDone(counted, q, [this](Expected<int> count) {
            if (phase == Phase::Finished)
                return;
            if (!count)
                return end({{}, {}, count.error()});
            freeSlots = std::max(0, Gallery::MaxPhotos - *count);
            if (static_cast<int>(candidates().size()) > freeSlots)
                setPhase(Phase::Choosing);
            else
                readAll();
        });
    }

    std::vector<int> candidates() const
    {
        std::vector<int> rows;
        for (size_t row = 0; row < items.size(); ++row) {
            if (items[row].state != ImportItem::State::Failed)
                rows.push_back(static_cast<int>(row));
        }
        return rows;
    }

    void readAll()
    {
        setPhase(Phase::Reading);
        readMore();
    }

    // As many at once as there are helpers, and one more that is copied meanwhile.
    void readMore()
    {
        for (size_t row = 0; row < items.size() && busy <= pool.workers(); ++row) {
            if (items[row].state == ImportItem::State::Queued)
                read(static_cast<int>(row));
        }
        if (busy == 0)
            save();
    }

    void read(int row)
    {
        ++busy;
        setState(row, ImportItem::State::Reading);
        const ImportSource source{item(row).path, item(row).path.isEmpty() ? pasted : QByteArray(), item(row).name};
        auto rendering = source.path.isEmpty() ? pool.render(source.bytes, source.name)
                         : item(row).video     ? pool.renderVideo(source.path)
                                               : pool.render(source.path);
        whenDone(rendering, q, [this, row, source](Expected<Renditions> result) {
            if (phase == Phase::Finished)
                return;
            if (!result) {
                done(row, fail(result.error()));
                return;
            }
            const auto storing = QtConcurrent::run(
                &threads, [&store = journal.store(), where = blobs, source, renditions = std::move(*result),
                           shared = files] { return storePhoto(store, where, source, renditions, *shared); });
            whenDone(storing, q, [this, row](Expected<NewPhoto> photo) {
                if (phase != Phase::Finished)
                    done(row, std::move(photo));
            });
        });
    }

    void done(int row, Expected<NewPhoto> photo)
    {
        --busy;
        if (!photo) {
            setState(row, ImportItem::State::Failed, photo.error());
        } else {
            item(row).thumbSha = photo->thumbSha;
            item(row).durationMs = photo->durationMs;
            stored[static_cast<size_t>(row)] = std::move(*photo);
            setState(row, ImportItem::State::Done);
        }
        readMore();
    }

    void save()
    {
        AddPhotos add{vehicle, {}, place.before};
        for (const int row : candidates())
            add.photos.push_back(stored[static_cast<size_t>(row)]);
        if (add.photos.empty())
            return end({});
        add.photos.front().slot = place.shot;
        setPhase(Phase::Saving);
        Outcome outcome;
        for (const NewPhoto& photo : add.photos)
            outcome.added.push_back(photo.id);
        const auto saving =
            journal.edit([add = std::move(add), store = blobs](EditTransaction& transaction) -> Expected<void> {
                // Another import of the same files may have been given up and have taken them away.
                for (const NewPhoto& photo : add.photos) {
                    for (const QByteArray& sha : {photo.originalSha, photo.largeSha, photo.mediumSha, photo.thumbSha}) {
                        if (!store.has(sha))
                            return fail(ErrorCode::FileUnreadable, photo.fileName);
                        FC_TRY(forgetImportFile(transaction.connection(), sha));
                    }
                }
                return add.apply(transaction);
            });
        whenDone(saving, q, [this, outcome = std::move(outcome)](Expected<EditOutcome> edit) mutable {
            if (edit) {
                outcome.undo = std::move(edit->undo);
                end(outcome);
            } else if (edit.error().code == ErrorCode::GalleryFull) {
                decide();
            } else {
                end({{}, {}, edit.error()});
            }
        });
    }

    void end(const Outcome& outcome)
    {
        files->cancelled = true;
        threads.waitForDone();
        discardImportFiles(journal.store(), std::exchange(files->put, {}));
        setPhase(Phase::Finished);
        Q_EMIT q->finished(outcome);
    }

    PhotoImporter* q;
    Journal& journal;
    ImageWorkerPool& pool;
    VehicleId vehicle;
    BlobStore blobs;
    ImportPlace place;
    QThreadPool threads;
    std::shared_ptr<ImportFiles> files = std::make_shared<ImportFiles>();
    Phase phase = Phase::Ready;
    std::vector<ImportItem> items;
    std::vector<NewPhoto> stored;  ///< by row, for items that are Done
    QByteArray pasted;
    int freeSlots = 0;
    int busy = 0;
};

QFuture<Expected<void>> discardInterruptedImports(Store& store)
{
    return store.write([blobs = BlobStore(store.blobDirectory())](Connection& connection) -> Expected<void> {
        std::vector<QByteArray> left;
        {
            auto rows = connection.run(u"SELECT sha FROM import_files WHERE sha NOT IN (SELECT sha FROM blobs)"_s);
            if (!rows)
                return fail(rows.error());
            while (rows->next())
                left.push_back(rows->blob(0));
        }
        for (const QByteArray& sha : left)
            QFile::remove(blobs.path(sha));
        return connection.script(u"DELETE FROM import_files"_s);
    });
}

PhotoImporter::PhotoImporter(Journal& journal, ImageWorkerPool& pool, VehicleId vehicle, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, journal, pool, vehicle))
{
}

PhotoImporter::~PhotoImporter()
{
    d->files->cancelled = true;
    d->threads.waitForDone();
    // Files of an edit that is under way are noted before this job gets its turn on the writer thread.
    discardImportFiles(d->journal.store(), d->files->put);
}

void PhotoImporter::setPlace(const ImportPlace& place)
{
    Q_ASSERT(d->phase == Phase::Ready);
    d->place = place;
}

void PhotoImporter::start(const QStringList& paths)
{
    Q_ASSERT(d->phase == Phase::Ready);
    d->setPhase(Phase::Listing);
    const auto listing = QtConcurrent::run(
        &d->threads, [paths, files = d->files] { return listPhotoFiles(paths, MaxListed, files->cancelled); });
    whenDone(listing, this, [this](std::vector<ListedFile> found) {
        if (d->phase != Phase::Finished)
            d->listed(std::move(found));
    });
}

void PhotoImporter::start(const QImage& picture, const QString& name)
{
    Q_ASSERT(d->phase == Phase::Ready);
    d->setPhase(Phase::Listing);
    const auto encoding = QtConcurrent::run(&d->threads, [picture] { return pngOf(picture); });
    whenDone(encoding, this, [this, name](QByteArray png) {
        if (d->phase == Phase::Finished)
            return;
        d->pasted = std::move(png);
        d->listed({{{}, name, d->pasted.size(), false, {}}});
    });
}

void PhotoImporter::choose(const std::vector<int>& rows)
{
    if (d->phase != Phase::Choosing)
        return;
    int kept = 0;
    for (const int row : d->candidates()) {
        const bool keep = kept < d->freeSlots && std::ranges::find(rows, row) != rows.end();
        kept += keep ? 1 : 0;
        if (!keep)
            d->setState(row, ImportItem::State::Failed, Error{ErrorCode::GalleryFull, d->item(row).name, {}});
    }
    d->readAll();
}

void PhotoImporter::cancel()
{
    if (d->phase != Phase::Saving && d->phase != Phase::Finished)
        d->end({{}, {}, Error{ErrorCode::Cancelled, {}, {}}});
}

PhotoImporter::Phase PhotoImporter::phase() const
{
    return d->phase;
}

VehicleId PhotoImporter::vehicle() const
{
    return d->vehicle;
}

const std::vector<ImportItem>& PhotoImporter::items() const
{
    return d->items;
}

std::vector<int> PhotoImporter::candidates() const
{
    return d->candidates();
}

int PhotoImporter::freeSlots() const
{
    return d->freeSlots;
}

int PhotoImporter::count(ImportItem::State state) const
{
    return static_cast<int>(std::ranges::count(d->items, state, &ImportItem::state));
}

}  // namespace Forecourt
