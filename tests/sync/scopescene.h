// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/sync/serverbench.h"

#include <QTest>

#include <map>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

using ScopeValues = QHash<QByteArray, QVariant>;

inline std::uint16_t scopeField(Table table, const QByteArray& name)
{
    return Schema::current().table(table).field(QString::fromLatin1(name))->number;
}

/// A workstation as far as scopes go: it stores what pages bring, by the rules of the protocol.
class ScopeStation {
public:
    ScopeStation(ServerBench& on, QByteArray token, std::uint32_t ordinal)
        : m_on(&on), m_token(std::move(token)), m_clock(ordinal, {})
    {
    }

    /// The code of bye, or nothing. Reads at most so many of the pages that come.
    QString join(int pages = std::numeric_limits<int>::max())
    {
        session = m_on->connectSocket();
        Wire::Hello hello;
        hello.protocolMin = Wire::ProtocolMin;
        hello.protocolMax = Wire::ProtocolMax;
        hello.token = m_token;
        hello.epoch = welcome.epoch.isEmpty() ? *m_on->engine().storage().epoch() : welcome.epoch;
        hello.cursor = cursor;
        hello.view = view;
        hello.snapshots = snapshots;
        hello.schema = Schema::current().version();
        hello.location = wantsFirst;
        hello.snapshotHere = snapshotHere;
        m_on->greet(session, hello);
        if (m_on->isClosed(session))
            return m_on->expect<Wire::Bye>(session).code;
        welcome = m_on->expect<Wire::Welcome>(session);
        if (welcome.epoch != hello.epoch)
            cursor = 0;
        if (welcome.fresh) {
            rows.clear();
            cursor = 0;
            view.clear();
        }
        read(pages);
        return {};
    }
    void leave() { m_on->leave(session); }
    /// The code with which the server ended the session, after what came before.
    QString ended()
    {
        read();
        return m_on->comes<Wire::Bye>(session) ? m_on->expect<Wire::Bye>(session).code : QString();
    }
    /// What came is stored.
    void read(int pages = std::numeric_limits<int>::max())
    {
        for (; pages > 0 && (comesOfSnapshot() || m_on->comes<Wire::Page>(session)); --pages) {
            if (!m_on->comes<Wire::Page>(session))
                continue;
            const auto page = m_on->expect<Wire::Page>(session);
            for (const Wire::ForgottenRow& row : page.forgotten) {
                rows.erase({row.table, row.id});
                ++forgotten;
            }
            for (const Wire::Row& row : page.rows) {
                ++received;
                auto& mine = rows[{row.table, row.id}];
                for (const Wire::Row::FieldState& state : row.fields)
                    mine.insert(state.field, state.value);
                if (row.deleted)
                    rows.erase({row.table, row.id});
            }
            cursor = page.upto;
            if (!page.view.isEmpty())
                view = page.view;
            m_on->send(session, Wire::Ack{page.upto});
        }
    }
    /// Takes in that a snapshot may come, or will not.
    bool comesOfSnapshot()
    {
        const QByteArray none(32, '\0');
        if (m_on->comes<Wire::Making>(session)) {
            m_on->expect<Wire::Making>(session);
            waitsForSnapshot = true;
            return true;
        }
        if (!waitsForSnapshot || !m_on->comes<Wire::Gone>(session) || m_on->peek<Wire::Gone>(session).sha != none)
            return false;
        m_on->expect<Wire::Gone>(session);
        waitsForSnapshot = false;
        return true;
    }
    std::optional<Wire::OpException> push(Wire::Op op)
    {
        m_on->send(session, Wire::Push{{std::move(op)}});
        read();
        const auto pushed = m_on->expect<Wire::Pushed>(session);
        read();
        if (pushed.exceptions.empty())
            return std::nullopt;
        return pushed.exceptions.front();
    }
    QString refusal(Wire::Op op)
    {
        const auto exception = push(std::move(op));
        return exception && exception->status == Wire::OpException::Status::Rejected ? exception->code : u"taken"_s;
    }

    Wire::Op make(Table table, Uuid id, const ScopeValues& values)
    {
        Wire::Op op = edit(table, id, values);
        op.create = true;
        return op;
    }
    Wire::Op edit(Table table, Uuid id, const ScopeValues& values)
    {
        m_on->clock.advance(1);
        Wire::Op op;
        op.opid = op.txn = nextOpid++;
        op.table = static_cast<std::uint16_t>(table);
        op.id = id;
        op.clock = m_clock.next(m_on->clock.now());
        const auto row = *m_on->engine().storage().row(op.table, id);
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            const std::uint16_t field = scopeField(table, it.key());
            op.fields.push_back({field, it.value(), row.known ? row.clock.of(field) : Hlc{}});
        }
        return op;
    }
    Wire::Op remove(Table table, Uuid id)
    {
        Wire::Op op = edit(table, id, {});
        op.kind = Wire::Op::Kind::Delete;
        op.fields = {{0, {}, op.clock}};
        return op;
    }
    Uuid car(Uuid location, const ScopeValues& more = {})
    {
        const Uuid id = Uuid::create();
        ScopeValues values = more;
        values.insert("location_id", location.isNull() ? QVariant() : QVariant(location.toBytes()));
        values.insert("vin", u"VIN%1"_s.arg(id.toString().right(8)));
        if (push(make(Table::Vehicles, id, values)))
            qFatal("the car was not taken");
        return id;
    }
    bool has(Table table, Uuid id) const { return rows.contains({static_cast<std::uint16_t>(table), id}); }
    QVariant value(Table table, Uuid id, const QByteArray& field) const
    {
        const auto row = rows.find({static_cast<std::uint16_t>(table), id});
        return row == rows.end() ? QVariant() : row->second.value(scopeField(table, field));
    }
    int count(Table table) const
    {
        return static_cast<int>(std::ranges::count_if(
            rows, [table](const auto& row) { return row.first.first == static_cast<std::uint16_t>(table); }));
    }

    int snapshots = 0;  ///< as in hello, likewise below
    Uuid wantsFirst;
    QByteArray snapshotHere;
    bool waitsForSnapshot = false;
    SessionId session = 0;
    Wire::Welcome welcome;
    qint64 cursor = 0;
    QByteArray view;
    qint64 nextOpid = 1;
    int forgotten = 0;
    int received = 0;
    std::map<std::pair<std::uint16_t, Uuid>, QHash<std::uint16_t, QVariant>> rows;

private:
    ServerBench* m_on;
    QByteArray m_token;
    HlcClock m_clock;
};

/// A manager who sees everything, a salesperson of Montréal, and a buyer of Montréal and Toronto.
struct ScopeScene {
    explicit ScopeScene(ServerCore::Options options = {})
        : bench(options),
          boss(bench, "boss", bench.enrol(u"boss"_s, "boss", u"manager"_s)),
          awa(bench, "awa", bench.enrol(u"awa"_s, "awa", u"sales"_s, {montreal})),
          theo(bench, "theo", bench.enrol(u"theo"_s, "theo", u"buyer"_s, {montreal, toronto}))
    {
        boss.join();
        awa.join();
        theo.join();
    }
    void read()
    {
        for (ScopeStation* one : {&boss, &awa, &theo})
            one->read();
    }

    Uuid montreal = Uuid::fromParts(1, 1, 1);
    Uuid toronto = Uuid::fromParts(2, 2, 2);
    Uuid dakar = Uuid::fromParts(3, 3, 3);
    ServerBench bench;
    ScopeStation boss;
    ScopeStation awa;
    ScopeStation theo;
};

}  // namespace Forecourt::Tests
