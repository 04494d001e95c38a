// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/clockedvalues.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

namespace Forecourt {

namespace {

void writeSqlValue(QCborStreamWriter& writer, const QVariant& value)
{
    if (value.isNull()) {
        writer.appendNull();
        return;
    }
    switch (value.typeId()) {
    case QMetaType::QByteArray: writer.append(value.toByteArray()); break;
    case QMetaType::QString: writer.append(value.toString()); break;
    case QMetaType::Double: writer.append(value.toDouble()); break;
    default: writer.append(value.toLongLong()); break;
    }
}

QByteArray readBytes(QCborStreamReader& reader)
{
    QByteArray bytes;
    auto piece = reader.readByteArray();
    while (piece.status == QCborStreamReader::Ok) {
        bytes += piece.data;
        piece = reader.readByteArray();
    }
    return bytes;
}

QString readText(QCborStreamReader& reader)
{
    QString text;
    auto piece = reader.readString();
    while (piece.status == QCborStreamReader::Ok) {
        text += piece.data;
        piece = reader.readString();
    }
    return text;
}

QVariant readSqlValue(QCborStreamReader& reader)
{
    if (reader.isByteArray())
        return readBytes(reader);
    if (reader.isString())
        return readText(reader);
    QVariant value;
    if (reader.isInteger())
        value = reader.toInteger();
    else if (reader.isDouble())
        value = reader.toDouble();
    reader.next();
    return value;
}

}  // namespace

QByteArray encodeClockedValues(const std::vector<ClockedValue>& values)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startMap(values.size());
    for (const ClockedValue& value : values) {
        writer.append(static_cast<quint64>(value.field));
        writer.startArray(2);
        writeSqlValue(writer, value.value);
        if (value.clock.isNull())
            writer.appendNull();
        else
            writer.append(value.clock.toBytes());
        writer.endArray();
    }
    writer.endMap();
    return bytes;
}

std::vector<ClockedValue> decodeClockedValues(const QByteArray& bytes)
{
    std::vector<ClockedValue> values;
    QCborStreamReader reader(bytes);
    if (!reader.isMap() || !reader.enterContainer())
        return values;
    while (reader.lastError() == QCborError::NoError && reader.hasNext()) {
        ClockedValue value;
        value.field = static_cast<std::uint16_t>(reader.toInteger());
        reader.next();
        if (!reader.isArray() || !reader.enterContainer())
            break;
        value.value = readSqlValue(reader);
        if (reader.isByteArray())
            value.clock = Hlc::fromBytes(readBytes(reader));
        else
            reader.next();
        reader.leaveContainer();
        values.push_back(std::move(value));
    }
    return values;
}

}  // namespace Forecourt
