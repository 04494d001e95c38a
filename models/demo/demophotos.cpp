// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demophotos.h"

#include "models/demo/demorandom.h"
#include "models/gallery/renditions.h"
#include "models/outbox/blobstore.h"
#include "models/store/connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <array>
#include <cstring>
#include <optional>

// Outside the namespace, as Q_INIT_RESOURCE demands: the linker drops the resource of a static library otherwise.
static void initDemoPhotoResource()
{
    Q_INIT_RESOURCE(forecourt_demo_photos);
}

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr DemoPicture DemoPictures[] = {
    {"hero", "Blue-grey", "SUV"},
    {"rav4", "Blue-grey", "SUV"},
    {"4runner", "Army green", "SUV"},
    {"cherokee", "Grey", "SUV"},
    {"crv", "White", "SUV"},
    {"cx5", "Red", "SUV"},
    {"duster", "Sand", "SUV"},
    {"edge", "White", "SUV"},
    {"forester", "Dark green", "SUV"},
    {"glc", "Black", "SUV"},
    {"highlander", "Charcoal", "SUV"},
    {"pathfinder", "Bronze", "SUV"},
    {"prado", "White", "SUV"},
    {"rogue", "Grey", "SUV"},
    {"rx350", "Pearl white", "SUV"},
    {"sportage", "Blue", "SUV"},
    {"tiguan", "White", "SUV"},
    {"tucson", "Red", "SUV"},
    {"civic15", "Blue", "Sedan"},
    {"civic19", "Black", "Sedan"},
    {"corolla", "Silver", "Sedan"},
    {"corolla20", "Red", "Sedan"},
    {"elantra", "White", "Sedan"},
    {"elantra17", "Bronze", "Sedan"},
    {"golf", "White", "Hatchback"},
    {"micra", "Red", "Hatchback"},
    {"yaris", "Light blue", "Hatchback"},
    {"f150", "White", "Pickup"},
    {"hilux", "White", "Pickup"},
    {"l200", "Grey", "Pickup"},
    {"tacoma", "Sand", "Pickup"},
    {"caravan", "Burgundy", "Minivan"},
    {"odyssey", "Grey", "Minivan"},
    {"sienna", "Beige", "Minivan"},
};
constexpr int DemoBlueGrey = 1;
constexpr int DemoOutsideViews = 22;
constexpr int DemoInsideViews = 7;

const char* demoPictureBody(const char* body)
{
    struct Kind {
        const char* body;
        const char* picture;
    };
    static constexpr Kind Kinds[] = {
        {"Sedan", "Sedan"},   {"Coupe", "Sedan"},     {"Convertible", "Sedan"}, {"Hatchback", "Hatchback"},
        {"Pickup", "Pickup"}, {"Minivan", "Minivan"}, {"Cargo van", "Minivan"}, {"Van", "Minivan"},
    };
    for (const Kind& kind : Kinds) {
        if (std::strcmp(kind.body, body) == 0)
            return kind.picture;
    }
    return "SUV";
}

/// What a buyer sees on the picture of this name; the front view that each car has is named by the car.
QString demoShot(const QString& name)
{
    struct View {
        const char* name;
        const char16_t* shot;
    };
    static constexpr View Views[] = {
        {"g02", u"right"},      {"g03", u"rear-three-quarter"},
        {"g04", u"rear"},       {"g06", u"left"},
        {"g08", u"front"},      {"g09", u"tyres"},
        {"i01", u"interior"},   {"i02", u"odometer"},
        {"i05", u"rear-seats"}, {"i08", u"vin"},
    };
    for (const View& view : Views) {
        if (name == QLatin1StringView(view.name))
            return QString::fromUtf16(view.shot);
    }
    for (const DemoPicture& picture : DemoPictures) {
        if (name == QLatin1StringView(picture.name))
            return u"front-three-quarter"_s;
    }
    return u""_s;
}

QString demoNumbered(QChar letter, int number)
{
    return letter + QString::number(number).rightJustified(2, u'0');
}

Expected<NewPhoto> storeDemoPhoto(const BlobStore& blobs, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const QByteArray bytes = file.readAll();
    NewPhoto photo;
    photo.fileName = QFileInfo(path).fileName();
    auto renditions = renderPhoto(bytes, photo.fileName);
    if (!renditions)
        return fail(renditions.error());
    struct File {
        const QByteArray& data;
        QByteArray& sha;
        qint64& size;
    };
    for (const File& part :
         {File{bytes, photo.originalSha, photo.originalSize}, File{renditions->large, photo.largeSha, photo.largeSize},
          File{renditions->medium, photo.mediumSha, photo.mediumSize},
          File{renditions->thumb, photo.thumbSha, photo.thumbSize}}) {
        auto sha = blobs.put(part.data);
        if (!sha)
            return fail(sha.error());
        part.sha = *sha;
        part.size = part.data.size();
    }
    photo.width = renditions->width;
    photo.height = renditions->height;
    photo.mime = renditions->mime;
    photo.slot = demoShot(photo.fileName.chopped(4));
    return photo;
}

bool demoIsBlueGrey(int picture)
{
    return picture <= DemoBlueGrey;
}

}  // namespace

std::span<const DemoPicture> demoPictures()
{
    return DemoPictures;
}

int demoPictureNamed(const char* name)
{
    const auto pictures = demoPictures();
    for (size_t i = 0; i < pictures.size(); ++i) {
        if (std::strcmp(pictures[i].name, name) == 0)
            return static_cast<int>(i);
    }
    Q_UNREACHABLE();
}

int demoPictureFor(const char* body, DemoRandom& random)
{
    const char* wanted = demoPictureBody(body);
    std::array<int, std::size(DemoPictures)> weights{};
    for (size_t i = 0; i < weights.size(); ++i) {
        if (std::strcmp(DemoPictures[i].body, wanted) == 0)
            weights[i] = demoIsBlueGrey(static_cast<int>(i)) ? 6 : 1;
    }
    return random.weighted(weights);
}

Expected<DemoPhotos> DemoPhotos::store(const BlobStore& blobs, const std::function<bool()>& go)
{
    initDemoPhotoResource();
    const QDir folder(u":/forecourt/demo-photos"_s);
    const QStringList paths = [&folder] {
        QStringList found;
        for (const QString& name : folder.entryList({u"*.jpg"_s}, QDir::Files, QDir::Name))
            found += folder.filePath(name);
        return found;
    }();
    auto stored = QtConcurrent::mapped(paths, [&blobs](const QString& path) { return storeDemoPhoto(blobs, path); });
    DemoPhotos photos;
    std::optional<Error> error;
    for (int i = 0; i < paths.size() && !error; ++i) {
        const Expected<NewPhoto> photo = stored.resultAt(i);
        if (!photo)
            error = photo.error();
        else if (!go())
            error = Error{ErrorCode::Cancelled, {}, {}};
        else
            photos.m_photos.insert(photo->fileName.chopped(4), *photo);
    }
    if (error) {
        stored.cancel();
        stored.waitForFinished();
        return fail(*error);
    }
    return photos;
}

Expected<void> DemoPhotos::noteFiles(Connection& connection, UtcMs now) const
{
    for (const NewPhoto& photo : m_photos) {
        FC_TRY(noteBlobHere(connection, photo.thumbSha, photo.thumbSize, BlobPriority::Thumbnail, now));
        FC_TRY(noteBlobHere(connection, photo.mediumSha, photo.mediumSize, BlobPriority::Medium, now));
        FC_TRY(noteBlobHere(connection, photo.largeSha, photo.largeSize, BlobPriority::Large, now));
        FC_TRY(noteBlobHere(connection, photo.originalSha, photo.originalSize, BlobPriority::Original, now));
    }
    return {};
}

QStringList DemoPhotos::gallery(int picture, DemoRandom& random)
{
    QStringList names{QString::fromLatin1(DemoPictures[picture].name)};
    if (demoIsBlueGrey(picture)) {
        for (int i = 1; i <= DemoOutsideViews; ++i) {
            if (random.chance(85))
                names += demoNumbered(u'g', i);
        }
    }
    for (int i = 1; i <= DemoInsideViews; ++i) {
        if (random.chance(85))
            names += demoNumbered(u'i', i);
    }
    return names;
}

QStringList DemoPhotos::fullGallery()
{
    QStringList names{u"hero"_s};
    for (int i = 1; i < DemoOutsideViews - 2; ++i)
        names += demoNumbered(u'g', i);
    for (int i = 1; i <= DemoInsideViews + 1; ++i)
        names += demoNumbered(u'i', i);
    return names;
}

}  // namespace Forecourt
