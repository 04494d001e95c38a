// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/lookup.h"
#include "app/ctl/output.h"
#include "app/ctl/photoreport.h"
#include "app/ctl/session.h"
#include "models/base/errortext.h"
#include "models/gallery/exportpresets.h"
#include "models/gallery/exportsources.h"
#include "models/gallery/photorepository.h"
#include "models/outbox/blobstore.h"
#include "models/vehicle/vehiclerepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct PhotoReading {
    Q_DECLARE_TR_FUNCTIONS(PhotoReading)

public:
    static Expected<Outcome> list(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> exportAll(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> exportByPreset(Session& session, const Arguments& arguments, Output& output);
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

/// A preset by its name or, for those that come with the program, by its key.
Expected<ExportPreset> presetOf(Connection& connection, const QString& name)
{
    if (name == "website"_L1)
        return builtInPreset(BuiltInPreset::Website);
    if (name == "square"_L1)
        return builtInPreset(BuiltInPreset::Square);
    if (name == "small"_L1)
        return builtInPreset(BuiltInPreset::SmallFiles);
    const auto presets = ExportPresetRepository::all(connection);
    if (!presets)
        return fail(presets.error());
    for (const NamedExportPreset& named : *presets)
        if (named.name.compare(name, Qt::CaseInsensitive) == 0)
            return named.preset;
    return fail(ErrorCode::NotFound, name);
}

Expected<Outcome> PhotoReading::exportByPreset(Session& session, const Arguments& arguments, Output& output)
{
    struct Read {
        Vehicle vehicle;
        Gallery gallery;
        ExportPreset preset;
    };
    const auto read = session.read([&](Connection& connection) -> Expected<Read> {
        const auto id = Lookup::vehicle(connection, arguments.words[0]);
        if (!id)
            return fail(id.error());
        auto vehicle = VehicleRepository::find(connection, *id);
        if (!vehicle)
            return fail(vehicle.error());
        auto gallery = PhotoRepository(connection).gallery(*id);
        if (!gallery)
            return fail(gallery.error());
        const auto preset = presetOf(connection, arguments.value(u"preset"_s));
        if (!preset)
            return fail(preset.error());
        return Read{std::move(*vehicle), std::move(*gallery), *preset};
    });
    if (!read)
        return fail(read.error());
    const QString path = QFileInfo(arguments.words[1]).absoluteFilePath();
    const ExportTarget target{
        path.endsWith(".zip"_L1, Qt::CaseInsensitive) ? ExportTarget::Form::Zip : ExportTarget::Form::Folder, path};
    const std::vector<ExportSource> photos = exportSources(read->vehicle, read->gallery);
    if (const QStringList there = PhotoExporter::replaced(photos, read->preset, target);
        !there.isEmpty() && !arguments.isSet(u"overwrite"_s))
        return fail(ErrorCode::FileUnwritable, there.first(), tr("it exists already"));

    PhotoExporter exporter(BlobStore(session.store().blobDirectory()));
    PhotoExporter::Outcome outcome;
    QObject::connect(
        &exporter, &PhotoExporter::finished, &exporter,
        [&outcome](const PhotoExporter::Outcome& told) {
            outcome = told;
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    exporter.start(photos, read->preset, target);
    QCoreApplication::exec();
    if (outcome.error)
        return fail(*outcome.error);
    QJsonArray written;
    for (const QString& name : outcome.written) {
        const QString file = target.form == ExportTarget::Form::Zip ? name : path + u'/' + name;
        written.append(file);
        output.line(file);
    }
    QJsonArray missing;
    for (const PhotoExporter::Failure& failure : outcome.failures) {
        missing.append(failure.name);
        output.message(failure.error.code == ErrorCode::NotFound
                           ? tr("%1 has not arrived on this computer yet.").arg(failure.name)
                           : ErrorText::full(failure.error));
    }
    const auto videos = static_cast<int>(std::ranges::count_if(read->gallery.photos, &Photo::isVideo));
    if (videos > 0)
        output.message(tr("%n video(s) left out: presets are for photos.", nullptr, videos));
    output.document({{u"written"_s, written},
                     {u"missing"_s, missing},
                     {u"videos_left_out"_s, videos},
                     {u"bytes"_s, outcome.bytes}});
    return missing.isEmpty() ? Outcome::Done : Outcome::Partly;
}

Expected<Outcome> PhotoReading::exportAll(Session& session, const Arguments& arguments, Output& output)
{
    if (arguments.isSet(u"preset"_s))
        return exportByPreset(session, arguments, output);
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
        {u"preset"_s,
         PhotoReading::tr(
             "Shapes and names the files as this preset of the dealership says, or website, square or small. "
             "A FOLDER that ends in .zip is made a ZIP file."),
         u"NAME"_s},
        {u"overwrite"_s, PhotoReading::tr("Replaces files that exist.")},
    };
    exportAll.run = PhotoReading::exportAll;
    return {list, exportAll};
}

}  // namespace Forecourt
