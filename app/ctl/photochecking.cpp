// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/lookup.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "models/gallery/photocheck.h"
#include "models/gallery/photorepository.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct PhotoChecking {
    Q_DECLARE_TR_FUNCTIONS(PhotoChecking)

public:
    static Expected<Outcome> check(Session& session, const Arguments& arguments, Output& output);

private:
    static QString words(QualityHint hint);
};

/// Names of the hints in JSON.
constexpr std::array HintNames{std::pair{QualityHint::Blurred, "blurred"}, std::pair{QualityHint::TooDark, "too_dark"},
                               std::pair{QualityHint::TooBright, "too_bright"},
                               std::pair{QualityHint::TooSmall, "too_small"}};

QString PhotoChecking::words(QualityHint hint)
{
    switch (hint) {
    case QualityHint::Blurred: return tr("blurred");
    case QualityHint::TooDark: return tr("too dark");
    case QualityHint::TooBright: return tr("too bright");
    case QualityHint::TooSmall: return tr("too small");
    }
    return {};
}

Expected<Outcome> PhotoChecking::check(Session& session, const Arguments& arguments, Output& output)
{
    struct Read {
        Gallery gallery;
        GalleryCheck check;
    };
    const auto read =
        session.read([&, blobs = BlobStore(session.store().blobDirectory())](Connection& connection) -> Expected<Read> {
            const auto id = Lookup::vehicle(connection, arguments.words.first());
            if (!id)
                return fail(id.error());
            auto gallery = PhotoRepository(connection).gallery(*id);
            if (!gallery)
                return fail(gallery.error());
            auto check = checkGallery(connection, blobs, *id);
            if (!check)
                return fail(check.error());
            return Read{std::move(*gallery), std::move(*check)};
        });
    if (!read)
        return fail(read.error());
    if (!read->check.measured.isEmpty()) {
        const auto noted =
            session.store()
                .write([&](Connection& connection) { return noteQualities(connection, read->check.measured); })
                .takeResult();
        if (!noted)
            return fail(noted.error());
    }

    QJsonArray photos;
    std::vector<QStringList> rows;
    bool clean = true;
    for (const PhotoFindings& found : read->check.photos) {
        const int row = read->gallery.indexOf(found.photo);
        const QString file = row >= 0 ? read->gallery.photos[static_cast<size_t>(row)].fileName : QString();
        QJsonArray hints;
        QStringList said;
        for (const auto& [hint, name] : HintNames) {
            if (!found.hints.testFlag(hint))
                continue;
            hints.append(QString::fromLatin1(name));
            said << words(hint);
        }
        QJsonArray alike;
        for (const PhotoId other : found.nearDuplicates) {
            alike.append(other.toString());
            said << tr("like photo %1").arg(read->gallery.indexOf(other) + 1);
        }
        QJsonArray elsewhere;
        for (const PhotoFindings::Elsewhere& other : found.elsewhere)
            elsewhere.append(
                QJsonObject{{u"vehicle"_s, other.vehicle.toString()}, {u"photo"_s, other.photo.toString()}});
        if (!found.elsewhere.empty())
            said << tr("on another vehicle too");
        QJsonObject object{
            {u"id"_s, found.photo.toString()}, {u"file"_s, file},           {u"hints"_s, hints},
            {u"near_duplicates"_s, alike},     {u"elsewhere"_s, elsewhere}, {u"measured"_s, found.quality.has_value()}};
        if (found.quality) {
            object.insert(u"sharpness"_s, found.quality->sharpness);
            object.insert(u"brightness"_s, found.quality->brightness);
            object.insert(u"dark"_s, found.quality->dark);
            object.insert(u"bright"_s, found.quality->bright);
        }
        photos.append(object);
        clean = clean && found.isClean();
        rows.push_back({QString::number(row + 1), file,
                        found.quality ? said.join(u", "_s) : tr("not on this computer yet"), found.photo.toString()});
    }
    output.table({tr("No."), tr("File"), tr("To look at"), tr("Id")}, rows, {0});
    output.document({{u"vehicle"_s, read->gallery.vehicle.toString()}, {u"clean"_s, clean}, {u"photos"_s, photos}});
    return Outcome::Done;
}

}  // namespace

std::vector<Command> photoCheckingCommands()
{
    Command check{
        {u"photo"_s, u"check"_s},
        PhotoChecking::tr("Says which photos of a vehicle are blurred, too dark, too bright, too small, alike, "
                          "or on another vehicle too."),
        u"STOCK"_s,
        1,
        1};
    check.run = PhotoChecking::check;
    return {check};
}

}  // namespace Forecourt
