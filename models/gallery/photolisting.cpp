// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photolisting.h"

#include "models/gallery/photoformat.h"
#include "models/gallery/renditions.h"
#include "models/gallery/videoformat.h"

#include <QCollator>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Forecourt {

namespace {

ListedFile lookAt(const QFileInfo& info)
{
    const QString name = info.fileName();
    ListedFile listed{info.absoluteFilePath(), name, info.size(), false, {}};
    if (!info.isFile()) {
        listed.error = Error{ErrorCode::FileUnreadable, name, {}};
        return listed;
    }
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        listed.error = Error{ErrorCode::FileUnreadable, name, file.errorString()};
        return listed;
    }
    const QByteArray head = file.read(PhotoSniffLength);
    listed.video = sniffVideoContainer(head).has_value();
    if (const auto size = listed.video ? checkVideoSize(info.size(), name) : checkPhotoSize(info.size(), name); !size)
        listed.error = size.error();
    else if (const auto format = sniffPhotoFormat(head, name); !listed.video && !format)
        listed.error = format.error();
    return listed;
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
        listed.push_back(lookAt(info));
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
