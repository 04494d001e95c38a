// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoqualityrepository.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<void> noteQuality(Connection& connection, const QByteArray& sha, const PhotoQuality& quality)
{
    const auto noted = connection.run(
        u"INSERT OR REPLACE INTO photo_quality (sha, version, sharpness, brightness, dark, bright, fingerprint) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {sha, PhotoQuality::Version, quality.sharpness, quality.brightness, quality.dark, quality.bright,
         static_cast<qlonglong>(quality.fingerprint)});
    if (!noted)
        return fail(noted.error());
    return {};
}

Expected<PhotoQualities> readQualities(Connection& connection)
{
    auto rows = connection.run(
        u"SELECT sha, sharpness, brightness, dark, bright, fingerprint FROM photo_quality WHERE version = ?"_s,
        {PhotoQuality::Version});
    if (!rows)
        return fail(rows.error());
    PhotoQualities qualities;
    while (rows->next())
        qualities.insert(rows->blob(0),
                         {rows->value(1).toDouble(), rows->value(2).toDouble(), rows->value(3).toDouble(),
                          rows->value(4).toDouble(), static_cast<std::uint64_t>(rows->integer(5))});
    return qualities;
}

}  // namespace Forecourt
