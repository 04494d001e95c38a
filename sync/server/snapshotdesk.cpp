// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/snapshotdesk.h"

#include "sync/server/logevent.h"
#include "sync/server/places.h"
#include "sync/server/snapshotmaking.h"

#include <QElapsedTimer>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int DeskTidyMs = 3'600'000;
constexpr qint64 DeskTellMs = 250;
/// What could not be made is not tried again for so long.
constexpr UtcMs DeskRetryMs = 600'000;

/// Where most of what fits into some pages is, for somebody who sees every location and named none. Nothing where each
/// has more, or there is none.
std::optional<Uuid> fullestPlace(ServerStorage& storage, const Schema& schema, View seen, int most)
{
    const auto places = placesOfServer(storage, schema);
    if (!places)
        return std::nullopt;
    std::optional<Uuid> fullest;
    int rowsThere = 0;
    for (const Place& place : *places) {
        seen.access.locations = {place.id};
        const auto rows = storage.countRows(seen, most);
        if (rows && *rows<most&& * rows> rowsThere) {
            fullest = place.id;
            rowsThere = *rows;
        }
    }
    return fullest;
}

UtcMs deskNow()
{
    return QDateTime::currentMSecsSinceEpoch();
}

}  // namespace

SnapshotDesk::SnapshotDesk(Options options, StorageThread& storage, Answers answers)
    : m_options(std::move(options)),
      m_storage(storage),
      m_answers(std::move(answers)),
      m_shelf(m_options.store.snapshotDirectory()),
      m_reader(u"snapshots"_s,
               [](const std::vector<std::function<void()>>& asked) {
                   for (const auto& one : asked)
                       one();
               }),
      m_maker(
          u"snapshot maker"_s,
          [this](const std::vector<SnapshotClass>& asked) {
              for (const SnapshotClass& whose : asked)
                  make(whose);
          },
          1)
{
    connect(&m_tidying, &QTimer::timeout, this, [this] { tidy(false); });
    m_tidying.start(DeskTidyMs);
    // Whoever has the store to itself knows that nobody else is in the middle of something.
    tidy(!m_options.store.database);
}

SnapshotDesk::~SnapshotDesk()
{
    stop();
}

void SnapshotDesk::later(std::function<void()> work)
{
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void SnapshotDesk::tidy(bool alone)
{
    m_reader.post([this, alone] { m_shelf.tidy(deskNow(), alone); });
}

void SnapshotDesk::find(const FindSnapshotAction& action)
{
    m_storage.post(StorageThread::Job([this, action, from = static_cast<int>(m_options.from)](StorageEngine& engine) {
        View all;
        all.access = action.whose.access;
        View first;
        first.access = action.first;
        const auto rows = engine.storage().countRows(all, from);
        const auto atFirst = engine.storage().countRows(first, from);
        SnapshotFinding finding{action.session};
        const bool worthIt = rows && atFirst && *rows >= from;
        finding.fewAtFirst = worthIt && *atFirst < from;
        if (worthIt && action.first.locations.empty()) {
            finding.first = fullestPlace(engine.storage(), *m_options.schema, first, from);
            finding.fewAtFirst = finding.first.has_value();
        }
        later([this, action, worthIt, finding] {
            if (worthIt)
                look(action, finding);
            else
                m_answers.found(finding);
        });
    }));
}

void SnapshotDesk::look(const FindSnapshotAction& action, const SnapshotFinding& finding)
{
    m_reader.post([this, action, finding] {
        const auto entry = m_shelf.find({action.whose.key, action.epoch, action.notBefore, action.newest, action.here});
        later([this, action, finding, entry] { decide(action, finding, entry); });
    });
}

void SnapshotDesk::decide(const FindSnapshotAction& action, SnapshotFinding finding,
                          const std::optional<SnapshotShelf::Entry>& entry)
{
    const QByteArray& key = action.whose.key;
    if (entry) {
        finding.kind = SnapshotFinding::Kind::Here;
        finding.snapshot = entry->snapshot;
    } else if (const auto failed = m_failedAt.constFind(key);
               !m_stop && (failed == m_failedAt.constEnd() || deskNow() - *failed > DeskRetryMs)) {
        finding.kind = SnapshotFinding::Kind::Made;
        if (!m_making.contains(key)) {
            m_making.insert(key);
            m_maker.post(action.whose);
        }
    }
    m_answers.found(finding);
}

void SnapshotDesk::make(const SnapshotClass& whose)
{
    QElapsedTimer told;
    const auto progress = [&](const Wire::Making& making) {
        if (told.isValid() && told.elapsed() < DeskTellMs)
            return;
        told.start();
        later([this, key = whose.key, making] { m_answers.making(key, making); });
    };
    QElapsedTimer since;
    since.start();
    const auto entry = [&]() -> Expected<SnapshotShelf::Entry> {
        if (m_stop)
            return fail(ErrorCode::Cancelled);
        // Its own, so that nobody waits for it, and only as long as it takes.
        const auto storage = m_options.store.open();
        if (!storage)
            return fail(storage.error());
        return SnapshotMaking(**storage, *m_options.schema, m_shelf, m_stop).make(whose, progress);
    }();
    if (entry)
        LogEvent(u"snapshot"_s)
            .with(u"role"_s, whose.access.role)
            .with(u"locations"_s, static_cast<qint64>(whose.access.locations.size()))
            .with(u"rows"_s, entry->snapshot.rows)
            .with(u"upto"_s, entry->snapshot.upto)
            .with(u"size"_s, entry->snapshot.size)
            .with(u"packed"_s, entry->snapshot.packedSize)
            .with(u"ms"_s, since.elapsed());
    else if (entry.error().code != ErrorCode::Cancelled)
        LogEvent(u"snapshot failed"_s, LogEvent::Level::Warning)
            .with(u"role"_s, whose.access.role)
            .with(u"subject"_s, entry.error().subject)
            .with(u"reason"_s, entry.error().detail.isEmpty() && entry.error().code == ErrorCode::DiskFull
                                   ? u"disk full"_s
                                   : entry.error().detail);
    later([this, key = whose.key, entry] { finish(key, entry); });
}

void SnapshotDesk::finish(const QByteArray& key, const Expected<SnapshotShelf::Entry>& entry)
{
    m_making.remove(key);
    if (entry) {
        ++m_made;
        m_failedAt.remove(key);
        m_answers.made(key, entry->snapshot);
    } else {
        ++m_failures;
        m_failedAt.insert(key, deskNow());
        m_answers.made(key, std::nullopt);
    }
}

void SnapshotDesk::read(const ReadPiecesAction& action)
{
    m_reader.post([this, action] {
        auto pieces = m_shelf.pieces(action.take.sha, action.take.piece, action.take.count);
        later([this, action, pieces = std::move(pieces)] { m_answers.read(action.session, action.take, pieces); });
    });
}

}  // namespace Forecourt
