// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/shotlist.h"
#include "tests/support/gallerystore.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// What a buyer expects to see, and what of it is there.
class TestShotList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWithABuiltInList()
    {
        TestStore store;
        const ShotList list = current(store);
        QVERIFY(list.id.isNull());
        QCOMPARE(list, ShotList::builtIn());
        QCOMPARE(list.shots.size(), 13U);
        QVERIFY(list.find(u"odometer"_s));
        QVERIFY(!list.find(u"sunroof"_s));
    }

    void tellsWhatIsMissing()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        assign(store, {store.id(u'a')}, u"front"_s);
        assign(store, {store.id(u'b'), store.id(u'c')}, u"defects"_s);
        const std::vector<Shot> missing = ShotList::builtIn().missing(store.gallery());
        // What is optional is never missed, and one photo is enough for each.
        QCOMPARE(missing.size(), 11U);
        QVERIFY(std::ranges::none_of(
            missing, [](const Shot& shot) { return shot.code == "front"_L1 || shot.code == "defects"_L1; }));
        QCOMPARE(missing.front().code, u"front-three-quarter"_s);
    }

    void aShotIsTakenBackByUndo()
    {
        GalleryStore store;
        store.add(u"ab"_s);
        const EditOutcome outcome = assign(store, {store.id(u'a'), store.id(u'b')}, u"engine"_s);
        QCOMPARE(store.gallery().photos[1].slot, u"engine"_s);
        QVERIFY(store.journal().revert(outcome.undo).result());
        QCOMPARE(store.gallery().photos[0].slot, QString());
        // The same again changes nothing, and so is no step to undo.
        assign(store, {store.id(u'a')}, u"engine"_s);
        QVERIFY(assign(store, {store.id(u'a'), PhotoId::create()}, u"engine"_s).undo.isEmpty());
    }

    void isTheSameForEverybody()
    {
        TestStore store;
        ShotList list = current(store);
        list.shots.push_back({list.newCode(u"Toit ouvrant"_s), u"Toit ouvrant"_s, true});
        std::swap(list.shots[0], list.shots[4]);
        QVERIFY(store.journal().run(SaveShotList{list}).result());
        const ShotList saved = current(store);
        QVERIFY(!saved.id.isNull());
        QCOMPARE(saved.shots, list.shots);
        QCOMPARE(saved.shots.back().code, u"toit-ouvrant"_s);
        // A second change finds the same row, also from somebody who had not seen the first one.
        QVERIFY(store.journal().run(SaveShotList{ShotList::builtIn()}).result());
        QCOMPARE(current(store).id, saved.id);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM shot_lists"_s).toInt(), 1);
    }

    void refusesListsThatCannotWork_data()
    {
        QTest::addColumn<std::vector<Shot>>("shots");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << std::vector<Shot>{} << u"empty"_s;
        QTest::newRow("too many") << many(51) << u"many"_s;
        QTest::newRow("a code twice") << std::vector<Shot>{{u"a"_s, {}}, {u"a"_s, {}}} << u"code"_s;
        QTest::newRow("no code") << std::vector<Shot>{{{}, u"A"_s}} << u"code"_s;
        QTest::newRow("a long name") << std::vector<Shot>{{u"a"_s, QString(61, u'x')}} << u"name"_s;
    }
    void refusesListsThatCannotWork()
    {
        QFETCH(std::vector<Shot>, shots);
        QFETCH(QString, detail);
        TestStore store;
        const auto saved = store.journal().run(SaveShotList{{{}, shots}}).result();
        QVERIFY(!saved);
        QCOMPARE(saved.error().detail, detail);
        QVERIFY(current(store).id.isNull());
    }

    void survivesWhatAnotherVersionWrote()
    {
        QCOMPARE(ShotList::shotsFromJson(uR"([{"code":"a"},{"code":"a","name":"again"},{"name":"no code"},7,
                                            {"code":"b","name":"B","optional":true,"later":1}])"_s),
                 (std::vector<Shot>{{u"a"_s, {}, false}, {u"b"_s, u"B"_s, true}}));
        QCOMPARE(ShotList::shotsFromJson(u"nonsense"_s), std::vector<Shot>{});
    }

    void makesCodesThatFileNamesTake()
    {
        const ShotList list{{}, {{u"sieges-arriere"_s, {}}, {u"shot"_s, {}}}};
        QCOMPARE(list.newCode(u"Sièges (arrière)"_s), u"sieges-arriere-2"_s);
        QCOMPARE(list.newCode(u"后备箱"_s), u"shot-2"_s);
        QCOMPARE(list.newCode(u"Roof / rails"_s), u"roof-rails"_s);
    }

private:
    static std::vector<Shot> many(int count)
    {
        std::vector<Shot> shots;
        for (int i = 0; i < count; ++i)
            shots.push_back({QString::number(i), {}, false});
        return shots;
    }
    static ShotList current(TestStore& store) { return *store.store().read(ShotListRepository::current).result(); }
    static EditOutcome assign(GalleryStore& store, const std::vector<PhotoId>& photos, const QString& code)
    {
        return store.must(store.journal().run(AssignShot{photos, code}).result());
    }
};

QTEST_GUILESS_MAIN(TestShotList)
#include "tst_shotlist.moc"
