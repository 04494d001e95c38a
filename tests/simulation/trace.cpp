// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/trace.h"

#include "sync/protocol/codec.h"

#include <QDebug>

#include <cstdio>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

/// The first milliseconds of the clocks are the same in all worlds.
QString traceClock(const Hlc& clock)
{
    return clock.isNull() ? u"-"_s
                          : u"%1.%2@%3"_s.arg(clock.msecs() % 10'000'000).arg(clock.stamp & 0xffff).arg(clock.device);
}

QString traceValue(const QVariant& value)
{
    if (value.isNull())
        return u"null"_s;
    return value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex().right(6))
                                                   : value.toString();
}

QString traceFile(const QByteArray& sha)
{
    return QString::fromLatin1(sha.toHex().right(6));
}

/// Rows that the server writes about people are the only ones whose ids differ from run to run.
QString traceRow(std::uint16_t table, const Uuid& id)
{
    return u"%1/%2"_s.arg(table).arg(table == 3 ? id.toString().right(4) : u"…"_s);
}

QString traced(const Wire::Op& op)
{
    QString words = u" op %1 %2%3%4 %5 ["_s.arg(op.opid).arg(
        traceRow(op.table, op.id), op.kind == Wire::Op::Kind::Delete ? u" delete"_s : QString(),
        op.create ? u" create"_s : QString(), traceClock(op.clock));
    for (const Wire::Op::FieldEdit& edit : op.fields)
        // Of views and what the server writes the values differ from run to run: ids of people.
        words += u" %1=%2 base %3"_s.arg(edit.field)
                     .arg(op.table < 5 ? traceValue(edit.value) : u"…"_s, traceClock(edit.base));
    return words + u" ]"_s;
}

QString traced(const Wire::Row& row)
{
    QString words = u" row %1 %2%3 base %4 ["_s.arg(row.seq).arg(
        traceRow(row.table, row.id), row.deleted ? u" deleted"_s : QString(), traceClock(row.base));
    if (row.table != 3)
        return words + u"]"_s;
    for (const Wire::Row::FieldState& state : row.fields)
        words += u" %1=%2 %3"_s.arg(state.field).arg(traceValue(state.value), traceClock(state.clock));
    return words + u" ]"_s;
}

}  // namespace

void Trace::add(const QString& line)
{
    m_hash.addData(line.toUtf8());
    if (m_mode == Mode::Printed) {
        std::fputs(qUtf8Printable(line + u'\n'), stdout);
        std::fflush(stdout);
    }
}

void Trace::note(int who, const QByteArray& bytesOfClient)
{
    if (m_mode == Mode::Off)
        return;
    const auto decoded = Wire::decodeClientMessage(bytesOfClient);
    if (!decoded)
        return;
    const Wire::ClientMessage& message = *decoded;
    QString words = u"    %1 → "_s.arg(who);
    if (const auto* hello = std::get_if<Wire::Hello>(&message)) {
        words += u"hello cursor %1 next %2"_s.arg(hello->cursor).arg(hello->nextOpid);
    } else if (const auto* push = std::get_if<Wire::Push>(&message)) {
        words += u"push"_s;
        for (const Wire::Op& op : push->ops)
            words += traced(op);
    } else if (const auto* ack = std::get_if<Wire::Ack>(&message)) {
        words += u"ack %1"_s.arg(ack->seq);
    } else if (const auto* offer = std::get_if<Wire::Offer>(&message)) {
        words += u"offer "_s + traceFile(offer->sha);
    } else if (const auto* put = std::get_if<Wire::Put>(&message)) {
        words += u"put %1 chunk %2"_s.arg(traceFile(put->sha)).arg(put->chunk);
    } else if (const auto* get = std::get_if<Wire::Get>(&message)) {
        words += u"get %1 chunks %2 + %3"_s.arg(traceFile(get->sha)).arg(get->chunk).arg(get->count);
    } else {
        words += u"message %1"_s.arg(message.index());
    }
    add(words);
}

void Trace::note(int who, const Wire::ServerMessage& message)
{
    if (m_mode == Mode::Off)
        return;
    QString words = u"    %1 ← "_s.arg(who);
    if (const auto* welcome = std::get_if<Wire::Welcome>(&message)) {
        words += u"welcome pushed %1 seq %2"_s.arg(welcome->pushedOpid).arg(welcome->seq);
    } else if (const auto* pushed = std::get_if<Wire::Pushed>(&message)) {
        words += u"pushed upto %1 seq %2"_s.arg(pushed->upto).arg(pushed->seq);
        for (const Wire::OpException& exception : pushed->exceptions)
            words += u" (%1: %2 %3)"_s.arg(exception.opid).arg(static_cast<int>(exception.status)).arg(exception.code);
    } else if (const auto* page = std::get_if<Wire::Page>(&message)) {
        words += u"page upto %1%2"_s.arg(page->upto).arg(page->more ? u" more"_s : QString());
        for (const Wire::Row& row : page->rows)
            words += traced(row);
        for (const Wire::ForgottenRow& row : page->forgotten)
            words += u" forget "_s + traceRow(row.table, row.id);
    } else if (const auto* snapshot = std::get_if<Wire::Snapshot>(&message)) {
        words += u"snapshot upto %1, %2 rows"_s.arg(snapshot->upto).arg(snapshot->rows);
    } else if (const auto* have = std::get_if<Wire::Have>(&message)) {
        words += u"have %1%2"_s.arg(traceFile(have->sha), have->complete ? u" complete"_s : QString());
    } else if (const auto* got = std::get_if<Wire::Got>(&message)) {
        words += u"got "_s + traceFile(got->sha);
    } else if (const auto* chunk = std::get_if<Wire::Chunk>(&message)) {
        words += u"chunk %1 of %2"_s.arg(chunk->chunk).arg(traceFile(chunk->sha));
    } else if (const auto* missing = std::get_if<Wire::Missing>(&message)) {
        words += u"missing %1 %2"_s.arg(traceFile(missing->sha), missing->code);
    } else {
        words += u"message %1"_s.arg(message.index());
    }
    add(words);
}

}  // namespace Forecourt::Tests
