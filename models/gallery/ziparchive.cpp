// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/ziparchive.h"

#include <QDir>

#include <zip.h>

#include <cerrno>
#include <memory>

namespace Forecourt {

namespace {

// Has a name of its own from libzip 1.10 on.
constexpr zip_int64_t WholeFile = 0;

Error zipError(const QString& path, zip_error_t* error)
{
    const bool full = zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) == ENOSPC;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, QString::fromUtf8(zip_error_strerror(error))};
}

struct ZipDiscard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

}  // namespace

Expected<void> writeZip(const QString& path, const QString& folder, const QStringList& names)
{
    int code = 0;
    // libzip takes UTF-8 on Windows too.
    std::unique_ptr<zip_t, ZipDiscard> archive(
        zip_open(QDir::toNativeSeparators(path).toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        Error failed = zipError(path, &error);
        zip_error_fini(&error);
        return fail(std::move(failed));
    }
    for (const QString& name : names) {
        zip_source_t* source = zip_source_file(
            archive.get(), QDir::toNativeSeparators(folder + u'/' + name).toUtf8().constData(), 0, WholeFile);
        if (!source)
            return fail(zipError(path, zip_get_error(archive.get())));
        const zip_int64_t index = zip_file_add(archive.get(), name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return fail(zipError(path, zip_get_error(archive.get())));
        }
        if (zip_set_file_compression(archive.get(), static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) < 0)
            return fail(zipError(path, zip_get_error(archive.get())));
    }
    if (zip_close(archive.get()) < 0)
        return fail(zipError(path, zip_get_error(archive.get())));
    archive.release();  // NOLINT(bugprone-unused-return-value): closed just now
    return {};
}

}  // namespace Forecourt
