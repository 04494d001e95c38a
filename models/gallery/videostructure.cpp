// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/videostructure.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <optional>

namespace Forecourt {

namespace {

constexpr qint64 BoxHeader = 8;
constexpr int MostParts = 1'000'000;

std::optional<QByteArray> bytesAt(QIODevice& device, qint64 at, qint64 count)
{
    if (!device.seek(at))
        return {};
    QByteArray bytes = device.read(count);
    return bytes.size() == count ? std::optional(std::move(bytes)) : std::nullopt;
}

bool isBoxName(QByteArrayView name)
{
    return std::ranges::all_of(name, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

// Boxes of an ISO base media file (ISO/IEC 14496-12, 4.2): length, name, and for length 1 a longer length.
bool isWholeMp4(QIODevice& device)
{
    bool index = false;
    bool content = false;
    qint64 at = 0;
    for (int part = 0; part < MostParts && at + BoxHeader <= device.size(); ++part) {
        const auto header = bytesAt(device, at, BoxHeader);
        if (!header)
            return false;
        const QByteArrayView name = QByteArrayView(*header).sliced(4);
        // Some programs leave bytes of their own behind the last box.
        if (!isBoxName(name))
            return index && content;
        quint64 length = qFromBigEndian<quint32>(header->constData());
        if (length == 1) {
            const auto longer = bytesAt(device, at + BoxHeader, BoxHeader);
            if (!longer)
                return false;
            length = qFromBigEndian<quint64>(longer->constData());
        } else if (length == 0) {
            length = static_cast<quint64>(device.size() - at);
        }
        if (length < BoxHeader || length > static_cast<quint64>(device.size() - at))
            return index && content && name != "moov" && name != "mdat" && name != "moof";
        index = index || name == "moov";
        content = content || name == "mdat";
        at += static_cast<qint64>(length);
    }
    return index && content;
}

// Elements of a Matroska file (RFC 8794, 4 to 6): the leading zero bits of id and length tell how long each is.
bool isWholeMatroska(QIODevice& device)
{
    constexpr quint32 Segment = 0x18538067;
    qint64 at = 0;
    for (int part = 0; part < MostParts; ++part) {
        const auto first = bytesAt(device, at, 1);
        if (!first)
            return false;
        const int idLength = std::countl_zero(static_cast<quint8>(first->at(0))) + 1;
        const auto head = bytesAt(device, at, idLength + 1);
        if (idLength > 4 || !head)
            return false;
        quint32 id = 0;
        for (int i = 0; i < idLength; ++i)
            id = id << 8 | static_cast<quint8>(head->at(i));
        const auto marker = static_cast<quint8>(head->at(idLength));
        const int sizeLength = std::countl_zero(marker) + 1;
        const auto rest = bytesAt(device, at + idLength, sizeLength);
        if (sizeLength > 8 || !rest)
            return false;
        quint64 size = marker & (0xFFu >> sizeLength);
        bool unknown = size == (0xFFu >> sizeLength);
        for (int i = 1; i < sizeLength; ++i) {
            const auto byte = static_cast<quint8>(rest->at(i));
            unknown = unknown && byte == 0xFF;
            size = size << 8 | byte;
        }
        at += idLength + sizeLength;
        // A recording that was sent as it was made does not know its length.
        if (unknown)
            return id == Segment && at < device.size();
        if (size > static_cast<quint64>(device.size() - std::min(at, device.size())))
            return false;
        if (id == Segment)
            return true;
        at += static_cast<qint64>(size);
    }
    return false;
}

// RIFF (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0"); long files have more than one.
bool isWholeAvi(QIODevice& device)
{
    qint64 at = 0;
    for (int part = 0; part < MostParts; ++part) {
        const auto header = bytesAt(device, at, BoxHeader);
        if (!header || !header->startsWith("RIFF"))
            return part > 0;
        const qint64 length = qFromLittleEndian<quint32>(header->constData() + 4);
        if (length < BoxHeader || at + BoxHeader + length > device.size())
            return false;
        at += BoxHeader + length + length % 2;
    }
    return false;
}

}  // namespace

bool isWholeVideo(QIODevice& device, VideoContainer container)
{
    switch (container) {
    case VideoContainer::Mp4:
    case VideoContainer::QuickTime: return isWholeMp4(device);
    case VideoContainer::Matroska:
    case VideoContainer::WebM: return isWholeMatroska(device);
    case VideoContainer::Avi: return isWholeAvi(device);
    }
    Q_UNREACHABLE();
    return false;
}

}  // namespace Forecourt
