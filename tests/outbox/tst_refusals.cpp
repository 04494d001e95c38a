// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/refusals.h"
#include "tests/support/teststore.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Changes that the server refused: discarded, brought back, forgotten after a week.
class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasDiscardedCanBeBroughtBackForAWeek()
    {
        TestStore store;
        const qint64 opid = refused(store);
        QCOMPARE(store.journal().counts().result()->rejected, 1);
        QVERIFY(store.journal().discardRejected(opid).result());
        QCOMPARE(store.journal().counts().result()->rejected, 0);
        QVERIFY(store.journal().rejected(10).result()->empty());
        QCOMPARE(discarded(store), std::vector{opid});
        QVERIFY(bringBack(store, opid));
        QCOMPARE(store.journal().rejected(10).result()->front().values, QVariantList{u"blue"_s});

        QVERIFY(store.journal().discardRejected(opid).result());
        store.clock.advance(8LL * 24 * 60 * 60 * 1000);
        QVERIFY(store.journal().discardRejected(opid + 100).result());
        QVERIFY(discarded(store).empty());
    }

    void oneRefusedChangeHoldsNothingUp()
    {
        TestStore store;
        refused(store);
        QVERIFY(store.edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"make"_s, u"Honda"_s}});
        }));
        const auto next = store.journal().takeForSending(0, 10, 1'000'000).result();
        QCOMPARE(next->size(), 1U);
    }

private:
    /// An edit that the server did not take; the car stays.
    static qint64 refused(TestStore& store)
    {
        const Uuid car = Uuid::create();
        const auto made = store.edit([car](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, car, {{u"color"_s, u"red"_s}});
        });
        const auto sent = store.journal().takeForSending(0, 10, 1'000'000).result();
        const bool stored = store.journal().acknowledge(sent->back().opid, 1, {}).result().has_value();
        const auto edited = store.edit([car](EditTransaction& edit) {
            return edit.update(Table::Vehicles, car, {{u"color"_s, u"blue"_s}});
        });
        const auto again = store.journal().takeForSending(sent->back().opid, 10, 1'000'000).result();
        const qint64 opid = again->back().opid;
        if (!made || !stored || !edited ||
            !store.journal().acknowledge(opid, 1, {{opid, OpException::Status::Rejected, u"no_access"_s, {}}}).result())
            qFatal("nothing was refused");
        return opid;
    }
    static std::vector<qint64> discarded(TestStore& store) { return *store.store().read(Refusals::discarded).result(); }
    static Expected<void> bringBack(TestStore& store, qint64 opid)
    {
        return store.store()
            .write([opid](Connection& connection) { return Refusals::bringBack(connection, {opid}); })
            .result();
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
