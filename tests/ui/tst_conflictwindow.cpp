// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shownsync.h"
#include "ui/shell/appearance.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/note.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The window of conflicts over two real stores and a real server, with real keys and clicks.
class ConflictWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<ShellSettings>(QString());
        m_settings->wishForSession(u"light"_s, u"en"_s);
        m_appearance = std::make_unique<Appearance>(*qApp, *m_settings);
        m_server.addUser(u"awa"_s);
        m_server.addUser(u"theo"_s);
        m_server.start();
        m_awa = std::make_unique<Workstation>();
        m_theo = std::make_unique<Workstation>();
        QVERIFY(m_awa->signIn(m_server, u"awa"_s));
        QVERIFY(m_theo->signIn(m_server, u"theo"_s));
        QVERIFY(m_theo->settle());
    }

    void cleanup()
    {
        // Nothing of one test is to be decided in the next.
        for (const Uuid record : std::exchange(m_made, {})) {
            DecideConflicts keep;
            for (const Conflict& conflict : conflictsOf(*m_theo, record).conflicts)
                keep.decisions.push_back({conflict.ids, ConflictDecision::Choice::Keep, {}});
            QVERIFY(m_theo->journal().run(keep).result());
        }
        QVERIFY(m_theo->settle() && m_awa->settle());
    }

    void showsBothSidesWithTheirAuthorsAndWhatWasBefore()
    {
        const Uuid car = priceConflict(u"B26-1144"_s);
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        const QStringList said = shown.texts(shown.conflicts);
        QVERIFY(said.contains(u"Two people changed B26-1144"_s));
        QVERIFY(said.contains(u"Asking price"_s));
        QVERIFY(said.contains(u"$24,900"_s));
        QVERIFY(said.filter(u"1 other field was merged"_s).size() == 1);
        QCOMPARE(shown.rows().size(), 1);
        const ConflictChoice* mine = shown.choice(0, u"$23,900"_s);
        const ConflictChoice* theirs = shown.choice(0, u"$24,400"_s);
        QVERIFY(mine && theirs);
        QCOMPARE(mine->accessibleName(), u"Yours: $23,900"_s);
        QVERIFY(mine->accessibleDescription().startsWith(u"You, "_s));
        QCOMPARE(theirs->accessibleName(), u"Theirs: $24,400"_s);
        QVERIFY(theirs->accessibleDescription().startsWith(u"awa, "_s));
        QVERIFY(mine->x() < theirs->x());
        // What stands on the server is the offer.
        QVERIFY(theirs->isChecked());
    }

    void aKeyPicksAndCtrlEnterKeepsAndUndoBringsBothBack()
    {
        const Uuid car = priceConflict(u"B26-1145"_s);
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        shown.press(Qt::Key_1);
        QVERIFY(shown.choice(0, u"$23,900"_s)->isChecked());
        shown.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(asking(car), 2'390'000);
        QTRY_VERIFY(shown.rows().isEmpty());
        QVERIFY(shown.texts(shown.conflicts).contains(u"Nothing to decide"_s));
        QCOMPARE(shown.undo.undoText(), u"Conflict about B26-1145 decided"_s);
        shown.undo.undo();
        QTRY_COMPARE(asking(car), 2'440'000);
        QTRY_COMPARE(shown.rows().size(), 1);
    }

    void aClickPicksAndTheButtonKeeps()
    {
        const Uuid car = priceConflict(u"B26-1146"_s);
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        QTest::mouseClick(shown.choice(0, u"$23,900"_s), Qt::LeftButton);
        QTest::mouseClick(shown.named<QAbstractButton>(shown.conflicts, u"Keep this result"_s), Qt::LeftButton);
        QTRY_COMPARE(asking(car), 2'390'000);
        QVERIFY(m_theo->settle() && m_awa->settle());
        QCOMPARE(conflictsOf(*m_awa, car).conflicts.size(), 0U);
    }

    void escapeDecidesLater()
    {
        const Uuid car = priceConflict(u"B26-1147"_s);
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        shown.press(Qt::Key_1);
        shown.press(Qt::Key_Escape);
        QTRY_VERIFY(!shown.conflicts);
        QCOMPARE(asking(car), 2'440'000);
        QCOMPARE(conflictsOf(*m_theo, car).conflicts.size(), 1U);
    }

    void anotherValueIsCheckedByTheRulesOfItsField()
    {
        const Uuid car = priceConflict(u"B26-1148"_s);
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        shown.press(Qt::Key_3);
        auto* line = shown.named<QLineEdit>(shown.conflicts, u"Another value for Asking price"_s);
        QVERIFY(line && line->hasFocus());
        QTest::keyClicks(line, u"-5"_s);
        shown.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(shown.rows().front()->findChild<FormField*>()->message().section(u'.', 0, 0),
                 u"A price cannot be below zero"_s);
        QCOMPARE(conflictsOf(*m_theo, car).conflicts.size(), 1U);
        line->selectAll();
        QTest::keyClicks(line, u"24,100"_s);
        shown.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(asking(car), 2'410'000);
        QCOMPARE(m_theo->scalar(u"SELECT state FROM conflicts WHERE record_id = ?"_s, {car.toBytes()}).toInt(), 3);
    }

    void recordsAreGoneThroughAndWhatOthersDecideLeaves()
    {
        const Uuid first = priceConflict(u"B26-1149"_s);
        const Uuid second = priceConflict(u"B26-1150"_s);
        ShownSync shown(*m_theo);
        shown.openConflicts(first);
        QVERIFY(shown.texts(shown.conflicts).contains(u"Two people changed B26-1149"_s));
        QVERIFY(!shown.texts(shown.conflicts).filter(u"of 2 conflicts"_s).isEmpty());
        shown.press(Qt::Key_Up, Qt::AltModifier);
        QTRY_VERIFY(shown.texts(shown.conflicts).contains(u"Two people changed B26-1150"_s));
        shown.press(Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(shown.texts(shown.conflicts).contains(u"Two people changed B26-1149"_s));
        const Conflict price = conflictsOf(*m_awa, first).conflicts.front();
        QVERIFY(m_awa->journal().run(DecideConflicts{{{price.ids, ConflictDecision::Choice::TakeBack, {}}}}).result());
        QVERIFY(m_awa->settle() && m_theo->settle());
        QTRY_VERIFY(shown.texts(shown.conflicts).contains(u"Two people changed B26-1150"_s));
        QVERIFY(!shown.texts(shown.conflicts)
                     .filter(u"The conflict about B26-1149 was decided by somebody else."_s)
                     .isEmpty());
        QCOMPARE(conflictsOf(*m_theo, second).conflicts.size(), 1U);
    }

    void aPhaseIsDecidedTogetherWithItsTime()
    {
        const Uuid car = sharedCar(u"B26-1151"_s);
        offline();
        set(*m_awa, car, {{u"phase"_s, 1}, {u"phase_since_at"_s, 1'000}});
        m_theo->clock.advance(5'000);
        set(*m_theo, car, {{u"phase"_s, 4}, {u"phase_since_at"_s, 2'000}});
        online();
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        QCOMPARE(shown.rows().size(), 1);
        QVERIFY(shown.choice(0, u"Fixing"_s) && shown.choice(0, u"Reserved"_s));
        QTest::mouseClick(shown.choice(0, u"Fixing"_s), Qt::LeftButton);
        shown.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_theo->scalar(u"SELECT phase FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt(), 1);
        QCOMPARE(m_theo->scalar(u"SELECT phase_since_at FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt(), 1'000);
        QCOMPARE(conflictsOf(*m_theo, car).conflicts.size(), 0U);
    }

    void aRemovalIsSaidInWordsAndCanBeCarriedOut()
    {
        const Uuid car = sharedCar(u"B26-1152"_s);
        offline();
        set(*m_awa, car, {{u"color"_s, u"blue"_s}});
        QVERIFY(m_theo->edit([car](EditTransaction& edit) { return edit.remove(Table::Vehicles, car); }));
        online();
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        QVERIFY(shown.texts(shown.conflicts).contains(u"B26-1152 was removed while somebody changed it"_s));
        QVERIFY(shown.choice(0, u"Keep it"_s)->isChecked());
        QTest::mouseClick(shown.choice(0, u"Remove it"_s), Qt::LeftButton);
        shown.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_theo->scalar(u"SELECT _del FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt(), 1);
    }

    void editsOfARemovedRecordBringItBack()
    {
        const Uuid car = sharedCar(u"B26-1153"_s);
        offline();
        QVERIFY(m_awa->edit([car](EditTransaction& edit) { return edit.remove(Table::Vehicles, car); }));
        set(*m_theo, car, {{u"color"_s, u"blue"_s}});
        online();
        ShownSync shown(*m_theo);
        shown.openConflicts(car);
        QVERIFY(shown.choice(0, u"Stays removed"_s)->isChecked());
        shown.press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(shown.choice(0, u"blue"_s)->isChecked());
        shown.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_theo->scalar(u"SELECT _del FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt(), 0);
        QCOMPARE(m_theo->scalar(u"SELECT color FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toString(), u"blue"_s);
    }

private:
    static void set(Workstation& on, Uuid car, const Fields& fields)
    {
        QVERIFY(on.edit([=](EditTransaction& edit) { return edit.update(Table::Vehicles, car, fields); }));
    }
    static ConflictedRecord conflictsOf(Workstation& on, Uuid car)
    {
        return *on.store()
                    .read([&](Connection& connection) {
                        return ConflictRepository::ofRecord(connection, on.store().schema(),
                                                            static_cast<std::uint16_t>(Table::Vehicles), car);
                    })
                    .result();
    }
    int asking(Uuid car)
    {
        return m_theo->scalar(u"SELECT asking_minor FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt();
    }

    Uuid sharedCar(const QString& stock)
    {
        const Uuid car = Uuid::create();
        m_made << car;
        [&] {
            QVERIFY(m_awa->edit([&](EditTransaction& edit) {
                return edit.insert(Table::Vehicles, car,
                                   {{u"stock_number"_s, stock},
                                    {u"make"_s, u"Toyota"_s},
                                    {u"color"_s, u"red"_s},
                                    {u"phase"_s, 3},
                                    {u"asking_minor"_s, 2'490'000}});
            }));
            QVERIFY(m_awa->settle() && m_theo->settle());
        }();
        return car;
    }
    /// Awa's 24,400 stands, Theo's 23,900 is to be decided; he changed the colour too.
    Uuid priceConflict(const QString& stock)
    {
        const Uuid car = sharedCar(stock);
        offline();
        set(*m_awa, car, {{u"asking_minor"_s, 2'440'000}});
        m_theo->clock.advance(5'000);
        set(*m_theo, car, {{u"asking_minor"_s, 2'390'000}, {u"color"_s, u"green"_s}});
        online();
        return car;
    }
    void offline()
    {
        for (Workstation* one : {m_awa.get(), m_theo.get()}) {
            one->sync().setWorkOffline(true);
            QTRY_COMPARE(one->sync().status().link, SyncStatus::Link::WorkOffline);
        }
    }
    void online()
    {
        for (Workstation* one : {m_awa.get(), m_theo.get()}) {
            one->sync().setWorkOffline(false);
            QVERIFY(one->settle());
        }
        QVERIFY(m_awa->settle());
    }

    std::unique_ptr<ShellSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    ServerProcess m_server;
    std::unique_ptr<Workstation> m_awa;
    std::unique_ptr<Workstation> m_theo;
    QList<Uuid> m_made;
};

QTEST_MAIN(ConflictWindowTest)
#include "tst_conflictwindow.moc"
