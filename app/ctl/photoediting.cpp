// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/lookup.h"
#include "app/ctl/output.h"
#include "app/ctl/photoreport.h"
#include "app/ctl/session.h"
#include "models/base/errortext.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photocommands.h"
#include "models/gallery/photoimporter.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct PhotoEditing {
    Q_DECLARE_TR_FUNCTIONS(PhotoEditing)

public:
    static Expected<Outcome> add(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> move(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> primary(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> remove(Session& session, const Arguments& arguments, Output& output);

private:
    static Expected<Outcome> present(Session& session, const QString& vehicle, Output& output);
};

Expected<Outcome> PhotoEditing::present(Session& session, const QString& vehicle, Output& output)
{
    const auto gallery = readGallery(session, vehicle);
    if (!gallery)
        return fail(gallery.error());
    PhotoReport::gallery(output, *gallery);
    return Outcome::Done;
}

Expected<Outcome> PhotoEditing::add(Session& session, const Arguments& arguments, Output& output)
{
    const auto gallery = readGallery(session, arguments.words.first());
    if (!gallery)
        return fail(gallery.error());

    ImageWorkerPool pool;
    PhotoImporter importer(session.journal(), pool, gallery->vehicle);
    PhotoImporter::Outcome outcome;
    // The first ones that fit are taken; each of the others is named as refused.
    QObject::connect(&importer, &PhotoImporter::phaseChanged, &importer, [&](PhotoImporter::Phase phase) {
        if (phase == PhotoImporter::Phase::Choosing)
            importer.choose(importer.candidates());
    });
    QObject::connect(
        &importer, &PhotoImporter::finished, &importer,
        [&](const PhotoImporter::Outcome& result) {
            outcome = result;
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    importer.start(arguments.words.mid(1));
    QCoreApplication::exec();
    if (outcome.error)
        return fail(*outcome.error);

    QJsonArray files;
    QJsonArray refused;
    for (const ImportItem& item : importer.items()) {
        QJsonObject file{{u"file"_s, item.path},
                         {u"kind"_s, item.video ? u"video"_s : u"photo"_s},
                         {u"bytes"_s, item.size},
                         {u"added"_s, !item.error}};
        if (item.durationMs)
            file.insert(u"duration_ms"_s, *item.durationMs);
        files.append(file);
        if (!item.error)
            continue;
        output.message(ErrorText::full(*item.error));
        QJsonObject object = Output::toJson(*item.error);
        object.insert(u"file"_s, item.path);
        refused.append(object);
    }
    const auto now = readGallery(session, arguments.words.first());
    if (!now)
        return fail(now.error());
    PhotoReport::gallery(output, *now);
    QJsonObject document = PhotoReport::toJson(*now);
    document.insert(u"added"_s, static_cast<int>(outcome.added.size()));
    document.insert(u"files"_s, files);
    document.insert(u"refused"_s, refused);
    output.document(document);
    output.message(tr("Added %n photo(s).", nullptr, static_cast<int>(outcome.added.size())));
    return refused.isEmpty() ? Outcome::Done : Outcome::Partly;
}

Expected<Outcome> PhotoEditing::move(Session& session, const Arguments& arguments, Output& output)
{
    const auto gallery = readGallery(session, arguments.words[0]);
    if (!gallery)
        return fail(gallery.error());
    auto photos = Lookup::photos(*gallery, arguments.words.mid(1));
    if (!photos)
        return fail(photos.error());
    MovePhotos command{gallery->vehicle, *photos, {}};
    if (arguments.isSet(u"before"_s)) {
        const auto before = Lookup::photo(*gallery, arguments.value(u"before"_s));
        if (!before)
            return fail(before.error());
        command.before = *before;
    }
    if (const auto done = session.run(command); !done)
        return fail(done.error());
    return present(session, arguments.words[0], output);
}

Expected<Outcome> PhotoEditing::primary(Session& session, const Arguments& arguments, Output& output)
{
    const auto gallery = readGallery(session, arguments.words[0]);
    if (!gallery)
        return fail(gallery.error());
    const auto photo = Lookup::photo(*gallery, arguments.words[1]);
    if (!photo)
        return fail(photo.error());
    if (const auto done = session.run(MakePrimary{*photo}); !done)
        return fail(done.error());
    return present(session, arguments.words[0], output);
}

Expected<Outcome> PhotoEditing::remove(Session& session, const Arguments& arguments, Output& output)
{
    const auto gallery = readGallery(session, arguments.words[0]);
    if (!gallery)
        return fail(gallery.error());
    auto photos = Lookup::photos(*gallery, arguments.words.mid(1));
    if (!photos)
        return fail(photos.error());
    if (const auto done = session.run(RemovePhotos{*photos}); !done)
        return fail(done.error());
    return present(session, arguments.words[0], output);
}

}  // namespace

std::vector<Command> photoEditingCommands()
{
    const QString named = PhotoEditing::tr("A photo is named by its number in “photo list”, or by its id.");

    Command add{{u"photo"_s, u"add"_s},
                PhotoEditing::tr("Adds photos and videos, files or whole folders, to a vehicle."),
                u"STOCK FILE…"_s,
                2,
                Command::Any};
    add.run = PhotoEditing::add;

    Command move{{u"photo"_s, u"move"_s},
                 PhotoEditing::tr("Puts photos to another place, or to the end."),
                 u"STOCK PHOTO…"_s,
                 2,
                 Command::Any};
    move.details = named;
    move.options = {{u"before"_s, PhotoEditing::tr("The photo that they come before."), u"PHOTO"_s}};
    move.run = PhotoEditing::move;

    Command primary{{u"photo"_s, u"primary"_s},
                    PhotoEditing::tr("Makes a photo the one that stands for its vehicle."),
                    u"STOCK PHOTO"_s,
                    2,
                    2};
    primary.details = named;
    primary.run = PhotoEditing::primary;

    Command remove{{u"photo"_s, u"remove"_s}, PhotoEditing::tr("Removes photos."), u"STOCK PHOTO…"_s, 2, Command::Any};
    remove.details = named;
    remove.run = PhotoEditing::remove;
    return {add, move, primary, remove};
}

}  // namespace Forecourt
