// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/avatar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/countpill.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/keytag.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/phaselane.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sidesheet.h"
#include "ui/widgets/sitesquare.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thinprogress.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toggle.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().setReducedMotion(true);
        Theme::instance().apply(*qApp, ThemeMode::Light, 100);
    }

    void removesAFilterChipByKeyAndByItsCross()
    {
        Chip chip(u"Site: MTL"_s);
        chip.resize(chip.sizeHint());
        QSignalSpy removed(&chip, &Chip::removeRequested);
        QSignalSpy opened(&chip, &QAbstractButton::clicked);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 8, chip.height() / 2));
        QCOMPARE(removed.size(), 2);
        QCOMPARE(opened.size(), 0);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, chip.height() / 2));
        QTest::keyClick(&chip, Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(removed.size(), 2);
    }

    void leavesAnAddChipWhereItIs()
    {
        Chip chip(u"Filter"_s, Chip::Kind::Add);
        QSignalSpy removed(&chip, &Chip::removeRequested);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(removed.size(), 0);
    }

    void takesASuggestionWithTabAndLeavesTheFieldWithTheNextOne()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* line = new QLineEdit(u"2495"_s);
        auto* field = new FormField(u"Asking price"_s, line);
        auto* next = new QLineEdit;
        column->addWidget(field);
        column->addWidget(next);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        line->setFocus();
        QSignalSpy taken(field, &FormField::suggestionTaken);
        field->setWarning(u"90% under cost."_s, u"Did you mean $24,950?"_s, u"24950"_s);
        QVERIFY(field->hasWarning());
        QTest::keyClick(line, Qt::Key_Tab);
        QCOMPARE(line->text(), u"24950"_s);
        QCOMPARE(taken.size(), 1);
        QVERIFY(line->hasFocus());
        QTest::keyClick(line, Qt::Key_Tab);
        QVERIFY(next->hasFocus());
    }

    void tellsErrorsToTheEyeAndToTheScreenReader()
    {
        auto* line = new QLineEdit;
        FormField field(u"VIN"_s, line);
        QCOMPARE(line->accessibleName(), u"VIN"_s);
        field.setHint(u"17 characters"_s);
        QCOMPARE(field.message(), u"17 characters"_s);
        field.setError(u"Check digit is 8, should be 3."_s);
        QVERIFY(field.hasError());
        QCOMPARE(line->property("state").toString(), u"error"_s);
        QCOMPARE(field.message(), u"Check digit is 8, should be 3."_s);
        field.clearMessage();
        QVERIFY(!field.hasError());
        QCOMPARE(line->property("state").toString(), QString());
        QCOMPARE(field.message(), u"17 characters"_s);
    }

    void givesTheFocusBackWhenAPopOverCloses()
    {
        QWidget window;
        auto* opener = new Button(u"Columns"_s, Button::Kind::Ghost, &window);
        opener->setFocusPolicy(Qt::StrongFocus);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        opener->setFocus();
        PopupFrame frame(&window, PopupFrame::Behaviour::Modeless);
        auto* inside = new QLineEdit;
        frame.contentLayout()->addWidget(inside);
        QSignalSpy closed(&frame, &PopupFrame::closed);
        frame.popupBelow(opener);
        QVERIFY(QTest::qWaitForWindowActive(&frame));
        QTRY_VERIFY(inside->hasFocus());
        QTest::keyClick(&frame, Qt::Key_Escape);
        QVERIFY(!frame.isVisible());
        QCOMPARE(closed.size(), 1);
        QTRY_VERIFY(opener->hasFocus());
    }

    void opensASideSheetOverItsHostAndClosesItWithEsc()
    {
        QWidget host;
        host.resize(800, 400);
        auto* field = new QLineEdit(&host);
        host.show();
        QVERIFY(QTest::qWaitForWindowActive(&host));
        field->setFocus();
        SideSheet sheet;
        sheet.openOver(&host, 300);
        QCOMPARE(sheet.geometry(), QRect(500, 0, 300, 400));
        host.resize(900, 500);
        QTRY_COMPARE(sheet.geometry(), QRect(600, 0, 300, 500));
        QSignalSpy closed(&sheet, &SideSheet::closed);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!sheet.isVisible());
        QVERIFY(field->hasFocus());
    }

    void offersUndoWithoutTakingTheFocus()
    {
        QWidget window;
        window.resize(600, 300);
        auto* field = new QLineEdit(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        int undone = 0;
        QPointer<Toast> toast = Toast::show(&window, u"Moved to Ready"_s, u"Undo"_s, [&] { ++undone; });
        QVERIFY(field->hasFocus());
        QCOMPARE(toast->text(), u"Moved to Ready"_s);
        QVERIFY(window.rect().contains(toast->geometry()));
        QTest::mouseClick(toast->findChild<QAbstractButton*>(), Qt::LeftButton);
        QCOMPARE(undone, 1);
        QTRY_VERIFY(toast.isNull());
    }

    void replacesAnOlderToast()
    {
        QWidget window;
        window.resize(600, 300);
        QPointer<Toast> first = Toast::show(&window, u"One"_s);
        Toast::show(&window, u"Two"_s);
        QTRY_VERIFY(first.isNull());
        QCOMPARE(window.findChildren<Toast*>().size(), 1);
    }

    void choosesASegmentWithArrowsAndStaysWithinItsEnds()
    {
        SegmentedControl control;
        for (const QString& text : {u"30 d"_s, u"90 d"_s, u"12 mo"_s})
            control.addSegment(text);
        control.resize(control.sizeHint());
        QSignalSpy changed(&control, &SegmentedControl::currentIndexChanged);
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.currentIndex(), 1);
        QTest::keyClick(&control, Qt::Key_End);
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.currentIndex(), 2);
        QTest::mouseClick(&control, Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(control.currentIndex(), 0);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(control.accessibleDescription(), u"30 d"_s);
    }

    void emptiesASearchFieldWithEsc()
    {
        SearchField field(u"search"_s);
        field.setText(u"coro"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }

    void countsOnTabsBecomePartOfTheirSpokenName()
    {
        TabStrip tabs;
        tabs.addTab(u"Photos"_s);
        const int bare = tabs.tabRect(0).width();
        tabs.setCount(0, 1248);
        QCOMPARE(tabs.countOf(0), 1248);
        QVERIFY(tabs.tabRect(0).width() > bare);
        QVERIFY(tabs.accessibleTabName(0).startsWith(u"Photos, "_s));
        tabs.setCount(0, -1);
        QCOMPARE(tabs.tabRect(0).width(), bare);
    }

    void breaksChipsIntoRowsWhereTheWidthEnds()
    {
        QWidget box;
        auto* flow = new FlowLayout(&box, 6, 6);
        for (int i = 0; i < 3; ++i) {
            auto* child = new QWidget;
            child->setFixedSize(100, 20);
            flow->addWidget(child);
        }
        QCOMPARE(flow->heightForWidth(400), 20);
        QCOMPARE(flow->heightForWidth(312), 20);
        QCOMPARE(flow->heightForWidth(311), 46);
        QCOMPARE(flow->heightForWidth(50), 72);
    }

    void splitsKeysIntoCaps()
    {
        QCOMPARE(KeyCap::labels(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)).size(), 3);
        QCOMPARE(KeyCap::labels(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)).last(), u"S"_s);
        QCOMPARE(KeyCap::labels(QKeySequence(Qt::Key_Return)), QStringList{u"↵"_s});
        QCOMPARE(KeyCap::labels(QKeySequence(Qt::Key_Up)), QStringList{u"↑"_s});
        QVERIFY(KeyCap::labels(QKeySequence()).isEmpty());
        QCOMPARE(KeyCap::size(QKeySequence()).width(), 0);
    }

    void shortensPeopleToTheirInitials()
    {
        QCOMPARE(Avatar::initials(u"Aïcha Diallo"_s), u"AD"_s);
        QCOMPARE(Avatar::initials(u"Jean Baptiste Kouamé"_s), u"JK"_s);
        QCOMPARE(Avatar::initials(u"awa"_s), u"A"_s);
        QCOMPARE(Avatar::initials(u"  "_s), QString());
    }

    void hidesACountOfNothing()
    {
        QWidget window;
        auto* pill = new CountPill(3, &window);
        window.show();
        QVERIFY(pill->isVisible());
        pill->setCount(0);
        QVERIFY(!pill->isVisible());
    }

    void offersActionsWhereNothingIsYet()
    {
        EmptyState state(EmptyState::Drawing::Lot);
        state.setTitle(u"No vehicles yet"_s);
        Button* main = state.addAction(u"Add by VIN"_s, QKeySequence(Qt::Key_N));
        Button* other = state.addAction(u"Import list"_s);
        QCOMPARE(main->kind(), Button::Kind::Primary);
        QCOMPARE(other->kind(), Button::Kind::Default);
        state.clearActions();
        QTRY_VERIFY(state.findChildren<Button*>().isEmpty());
        QCOMPARE(state.addAction(u"Clear all"_s)->kind(), Button::Kind::Primary);
    }

    void showsOnlyTheButtonsOfAnErrorThatHaveWords()
    {
        ErrorState state;
        state.setTitle(u"The server is not answering"_s);
        state.setMainAction(u"Try now"_s);
        state.show();
        QVERIFY(state.mainAction()->isVisible());
        QVERIFY(!state.otherAction()->isVisible());
    }

    void followsAChangeOfThemeAndTextSize()
    {
        QWidget window;
        auto* label = new Label(u"Inventory"_s, TextRole::PageTitle, Token::Ink, &window);
        auto* button = new Button(u"Transfer"_s, Button::Kind::Default, &window);
        window.show();
        Theme::instance().apply(*qApp, ThemeMode::Dark, 150);
        QCOMPARE(label->font().pixelSize(), 30);
        QCOMPARE(label->palette().color(label->foregroundRole()), Theme::color(Token::Ink));
        QCOMPARE(button->sizeHint().height(), 42);
        Theme::instance().apply(*qApp, ThemeMode::Light, 100);
        QCOMPARE(label->font().pixelSize(), 20);
        QCOMPARE(button->sizeHint().height(), 28);
    }

    void namesEveryPaintedWidgetForScreenReaders()
    {
        KeyTag tag;
        tag.setTag(u"B26-1187"_s, u"MTL"_s, u"Montréal"_s);
        PhaseLane lane;
        lane.setStep(3, u"Listed"_s);
        SiteSquare site;
        site.setSite(u"OTT"_s, u"Ottawa – Vanier"_s);
        ThinProgress progress;
        progress.setProgress(28, 50);
        Badge badge(u"Reserved"_s, Tone::Vio);
        Avatar avatar(u"Awa Traoré"_s);
        KeyCap cap(QKeySequence(Qt::CTRL | Qt::Key_K));
        IconButton bell(u"bell"_s, u"Notifications"_s);
        bell.setCount(4);
        Note note(Tone::Info, u"Suggested $24,600."_s);
        const auto spoken = [](QWidget* widget) {
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            return interface != nullptr ? interface->text(QAccessible::Name) : QString();
        };
        QCOMPARE(spoken(&tag), u"B26-1187, Montréal"_s);
        QCOMPARE(spoken(&lane), u"Listed"_s);
        QCOMPARE(spoken(&site), u"Ottawa – Vanier"_s);
        QCOMPARE(spoken(&progress), u"28 of 50"_s);
        QCOMPARE(spoken(&badge), u"Reserved"_s);
        QCOMPARE(spoken(&avatar), u"Awa Traoré"_s);
        QCOMPARE(spoken(&cap), u"Ctrl+K"_s);
        QCOMPARE(spoken(&bell), u"Notifications, 4"_s);
        QCOMPARE(spoken(&note), u"Suggested $24,600."_s);
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
