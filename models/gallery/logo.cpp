// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/logo.h"

#include "models/outbox/blobstore.h"
#include "models/store/connection.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestLogoFile = 20 * 1024 * 1024;
constexpr int LargestLogoSide = 8192;

}  // namespace

Expected<std::vector<Logo>> LogoRepository::all(Connection& connection)
{
    auto query =
        connection.run(u"SELECT id, name, image_sha FROM logos WHERE _del = 0 ORDER BY sort_order, name, id"_s);
    if (!query)
        return fail(query.error());
    std::vector<Logo> logos;
    while (query->next())
        logos.push_back({LogoId(Uuid::fromBytes(query->blob(0))), query->text(1), query->blob(2)});
    if (const auto error = query->error())
        return fail(*error);
    return logos;
}

Expected<QByteArray> makeLogo(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > LargestLogoFile)
        return fail(ErrorCode::FileTooLarge, path);
    QImageReader reader(&file);
    const QSize size = reader.size();
    if (size.isEmpty())
        return fail(ErrorCode::PhotoNotAnImage, path);
    if (size.width() > LargestLogoSide || size.height() > LargestLogoSide)
        return fail(ErrorCode::PhotoTooManyPixels, path);
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::PhotoTruncated, path, reader.errorString());
    if (image.width() > LogoPixels || image.height() > LogoPixels)
        image = image.scaled(LogoPixels, LogoPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!image.convertToFormat(QImage::Format_ARGB32).save(&buffer, "png"))
        return fail(ErrorCode::PhotoTruncated, path);
    return png;
}

Expected<void> AddLogo::apply(EditTransaction& transaction) const
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput);
    const auto last = transaction.connection().scalar(u"SELECT ifnull(max(sort_order), 0) FROM logos WHERE _del = 0"_s);
    if (!last)
        return fail(last.error());
    FC_TRY(noteBlobHere(transaction.connection(), sha, size, BlobPriority::Thumbnail, transaction.now()));
    return transaction.insert(
        Table::Logos, id.uuid(),
        {{u"name"_s, name.trimmed()}, {u"image_sha"_s, sha}, {u"sort_order"_s, last->toLongLong() + 1}});
}

Expected<void> RemoveLogo::apply(EditTransaction& transaction) const
{
    return transaction.remove(Table::Logos, id.uuid());
}

}  // namespace Forecourt
