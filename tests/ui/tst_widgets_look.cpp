// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/avatar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/countpill.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/iconprovider.h"
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

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

QHBoxLayout* row(std::initializer_list<QWidget*> widgets)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(8);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return layout;
}

Button* button(const QString& text, Button::Kind kind, const QString& icon = QString(), const QKeySequence& keys = {})
{
    auto* made = new Button(text, kind);
    made->setIconName(icon);
    made->setKeyHint(keys);
    return made;
}

Badge* badge(const QString& text, Tone tone, const QString& icon = QString())
{
    auto* made = new Badge(text, tone);
    made->setIconName(icon);
    return made;
}

KeyTag* keyTag(const QString& number, const QString& site)
{
    auto* made = new KeyTag;
    made->setTag(number, site);
    return made;
}

QVBoxLayout* leftColumn()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    auto* disabled = button(u"Disabled"_s, Button::Kind::Default);
    disabled->setEnabled(false);
    auto* small = button(u"Small"_s, Button::Kind::Default);
    small->setSize(Button::Size::Small);
    auto* large = button(u"Large"_s, Button::Kind::Primary);
    large->setSize(Button::Size::Large);
    auto* focused = button(u"Focus"_s, Button::Kind::Default);
    focused->setObjectName(u"focused"_s);
    column->addLayout(row({button(u"Save"_s, Button::Kind::Primary, {}, QKeySequence(u"Ctrl+S"_s)),
                           button(u"Transfer"_s, Button::Kind::Default, u"transfer"_s),
                           button(u"Columns"_s, Button::Kind::Ghost, u"columns-3"_s),
                           button(u"Remove"_s, Button::Kind::Danger, u"trash"_s)}));
    auto* bell = new IconButton(u"bell"_s, u"Notifications"_s);
    bell->setCount(4);
    column->addLayout(row({button(u"Delete 4 photos"_s, Button::Kind::DangerFill), disabled, focused,
                           new IconButton(u"dots"_s, u"More"_s), bell, small, large}));
    auto* combo = new QComboBox;
    combo->addItems({u"Montréal"_s, u"Toronto"_s});
    auto* line = new QLineEdit(u"24,600"_s);
    auto* search = new SearchField(u"search"_s);
    search->setPrompt(u"Find a vehicle…"_s);
    search->setKeyHint(QKeySequence(u"/"_s));
    auto* filled = new SearchField(u"filter"_s);
    filled->setPrompt(u"Filter"_s);
    filled->setText(u"coro"_s);
    auto* off = new QLineEdit(u"Montréal – Saint-Léonard"_s);
    off->setEnabled(false);
    auto* spin = new QSpinBox;
    spin->setRange(0, 999999);
    spin->setValue(84210);
    auto* date = new QDateEdit(QDate(2026, 11, 20));
    date->setCalendarPopup(true);
    auto* fields = new QGridLayout;
    fields->setSpacing(8);
    fields->addWidget(combo, 0, 0);
    fields->addWidget(line, 0, 1);
    fields->addWidget(search, 1, 0);
    fields->addWidget(filled, 1, 1);
    fields->addWidget(spin, 2, 0);
    fields->addWidget(date, 2, 1);
    fields->addWidget(off, 3, 0);
    auto* vin = new FormField(u"VIN"_s, new QLineEdit(u"2T3B1RFV8KC045219"_s));
    vin->setError(u"Check digit is 8, should be 3. Look at the last 8 again."_s);
    auto* price = new FormField(u"Asking price"_s, new QLineEdit(u"$ 2,495"_s));
    price->setWarning(u"90% under cost."_s, u"Did you mean $24,950?"_s, u"24950"_s);
    fields->addWidget(vin, 4, 0, 1, 2);
    fields->addWidget(price, 5, 0, 1, 2);
    column->addLayout(fields);
    auto* checked = new QCheckBox(u"Checked"_s);
    checked->setChecked(true);
    auto* some = new QCheckBox(u"Some"_s);
    some->setTristate(true);
    some->setCheckState(Qt::PartiallyChecked);
    auto* mine = new QRadioButton(u"Mine"_s);
    mine->setChecked(true);
    auto* on = new Toggle;
    on->setChecked(true);
    column->addLayout(
        row({checked, some, new QCheckBox(u"Off"_s), mine, new QRadioButton(u"Theirs"_s), on, new Toggle(u"Words"_s)}));
    auto* days = new SegmentedControl;
    for (const QString& text : {u"30 d"_s, u"90 d"_s, u"12 mo"_s})
        days->addSegment(text);
    days->setCurrentIndex(1);
    auto* views = new SegmentedControl;
    views->addSegment({}, u"layout-list"_s, u"List"_s);
    views->addSegment({}, u"layout-grid"_s, u"Grid"_s);
    column->addLayout(row({days, views}));
    auto* all = new Chip(u"All sites"_s, Chip::Kind::Neutral);
    all->setIconName(u"map-pin"_s);
    column->addLayout(row({new Chip(u"Site: MTL, LVL"_s), new Chip(u"Filter"_s, Chip::Kind::Add), all}));
    auto* badges = new QWidget;
    auto* flow = new FlowLayout(badges);
    auto* draft = badge(u"Draft"_s, Tone::Neutral);
    draft->setOutlined(true);
    for (QWidget* one : std::initializer_list<QWidget*>{
             badge(u"Leading"_s, Tone::Ok, u"circle-check"_s), badge(u"Outbid"_s, Tone::Bad, u"alert-circle"_s),
             badge(u"Waiting to send"_s, Tone::Warn, u"clock"_s), badge(u"In transit"_s, Tone::Info, u"truck"_s),
             badge(u"Reserved"_s, Tone::Vio), badge(u"Score 82"_s, Tone::Accent, u"flame"_s),
             badge(u"Watching"_s, Tone::Neutral, u"eye"_s), draft, new CountPill(5)})
        flow->addWidget(one);
    column->addWidget(badges);
    auto* site = new SiteSquare;
    site->setSite(u"OTT"_s, u"Ottawa – Vanier"_s);
    column->addLayout(
        row({keyTag(u"B26-1187"_s, u"MTL"_s), keyTag(u"A26-0418"_s, u"ABJ"_s), keyTag(u"D26-0207"_s, u"DKR"_s), site}));
    column->addStretch();
    return column;
}

QVBoxLayout* middleColumn()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    auto* table = new QTableWidget(4, 4);
    table->setHorizontalHeaderLabels({u"Stock"_s, u"Vehicle"_s, u"Phase"_s, u"Asking"_s});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSortingEnabled(true);
    table->verticalHeader()->setDefaultSectionSize(44);
    for (int r = 0; r < 4; ++r) {
        for (int c = 0; c < 4; ++c) {
            auto* item = new QTableWidgetItem(u"Cell %1.%2"_s.arg(r).arg(c));
            if (c == 0)
                item->setCheckState(r == 1 ? Qt::Checked : Qt::Unchecked);
            table->setItem(r, c, item);
        }
    }
    table->selectRow(1);
    table->setFixedHeight(180);
    column->addWidget(table);
    auto* tabs = new TabStrip;
    tabs->addTab(u"Overview"_s);
    tabs->addTab(u"Photos"_s);
    tabs->addTab(u"Costs && ROI"_s);
    tabs->setCount(1, 28);
    column->addWidget(tabs);
    auto* hint = new Note(Tone::Info, u"Suggested $24,600. <a href=\"why\">See why</a>"_s);
    hint->setIconName(u"bulb"_s);
    column->addWidget(hint);
    auto* doubt = new Note(Tone::Warn, u"CR-V has an open body-shop job."_s);
    doubt->addAction(u"Open"_s);
    doubt->setDismissible(true);
    column->addWidget(doubt);
    column->addWidget(new Note(
        Tone::Bad,
        u"1 address was refused. It stands in a longer sentence that needs two lines in a narrow pane, so that wrapping shows."_s));
    column->addWidget(new Note(Tone::Ok, u"Ottawa has 5 leads for these."_s));
    auto* lanes = new QHBoxLayout;
    for (int step = 0; step < PhaseLane::Steps; ++step) {
        auto* lane = new PhaseLane;
        lane->setStep(step, u"Phase"_s);
        lanes->addWidget(lane);
    }
    column->addLayout(lanes);
    auto* progress = new ThinProgress;
    progress->setProgress(28, 50);
    column->addWidget(progress);
    column->addWidget(new Divider);
    column->addLayout(
        row({new Avatar(u"Awa Traoré"_s, 32), new Avatar(u"Liam O’Brien"_s, 32), new Avatar(u"Aïcha Diallo"_s),
             new KeyCap(QKeySequence(u"Ctrl+Shift+C"_s)), new KeyCap(QKeySequence(Qt::Key_Return)),
             new KeyCap(QKeySequence(Qt::Key_Up)), new KeyCap(QKeySequence(Qt::Key_Tab))}));
    auto* types = new QVBoxLayout;
    types->setSpacing(2);
    types->addWidget(new Label(u"$24,950"_s, TextRole::KeyFigure));
    types->addWidget(new Label(u"Inventory"_s, TextRole::PageTitle));
    types->addWidget(new Label(u"Follow-ups due"_s, TextRole::Section));
    types->addWidget(new Label(u"2019 Toyota RAV4 XLE AWD"_s, TextRole::Body));
    types->addWidget(new Label(u"Montréal, row C, bay 14"_s, TextRole::Second, Token::Ink2));
    types->addWidget(new Label(u"2T3B1RFV3KC045219"_s, TextRole::Mono, Token::Ink3));
    column->addLayout(types);
    auto* text = new QPlainTextEdit(u"Notes\nof several\nlines\nthat\nscroll\nand scroll"_s);
    text->setFixedHeight(76);
    column->addWidget(text);
    column->addStretch();
    return column;
}

QVBoxLayout* rightColumn()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    auto* emptyCard = new Card;
    auto* empty = new EmptyState(EmptyState::Drawing::Lot);
    empty->setTitle(u"No vehicles yet"_s);
    empty->setText(u"Add one by VIN, or bring your list from a spreadsheet."_s);
    empty->addAction(u"Add by VIN"_s, QKeySequence(u"N"_s));
    empty->addAction(u"Import list"_s);
    emptyCard->contentLayout()->addWidget(empty);
    column->addWidget(emptyCard);
    auto* errorCard = new Card;
    auto* error = new ErrorState(Tone::Warn);
    error->setIconName(u"server-off"_s);
    error->setTitle(u"The server is not answering"_s);
    error->setText(u"Your work is safe: 12 changes are kept here. Next try in 40 s."_s);
    error->setMainAction(u"Try now"_s);
    error->setOtherAction(u"Connection details"_s);
    error->setCode(u"NET-TIMEOUT · 3 tries · since 09:12"_s);
    errorCard->contentLayout()->addWidget(error);
    column->addWidget(errorCard);
    auto* drawings = new QHBoxLayout;
    for (const auto drawing : {EmptyState::Drawing::Photos, EmptyState::Drawing::Messages, EmptyState::Drawing::Road})
        drawings->addWidget(new EmptyState(drawing));
    column->addLayout(drawings);
    auto* more = new QHBoxLayout;
    for (const auto drawing : {EmptyState::Drawing::Tag, EmptyState::Drawing::Connection})
        more->addWidget(new EmptyState(drawing));
    column->addLayout(more);
    column->addStretch();
    return column;
}

/// Every component once, on the surface of a page.
class Components : public QWidget {
public:
    Components()
    {
        setAttribute(Qt::WA_StyledBackground);
        auto* columns = new QHBoxLayout(this);
        columns->setContentsMargins(24, 20, 24, 20);
        columns->setSpacing(24);
        columns->addLayout(leftColumn(), 4);
        columns->addLayout(middleColumn(), 4);
        columns->addLayout(rightColumn(), 3);
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::color(Token::Sheet)); }
};

/// Set FORECOURT_PICTURES to a folder to look at what these tests paint.
void keep(const QPixmap& picture, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("FORECOURT_PICTURES"); !folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
}

}  // namespace

class TestWidgetsLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().setReducedMotion(true); }

    void givesEveryControlItsRoom_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::addColumn<int>("percent");
        QTest::newRow("light-100") << ThemeMode::Light << 100;
        QTest::newRow("dark-100") << ThemeMode::Dark << 100;
        QTest::newRow("light-150") << ThemeMode::Light << 150;
        QTest::newRow("dark-90") << ThemeMode::Dark << 90;
    }

    void givesEveryControlItsRoom()
    {
        QFETCH(ThemeMode, mode);
        QFETCH(int, percent);
        Theme::instance().apply(*qApp, ThemeMode::Light, 100);
        Components page;
        page.resize(1440, 900);
        page.show();
        // After the page exists: widgets have to follow.
        Theme::instance().apply(*qApp, mode, percent);
        QCoreApplication::sendPostedEvents();
        const int width = std::max(1440, page.minimumSizeHint().width());
        page.resize(width, std::max(900, page.layout()->totalHeightForWidth(width)));
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.findChild<Button*>(u"focused"_s)->setFocus();
        Toast::show(&page, u"B26-1201 moved to Ready"_s, u"Undo"_s, {}, QKeySequence::Undo);
        QCoreApplication::processEvents();
        keep(page.grab(), u"components-%1"_s.arg(QLatin1String(QTest::currentDataTag())));
        const auto buttons = page.findChildren<QAbstractButton*>();
        QVERIFY(buttons.size() > 15);
        for (const QAbstractButton* control : buttons) {
            if (!control->isVisible() || qobject_cast<const QAbstractItemView*>(control->parentWidget()) != nullptr)
                continue;
            QVERIFY2(control->width() >= control->minimumSizeHint().width(), qPrintable(control->text()));
            QVERIFY2(control->height() >= control->minimumSizeHint().height(), qPrintable(control->text()));
        }
        for (const auto* label : page.findChildren<Label*>()) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            if (label->isVisible())
                QVERIFY2(label->height() >= label->minimumSizeHint().height(), qPrintable(label->text()));
        }
    }

    void paintsPopOversMenusAndLists_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("light") << ThemeMode::Light;
        QTest::newRow("dark") << ThemeMode::Dark;
    }

    void paintsPopOversMenusAndLists()
    {
        QFETCH(ThemeMode, mode);
        Theme::instance().apply(*qApp, mode, 100);
        const QString suffix = QLatin1String(QTest::currentDataTag());
        QWidget window;
        window.resize(900, 500);
        window.show();
        PopupFrame frame(&window, PopupFrame::Behaviour::Modeless);
        frame.contentLayout()->setContentsMargins(14, 12, 14, 14);
        for (const QString& text : {u"Site"_s, u"Phase"_s, u"Margin"_s})
            frame.contentLayout()->addWidget(new QCheckBox(text));
        frame.resizePanel({260, 140});
        frame.popupAt(window.pos());
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        QPixmap behind(frame.size());
        behind.fill(Theme::color(Token::Sheet));
        frame.render(&behind, QPoint(), QRegion(), QWidget::DrawChildren);
        const QImage panel = behind.toImage();
        QCOMPARE(panel.pixelColor(panel.width() / 2, 30), Theme::color(Token::Raised));
        // The outlines darken the surface below the panel.
        QVERIFY(panel.pixelColor(panel.width() / 2, panel.height() - PopupFrame::Margin + 2).lightness() <
                Theme::color(Token::Sheet).lightness());
        keep(behind, u"popup-"_s + suffix);
        frame.close();

        QMenu menu(&window);
        menu.addAction(IconProvider::icon(u"external-link"_s, Token::Ink3), u"Open"_s)->setShortcut(Qt::Key_Return);
        menu.addAction(IconProvider::icon(u"transfer"_s, Token::Ink3), u"Transfer…"_s)->setShortcut(Qt::Key_T);
        auto* ticked = menu.addAction(u"Ticked"_s);
        ticked->setCheckable(true);
        ticked->setChecked(true);
        menu.addSeparator();
        menu.addAction(u"Print key tag"_s)->setEnabled(false);
        menu.addMenu(u"More"_s)->addAction(u"One"_s);
        menu.popup(window.pos());
        menu.setActiveAction(menu.actions().first());
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        keep(menu.grab(), u"menu-"_s + suffix);
        menu.close();

        QComboBox combo(&window);
        combo.addItems({u"Montréal – Saint-Léonard"_s, u"Toronto – Scarborough"_s, u"Dakar – Mermoz"_s});
        combo.show();
        combo.showPopup();
        QCoreApplication::processEvents();
        keep(combo.view()->window()->grab(), u"combo-"_s + suffix);
        combo.hidePopup();

        SideSheet sheet;
        sheet.setTitle(u"Columns"_s);
        sheet.contentLayout()->addWidget(new QCheckBox(u"Site"_s));
        sheet.contentLayout()->addStretch();
        sheet.footerLayout()->addStretch();
        sheet.footerLayout()->addWidget(new Button(u"Save"_s, Button::Kind::Primary));
        sheet.openOver(&window, 320);
        QCOMPARE(sheet.geometry(), QRect(580, 0, 320, 500));
        keep(window.grab(), u"sidesheet-"_s + suffix);
        sheet.closeSheet();
    }
};

QTEST_MAIN(TestWidgetsLook)
#include "tst_widgets_look.moc"
