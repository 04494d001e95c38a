// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storedfiles.h"

#include <QDirIterator>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString storedFilePath(const QString& directory, const QByteArray& sha)
{
    const QString hex = QString::fromLatin1(sha.toHex());
    return u"%1/%2/%3"_s.arg(directory, hex.first(2), hex.sliced(2));
}

QString storedFileFolder(const QString& directory, std::uint8_t first)
{
    return u"%1/%2"_s.arg(directory).arg(first, 2, 16, QLatin1Char('0'));
}

std::vector<QByteArray> storedFiles(const QString& directory, std::uint8_t first)
{
    const QByteArray folder = QByteArray(1, static_cast<char>(first)).toHex();
    std::vector<QByteArray> files;
    QDirIterator entries(storedFileFolder(directory, first), QDir::Files);
    while (entries.hasNext()) {
        entries.next();
        const QByteArray hex = folder + entries.fileName().toLatin1();
        QByteArray sha = QByteArray::fromHex(hex);
        if (sha.size() == 32 && sha.toHex() == hex)
            files.push_back(std::move(sha));
    }
    return files;
}

}  // namespace Forecourt
