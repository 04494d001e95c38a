// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vin/vintables.h"

#include <QResource>
#include <QtEndian>

#include <cstring>

// Outside the namespace, as Q_INIT_RESOURCE demands: the linker drops the resource of a static library otherwise.
static void initVinResource()
{
    Q_INIT_RESOURCE(forecourt_vin);
}

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr char VinTablesMagic[8] = {'F', 'C', 'V', 'I', 'N', 0, 0, 1};
constexpr int VinMakerSize = 16;
constexpr int VinMakerIdSize = 6;
constexpr int VinRangeSize = 12;
constexpr std::uint32_t VinLastFact = 0x80000000U;
constexpr std::uint32_t VinTextMask = 0x00ffffffU;

std::uint16_t vinShort(const char* data)
{
    return qFromLittleEndian<std::uint16_t>(data);
}

std::uint32_t vinLong(const char* data)
{
    return qFromLittleEndian<std::uint32_t>(data);
}

bool vinSetHolds(QByteArrayView set, char character)
{
    for (qsizetype i = 0; i < set.size(); ++i) {
        if (i + 2 < set.size() && set[i + 1] == '-') {
            if (character >= set[i] && character <= set[i + 2])
                return true;
            i += 2;
        } else if (set[i] == character) {
            return true;
        }
    }
    return false;
}

/// Number of characters that `pattern` names in `key`, or -1 if it does not match.
int vinPatternMatch(QByteArrayView pattern, QByteArrayView key)
{
    int named = 0;
    qsizetype at = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i, ++at) {
        if (at >= key.size())
            return -1;
        const char wanted = pattern[i];
        const char character = key[at];
        if (wanted == '*')
            continue;
        if (wanted == '[') {
            const qsizetype end = pattern.indexOf(']', i);
            if (end < 0 || !vinSetHolds(pattern.sliced(i + 1, end - i - 1), character))
                return -1;
            i = end;
        } else if (wanted == '#' ? character < '0' || character > '9' : character != wanted) {
            return -1;
        }
        if (wanted != '|')
            ++named;
    }
    return named;
}

}  // namespace

const VinTables& VinTables::embedded()
{
    static const VinTables tables = [] {
        initVinResource();
        const QResource resource(u":/forecourt/vin/vin.tables"_s);
        Q_ASSERT(resource.isValid() && resource.compressionAlgorithm() == QResource::NoCompression);
        return VinTables(QByteArrayView(resource.data(), resource.size()));
    }();
    return tables;
}

VinTables::VinTables(QByteArrayView data)
{
    Q_ASSERT(data.startsWith(QByteArrayView(VinTablesMagic, sizeof(VinTablesMagic))));
    const char* header = data.data() + sizeof(VinTablesMagic);
    for (Part& part : m_parts) {
        part = {data.data() + vinLong(header), static_cast<int>(vinLong(header + 4))};
        header += 8;
    }
}

QByteArrayView VinTables::bytes(int offset) const
{
    const char* text = m_parts[Text].data + offset;
    return QByteArrayView(text + 1, static_cast<std::uint8_t>(*text));
}

QString VinTables::text(int offset) const
{
    return QString::fromUtf8(bytes(offset));
}

std::uint32_t VinTables::number(PartName part, int index) const
{
    return vinLong(m_parts[part].data + qsizetype(4) * index);
}

VinTables::Maker VinTables::maker(QStringView identifier) const
{
    char wanted[VinMakerIdSize] = {};
    const QByteArray latin = identifier.toLatin1();
    std::memcpy(wanted, latin.constData(), static_cast<size_t>(qMin<qsizetype>(latin.size(), VinMakerIdSize)));

    int low = 0;
    int high = m_parts[Makers].size / VinMakerSize;
    while (low < high) {
        const int middle = (low + high) / 2;
        const char* record = m_parts[Makers].data + qsizetype(VinMakerSize) * middle;
        const int order = std::memcmp(record, wanted, VinMakerIdSize);
        if (order == 0) {
            return {text(static_cast<int>(vinLong(record + 12))), static_cast<int>(vinLong(record + 8)),
                    vinShort(record + 6), true};
        }
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return {};
}

std::vector<VinTables::SchemaMatch> VinTables::match(const Maker& maker, int year, QByteArrayView key) const
{
    std::vector<SchemaMatch> schemas;
    for (int range = maker.firstRange; range < maker.firstRange + maker.rangeCount; ++range) {
        const char* record = m_parts[Ranges].data + qsizetype(VinRangeSize) * range;
        if (year < vinShort(record) || year > vinShort(record + 2))
            continue;
        SchemaMatch schema;
        const int first = static_cast<int>(vinLong(record + 4));
        const int count = static_cast<int>(vinLong(record + 8));
        for (int i = first; i < first + count; ++i) {
            const int group = static_cast<int>(number(Lists, i));
            const int named = vinPatternMatch(bytes(static_cast<int>(number(Groups, 2 * group))), key);
            Match match{named, {}};
            for (int at = static_cast<int>(number(Groups, 2 * group + 1));; ++at) {
                const std::uint32_t fact = number(Facts, at);
                const auto field = static_cast<VinField>((fact & ~VinLastFact) >> 24);
                schema.tellsModels |= field == VinField::Model;
                if (named >= 0)
                    match.facts.push_back({field, static_cast<int>(fact & VinTextMask)});
                if ((fact & VinLastFact) != 0)
                    break;
            }
            if (named >= 0)
                schema.matches.push_back(std::move(match));
        }
        schemas.push_back(std::move(schema));
    }
    return schemas;
}

}  // namespace Forecourt
