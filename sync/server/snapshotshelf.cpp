// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/snapshotshelf.h"

#include "models/base/id.h"
#include "sync/protocol/limits.h"

#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// So many changes are still brought by pages, or one in twenty of the rows.
constexpr qint64 ShelfChanges = 5'000;
constexpr qint64 ShelfShare = 20;
/// How long one stays that nobody wants.
constexpr UtcMs ShelfKeep = 3LL * 24 * 3'600'000;
/// How long one stays that was followed by a newer one: somebody may be in the middle of it.
constexpr UtcMs ShelfKeepOlder = 6LL * 3'600'000;
/// Whoever makes one writes to it again and again.
constexpr UtcMs ShelfBegun = 3'600'000;

constexpr auto ShelfPacked = ".zst"_L1;
constexpr auto ShelfLabel = ".label"_L1;
constexpr auto ShelfScratch = "making-"_L1;

enum class LabelKey { Key = 1, Epoch, PackedSize, Size, Rows, Upto, View };

QCborMap shelfLabel(const SnapshotShelf::Entry& entry)
{
    const auto at = [](LabelKey key) { return static_cast<int>(key); };
    return {{at(LabelKey::Key), entry.key},
            {at(LabelKey::Epoch), entry.epoch},
            {at(LabelKey::PackedSize), entry.snapshot.packedSize},
            {at(LabelKey::Size), entry.snapshot.size},
            {at(LabelKey::Rows), entry.snapshot.rows},
            {at(LabelKey::Upto), entry.snapshot.upto},
            {at(LabelKey::View), entry.snapshot.view}};
}

SnapshotShelf::Entry shelfEntry(const QByteArray& sha, const QByteArray& label)
{
    const QCborMap map = QCborValue::fromCbor(label).toMap();
    const auto at = [&](LabelKey key) { return map.value(static_cast<int>(key)); };
    SnapshotShelf::Entry entry{at(LabelKey::Key).toByteArray(), at(LabelKey::Epoch).toByteArray(), {}};
    entry.snapshot = {sha,
                      at(LabelKey::PackedSize).toInteger(-1),
                      at(LabelKey::Size).toInteger(-1),
                      at(LabelKey::Rows).toInteger(-1),
                      at(LabelKey::Upto).toInteger(-1),
                      at(LabelKey::View).toByteArray()};
    return entry;
}

}  // namespace

struct SnapshotShelf::Shelved {
    Entry entry;
    UtcMs wantedAt = 0;  ///< last
};

Expected<void> SnapshotShelf::prepare() const
{
    if (!QDir().mkpath(m_folder) ||
        !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(ErrorCode::FileUnwritable, m_folder);
    return {};
}

QString SnapshotShelf::scratch() const
{
    return u"%1/%2%3"_s.arg(m_folder, ShelfScratch, Uuid::create().toString());
}

QString SnapshotShelf::path(const QByteArray& sha) const
{
    return u"%1/%2"_s.arg(m_folder, QString::fromLatin1(sha.toHex()));
}

void SnapshotShelf::remove(const QByteArray& sha) const
{
    QFile::remove(path(sha) + ShelfLabel);
    QFile::remove(path(sha) + ShelfPacked);
}

Expected<void> SnapshotShelf::put(const QString& packed, const Entry& entry) const
{
    for (const Shelved& other : all()) {
        if (other.entry.epoch != entry.epoch)
            remove(other.entry.snapshot.sha);
    }
    const QString place = path(entry.snapshot.sha) + ShelfPacked;
    // The same once more, with the same bytes: another server may have been as fast.
    QFile::remove(place);
    if (!QFile::rename(packed, place))
        return fail(ErrorCode::FileUnwritable, place);
    // The label comes last: what has none is not ready.
    QSaveFile label(path(entry.snapshot.sha) + ShelfLabel);
    if (!label.open(QIODevice::WriteOnly) || label.write(QCborValue(shelfLabel(entry)).toCbor()) < 0 || !label.commit())
        return fail(ErrorCode::FileUnwritable, label.fileName(), label.errorString());
    return {};
}

std::vector<SnapshotShelf::Shelved> SnapshotShelf::all() const
{
    std::vector<Shelved> found;
    const QFileInfoList labels = QDir(m_folder).entryInfoList({u'*' + ShelfLabel}, QDir::Files);
    for (const QFileInfo& info : labels) {
        QFile label(info.filePath());
        if (!label.open(QIODevice::ReadOnly))
            continue;
        const QByteArray sha = QByteArray::fromHex(info.completeBaseName().toLatin1());
        Entry entry = shelfEntry(sha, label.read(Wire::MaxMessage));
        if (QFileInfo(path(sha) + ShelfPacked).size() == entry.snapshot.packedSize)
            found.push_back({std::move(entry), info.lastModified().toMSecsSinceEpoch()});
    }
    return found;
}

std::optional<SnapshotShelf::Entry> SnapshotShelf::find(const Wanted& wanted) const
{
    std::optional<Entry> best;
    for (Shelved& shelved : all()) {
        Entry& entry = shelved.entry;
        const Wire::Snapshot& snapshot = entry.snapshot;
        if (entry.key != wanted.key || entry.epoch != wanted.epoch || snapshot.upto < wanted.notBefore ||
            snapshot.upto > wanted.newest)
            continue;
        if (snapshot.sha == wanted.here) {
            best = std::move(entry);
            break;
        }
        const bool fresh = wanted.newest - snapshot.upto <= std::max(ShelfChanges, snapshot.rows / ShelfShare);
        if (fresh && (!best || best->snapshot.upto < snapshot.upto))
            best = std::move(entry);
    }
    if (best) {
        // Says that it was wanted; where that cannot be written it goes the sooner.
        QFile label(path(best->snapshot.sha) + ShelfLabel);
        if (label.open(QIODevice::ReadWrite))
            label.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    }
    return best;
}

std::optional<std::vector<Wire::Piece>> SnapshotShelf::pieces(const QByteArray& sha, std::uint32_t first,
                                                              std::uint32_t count) const
{
    QFile file(path(sha) + ShelfPacked);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    std::vector<Wire::Piece> found;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t number = first + i;
        const qint64 at = qint64{number} * Wire::PieceSize;
        if (at >= file.size())
            break;
        QByteArray data = file.seek(at) ? file.read(Wire::PieceSize) : QByteArray();
        if (data.size() != std::min<qint64>(Wire::PieceSize, file.size() - at))
            return std::nullopt;
        found.push_back({sha, number, std::move(data)});
    }
    return found;
}

void SnapshotShelf::tidy(UtcMs now, bool alone) const
{
    std::vector<Shelved> shelved = all();
    std::ranges::sort(shelved, std::ranges::greater(), [](const Shelved& one) { return one.entry.snapshot.upto; });
    QSet<QByteArray> seen;
    QStringList kept;
    for (const Shelved& one : shelved) {
        const bool older = seen.contains(one.entry.key);
        seen.insert(one.entry.key);
        if (now - one.wantedAt > (older ? ShelfKeepOlder : ShelfKeep))
            remove(one.entry.snapshot.sha);
        else
            kept.append(path(one.entry.snapshot.sha));
    }
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo& info : files) {
        const bool ready = kept.contains(m_folder + u'/' + info.completeBaseName());
        if (!ready && (alone || now - info.lastModified().toMSecsSinceEpoch() > ShelfBegun))
            QFile::remove(info.filePath());
    }
}

}  // namespace Forecourt
