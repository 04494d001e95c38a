// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace Forecourt {

/// Identity of a record: a UUID version 7 (RFC 9562, section 5.7), made on the device that creates the record.
/// Ids made in one process are strictly increasing, so new rows land at the end of an index.
/// A default-constructed Uuid is null and names nothing.
class Uuid {
public:
    static constexpr int Size = 16;

    Uuid() = default;

    /// A new id from the system clock and the system's random generator. Thread-safe.
    static Uuid create();
    /// An id for a given time in milliseconds since 1970 and given random bits: for reproducible data.
    static Uuid fromParts(std::int64_t msecs, std::uint64_t randomHigh, std::uint64_t randomLow);
    /// From the 16 bytes of a BLOB column; null if the length differs.
    static Uuid fromBytes(QByteArrayView bytes);
    /// From the form 8-4-4-4-12, hyphens optional, any case.
    static std::optional<Uuid> fromString(QStringView text);

    bool isNull() const { return m_bytes == std::array<std::uint8_t, Size>{}; }
    QByteArray toBytes() const;
    QString toString() const;

    friend auto operator<=>(const Uuid&, const Uuid&) = default;
    friend bool operator==(const Uuid&, const Uuid&) = default;
    friend size_t qHash(const Uuid& id, size_t seed = 0) noexcept
    {
        return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
    }

private:
    std::array<std::uint8_t, Size> m_bytes{};
};

/// A Uuid that only names records of one kind: `Id<struct VehicleTag>` does not convert to a photo's id.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(Uuid uuid) : m_uuid(uuid) {}
    static Id create() { return Id(Uuid::create()); }

    bool isNull() const { return m_uuid.isNull(); }
    Uuid uuid() const { return m_uuid; }
    QByteArray toBytes() const { return m_uuid.toBytes(); }
    QString toString() const { return m_uuid.toString(); }

    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;
    friend size_t qHash(const Id& id, size_t seed = 0) noexcept { return qHash(id.m_uuid, seed); }

private:
    Uuid m_uuid;
};

using VehicleId = Id<struct VehicleTag>;
using PhotoId = Id<struct PhotoTag>;
using LocationId = Id<struct LocationTag>;
using UserId = Id<struct UserTag>;
using SavedViewId = Id<struct SavedViewTag>;
using ConflictId = Id<struct ConflictTag>;
using ExportPresetId = Id<struct ExportPresetTag>;
using LogoId = Id<struct LogoTag>;

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Uuid)
Q_DECLARE_METATYPE(Forecourt::VehicleId)
Q_DECLARE_METATYPE(Forecourt::PhotoId)
Q_DECLARE_METATYPE(Forecourt::LocationId)
Q_DECLARE_METATYPE(Forecourt::UserId)
Q_DECLARE_METATYPE(Forecourt::SavedViewId)
