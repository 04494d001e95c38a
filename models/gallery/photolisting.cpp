// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photolisting.h"

#include "models/gallery/photoformat.h"
#include "models/gallery/renditions.h"

#include <QCollator>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Forecourt {

namespace {

std::optional<Error> photoFileError(const QFileInfo& info)
{
    const QString name = info.fileName();
    if (!info.isFile())
        return Error{ErrorCode::FileUnreadable, name, {}};
    if (const auto size = checkPhotoSize(info.size(), name); !size)
        return size.error();
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, name, file.errorString()};
    if (const auto format = sniffPhotoFormat(file.read(PhotoSniffLength), name); !format)
        return format.error();
    return {};
}

QStringList filesBelow(const QString& folder, int most, const std::atomic<bool>& cancelled)
{
    QStringList files;
    // Links are not followed: a link to a folder above would never end.
    QDirIterator entries(folder, QDir::Files | QDir::Readable | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext() && files.size() < most && !cancelled)
        files.append(entries.next());
    // Not in the language of this computer: the order of photos should not depend on it.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(files, collator);
    return files;
}

}  // namespace

std::vector<ListedFile> listPhotoFiles(const QStringList& paths, int most, const std::atomic<bool>& cancelled)
{
    std::vector<ListedFile> listed;
    const auto list = [&](const QString& path) {
        if (static_cast<int>(listed.size()) >= most || cancelled)
            return;
        const QFileInfo info(path);
        listed.push_back({info.absoluteFilePath(), info.fileName(), info.size(), photoFileError(info)});
    };
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            list(path);
            continue;
        }
        for (const QString& file : filesBelow(path, most, cancelled))
            list(file);
    }
    return listed;
}

}  // namespace Forecourt
