// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/lookup.h"
#include "app/ctl/output.h"
#include "app/ctl/photoreport.h"
#include "app/ctl/session.h"
#include "models/gallery/photorepository.h"
#include "models/outbox/blobstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct PhotoReading {
    Q_DECLARE_TR_FUNCTIONS(PhotoReading)

public:
    static Expected<Outcome> list(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> exportAll(Session& session, const Arguments& arguments, Output& output);
};

/// The file of a photo that is exported, and its name there: "01-front.jpg".
struct ExportedPhoto {
    QByteArray sha;
    QString name;
};

std::optional<ExportedPhoto> exportedPhoto(const Photo& photo, size_t place, const QString& size)
{
    const QString number = QString::number(place).rightJustified(2, u'0');
    const QString base = QFileInfo(photo.fileName).completeBaseName();
    if (size == "original"_L1)
        return ExportedPhoto{photo.originalSha, number + u'-' + photo.fileName};
    if (size == "large"_L1)
        return ExportedPhoto{photo.largeSha, number + u'-' + base + u".jpg"_s};
    if (size == "medium"_L1)
        return ExportedPhoto{photo.mediumSha, number + u'-' + base + u".jpg"_s};
    return {};
}

Expected<Outcome> PhotoReading::list(Session& session, const Arguments& arguments, Output& output)
{
    const auto gallery = readGallery(session, arguments.words.first());
    if (!gallery)
        return fail(gallery.error());
    PhotoReport::gallery(output, *gallery);
    return Outcome::Done;
}

Expected<Outcome> PhotoReading::exportAll(Session& session, const Arguments& arguments, Output& output)
{
    const auto gallery = readGallery(session, arguments.words[0]);
    if (!gallery)
        return fail(gallery.error());
    const QString size = arguments.isSet(u"size"_s) ? arguments.value(u"size"_s) : u"large"_s;
    const QDir folder(arguments.words[1]);
    if (!folder.mkpath(u"."_s))
        return fail(ErrorCode::FileUnwritable, folder.path());

    const BlobStore blobs(session.store().blobDirectory());
    QJsonArray written;
    QJsonArray missing;
    for (size_t i = 0; i < gallery->photos.size(); ++i) {
        const auto photo = exportedPhoto(gallery->photos[i], i + 1, size);
        if (!photo)
            return fail(ErrorCode::InvalidInput, u"--size "_s + size);
        if (photo->sha.isEmpty() || !blobs.has(photo->sha)) {
            missing.append(photo->name);
            output.message(tr("%1 has not arrived on this computer yet.").arg(photo->name));
            continue;
        }
        const QString target = folder.filePath(photo->name);
        if (QFileInfo::exists(target) && !arguments.isSet(u"overwrite"_s))
            return fail(ErrorCode::FileUnwritable, target, tr("it exists already"));
        QFile::remove(target);
        if (!QFile::copy(blobs.path(photo->sha), target))
            return fail(ErrorCode::FileUnwritable, target);
        written.append(target);
        output.line(target);
    }
    output.document({{u"written"_s, written}, {u"missing"_s, missing}});
    return missing.isEmpty() ? Outcome::Done : Outcome::Partly;
}

}  // namespace

Expected<Gallery> readGallery(Session& session, const QString& vehicle)
{
    return session.read([&](Connection& connection) -> Expected<Gallery> {
        const auto id = Lookup::vehicle(connection, vehicle);
        if (!id)
            return fail(id.error());
        return PhotoRepository(connection).gallery(*id);
    });
}

std::vector<Command> photoReadingCommands()
{
    Command list{
        {u"photo"_s, u"list"_s}, PhotoReading::tr("Lists the photos of a vehicle in their order."), u"STOCK"_s, 1, 1};
    list.run = PhotoReading::list;

    Command exportAll{{u"photo"_s, u"export"_s},
                      PhotoReading::tr("Copies the photos of a vehicle to a folder."),
                      u"STOCK FOLDER"_s,
                      2,
                      2};
    exportAll.options = {
        {u"size"_s,
         PhotoReading::tr("original, large (2048 px, the default) or medium (1024 px); only originals keep GPS "
                          "positions and camera data."),
         u"SIZE"_s},
        {u"overwrite"_s, PhotoReading::tr("Replaces files that exist.")},
    };
    exportAll.run = PhotoReading::exportAll;
    return {list, exportAll};
}

}  // namespace Forecourt
