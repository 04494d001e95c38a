// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shellfixture.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/railitem.h"
#include "ui/shell/signinview.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/syncchip.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/note.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class TestShellWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensTheFirstPageAndShowsItsCounts();
    void makesPagesOnlyWhenTheyAreOpened();
    void goesToPagesByNumber();
    void goesBackWithEscape();
    void jumpsBetweenAreasWithF6();
    void keepsPageAndTypedTextWhenTheLanguageChanges();
    void remembersPageSizeAndStateOfPages();
    void staysOpenWhileAPageWouldLoseSomething();
    void undoesAcrossPages();
    void leavesUndoToTheTextFieldThatHasTheFocus();
    void takesSingleLettersAwayWhenAsked();
    void showsIconsOnlyInNarrowWindows();
    void filtersBySiteAndRemembersIt();

    void findsAndOpensWithTheKeyboardAlone();
    void offersCommandsAfterTheirMark();
    void offersThePageOfThatNameFirst();
    void showsAllResultsWithControlEnter();
    void leavesThePaletteWithEscape();
    void paletteModelIsConsistent();

    void asksForSignInWithoutAServer();
    void saysWrongPasswordAtItsField();
    void asksWhetherACertificateIsTheRightOne();
    void letsPeopleWorkWhenTheServerDoesNotAnswer();
    void opensTheSyncPanelByKey();

private:
    static PopupFrame* popup()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* frame = qobject_cast<PopupFrame*>(widget); frame && frame->isVisible())
                return frame;
        return nullptr;
    }
};

void TestShellWindow::opensTheFirstPageAndShowsItsCounts()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_COMPARE(shell.window->currentPageId(), u"things"_s);
    QCOMPARE(shell.window->findChild<StatusStrip*>()->counts(), u"3 things"_s);
    QTRY_VERIFY(shell.page()->field->hasFocus());
}

void TestShellWindow::makesPagesOnlyWhenTheyAreOpened()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    QCOMPARE(shell.window->findChildren<FakePage*>().size(), 1);
    QVERIFY(!shell.window->findChild<SettingsPage*>());
}

void TestShellWindow::goesToPagesByNumber()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_COMPARE(shell.window->currentPageId(), u"things"_s);
    QTest::keyClick(shell.window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(shell.window->currentPageId(), u"people"_s);
    QTest::keyClick(shell.window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(shell.window->currentPageId(), u"settings"_s);
    QTest::keyClick(shell.window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(shell.window->currentPageId(), u"things"_s);
}

void TestShellWindow::goesBackWithEscape()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    shell.window->open({u"things"_s, {u"one"_s}});
    QCOMPARE(shell.page()->route().path, QStringList{u"one"_s});
    QTest::keyClick(shell.page()->field, Qt::Key_Escape);
    QVERIFY(shell.page()->route().path.isEmpty());
}

void TestShellWindow::jumpsBetweenAreasWithF6()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page() && shell.page()->field->hasFocus());
    QTest::keyClick(shell.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(qobject_cast<RailItem*>(QApplication::focusWidget()));
    QTest::keyClick(shell.window.get(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), shell.page()->field);
    QTest::keyClick(shell.window.get(), Qt::Key_F6);
    QVERIFY(QApplication::focusWidget() != shell.page()->field);
}

void TestShellWindow::keepsPageAndTypedTextWhenTheLanguageChanges()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    shell.window->open({u"people"_s, {u"somebody"_s}});
    QTest::keyClicks(shell.page()->field, u"half a sent"_s);
    FakePage* before = shell.page();
    auto* chip = shell.window->findChild<SyncChip*>();
    QCOMPARE(chip->words(), u"Online"_s);
    shell.settings.setLanguage(u"fr"_s);
    QTRY_COMPARE(chip->words(), u"En ligne"_s);
    QCOMPARE(shell.page(), before);
    QCOMPARE(before->field->text(), u"half a sent"_s);
    QCOMPARE(before->route().path, QStringList{u"somebody"_s});
    QVERIFY(before->languageChanges > 0);
    shell.settings.setLanguage(u"en"_s);
    QTRY_COMPARE(chip->words(), u"Online"_s);
}

void TestShellWindow::remembersPageSizeAndStateOfPages()
{
    TestStore store;
    {
        ShellFixture shell(store);
        shell.start();
        QTRY_VERIFY(shell.page());
        shell.window->open({u"people"_s, {u"somebody"_s}});
        shell.page()->note = u"kept"_s;
        shell.window->resize(1111, 777);
        QVERIFY(shell.window->close());
    }
    ShellFixture again(store);
    again.start();
    QTRY_COMPARE(again.window->currentPageId(), u"people"_s);
    QCOMPARE(again.page()->route().path, QStringList{u"somebody"_s});
    QCOMPARE(again.page()->note, u"kept"_s);
    QCOMPARE(again.window->size(), QSize(1111, 777));
}

void TestShellWindow::staysOpenWhileAPageWouldLoseSomething()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    FakePage* things = shell.page();
    things->closable = false;
    shell.window->open({u"people"_s, {}});
    QVERIFY(!shell.window->close());
    QCOMPARE(shell.window->currentPageId(), u"things"_s);
    things->closable = true;
    QVERIFY(shell.window->close());
}

void TestShellWindow::undoesAcrossPages()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    const Uuid id = Uuid::create();
    const auto added = store.edit([id](EditTransaction& t) {
        return t.insert(Table::Vehicles, id, {{u"stock_number"_s, u"B26-1201"_s}});
    });
    QVERIFY(added.has_value());
    shell.undo->push([] { return u"B26-1201 added"_s; }, added->undo);
    shell.window->open({u"people"_s, {}});
    QTest::keyClick(shell.window.get(), Qt::Key_1, Qt::ControlModifier);
    shell.window->setFocus();
    QSignalSpy undone(shell.undo.get(), &UndoHistory::undone);
    QTest::keyClick(shell.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(undone.count(), 1);
    QCOMPARE(store.scalar(u"SELECT _del FROM vehicles"_s).toInt(), 1);
    QSignalSpy redone(shell.undo.get(), &UndoHistory::redone);
    QTest::keyClick(shell.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(redone.count(), 1);
    QCOMPARE(store.scalar(u"SELECT _del FROM vehicles"_s).toInt(), 0);
}

void TestShellWindow::leavesUndoToTheTextFieldThatHasTheFocus()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    const Uuid id = Uuid::create();
    const auto added = store.edit([id](EditTransaction& t) { return t.insert(Table::Vehicles, id, {}); });
    shell.undo->push([] { return u"added"_s; }, added->undo);
    QLineEdit* field = shell.page()->field;
    field->setFocus();
    QTest::keyClicks(field, u"abc"_s);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field->text() != u"abc"_s);
    QVERIFY(shell.undo->canUndo());
}

void TestShellWindow::takesSingleLettersAwayWhenAsked()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    FakePage* page = shell.page();
    QTest::keyClick(page->field, Qt::Key_T);
    QCOMPARE(page->transfers, 0);
    QCOMPARE(page->field->text(), u"t"_s);
    page->setFocusProxy(nullptr);
    page->setFocusPolicy(Qt::StrongFocus);
    page->setFocus();
    QTest::keyClick(page, Qt::Key_T);
    QCOMPARE(page->transfers, 1);
    shell.settings.setSingleKeys(false);
    QTest::keyClick(page, Qt::Key_T);
    QCOMPARE(page->transfers, 1);
    shell.settings.setSingleKeys(true);
    QTest::keyClick(page, Qt::Key_T);
    QCOMPARE(page->transfers, 2);
}

void TestShellWindow::showsIconsOnlyInNarrowWindows()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    shell.window->resize(1024, 700);
    auto* rail = shell.window->findChild<QWidget*>(u"rail"_s);
    QTRY_COMPARE(rail->width(), 52);
    shell.window->resize(1440, 900);
    QTRY_COMPARE(rail->width(), 196);
}

void TestShellWindow::filtersBySiteAndRemembersIt()
{
    TestStore store;
    const LocationId montreal(Uuid::create());
    QVERIFY(store.edit([montreal](EditTransaction& t) {
        return t.insert(Table::Locations, montreal.uuid(), {{u"code"_s, u"MTL"_s}, {u"name"_s, u"Montréal"_s}});
    }));
    {
        ShellFixture shell(store);
        shell.start();
        QTRY_VERIFY(shell.page());
        QVERIFY(shell.site.isAll());
        QTRY_VERIFY(shell.locations->find(montreal));
        QTest::keyClick(shell.window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(popup());
        auto* field = popup()->findChild<SearchField*>();
        QTest::keyClicks(field, u"montr"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shell.site.id(), montreal);
    }
    ShellFixture again(store);
    again.start();
    QTRY_VERIFY(again.page());
    QCOMPARE(again.site.id(), montreal);
}

void TestShellWindow::findsAndOpensWithTheKeyboardAlone()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    QTest::keyClick(shell.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = shell.window->findChild<CommandPalette*>();
    QVERIFY(palette->isVisible());
    QWidget* field = QApplication::focusWidget();
    QTest::keyClicks(field, u"coro"_s);
    QTRY_COMPARE(palette->model()->data(palette->model()->index(1), Qt::DisplayRole).toString(), u"Corolla LE"_s);
    QCOMPARE(palette->currentRow(), 1);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(palette->currentRow(), 2);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(shell.window->currentPageId(), u"things"_s);
    QCOMPARE(shell.page()->route().path, QStringList{u"Corolla S"_s});
}

void TestShellWindow::offersCommandsAfterTheirMark()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    shell.window->openPalette(u">trans"_s);
    auto* palette = shell.window->findChild<CommandPalette*>();
    QCOMPARE(palette->model()->data(palette->model()->index(palette->currentRow()), Qt::DisplayRole).toString(),
             u"Transfer"_s);
    QVERIFY(shell.search->asked.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shell.page()->transfers, 1);
}

void TestShellWindow::offersThePageOfThatNameFirst()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    shell.page()->transfer->setText(u"Transfer people"_s);
    shell.window->openPalette(u">people"_s);
    auto* palette = shell.window->findChild<CommandPalette*>();
    QCOMPARE(palette->model()->data(palette->model()->index(palette->currentRow()), Qt::DisplayRole).toString(),
             u"Go to people"_s);
}

void TestShellWindow::showsAllResultsWithControlEnter()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    shell.window->openPalette(u"coro"_s);
    auto* palette = shell.window->findChild<CommandPalette*>();
    QTRY_VERIFY(palette->model()->allResultsRow() > 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shell.page()->route().path, (QStringList{u"filter"_s, u"coro"_s}));
}

void TestShellWindow::leavesThePaletteWithEscape()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page() && shell.page()->field->hasFocus());
    QTest::keyClick(shell.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = shell.window->findChild<CommandPalette*>();
    QTest::keyClicks(QApplication::focusWidget(), u"zzz"_s);
    QTRY_COMPARE(palette->currentRow(), -1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QCOMPARE(QApplication::focusWidget(), shell.page()->field);
}

void TestShellWindow::paletteModelIsConsistent()
{
    FakeSearch provider;
    PaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    PaletteModel::Section section;
    section.provider = &provider;
    section.hint = u"a hint"_s;
    section.hits = {{{u"things"_s, {}}, u"Corolla"_s, u"second line"_s, u"car"_s, {}}};
    section.allResults = {u"things"_s, {u"filter"_s}};
    section.allResultsTitle = u"all"_s;
    model.setLines(u"coro"_s, {section}, u"Commands"_s, {{u"Go"_s, {}, u"car"_s, {}, [] {}}}, {});
    QCOMPARE(model.rowCount(), 6);
    QVERIFY(!model.choice(0));
    QCOMPARE(model.nextChoice(-1, 1), 2);
    QCOMPARE(model.nextChoice(2, 1), model.allResultsRow());
    QCOMPARE(model.nextChoice(5, 1), -1);
    model.setLines({}, {}, {}, {}, u"Nothing"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.nextChoice(-1, 1), -1);
}

void TestShellWindow::asksForSignInWithoutAServer()
{
    TestStore store;
    ShellFixture shell(store);
    shell.sync.setStatus({});
    shell.start();
    auto* view = [&] {
        [&] { QTRY_VERIFY(shell.window->findChild<SignInView*>()); }();
        return shell.window->findChild<SignInView*>();
    }();
    QVERIFY(view && view->isVisible());
    QVERIFY(!shell.window->currentPage());
    const auto fields = view->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 3);
    fields[0]->setText(u"http://server:8750"_s);
    fields[1]->setText(u"aicha"_s);
    fields[2]->setText(u"secret"_s);
    SyncStatus joined;
    joined.lastSyncAt = store.clock.now();
    shell.sync.setStatus(joined);
    QTest::keyClick(fields[2], Qt::Key_Return);
    QTRY_COMPARE(shell.window->currentPageId(), u"things"_s);
    QCOMPARE(shell.sync.signInServer, QUrl(u"http://server:8750"_s));
    QCOMPARE(shell.sync.signInName, u"aicha"_s);
}

void TestShellWindow::saysWrongPasswordAtItsField()
{
    TestStore store;
    ShellFixture shell(store);
    shell.sync.setStatus({});
    shell.sync.signInError = Error{ErrorCode::WrongPassword, {}, {}};
    shell.start();
    QTRY_VERIFY(shell.window->findChild<SignInView*>());
    auto* view = shell.window->findChild<SignInView*>();
    const auto fields = view->findChildren<FormField*>();
    QCOMPARE(fields.size(), 3);
    fields[0]->line()->setText(u"http://server:8750"_s);
    fields[1]->line()->setText(u"aicha"_s);
    fields[2]->line()->setText(u"wrong"_s);
    QTest::keyClick(fields[2]->line(), Qt::Key_Return);
    QTRY_VERIFY(fields[2]->hasError());
    QVERIFY(fields[2]->message().contains(u"password"_s));
    QVERIFY(!shell.window->currentPage());
    QTest::keyClicks(fields[2]->line(), u"x"_s);
    QVERIFY(!fields[2]->hasError());
}

void TestShellWindow::asksWhetherACertificateIsTheRightOne()
{
    TestStore store;
    ShellFixture shell(store);
    shell.sync.setStatus({});
    shell.sync.signInError = Error{ErrorCode::CertificateUntrusted, u"server"_s, u"3F2A 91C0"_s};
    shell.start();
    QTRY_VERIFY(shell.window->findChild<SignInView*>());
    auto* view = shell.window->findChild<SignInView*>();
    const auto fields = view->findChildren<FormField*>();
    fields[0]->line()->setText(u"https://server:8750"_s);
    fields[1]->line()->setText(u"aicha"_s);
    fields[2]->line()->setText(u"secret"_s);
    const auto trust = [view]() -> QAbstractButton* {
        for (auto* candidate : view->findChildren<QAbstractButton*>())
            if (candidate->text().contains(u"trust"_s))
                return candidate;
        return nullptr;
    };
    QVERIFY(!trust()->isVisible());
    QTest::keyClick(fields[2]->line(), Qt::Key_Return);
    QTRY_VERIFY(trust()->isVisible());
    QVERIFY(view->findChild<Note*>()->text().contains(u"3F2A 91C0"_s));
    QVERIFY(shell.sync.trusted.isEmpty());
    shell.sync.signInError.reset();
    trust()->click();
    QCOMPARE(shell.sync.trusted.size(), 1);
    QCOMPARE(shell.sync.trusted.first().first, QUrl(u"https://server:8750"_s));
    QCOMPARE(shell.sync.trusted.first().second, u"3F2A 91C0"_s);
    QTRY_COMPARE(shell.sync.status().link, SyncStatus::Link::Online);
}

void TestShellWindow::letsPeopleWorkWhenTheServerDoesNotAnswer()
{
    TestStore store;
    ShellFixture shell(store);
    SyncStatus out;
    out.link = SyncStatus::Link::SignedOut;
    out.lastSyncAt = store.clock.now();
    shell.sync.setStatus(out);
    shell.sync.signInError = Error{ErrorCode::ServerUnreachable, u"http://server:8750"_s, {}};
    shell.start();
    QTRY_VERIFY(shell.window->findChild<SignInView*>());
    auto* view = shell.window->findChild<SignInView*>();
    const auto button = [view](const QString& words) -> QAbstractButton* {
        for (auto* candidate : view->findChildren<QAbstractButton*>())
            if (candidate->text().startsWith(words))
                return candidate;
        return nullptr;
    };
    QVERIFY(!button(u"Work on this computer"_s)->isVisible());
    const auto fields = view->findChildren<FormField*>();
    fields[0]->line()->setText(u"http://server:8750"_s);
    fields[1]->line()->setText(u"aicha"_s);
    fields[2]->line()->setText(u"secret"_s);
    QTest::keyClick(fields[2]->line(), Qt::Key_Return);
    QTRY_VERIFY(button(u"Work on this computer"_s)->isVisible());
    QTest::mouseClick(button(u"Work on this computer"_s), Qt::LeftButton);
    QTRY_COMPARE(shell.window->currentPageId(), u"things"_s);
}

void TestShellWindow::opensTheSyncPanelByKey()
{
    TestStore store;
    ShellFixture shell(store);
    shell.start();
    QTRY_VERIFY(shell.page());
    SyncStatus offline;
    offline.link = SyncStatus::Link::Waiting;
    offline.nextTryAt = store.clock.now() + 40'000;
    offline.counts.waiting = 2;
    shell.sync.setStatus(offline);
    QTest::keyClick(shell.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(popup());
    QAbstractButton* tryNow = nullptr;
    for (auto* button : popup()->findChildren<QAbstractButton*>())
        if (button->text() == u"Try now"_s)
            tryNow = button;
    QVERIFY(tryNow && tryNow->isVisible());
    QTest::mouseClick(tryNow, Qt::LeftButton);
    QCOMPARE(shell.sync.triesNow, 1);
    QTest::keyClick(popup(), Qt::Key_Escape);
    QTRY_VERIFY(!popup());
}

QTEST_MAIN(TestShellWindow)
#include "tst_shell_window.moc"
