// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/csvreader.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

using namespace Forecourt;

/// A file of somebody else's program: every record is read once, and lines are counted upwards.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        std::abort();
    const auto encoding = detectCsvEncoding(buffer, QStringLiteral("fuzz.csv"));
    if (!encoding)
        return 0;
    const QChar delimiter = CsvReader::detectDelimiter(buffer, *encoding);
    CsvReader reader(buffer, *encoding, delimiter);
    int line = 0;
    std::size_t records = 0;
    while (const auto record = reader.next()) {
        if (record->line < line || ++records > size + 1)
            std::abort();
        line = record->line;
    }
    return 0;
}
