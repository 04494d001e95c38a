// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/galleryworld.h"

#include "models/base/sha256.h"
#include "models/gallery/photorepository.h"
#include "models/gallery/shotlist.h"

#include <algorithm>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs GalleryEpochMs = 1'763'650'000'000;

WorldSetup galleryWorldSetup(int workstations)
{
    WorldSetup setup;
    setup.workstations = workstations;
    return setup;
}

NewPhoto galleryWorldPhoto(int number)
{
    NewPhoto photo;
    // Not in the order of their making, as ids of several computers are not.
    photo.id = PhotoId(Uuid::fromParts(GalleryEpochMs, 5, static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15ULL));
    const QByteArray name = QByteArray::number(number);
    photo.originalSha = sha256("original" + name);
    photo.largeSha = sha256("large" + name);
    photo.mediumSha = sha256("medium" + name);
    photo.thumbSha = sha256("thumb" + name);
    photo.fileName = QString::fromLatin1(name);
    return photo;
}

/// The names of the photos in order; the primary one is marked, and where those end that fit.
QString say(const Gallery& gallery)
{
    QString words;
    const Photo* primary = gallery.primary();
    for (size_t i = 0; i < gallery.photos.size(); ++i) {
        const Photo& photo = gallery.photos[i];
        words += (i == Gallery::MaxPhotos ? u" | "_s : u" "_s) + photo.fileName;
        words += (&photo == primary ? u"*"_s : QString()) + (photo.slot.isEmpty() ? QString() : u"="_s + photo.slot);
    }
    return words;
}

std::vector<PhotoId> idsOf(const Gallery& gallery)
{
    std::vector<PhotoId> ids;
    for (const Photo& photo : gallery.photos)
        ids.push_back(photo.id);
    return ids;
}

}  // namespace

GalleryWorld::GalleryWorld(const WorldTemplates& templates, const GalleryScript& script)
    : m_workstations(script.workstations),
      m_world(templates, galleryWorldSetup(script.workstations)),
      m_vehicle(Uuid::fromParts(GalleryEpochMs, 6, 1)),
      m_undo(static_cast<size_t>(script.workstations))
{
    const auto made = m_world.journal(0).edit(
        [this](EditTransaction& edit) { return edit.insert(Table::Vehicles, m_vehicle.uuid(), {}); });
    if (!made)
        qFatal("a vehicle without photos");
    if (script.photos > 0)
        run(0, adding(script.photos));
    if (const QString wrong = m_world.meet(); !wrong.isEmpty())
        qFatal("photos to begin with: %s", qUtf8Printable(wrong));
    for (int who = 0; who < m_workstations; ++who) {
        m_world.perform({Action::Kind::Offline, who, 1});
        const int ahead = script.clocksAheadMs[static_cast<size_t>(who)];
        // Odd numbers are behind.
        const auto off = static_cast<std::uint32_t>(std::abs(ahead)) & ~1U;
        m_world.perform({Action::Kind::SetClock, who, ahead < 0 ? off + 1 : off});
    }
}

Gallery GalleryWorld::gallery(int who)
{
    auto read = PhotoRepository(m_world.connection(who)).gallery(m_vehicle);
    if (!read)
        qFatal("gallery of a simulated store");
    return *std::move(read);
}

AddPhotos GalleryWorld::adding(int count)
{
    AddPhotos command{m_vehicle, {}};
    for (int i = 0; i < count; ++i)
        command.photos.push_back(galleryWorldPhoto(++m_added));
    for (const NewPhoto& photo : command.photos)
        m_photos.insert(photo.id);
    return command;
}

void GalleryWorld::count(const UndoStep& step)
{
    for (const UndoStep::Row& row : step.rows) {
        if (row.table == Table::Photos && row.kind == UndoStep::Row::Kind::Removed)
            ++m_removals[PhotoId(row.id)];
        if (row.table == Table::Photos && row.kind == UndoStep::Row::Kind::Inserted &&
            m_removals.contains(PhotoId(row.id)))
            --m_removals[PhotoId(row.id)];
    }
}

template <class Command>
UndoStep GalleryWorld::run(int who, const Command& command)
{
    const auto done = m_world.journal(who).edit([&](EditTransaction& edit) { return command.apply(edit); });
    if (!done)
        qFatal("%d does not do what is possible: %d", who, static_cast<int>(done.error().code));
    count(done->undo);
    return done->undo;
}

template <class Command>
void GalleryWorld::person(int who, const Command& command)
{
    if (UndoStep step = run(who, command); !step.isEmpty())
        m_undo[static_cast<size_t>(who)].push_back(std::move(step));
}

void GalleryWorld::revert(int who, const UndoStep& step)
{
    const auto done = m_world.journal(who).revert(step);
    if (done)
        count(done->undo);
    else if (done.error().code != ErrorCode::NotFound)
        qFatal("%d cannot take back: %d", who, static_cast<int>(done.error().code));
}

std::vector<PhotoId> GalleryWorld::block(const Gallery& gallery, const GalleryAction& action) const
{
    std::vector<PhotoId> photos;
    for (std::uint32_t i = 0; i < action.c; ++i)
        photos.push_back(gallery.photos[(action.a + i) % gallery.photos.size()].id);
    return photos;
}

void GalleryWorld::perform(const GalleryAction& action)
{
    const Gallery now = gallery(action.who);
    const size_t count = now.photos.size();
    const auto photoAt = [&](std::uint32_t row) { return now.photos[row % count].id; };
    switch (action.kind) {
    case GalleryAction::Kind::Add:
        if (const int free = std::min(static_cast<int>(action.a), now.freeSlots()); free > 0)
            person(action.who, adding(free));
        break;
    case GalleryAction::Kind::Move:
        if (count > 0) {
            const size_t before = action.b % (count + 1);
            person(action.who,
                   MovePhotos{m_vehicle, block(now, action), before < count ? now.photos[before].id : PhotoId()});
        }
        break;
    case GalleryAction::Kind::Remove:
        if (count > 0)
            person(action.who, RemovePhotos{block(now, action)});
        break;
    case GalleryAction::Kind::Primary:
        if (count > 0)
            person(action.who, MakePrimary{photoAt(action.a)});
        break;
    case GalleryAction::Kind::Slot:
        if (count > 0) {
            const QString codes[] = {QString(), u"front"_s, u"rear"_s, u"interior"_s};
            const QString& code = codes[action.b % 4];
            m_slots[photoAt(action.a)].insert(code);
            person(action.who, AssignShot{{photoAt(action.a)}, code});
        }
        break;
    case GalleryAction::Kind::Undo:
        if (auto& steps = m_undo[static_cast<size_t>(action.who)]; !steps.empty()) {
            const UndoStep step = std::move(steps.back());
            steps.pop_back();
            revert(action.who, step);
        }
        break;
    case GalleryAction::Kind::Sync: m_world.perform({Action::Kind::Sync, action.who}); return;
    case GalleryAction::Kind::Reopen: m_world.perform({Action::Kind::Reopen, action.who}); return;
    }
    m_world.perform({Action::Kind::Wait, action.who, 500});
}

// ---- what has to hold ---------------------------------------------------------------------------------------------

QString GalleryWorld::finish()
{
    Gallery agreed;
    if (QString wrong = meet(agreed); !wrong.isEmpty())
        return wrong;
    if (QString wrong = photosMissing(agreed); !wrong.isEmpty())
        return wrong;
    if (agreed.photos.empty())
        return {};
    if (QString wrong = onePersonMoves(agreed); !wrong.isEmpty())
        return wrong;
    return onePersonRemoves(agreed);
}

/// Everybody sees the same gallery then, and the rules hold in it.
QString GalleryWorld::meet(Gallery& agreed)
{
    if (QString wrong = m_world.meet(); !wrong.isEmpty())
        return wrong;
    agreed = gallery(0);
    for (int who = 0; who < m_workstations; ++who) {
        const Gallery theirs = gallery(who);
        if (theirs != agreed)
            return u"0 sees%1\nbut %2 sees%3"_s.arg(say(agreed)).arg(who).arg(say(theirs));
        if (QString wrong = wrongIn(theirs, who); !wrong.isEmpty())
            return wrong + u" in"_s + say(theirs);
    }
    return {};
}

QString GalleryWorld::wrongIn(const Gallery& gallery, int who)
{
    const size_t all = gallery.photos.size();
    const size_t fit = all - gallery.overflow().size();
    if (fit != std::min<size_t>(all, Gallery::MaxPhotos))
        return u"%1 of %2 photos fit"_s.arg(fit).arg(all);
    PhotoRepository repository(m_world.connection(who));
    const auto count = repository.count(m_vehicle);
    if (!count || static_cast<size_t>(*count) != all)
        return u"the store counts %1 photos"_s.arg(*count);
    for (const Photo& photo : gallery.photos) {
        if (!photo.slot.isEmpty() && !m_slots.value(photo.id).contains(photo.slot))
            return u"%1 is %2, which nobody said"_s.arg(photo.fileName, photo.slot);
    }
    const auto thumbs = repository.primaryThumbs({m_vehicle});
    const Photo* primary = gallery.primary();
    if (!thumbs || thumbs->value(m_vehicle) != (primary ? primary->thumbSha : QByteArray()))
        return u"lists show another primary photo"_s;
    if (!primary != (all == 0))
        return u"there is no primary photo"_s;
    if (primary && gallery.indexOf(primary->id) >= Gallery::MaxPhotos)
        return u"the primary photo does not fit"_s;
    return {};
}

/// What nobody has removed is there, and nothing that nobody added.
QString GalleryWorld::photosMissing(const Gallery& gallery) const
{
    for (const PhotoId photo : m_photos) {
        if (gallery.indexOf(photo) < 0 && m_removals.value(photo) == 0)
            return u"%1 is lost from%2"_s.arg(photo.toString(), say(gallery));
    }
    for (const Photo& photo : gallery.photos) {
        if (!m_photos.contains(photo.id))
            return u"nobody added %1"_s.arg(photo.fileName);
    }
    return {};
}

/// Alone at last: what one person does is what all see, and taking it back takes all of it back. The last photo goes
/// between two that were given the same place by two people, else to the front.
QString GalleryWorld::onePersonMoves(const Gallery& before)
{
    const auto tie = std::ranges::adjacent_find(before.photos, {}, &Photo::position);
    const auto target = tie == before.photos.end() ? before.photos.begin() : tie + 1;
    std::vector<PhotoId> wanted = idsOf(before);
    std::rotate(wanted.begin() + (target - before.photos.begin()), wanted.end() - 1, wanted.end());
    // A primary photo that does not fit any more takes the last place that does.
    const auto primary = std::ranges::find(wanted, before.primary()->id);
    if (const auto fit = wanted.begin() + std::min<std::ptrdiff_t>(Gallery::MaxPhotos, std::ssize(wanted));
        primary >= fit)
        std::rotate(fit - 1, primary, primary + 1);

    const UndoStep step = run(0, MovePhotos{m_vehicle, {before.photos.back().id}, target->id});
    Gallery after;
    if (QString wrong = meet(after); !wrong.isEmpty())
        return wrong;
    if (idsOf(after) != wanted)
        return u"the last one of%1\nwas moved before %2, but all see%3"_s.arg(say(before), target->fileName,
                                                                              say(after));
    revert(0, step);
    if (QString wrong = meet(after); !wrong.isEmpty())
        return wrong;
    return after == before ? QString() : u"a move was taken back in%1\nbut all see%2"_s.arg(say(before), say(after));
}

QString GalleryWorld::onePersonRemoves(const Gallery& before)
{
    const PhotoId gone = before.photos.front().id;
    const int who = m_workstations - 1;
    const UndoStep step = run(who, RemovePhotos{{gone}});
    Gallery after;
    if (QString wrong = meet(after); !wrong.isEmpty())
        return wrong;
    if (after.indexOf(gone) >= 0 || after.photos.size() + 1 != before.photos.size())
        return u"the first one of%1\nwas removed, but all see%2"_s.arg(say(before), say(after));
    revert(who, step);
    if (QString wrong = meet(after); !wrong.isEmpty())
        return wrong;
    return after == before ? QString() : u"a removal was taken back in%1\nbut all see%2"_s.arg(say(before), say(after));
}

QString play(const WorldTemplates& templates, const GalleryScript& script)
{
    GalleryWorld world(templates, script);
    for (const GalleryAction& action : script.actions)
        world.perform(action);
    return world.finish();
}

}  // namespace Forecourt::Tests
