// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/messagedump.h"

#include "sync/protocol/codec.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DumpBytesShown = 64;
constexpr qint64 DumpExactInteger = 1LL << 53;  // beyond, a JSON number is not exact

/// A value with its name, or more of them, in the order in which they are told.
struct Part {
    QString name;
    QJsonValue value{};
    std::vector<Part> parts{};
    enum class Kind { Value, Object, List } kind = Kind::Value;

    static Part object(const QString& name, std::vector<Part> parts)
    {
        return {name, {}, std::move(parts), Kind::Object};
    }
    static Part list(const QString& name, std::vector<Part> parts) { return {name, {}, std::move(parts), Kind::List}; }
};

QJsonValue dumpInteger(qint64 value)
{
    return std::abs(value) < DumpExactInteger ? QJsonValue(value) : QJsonValue(QString::number(value));
}

/// Whole where they are short; of a file's chunk only how many.
QString dumpBytes(const QByteArray& bytes)
{
    if (bytes.size() == Uuid::Size)
        return Uuid::fromBytes(bytes).toString();
    return bytes.size() <= DumpBytesShown ? u"0x"_s + QString::fromLatin1(bytes.toHex())
                                          : u"%1 bytes"_s.arg(bytes.size());
}

QJsonValue dumpValue(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::LongLong: return dumpInteger(value.toLongLong());
    case QMetaType::Double: return value.toDouble();
    case QMetaType::QString: return value.toString();
    case QMetaType::QByteArray: return dumpBytes(value.toByteArray());
    default: return QJsonValue::Null;
    }
}

QString dumpTime(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// "2026-11-20T14:30:00.000Z+3@7": time, counter, device.
QString dumpClock(Hlc clock)
{
    return u"%1+%2@%3"_s.arg(dumpTime(clock.msecs())).arg(clock.stamp & 0xffff).arg(clock.device);
}

QJsonValue dumpJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(dumpBytes(json));
}

/// Tells each message in parts; its name comes first.
class Describer {
public:
    explicit Describer(const Schema& schema) : m_schema(schema) {}

    Part operator()(const Wire::Hello& hello) const
    {
        return Part::object(u"hello"_s,
                            {{u"oldest_protocol"_s, hello.protocolMin},
                             {u"newest_protocol"_s, hello.protocolMax},
                             {u"app"_s, hello.app},
                             {u"schema"_s, hello.schema},
                             // Whatever there is of it in a file that nothing of ours has written.
                             {u"token"_s, u"%1 bytes"_s.arg(hello.token.size())},
                             {u"device"_s, dumpInteger(hello.device)},
                             {u"epoch"_s, QString::fromLatin1(hello.epoch.toHex())},
                             {u"cursor"_s, dumpInteger(hello.cursor)},
                             {u"next_opid"_s, dumpInteger(hello.nextOpid)},
                             {u"view"_s, dumpBytes(hello.view)},
                             {u"snapshots"_s, hello.snapshots},
                             {u"location"_s, hello.location.isNull() ? QString() : hello.location.toString()},
                             {u"snapshot_here"_s, QString::fromLatin1(hello.snapshotHere.toHex())}});
    }
    Part operator()(const Wire::Welcome& welcome) const
    {
        std::vector<Part> locations;
        for (const Uuid id : welcome.locations)
            locations.push_back({{}, id.toString()});
        std::vector<Part> withheld;
        for (const Wire::WithheldFields& fields : welcome.withheld) {
            QStringList names;
            for (const std::uint16_t field : fields.fields)
                names.append(fieldName(fields.table, field));
            withheld.push_back(
                Part::object({}, {{u"table"_s, tableName(fields.table)}, {u"fields"_s, names.join(u", "_s)}}));
        }
        return Part::object(u"welcome"_s, {{u"protocol"_s, welcome.protocol},
                                           {u"epoch"_s, QString::fromLatin1(welcome.epoch.toHex())},
                                           {u"server_time"_s, dumpTime(welcome.serverTime)},
                                           {u"pushed_opid"_s, dumpInteger(welcome.pushedOpid)},
                                           {u"seq"_s, dumpInteger(welcome.seq)},
                                           {u"credit"_s, welcome.credit},
                                           {u"schema"_s, welcome.schema},
                                           {u"dealership"_s, dumpBytes(welcome.dealership)},
                                           {u"user"_s, welcome.user.toString()},
                                           {u"role"_s, welcome.role},
                                           {u"display_name"_s, welcome.displayName},
                                           Part::list(u"locations"_s, std::move(locations)),
                                           Part::list(u"withheld"_s, std::move(withheld)),
                                           {u"fresh"_s, welcome.fresh},
                                           {u"token_ends_at"_s, dumpTime(welcome.tokenEndsAt)},
                                           {u"lease_ms"_s, dumpInteger(welcome.leaseMs)}});
    }
    Part operator()(const Wire::Push& push) const
    {
        std::vector<Part> ops;
        for (const Wire::Op& op : push.ops)
            ops.push_back(operation(op));
        return Part::object(u"push"_s, {Part::list(u"operations"_s, std::move(ops))});
    }
    Part operator()(const Wire::Pushed& pushed) const
    {
        std::vector<Part> exceptions;
        for (const Wire::OpException& exception : pushed.exceptions) {
            static const QString statuses[] = {u"merged"_s, u"restamped"_s, u"rejected"_s};
            std::vector<Part> parts{{u"opid"_s, dumpInteger(exception.opid)},
                                    {u"status"_s, statuses[static_cast<size_t>(exception.status) - 1]}};
            if (exception.status == Wire::OpException::Status::Rejected) {
                parts.push_back({u"code"_s, exception.code});
                parts.push_back({u"reason"_s, exception.reason});
            }
            exceptions.push_back(Part::object({}, std::move(parts)));
        }
        return Part::object(u"pushed"_s, {{u"upto"_s, dumpInteger(pushed.upto)},
                                          {u"seq"_s, dumpInteger(pushed.seq)},
                                          Part::list(u"exceptions"_s, std::move(exceptions))});
    }
    Part operator()(const Wire::Page& page) const
    {
        std::vector<Part> rows;
        for (const Wire::Row& one : page.rows)
            rows.push_back(row(one));
        std::vector<Part> forgotten;
        for (const Wire::ForgottenRow& one : page.forgotten)
            forgotten.push_back(Part::object({}, {{u"table"_s, tableName(one.table)}, {u"id"_s, one.id.toString()}}));
        return Part::object(u"page"_s, {{u"upto"_s, dumpInteger(page.upto)},
                                        {u"more"_s, page.more},
                                        Part::list(u"rows"_s, std::move(rows)),
                                        Part::list(u"forgotten"_s, std::move(forgotten)),
                                        {u"view"_s, dumpBytes(page.view)}});
    }
    Part operator()(const Wire::Snapshot& snapshot) const
    {
        return file(u"snapshot"_s, snapshot.sha, snapshot.size,
                    {{u"packed_size"_s, dumpInteger(snapshot.packedSize)},
                     {u"rows"_s, dumpInteger(snapshot.rows)},
                     {u"upto"_s, dumpInteger(snapshot.upto)},
                     {u"view"_s, dumpBytes(snapshot.view)}});
    }
    Part operator()(const Wire::Making& making) const
    {
        return Part::object(u"making"_s,
                            {{u"rows"_s, dumpInteger(making.rows)}, {u"total"_s, dumpInteger(making.total)}});
    }
    Part operator()(const Wire::Take& take) const
    {
        return file(u"take"_s, take.sha, {},
                    {{u"piece"_s, dumpInteger(take.piece)}, {u"count"_s, dumpInteger(take.count)}});
    }
    Part operator()(const Wire::Piece& piece) const
    {
        return file(u"piece"_s, piece.sha, {},
                    {{u"piece"_s, dumpInteger(piece.piece)}, {u"data"_s, u"%1 bytes"_s.arg(piece.data.size())}});
    }
    Part operator()(const Wire::Gone& gone) const { return file(u"gone"_s, gone.sha, {}, {}); }
    Part operator()(const Wire::Ack& ack) const { return Part::object(u"ack"_s, {{u"seq"_s, dumpInteger(ack.seq)}}); }
    Part operator()(const Wire::Ping& ping) const
    {
        return Part::object(u"ping"_s, {{u"sent"_s, dumpTime(ping.sent)}});
    }
    Part operator()(const Wire::Pong& pong) const
    {
        return Part::object(u"pong"_s,
                            {{u"sent"_s, dumpTime(pong.sent)}, {u"server_time"_s, dumpTime(pong.serverTime)}});
    }
    Part operator()(const Wire::Bye& bye) const
    {
        return Part::object(
            u"bye"_s,
            {{u"code"_s, bye.code}, {u"reason"_s, bye.reason}, {u"retry_after_ms"_s, dumpInteger(bye.retryAfterMs)}});
    }
    Part operator()(const Wire::Offer& offer) const { return file(u"offer"_s, offer.sha, offer.size, {}); }
    Part operator()(const Wire::Have& have) const
    {
        return file(u"have"_s, have.sha, have.size,
                    {{u"complete"_s, have.complete}, {u"chunks"_s, QString::fromLatin1(have.chunks.toHex())}});
    }
    Part operator()(const Wire::Put& put) const
    {
        return file(u"put"_s, put.sha, {},
                    {{u"chunk"_s, dumpInteger(put.chunk)}, {u"data"_s, u"%1 bytes"_s.arg(put.data.size())}});
    }
    Part operator()(const Wire::Got& got) const { return file(u"got"_s, got.sha, {}, {}); }
    Part operator()(const Wire::Get& get) const
    {
        return file(u"get"_s, get.sha, {},
                    {{u"chunk"_s, dumpInteger(get.chunk)}, {u"count"_s, dumpInteger(get.count)}});
    }
    Part operator()(const Wire::Chunk& chunk) const
    {
        return file(u"chunk"_s, chunk.sha, chunk.size,
                    {{u"chunk"_s, dumpInteger(chunk.chunk)}, {u"data"_s, u"%1 bytes"_s.arg(chunk.data.size())}});
    }
    Part operator()(const Wire::Missing& missing) const
    {
        return file(u"missing"_s, missing.sha, {}, {{u"code"_s, missing.code}});
    }
    Part operator()(const Wire::Challenge& challenge) const
    {
        return Part::object(u"challenge"_s, {{u"nonce"_s, dumpBytes(challenge.nonce)}});
    }
    Part operator()(const Wire::Proof& proof) const
    {
        return Part::object(u"proof"_s, {{u"mac"_s, u"%1 bytes"_s.arg(proof.mac.size())}});
    }
    Part operator()(const Wire::Token& token) const
    {
        return Part::object(u"token"_s, {{u"token"_s, u"%1 bytes"_s.arg(token.token.size())}});
    }
    Part operator()(const Wire::Renewed& renewed) const
    {
        return Part::object(u"renewed"_s, {{u"token_ends_at"_s, dumpTime(renewed.tokenEndsAt)}});
    }
    Part operator()(const Wire::Request& request) const
    {
        return Part::object(u"request"_s, {{u"number"_s, dumpInteger(request.number)},
                                           {u"name"_s, request.name},
                                           {u"arguments"_s, dumpJson(request.arguments)}});
    }
    Part operator()(const Wire::Answer& answer) const
    {
        return Part::object(
            u"answer"_s,
            {{u"number"_s, dumpInteger(answer.number)}, {u"code"_s, answer.code}, {u"body"_s, dumpJson(answer.body)}});
    }

private:
    static Part file(const QString& name, const QByteArray& sha, std::optional<qint64> size, std::vector<Part> more)
    {
        std::vector<Part> parts{{u"sha256"_s, QString::fromLatin1(sha.toHex())}};
        if (size)
            parts.push_back({u"size"_s, dumpInteger(*size)});
        std::ranges::move(more, std::back_inserter(parts));
        return Part::object(name, std::move(parts));
    }
    QString tableName(std::uint16_t table) const
    {
        const TableSchema* schema = m_schema.find(table);
        return schema ? QString(schema->declaration->name) : QString::number(table);
    }
    QString fieldName(std::uint16_t table, std::uint16_t field) const
    {
        const TableSchema* schema = m_schema.find(table);
        const Field* known = schema ? schema->field(field) : nullptr;
        return known ? known->name : field == 0 ? u"(row)"_s : QString::number(field);
    }
    Part operation(const Wire::Op& op) const
    {
        std::vector<Part> fields;
        for (const Wire::Op::FieldEdit& edit : op.fields) {
            std::vector<Part> parts{{u"field"_s, fieldName(op.table, edit.field)}, {u"value"_s, dumpValue(edit.value)}};
            if (!edit.base.isNull())
                parts.push_back({u"base"_s, dumpClock(edit.base)});
            if (edit.seen)
                parts.push_back({u"seen"_s, dumpValue(*edit.seen)});
            fields.push_back(Part::object({}, std::move(parts)));
        }
        QStringList flags;
        for (const auto& [set, name] :
             {std::pair(op.create, "create"), std::pair(op.suspect, "suspect"), std::pair(op.carried, "carried")}) {
            if (set)
                flags.append(QString::fromLatin1(name));
        }
        return Part::object({}, {{u"opid"_s, dumpInteger(op.opid)},
                                 {u"txn"_s, dumpInteger(op.txn)},
                                 {u"kind"_s, op.kind == Wire::Op::Kind::Delete ? u"delete"_s : u"upsert"_s},
                                 {u"table"_s, tableName(op.table)},
                                 {u"id"_s, op.id.toString()},
                                 {u"clock"_s, dumpClock(op.clock)},
                                 {u"flags"_s, flags.join(u", "_s)},
                                 Part::list(u"fields"_s, std::move(fields))});
    }
    Part row(const Wire::Row& row) const
    {
        std::vector<Part> fields;
        for (const Wire::Row::FieldState& state : row.fields)
            fields.push_back(Part::object({}, {{u"field"_s, fieldName(row.table, state.field)},
                                               {u"value"_s, dumpValue(state.value)},
                                               {u"clock"_s, dumpClock(state.clock)}}));
        std::vector<Part> parts{{u"seq"_s, dumpInteger(row.seq)},
                                {u"table"_s, tableName(row.table)},
                                {u"id"_s, row.id.toString()},
                                {u"deleted"_s, row.deleted}};
        if (!row.base.isNull())
            parts.push_back({u"base"_s, dumpClock(row.base)});
        parts.push_back(Part::list(u"fields"_s, std::move(fields)));
        return Part::object({}, std::move(parts));
    }

    const Schema& m_schema;
};

Part dumpParts(const Wire::Captured& message, const Schema& schema)
{
    const auto unreadable = [&](const Error& error) {
        return Part::object(u"unreadable"_s, {{u"reason"_s, error.detail}, {u"bytes"_s, dumpBytes(message.bytes)}});
    };
    if (message.from == Wire::Captured::From::Workstation) {
        const auto decoded = Wire::decodeClientMessage(message.bytes);
        return decoded ? std::visit(Describer(schema), *decoded) : unreadable(decoded.error());
    }
    const auto decoded = Wire::decodeServerMessage(message.bytes);
    return decoded ? std::visit(Describer(schema), *decoded) : unreadable(decoded.error());
}

QJsonValue jsonOf(const Part& part)
{
    if (part.kind == Part::Kind::Value)
        return part.value;
    QJsonArray array;
    QJsonObject object;
    for (const Part& inner : part.parts) {
        if (part.kind == Part::Kind::List)
            array.append(jsonOf(inner));
        else
            object.insert(inner.name, jsonOf(inner));
    }
    return part.kind == Part::Kind::List ? QJsonValue(array) : QJsonValue(object);
}

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    // As JSON spells it, without the brackets of the array that has to be around it.
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return array.sliced(1, array.size() - 2);
}

/// A line for each, deeper ones further in; what has nothing more within it shares a line.
void appendText(QString& out, const Part& part, int depth)
{
    const QString margin(2 * depth, u' ');
    if (part.kind == Part::Kind::Value) {
        out += margin + part.name + (part.name.isEmpty() ? QString() : u": "_s) + textOf(part.value) + u'\n';
        return;
    }
    if (part.kind == Part::Kind::List) {
        if (part.parts.empty())
            return;
        out += margin + part.name + u":\n"_s;
        for (const Part& inner : part.parts)
            appendText(out, inner, depth + 1);
        return;
    }
    QStringList line;
    for (const Part& inner : part.parts) {
        if (inner.kind == Part::Kind::Value)
            line.append(inner.name + u' ' + textOf(inner.value));
    }
    out += margin + u"- "_s + line.join(u", "_s) + u'\n';
    for (const Part& inner : part.parts) {
        if (inner.kind != Part::Kind::Value)
            appendText(out, inner, depth + 1);
    }
}

}  // namespace

QString MessageDump::text(qint64 number, const Wire::Captured& message) const
{
    const Part whole = dumpParts(message, m_schema);
    QString out =
        u"#%1 %2 %3 (%4 bytes)\n"_s.arg(number)
            .arg(message.from == Wire::Captured::From::Workstation ? u"workstation:"_s : u"server:"_s, whole.name)
            .arg(message.bytes.size());
    for (const Part& part : whole.parts)
        appendText(out, part, 1);
    return out;
}

QJsonObject MessageDump::json(qint64 number, const Wire::Captured& message) const
{
    const Part whole = dumpParts(message, m_schema);
    QJsonObject object = jsonOf(whole).toObject();
    // Beside the members of the message, none of which is called so.
    object.insert(u"message"_s, whole.name);
    object.insert(u"message_number"_s, number);
    object.insert(u"message_bytes"_s, message.bytes.size());
    object.insert(u"from"_s, message.from == Wire::Captured::From::Workstation ? u"workstation"_s : u"server"_s);
    return object;
}

bool MessageDump::isReadable(const Wire::Captured& message)
{
    return message.from == Wire::Captured::From::Workstation ? Wire::decodeClientMessage(message.bytes).has_value()
                                                             : Wire::decodeServerMessage(message.bytes).has_value();
}

}  // namespace Forecourt
