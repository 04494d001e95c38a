// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoexporter.h"

#include "models/base/whendone.h"
#include "models/gallery/exportpicture.h"
#include "models/gallery/renditionfile.h"
#include "models/gallery/ziparchive.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtConcurrent>

#include <atomic>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Two pictures of 2048 px at work take some 60 MB.
constexpr int ExportThreads = 2;

Error exportWriteError(const QString& path)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool full = disk.isValid() && disk.bytesAvailable() < 1024 * 1024;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, {}};
}

/// What one photo came to: its size in bytes.
using ExportedFile = Expected<qint64>;

struct ExportWork {
    ExportPreset preset;
    QImage watermark;
    QString folder;  ///< where files wait until all are there
    std::atomic<bool> cancelled = false;

    ExportedFile write(const QString& source, const QString& name) const
    {
        if (cancelled)
            return fail(ErrorCode::Cancelled, name);
        const auto picture = readRendition(source);
        if (!picture)
            return fail(picture.error().code, name);
        const auto made = renderExport(*picture, preset, watermark);
        if (!made)
            return fail(made.error().code, name, made.error().detail);
        const QString path = folder + u'/' + name;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(made->jpeg) != made->jpeg.size() || !file.flush())
            return fail(exportWriteError(path));
        return made->jpeg.size();
    }
};

Expected<void> putInPlace(const QString& from, const QStringList& names, const ExportTarget& target)
{
    if (target.form == ExportTarget::Form::Zip)
        return writeZip(target.path, from, names);
    for (const QString& name : names) {
        const QString path = target.path + u'/' + name;
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return fail(exportWriteError(path));
        if (!QFile::rename(from + u'/' + name, path))
            return fail(exportWriteError(path));
    }
    return {};
}

std::vector<QString> exportNames(const std::vector<ExportSource>& sources, const ExportPreset& preset)
{
    std::vector<ExportWords> words;
    words.reserve(sources.size());
    for (const ExportSource& source : sources)
        words.push_back(source.words);
    return exportFileNames(preset.fileName, words);
}

}  // namespace

class PhotoExporter::Private {
public:
    explicit Private(PhotoExporter& exporter, BlobStore store) : q(exporter), blobs(std::move(store))
    {
        threads.setMaxThreadCount(ExportThreads);
    }

    Expected<void> prepare(const ExportPreset& preset);
    void take(size_t row, const ExportedFile& file);
    void putAllInPlace();
    void end(std::optional<Error> error);

    PhotoExporter& q;
    BlobStore blobs;
    std::vector<ExportSource> sources;
    std::vector<QString> names;
    std::vector<std::optional<ExportedFile>> files;
    ExportTarget target;
    std::unique_ptr<QTemporaryDir> waiting;
    std::shared_ptr<ExportWork> work = std::make_shared<ExportWork>();
    int done = 0;
    std::optional<Error> broken;  ///< why the other photos need not be tried
    bool placing = false;
    bool over = false;
    QThreadPool threads;
};

PhotoExporter::PhotoExporter(BlobStore blobs, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(blobs)))
{
}

PhotoExporter::~PhotoExporter()
{
    d->work->cancelled = true;
    d->threads.waitForDone();
}

QStringList PhotoExporter::replaced(const std::vector<ExportSource>& sources, const ExportPreset& preset,
                                    const ExportTarget& target)
{
    if (target.form == ExportTarget::Form::Zip)
        return QFileInfo::exists(target.path) ? QStringList{QFileInfo(target.path).fileName()} : QStringList();
    QStringList there;
    for (const QString& name : exportNames(sources, preset))
        if (QFileInfo::exists(target.path + u'/' + name))
            there << name;
    return there;
}

Expected<void> PhotoExporter::Private::prepare(const ExportPreset& preset)
{
    FC_TRY(preset.check());
    work->preset = preset;
    if (!preset.watermark.isEmpty()) {
        auto mark = readRendition(blobs.path(preset.watermark), {}, Qt::KeepAspectRatio, "png");
        if (!mark)
            return fail(ErrorCode::NotFound, {}, u"watermark"_s);
        work->watermark = *std::move(mark);
    }
    // On the disk of the target, so that putting files in place is a matter of names.
    const QString beside = target.form == ExportTarget::Form::Zip ? QFileInfo(target.path).absolutePath() : target.path;
    if (!QDir().mkpath(beside))
        return fail(exportWriteError(beside));
    waiting = std::make_unique<QTemporaryDir>(beside + u"/.forecourt-export-XXXXXX"_s);
    if (!waiting->isValid())
        return fail(exportWriteError(beside));
    work->folder = waiting->path();
    return {};
}

void PhotoExporter::start(const std::vector<ExportSource>& sources, const ExportPreset& preset,
                          const ExportTarget& target)
{
    d->sources = sources;
    d->names = exportNames(sources, preset);
    d->files.resize(sources.size());
    d->target = target;
    const auto prepared = QtConcurrent::run(&d->threads, [this, preset] { return d->prepare(preset); });
    whenDone(prepared, this, [this](const Expected<void>& ready) {
        if (!ready || d->work->cancelled)
            return d->end(ready ? Error{ErrorCode::Cancelled, {}, {}} : ready.error());
        if (d->sources.empty())
            return d->putAllInPlace();
        for (size_t row = 0; row < d->sources.size(); ++row) {
            const QByteArray& sha = d->sources[row].sha;
            const auto written =
                QtConcurrent::run(&d->threads, [work = d->work, path = sha.isEmpty() ? QString() : d->blobs.path(sha),
                                                name = d->names[row]] { return work->write(path, name); });
            whenDone(written, this, [this, row](const ExportedFile& file) { d->take(row, file); });
        }
    });
}

void PhotoExporter::Private::take(size_t row, const ExportedFile& file)
{
    files[row] = file;
    const bool stops =
        !file && (file.error().code == ErrorCode::DiskFull || file.error().code == ErrorCode::FileUnwritable);
    if (stops && !broken) {
        broken = file.error();
        work->cancelled = true;
    }
    ++done;
    const int all = static_cast<int>(files.size());
    if (!work->cancelled)
        Q_EMIT q.progressed(done, all);
    if (done < all)
        return;
    if (work->cancelled)
        end(broken.value_or(Error{ErrorCode::Cancelled, {}, {}}));
    else
        putAllInPlace();
}

void PhotoExporter::Private::putAllInPlace()
{
    placing = true;
    QStringList written;
    for (size_t row = 0; row < files.size(); ++row)
        if (files[row]->has_value())
            written << names[row];
    if (written.isEmpty())
        return end({});
    const auto placed = QtConcurrent::run(
        &threads, [folder = work->folder, written, to = target] { return putInPlace(folder, written, to); });
    whenDone(placed, &q,
             [this](const Expected<void>& there) { end(there ? std::nullopt : std::optional<Error>(there.error())); });
}

void PhotoExporter::Private::end(std::optional<Error> error)
{
    over = true;
    waiting.reset();
    Outcome outcome;
    outcome.error = std::move(error);
    for (size_t row = 0; row < files.size(); ++row) {
        if (!files[row])
            continue;
        if (!files[row]->has_value())
            outcome.failures.push_back({sources[row].photo, names[row], files[row]->error()});
        else if (!outcome.error) {
            outcome.written << names[row];
            outcome.bytes += **files[row];
        }
    }
    Q_EMIT q.finished(outcome);
}

void PhotoExporter::cancel()
{
    if (d->over || d->placing)
        return;
    d->work->cancelled = true;
}

}  // namespace Forecourt
