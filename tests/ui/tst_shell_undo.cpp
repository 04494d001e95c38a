// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/teststore.h"
#include "ui/shell/undohistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesBackTheNewestEditFirst();
    void doesAgainWhatWasTakenBack();
    void forgetsTheWayForwardAfterANewEdit();
    void keepsTheEntryWhenTakingBackFails();
    void ignoresStepsThatChangedNothing();
    void namesEditsInTheLanguageOfTheMoment();

private:
    static UndoHistory::Text named(const QString& text)
    {
        return [text] { return text; };
    }
};

namespace {

Expected<EditOutcome> setNotes(TestStore& store, Uuid id, const QString& notes)
{
    return store.edit([id, notes](EditTransaction& transaction) {
        return transaction.update(Table::Vehicles, id, {{u"notes"_s, notes}});
    });
}

Uuid addVehicle(TestStore& store)
{
    const Uuid id = Uuid::create();
    const auto added = store.edit([id](EditTransaction& transaction) {
        return transaction.insert(Table::Vehicles, id, {{u"notes"_s, u"first"_s}});
    });
    Q_ASSERT(added);
    return id;
}

QString notesOf(TestStore& store, Uuid id)
{
    return store.scalar(u"SELECT notes FROM vehicles WHERE id = ?"_s, {id.toBytes()}).toString();
}

}  // namespace

void TestUndo::takesBackTheNewestEditFirst()
{
    TestStore store;
    UndoHistory history(store.journal());
    const Uuid one = addVehicle(store);
    const Uuid two = addVehicle(store);
    history.push(named(u"one"_s), setNotes(store, one, u"changed one"_s)->undo);
    history.push(named(u"two"_s), setNotes(store, two, u"changed two"_s)->undo);
    QSignalSpy undone(&history, &UndoHistory::undone);
    history.undo();
    QTRY_COMPARE(undone.count(), 1);
    QCOMPARE(undone.at(0).at(0).toString(), u"two"_s);
    QCOMPARE(notesOf(store, one), u"changed one"_s);
    QCOMPARE(notesOf(store, two), u"first"_s);
    history.undo();
    QTRY_COMPARE(undone.count(), 2);
    QCOMPARE(notesOf(store, one), u"first"_s);
    QVERIFY(!history.canUndo());
}

void TestUndo::doesAgainWhatWasTakenBack()
{
    TestStore store;
    UndoHistory history(store.journal());
    const Uuid id = addVehicle(store);
    history.push(named(u"edit"_s), setNotes(store, id, u"changed"_s)->undo);
    QSignalSpy undone(&history, &UndoHistory::undone);
    QSignalSpy redone(&history, &UndoHistory::redone);
    history.undo();
    QTRY_COMPARE(undone.count(), 1);
    QVERIFY(history.canRedo());
    QCOMPARE(history.redoText(), u"edit"_s);
    history.redo();
    QTRY_COMPARE(redone.count(), 1);
    QCOMPARE(notesOf(store, id), u"changed"_s);
    QVERIFY(history.canUndo());
}

void TestUndo::forgetsTheWayForwardAfterANewEdit()
{
    TestStore store;
    UndoHistory history(store.journal());
    const Uuid id = addVehicle(store);
    history.push(named(u"edit"_s), setNotes(store, id, u"changed"_s)->undo);
    QSignalSpy undone(&history, &UndoHistory::undone);
    history.undo();
    QTRY_COMPARE(undone.count(), 1);
    history.push(named(u"other"_s), setNotes(store, id, u"other"_s)->undo);
    QVERIFY(!history.canRedo());
}

void TestUndo::keepsTheEntryWhenTakingBackFails()
{
    int calls = 0;
    UndoHistory history([&calls](UndoStep step) {
        QPromise<Expected<UndoStep>> promise;
        promise.start();
        if (calls++ == 0)
            promise.addResult(Expected<UndoStep>(fail(ErrorCode::DiskFull)));
        else
            promise.addResult(Expected<UndoStep>(step));
        promise.finish();
        return promise.future();
    });
    UndoStep step;
    step.rows.push_back({Table::Vehicles, Uuid::create(), UndoStep::Row::Kind::Updated, {}, {}});
    history.push(named(u"edit"_s), step);
    QSignalSpy failed(&history, &UndoHistory::failed);
    history.undo();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::DiskFull);
    QVERIFY(history.canUndo());
    QSignalSpy undone(&history, &UndoHistory::undone);
    history.undo();
    QTRY_COMPARE(undone.count(), 1);
}

void TestUndo::ignoresStepsThatChangedNothing()
{
    UndoHistory history([](const UndoStep&) { return QFuture<Expected<UndoStep>>(); });
    history.push(named(u"nothing"_s), {});
    QVERIFY(!history.canUndo());
}

void TestUndo::namesEditsInTheLanguageOfTheMoment()
{
    QString language = u"en"_s;
    UndoHistory history([](const UndoStep&) { return QFuture<Expected<UndoStep>>(); });
    UndoStep step;
    step.rows.push_back({Table::Vehicles, Uuid::create(), UndoStep::Row::Kind::Updated, {}, {}});
    history.push([&language] { return language == "en"_L1 ? u"Price changed"_s : u"Prix modifié"_s; }, step);
    QCOMPARE(history.undoText(), u"Price changed"_s);
    language = u"fr"_s;
    QCOMPARE(history.undoText(), u"Prix modifié"_s);
}

QTEST_MAIN(TestUndo)
#include "tst_shell_undo.moc"
