// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draft/draft.h"
#include "tests/support/teststore.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class TestDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesANewStartAndIsReplacedByALaterOne()
    {
        TestStore store;
        const Draft early{u"vehicle/new"_s, {{u"vin"_s, u"1HG"_s}}, 1'000};
        const Draft late{u"vehicle/new"_s, {{u"vin"_s, u"1HGCM8"_s}, {u"notes"_s, u"« réservé »\n"_s}}, 2'000};
        QVERIFY(save(store, early));
        QVERIFY(save(store, late));
        store.reopen();
        QCOMPARE(find(store, u"vehicle/new"_s), late);
    }

    void formsDoNotMeetEachOther()
    {
        TestStore store;
        const Draft one{u"vehicle/1"_s, {{u"color"_s, u"Red"_s}}, 1};
        const Draft two{u"vehicle/2"_s, {{u"color"_s, u"Blue"_s}}, 2};
        QVERIFY(save(store, one));
        QVERIFY(save(store, two));
        QVERIFY(store.store()
                    .write([](Connection& connection) { return DraftRepository::remove(connection, u"vehicle/1"_s); })
                    .result());
        QCOMPARE(find(store, u"vehicle/1"_s), std::optional<Draft>());
        QCOMPARE(find(store, u"vehicle/2"_s), two);
    }

private:
    static Expected<void> save(TestStore& store, const Draft& draft)
    {
        return store.store()
            .write([draft](Connection& connection) { return DraftRepository::save(connection, draft); })
            .result();
    }
    static std::optional<Draft> find(TestStore& store, const QString& form)
    {
        return *store.store()
                    .read([form](Connection& connection) { return DraftRepository::find(connection, form); })
                    .result();
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
