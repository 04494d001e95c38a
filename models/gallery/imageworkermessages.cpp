// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkermessages.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QtEndian>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Keys of the maps. Numbers, because names would only be read by this file.
enum RequestKey { PathKey = 1, BytesKey, NameKey, EditKey, CoversKey, LogosKey };
enum ReplyKey {
    ErrorKey = 1,
    SubjectKey,
    DetailKey,
    LargeKey,
    MediumKey,
    ThumbKey,
    ShaKey,
    SizeKey,
    WidthKey,
    HeightKey,
    MimeKey,
    TakenKey,
    QualityKey,
    DurationKey,
};

QCborArray qualityArray(const PhotoQuality& quality)
{
    return {quality.sharpness, quality.brightness, quality.dark, quality.bright,
            static_cast<qint64>(quality.fingerprint)};
}

PhotoQuality qualityFrom(const QCborArray& array)
{
    return {array.at(0).toDouble(), array.at(1).toDouble(), array.at(2).toDouble(), array.at(3).toDouble(),
            static_cast<std::uint64_t>(array.at(4).toInteger())};
}

QByteArray framed(const QCborMap& map)
{
    const QByteArray body = map.toCborValue().toCbor();
    QByteArray message(MessageReader::HeaderLength, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), message.data());
    return message + body;
}

Expected<QCborMap> mapFrom(const QByteArray& body)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(body, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return fail(ErrorCode::MessageMalformed, {}, error.errorString());
    return value.toMap();
}

}  // namespace

QByteArray RenderRequest::toMessage() const
{
    QCborMap map{{PathKey, path}, {BytesKey, bytes}, {NameKey, name}};
    if (!recipe.isNone()) {
        map.insert(EditKey, recipe.edit.toJson());
        map.insert(CoversKey, PhotoCover::toJson(recipe.covers));
        QCborMap logos;
        for (auto logo = recipe.logos.cbegin(); logo != recipe.logos.cend(); ++logo)
            logos.insert(QCborValue(logo.key()), logo.value());
        map.insert(LogosKey, logos);
    }
    return framed(map);
}

Expected<RenderRequest> RenderRequest::fromCbor(const QByteArray& body)
{
    const auto map = mapFrom(body);
    if (!map)
        return fail(map.error());
    RenderRequest request{map->value(PathKey).toString(), map->value(BytesKey).toByteArray(),
                          map->value(NameKey).toString()};
    request.recipe.edit = PhotoEdit::fromJson(map->value(EditKey).toString());
    request.recipe.covers = PhotoCover::fromJson(map->value(CoversKey).toString());
    const QCborMap logos = map->value(LogosKey).toMap();
    for (auto logo = logos.cbegin(); logo != logos.cend(); ++logo)
        request.recipe.logos.insert(logo.key().toByteArray(), logo.value().toByteArray());
    return request;
}

QByteArray renderReply(const Expected<Renditions>& result)
{
    if (!result) {
        const Error& error = result.error();
        return framed(
            {{ErrorKey, static_cast<int>(error.code)}, {SubjectKey, error.subject}, {DetailKey, error.detail}});
    }
    return framed({{LargeKey, result->large},
                   {MediumKey, result->medium},
                   {ThumbKey, result->thumb},
                   {ShaKey, result->originalSha},
                   {SizeKey, result->originalSize},
                   {WidthKey, result->width},
                   {HeightKey, result->height},
                   {MimeKey, result->mime},
                   {QualityKey, qualityArray(result->quality)},
                   {DurationKey, result->durationMs ? QCborValue(*result->durationMs) : QCborValue()},
                   {TakenKey, result->takenAt ? QCborValue(qint64{*result->takenAt}) : QCborValue()}});
}

Expected<Expected<Renditions>> renderReplyFromCbor(const QByteArray& body)
{
    const auto map = mapFrom(body);
    if (!map)
        return fail(map.error());
    if (map->contains(ErrorKey)) {
        const auto code = static_cast<ErrorCode>(map->value(ErrorKey).toInteger());
        return Expected<Renditions>(fail(code, map->value(SubjectKey).toString(), map->value(DetailKey).toString()));
    }
    Renditions renditions;
    renditions.large = map->value(LargeKey).toByteArray();
    renditions.medium = map->value(MediumKey).toByteArray();
    renditions.thumb = map->value(ThumbKey).toByteArray();
    renditions.originalSha = map->value(ShaKey).toByteArray();
    renditions.originalSize = map->value(SizeKey).toInteger();
    renditions.width = static_cast<int>(map->value(WidthKey).toInteger());
    renditions.height = static_cast<int>(map->value(HeightKey).toInteger());
    renditions.quality = qualityFrom(map->value(QualityKey).toArray());
    renditions.mime = map->value(MimeKey).toString();
    if (const QCborValue taken = map->value(TakenKey); taken.isInteger())
        renditions.takenAt = taken.toInteger();
    if (const QCborValue duration = map->value(DurationKey); duration.isInteger())
        renditions.durationMs = duration.toInteger();
    if (renditions.large.isEmpty() || renditions.medium.isEmpty() || renditions.thumb.isEmpty())
        return fail(ErrorCode::MessageMalformed);
    return Expected<Renditions>(std::move(renditions));
}

std::optional<QByteArray> MessageReader::next()
{
    if (m_broken || m_buffer.size() < HeaderLength)
        return {};
    const auto length = qFromBigEndian<quint32>(m_buffer.constData());
    if (length > MaxLength) {
        m_broken = true;
        return {};
    }
    const auto end = HeaderLength + static_cast<qsizetype>(length);
    if (m_buffer.size() < end)
        return {};
    QByteArray body = m_buffer.sliced(HeaderLength, length);
    m_buffer.remove(0, end);
    return body;
}

}  // namespace Forecourt
