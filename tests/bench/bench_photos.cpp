// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photoimporter.h"
#include "models/gallery/renditions.h"
#include "models/outbox/journal.h"
#include "models/vehicle/vehiclecommands.h"
#include "tests/bench/figures.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileSystemWatcher>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtConcurrentMap>

#include <memory>

// Prints how fast 50 photos of 12 megapixels join a gallery: read, decoded, three renditions each, stored.

namespace Forecourt::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Photos = 50;
/// The program writes the photos instead of measuring: `--write FOLDER`.
const QString WriteOption = u"--write"_s;
/// Appears when all photos are written.
const QString WrittenMark = u"written"_s;

QString photoFile(const QString& folder, int i)
{
    return folder + u"/photo%1.jpg"_s.arg(i);
}

/// A JPEG of 4032×3024 with the detail of a real one: smooth shapes and noise, about 3 MB.
void writeCameraPhoto(const QString& file, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage image(4032, 3024, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 4032, 3024);
    sky.setColorAt(0, QColor::fromHsv(random.bounded(360), 90, 220));
    sky.setColorAt(1, QColor::fromHsv(random.bounded(360), 120, 90));
    painter.fillRect(image.rect(), sky);
    for (int i = 0; i < 4000; ++i) {
        painter.setPen(QPen(QColor::fromHsv(random.bounded(360), 80, random.bounded(256), 90), 1 + random.bounded(6)));
        painter.drawLine(random.bounded(4032), random.bounded(3024), random.bounded(4032), random.bounded(3024));
    }
    painter.end();
    if (!image.save(file, "JPEG", 90))
        qFatal("cannot write %s", qUtf8Printable(file));
}

/// The least that anybody could do with these files: the same decoding, sizes and encoding by Qt alone, in this
/// process, one photo on each core, without helpers, upright turning, colours, metadata, store or disk.
double barePhotosPerSecond(const QStringList& files)
{
    QThreadPool pool;
    const double msecs = timed([&] {
        QtConcurrent::blockingMap(&pool, files, [](const QString& file) {
            QImageReader reader(file);
            reader.setScaledSize(reader.size() / 2);
            QImage image = reader.read();
            for (const int box : {Renditions::LargePixels, Renditions::MediumPixels, Renditions::ThumbPixels}) {
                image = image.scaled(box, box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
                QBuffer buffer;
                buffer.open(QIODevice::WriteOnly);
                image.save(&buffer, "JPEG", 82);
            }
        });
    });
    return static_cast<double>(files.size()) * 1000 / msecs;
}

/// Waits until another process has written the photos.
void writeElsewhere(const QTemporaryDir& folder)
{
    QFileSystemWatcher written({folder.path()});
    QObject::connect(&written, &QFileSystemWatcher::directoryChanged, &written, [&folder] {
        if (QFile::exists(folder.filePath(WrittenMark)))
            QCoreApplication::quit();
    });
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {WriteOption, folder.path()}))
        qFatal("cannot write the photos");
    QCoreApplication::exec();
}

}  // namespace

int benchPhotos()
{
    QTemporaryDir folder;
    QStringList files;
    qint64 bytes = 0;
    for (int i = 0; i < Photos; ++i)
        files << photoFile(folder.path(), i);
    // By a process of its own: a helper's peak counts from the size that this program had when it started the helper.
    // And not by a child, which would count among the helpers.
    writeElsewhere(folder);
    for (const QString& file : std::as_const(files))
        bytes += QFile(file).size();
    auto store = require(Store::open({folder.filePath(u"store"_s)}));
    auto journal = require(Journal::open(*store));
    AddVehicle add;
    add.vehicle.id = VehicleId::create();
    add.vehicle.stockNumber = u"B26-1187"_s;
    require(journal->run(add).takeResult());

    heading("Photos");
    // Ended before the last figure: only then is the memory of the helpers known.
    auto pool = std::make_unique<ImageWorkerPool>();
    const int helpers = pool->workers();
    auto importer = std::make_unique<PhotoImporter>(*journal, *pool, add.vehicle.id);
    PhotoImporter::Outcome outcome;
    QObject::connect(importer.get(), &PhotoImporter::finished, importer.get(),
                     [&](const PhotoImporter::Outcome& result) {
                         outcome = result;
                         QCoreApplication::quit();
                     });
    const double msecs = timed([&] {
        importer->start(files);
        QCoreApplication::exec();
    });
    std::printf("  %zu photos of 12 MP (%.1f MB) by %d helpers: %.1f s, %.1f photos/s\n", outcome.added.size(),
                static_cast<double>(bytes) / 1e6, helpers, msecs / 1000, Photos * 1000 / msecs);
    importer.reset();
    pool.reset();
    std::printf("  peak memory of the program %.0f MB, of the largest helper %.0f MB\n", peakMemory(),
                peakMemoryOfChildren());
    const double bare = barePhotosPerSecond(files);
    std::printf("  Qt alone, in threads, nothing kept: %.1f photos/s; ratio %.2f\n", bare,
                Photos * 1000 / msecs / bare);
    return outcome.added.size() == Photos ? 0 : 1;
}

int writePhotos(const QString& folder)
{
    QStringList files;
    for (int i = 0; i < Photos; ++i)
        files << photoFile(folder, i);
    QtConcurrent::blockingMap(files, [&files](const QString& file) {
        writeCameraPhoto(file, static_cast<quint32>(files.indexOf(file) + 1));
    });
    return QFile(QDir(folder).filePath(WrittenMark)).open(QIODevice::WriteOnly) ? 0 : 1;
}

}  // namespace Forecourt::Bench

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == Forecourt::Bench::WriteOption)
        return Forecourt::Bench::writePhotos(arguments.at(2));
    return Forecourt::Bench::benchPhotos();
}
