// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/thumbnailsource.h"

#include "models/gallery/renditionfile.h"
#include "models/outbox/synccontrol.h"

#include <QCache>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <optional>

namespace Forecourt {

namespace {

// Sizes are rounded up to steps, so that resizing a window does not decode everything again at each pixel.
constexpr int ThumbnailStep = 32;
// Wishes beyond these are from what has been scrolled past.
constexpr size_t MostWishes = 200;

struct ThumbnailKey {
    QByteArray sha;
    QSize pixels;  ///< rounded; invalid = the file's own size

    friend bool operator==(const ThumbnailKey&, const ThumbnailKey&) = default;
    friend size_t qHash(const ThumbnailKey& key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.sha, key.pixels.width(), key.pixels.height());
    }
};

QSize rounded(QSize pixels)
{
    const auto up = [](int n) { return (n + ThumbnailStep - 1) / ThumbnailStep * ThumbnailStep; };
    return pixels.isEmpty() ? QSize() : QSize(up(pixels.width()), up(pixels.height()));
}

struct LoadedThumbnail {
    ThumbnailSource::State state = ThumbnailSource::State::Ready;
    QImage image;
};

LoadedThumbnail loadThumbnail(const QString& path, QSize pixels)
{
    auto read = readRendition(path, pixels, Qt::KeepAspectRatioByExpanding);
    if (!read)
        return {
            read.error().code == ErrorCode::NotFound ? ThumbnailSource::State::NotHere : ThumbnailSource::State::Broken,
            {}};
    QImage image = *std::move(read);
    // What QPainter draws without converting again.
    image.convertTo(QImage::Format_RGB32);
    return {ThumbnailSource::State::Ready, std::move(image)};
}

}  // namespace

class ThumbnailSource::Private {
public:
    explicit Private(BlobStore store) : blobs(std::move(store)) {}

    BlobStore blobs;
    QPointer<SyncControl> sync;
    QCache<ThumbnailKey, QImage> images;
    QHash<QByteArray, ThumbnailKey> standIns;  ///< another size of the same file that was in memory last
    QHash<QByteArray, State> failures;
    std::deque<ThumbnailKey> wishes;  ///< newest last
    QSet<ThumbnailKey> pending;       ///< wished or being decoded
    int running = 0;
    QThreadPool pool;
};

ThumbnailSource::ThumbnailSource(BlobStore blobs, qsizetype maxBytes, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(blobs)))
{
    d->images.setMaxCost(maxBytes);
    d->pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
}

ThumbnailSource::~ThumbnailSource()
{
    d->pool.waitForDone();
}

void ThumbnailSource::setSyncControl(SyncControl* sync)
{
    if (d->sync)
        d->sync->disconnect(this);
    d->sync = sync;
    if (!sync)
        return;
    connect(sync, &SyncControl::blobArrived, this, [this](const QByteArray& sha) {
        if (d->failures.remove(sha))
            Q_EMIT ready(sha);
    });
    for (auto failure = d->failures.cbegin(); failure != d->failures.cend(); ++failure) {
        if (failure.value() == State::NotHere)
            sync->wantBlob(failure.key());
    }
}

QImage ThumbnailSource::request(const QByteArray& sha, const QSize& pixels)
{
    if (sha.isEmpty() || d->failures.contains(sha))
        return {};
    const ThumbnailKey key{sha, rounded(pixels)};
    if (const QImage* image = d->images.object(key))
        return *image;
    if (!d->pending.contains(key)) {
        d->pending.insert(key);
        d->wishes.push_back(key);
        if (d->wishes.size() > MostWishes) {
            d->pending.remove(d->wishes.front());
            d->wishes.pop_front();
        }
        startNext();
    }
    const auto standIn = d->standIns.constFind(sha);
    const QImage* other = standIn == d->standIns.cend() ? nullptr : d->images.object(*standIn);
    return other ? *other : QImage();
}

ThumbnailSource::State ThumbnailSource::state(const QByteArray& sha) const
{
    if (const auto failure = d->failures.constFind(sha); failure != d->failures.cend())
        return *failure;
    return d->standIns.contains(sha) ? State::Ready : State::Loading;
}

void ThumbnailSource::startNext()
{
    while (d->running < d->pool.maxThreadCount() && !d->wishes.empty()) {
        const ThumbnailKey key = d->wishes.back();
        d->wishes.pop_back();
        ++d->running;
        d->pool.start([this, key, path = d->blobs.path(key.sha)] {
            LoadedThumbnail loaded = loadThumbnail(path, key.pixels);
            QMetaObject::invokeMethod(this, [this, key, loaded = std::move(loaded)] {
                --d->running;
                d->pending.remove(key);
                if (loaded.state == State::Ready) {
                    d->images.insert(key, new QImage(loaded.image), loaded.image.sizeInBytes());
                    d->standIns.insert(key.sha, key);
                } else {
                    d->failures.insert(key.sha, loaded.state);
                    if (loaded.state == State::NotHere && d->sync)
                        d->sync->wantBlob(key.sha);
                }
                startNext();
                Q_EMIT ready(key.sha);
            });
        });
    }
}

}  // namespace Forecourt
