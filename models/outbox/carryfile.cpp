// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/carryfile.h"

#include "models/base/sha256.h"
#include "models/outbox/opcodec.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QFile>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView CarryMagic = "FCCARRY\n";
constexpr qint64 CarryDigestSize = 32;
constexpr qint64 CarryContentAt = 8 + CarryDigestSize;
constexpr qint64 CarryMaxOps = 1'000'000;

enum CarryKey : quint64 {
    KeyFormat = 0,
    KeyDealership = 1,
    KeyDevice = 2,
    KeyUser = 3,
    KeyUserName = 4,
    KeyProgram = 5,
    KeyWrittenAt = 6,
    KeySchema = 7,
    KeyOps = 8,
    KeyBlobs = 9,
};

/// Reads the CBOR of a file; once something does not fit, everything else is empty.
class CarryReader {
public:
    explicit CarryReader(QIODevice& device) : m_in(&device) {}

    bool failed() { return m_failed || m_in.lastError() != QCborError::NoError; }

    qint64 integer()
    {
        if (failed() || !m_in.isInteger())
            return refuse(), 0;
        const qint64 value = m_in.toInteger();
        m_in.next();
        return value;
    }
    QByteArray bytes()
    {
        if (failed() || !m_in.isByteArray())
            return refuse(), QByteArray();
        QByteArray all;
        auto piece = m_in.readByteArray();
        for (; piece.status == QCborStreamReader::Ok; piece = m_in.readByteArray())
            all += piece.data;
        if (piece.status == QCborStreamReader::Error)
            refuse();
        return all;
    }
    QString text()
    {
        if (failed() || !m_in.isString())
            return refuse(), QString();
        QString all;
        auto piece = m_in.readString();
        for (; piece.status == QCborStreamReader::Ok; piece = m_in.readString())
            all += piece.data;
        if (piece.status == QCborStreamReader::Error)
            refuse();
        return all;
    }
    bool isBytes() { return !failed() && m_in.isByteArray(); }
    void enter(bool map)
    {
        if (failed() || !(map ? m_in.isMap() : m_in.isArray()) || !m_in.enterContainer())
            refuse();
    }
    bool hasNext() { return !failed() && m_in.hasNext(); }
    void skip() { m_in.next(); }
    void leave()
    {
        while (hasNext())
            m_in.next();
        if (!failed())
            m_in.leaveContainer();
    }
    void refuse() { m_failed = true; }

private:
    QCborStreamReader m_in;
    bool m_failed = false;
};

struct CarryCounts {
    qint64 format = 0;
    qint64 ops = 0;
    qint64 blobs = 0;
};

CarryFile::Header readHeader(CarryReader& in, CarryCounts& counts)
{
    CarryFile::Header header;
    in.enter(true);
    while (in.hasNext()) {
        switch (static_cast<quint64>(in.integer())) {
        case KeyFormat: counts.format = in.integer(); break;
        case KeyDealership: header.dealership = in.bytes(); break;
        case KeyDevice: header.device = Uuid::fromBytes(in.bytes()); break;
        case KeyUser: header.user = UserId(Uuid::fromBytes(in.bytes())); break;
        case KeyUserName: header.userName = in.text(); break;
        case KeyProgram: header.program = in.text(); break;
        case KeyWrittenAt: header.writtenAt = in.integer(); break;
        case KeySchema: header.schema = static_cast<int>(in.integer()); break;
        case KeyOps: counts.ops = in.integer(); break;
        case KeyBlobs: counts.blobs = in.integer(); break;
        default: in.skip();
        }
    }
    in.leave();
    return header;
}

CarryFile::Op readOp(CarryReader& in)
{
    CarryFile::Op read;
    OutboxOp& op = read.op;
    in.enter(false);
    op.table = static_cast<std::uint16_t>(in.integer());
    op.id = Uuid::fromBytes(in.bytes());
    const qint64 flags = in.integer();
    op.kind = flags & 1 ? OutboxOp::Kind::Delete : OutboxOp::Kind::Upsert;
    op.create = flags & 2;
    op.suspect = flags & 4;
    op.clock = Hlc::fromBytes(in.bytes());
    read.at = in.integer();
    const auto seen = [values = decodeClockedValues(in.bytes())](std::uint16_t field) -> std::optional<QVariant> {
        const auto found = std::ranges::find(values, field, &ClockedValue::field);
        return found == values.end() ? std::nullopt : std::optional(found->value);
    };
    for (ClockedValue& value : decodeClockedValues(in.bytes()))
        op.fields.push_back({value.field, std::move(value.value), value.clock, seen(value.field)});
    in.leave();
    if (op.id.isNull() || op.clock.isNull())
        in.refuse();
    return read;
}

/// `take(blob, bytes)` gets each blob; the bytes are empty unless it is included.
template <class Take>
Expected<void> readBlobs(CarryReader& in, qint64 count, Take take)
{
    in.enter(false);
    for (qint64 i = 0; i < count && !in.failed(); ++i) {
        CarryFile::Blob blob;
        in.enter(false);
        blob.sha = in.bytes();
        blob.size = in.integer();
        blob.priority = static_cast<BlobPriority>(std::clamp<qint64>(in.integer(), 0, 3));
        blob.included = in.isBytes();
        const QByteArray bytes = blob.included ? in.bytes() : QByteArray();
        in.leave();
        if (!in.failed())
            FC_TRY(take(blob, bytes));
    }
    in.leave();
    return {};
}

/// Opens the file, checks its first and its last byte and everything between. Errors as CarryFile::read.
Expected<void> openCarryFile(QFile& file)
{
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    if (file.read(CarryMagic.size()) != CarryMagic)
        return fail(ErrorCode::CarryForeign, file.fileName());
    const QByteArray digest = file.read(CarryDigestSize);
    const auto actual = sha256(file);
    if (!actual)
        return fail(ErrorCode::FileUnreadable, file.fileName());
    if (digest.size() != CarryDigestSize || *actual != digest || !file.seek(CarryContentAt))
        return fail(ErrorCode::CarryDamaged, file.fileName());
    return {};
}

template <class Take>
Expected<CarryFile> readCarryFile(const QString& name, Take take)
{
    QFile file(name);
    FC_TRY(openCarryFile(file));
    CarryReader in(file);
    CarryFile read;
    CarryCounts counts;
    in.enter(false);
    read.header = readHeader(in, counts);
    if (!in.failed() && counts.format > CarryFile::Format)
        return fail(ErrorCode::CarryTooNew, name);
    if (in.failed() || counts.format < 1 || counts.ops < 0 || counts.ops > CarryMaxOps || counts.blobs < 0)
        return fail(ErrorCode::CarryDamaged, name);
    in.enter(false);
    for (qint64 i = 0; i < counts.ops && !in.failed(); ++i)
        read.ops.push_back(readOp(in));
    in.leave();
    FC_TRY(readBlobs(in, counts.blobs, [&](const CarryFile::Blob& blob, const QByteArray& bytes) -> Expected<void> {
        read.blobs.push_back(blob);
        return take(blob, bytes);
    }));
    if (in.failed())
        return fail(ErrorCode::CarryDamaged, name);
    return read;
}

void writeHeader(QCborStreamWriter& out, const CarryFile& carry)
{
    const CarryFile::Header& header = carry.header;
    out.startMap(10);
    const auto put = [&out](quint64 key, const auto& value) {
        out.append(key);
        out.append(value);
    };
    put(KeyFormat, qint64(CarryFile::Format));
    put(KeyDealership, header.dealership);
    put(KeyDevice, header.device.toBytes());
    put(KeyUser, header.user.toBytes());
    put(KeyUserName, header.userName);
    put(KeyProgram, header.program);
    put(KeyWrittenAt, qint64(header.writtenAt));
    put(KeySchema, qint64(header.schema));
    put(KeyOps, qint64(carry.ops.size()));
    put(KeyBlobs, qint64(carry.blobs.size()));
    out.endMap();
}

void writeOp(QCborStreamWriter& out, const CarryFile::Op& carried)
{
    const OutboxOp& op = carried.op;
    std::vector<ClockedValue> body;
    std::vector<ClockedValue> seen;
    for (const OutboxOp::FieldEdit& edit : op.fields) {
        body.push_back({edit.field, edit.value, edit.base});
        if (edit.seen)
            seen.push_back({edit.field, *edit.seen, edit.base});
    }
    out.startArray(7);
    out.append(quint64(op.table));
    out.append(op.id.toBytes());
    out.append(quint64((op.kind == OutboxOp::Kind::Delete ? 1 : 0) | (op.create ? 2 : 0) | (op.suspect ? 4 : 0)));
    out.append(op.clock.toBytes());
    out.append(qint64(carried.at));
    out.append(encodeClockedValues(seen));
    out.append(encodeClockedValues(body));
    out.endArray();
}

void writeBlob(QCborStreamWriter& out, const CarryFile::Blob& blob, const BlobStore& files)
{
    out.startArray(4);
    out.append(blob.sha);
    out.append(qint64(blob.size));
    out.append(qint64(blob.priority));
    QFile content(files.path(blob.sha));
    if (blob.included && content.open(QIODevice::ReadOnly) && content.size() <= CarryFile::MaxIncluded)
        out.append(content.readAll());
    else
        out.appendNull();
    out.endArray();
}

}  // namespace

Expected<CarryFile> CarryFile::read(const QString& file)
{
    return readCarryFile(file, [](const Blob&, const QByteArray&) -> Expected<void> { return {}; });
}

Expected<std::vector<CarryFile::Blob>> CarryFile::takeBlobs(const QString& file, const BlobStore& files)
{
    std::vector<Blob> taken;
    const auto read = readCarryFile(file, [&](const Blob& blob, const QByteArray& bytes) -> Expected<void> {
        if (!blob.included || sha256(bytes) != blob.sha)
            return {};
        if (!files.has(blob.sha))
            if (auto put = files.put(bytes); !put)
                return fail(put.error());
        taken.push_back(blob);
        taken.back().size = bytes.size();
        return {};
    });
    if (!read)
        return fail(read.error());
    return taken;
}

Expected<void> CarryFile::write(const QString& name, const BlobStore& files) const
{
    QFile file(name + u".part"_s);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return fail(ErrorCode::FileUnwritable, name, file.errorString());
    bool written = file.write(CarryMagic.toByteArray() + QByteArray(CarryDigestSize, '\0')) == CarryContentAt;
    {
        QCborStreamWriter out(&file);
        out.startArray(3);
        writeHeader(out, *this);
        out.startArray(ops.size());
        for (const Op& op : ops)
            writeOp(out, op);
        out.endArray();
        out.startArray(blobs.size());
        for (const Blob& blob : blobs)
            writeBlob(out, blob, files);
        out.endArray();
        out.endArray();
    }
    written = written && file.flush() && file.error() == QFileDevice::NoError && file.seek(CarryContentAt);
    const auto digest = written ? sha256(file) : Expected<QByteArray>(QByteArray());
    written =
        written && digest && file.seek(CarryMagic.size()) && file.write(*digest) == CarryDigestSize && file.flush();
    const QString why = file.errorString();
    file.close();
    // A file of that name is replaced only by a whole one.
    if (!written || (QFile::exists(name) && !QFile::remove(name)) || !QFile::rename(file.fileName(), name)) {
        QFile::remove(file.fileName());
        return fail(ErrorCode::FileUnwritable, name, why);
    }
    return {};
}

}  // namespace Forecourt
