// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/showninventory.h"
#include "ui/shell/languages.h"
#include "ui/vehicle/bulkbar.h"
#include "ui/vehicle/choicepopup.h"
#include "ui/vehicle/columnchooser.h"
#include "ui/vehicle/pricepopup.h"
#include "ui/vehicle/rangepopup.h"
#include "ui/vehicle/vehiclesidepanel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/singlekeys.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class TestInventoryList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().apply(*qApp, ThemeMode::Light);
        Theme::instance().setReducedMotion(true);
    }

    void init()
    {
        languages.apply(u"en"_s);
        shop = std::make_unique<DealershipStore>();
        cheap = shop->add(u"B1"_s, u"WVWZZZ1KZ6W000001"_s, 10'000, u"Kia"_s);
        middle = shop->add(u"B2"_s, u"WVWZZZ1KZ6W045219"_s, 20'000, u"Toyota"_s, Phase::Ready);
        dear = shop->add(u"B3"_s, u"WVWZZZ1KZ6W000003"_s, 30'000);
        ui = std::make_unique<ShownInventory>(*shop, 3);
    }

    void cleanup()
    {
        ui.reset();
        shop.reset();
    }

    void findsAVehicleByTheEndOfItsVin()
    {
        QTest::keyClick(ui->table(), Qt::Key_Slash);
        QTRY_VERIFY(ui->filterField()->hasFocus());
        QTest::keyClicks(ui->filterField(), u"045219"_s);
        QTRY_COMPARE(ui->stock(), QStringList{u"B2"_s});
        QTest::keyClick(ui->filterField(), Qt::Key_Escape);
        QTRY_COMPARE(ui->stock().size(), 3);
    }

    void sortsByTheHeaderThatIsClicked()
    {
        const auto clickHeader = [this](VehicleColumn column) {
            const auto* header = ui->table()->horizontalHeader();
            const int section = static_cast<int>(column);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              QPoint(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                                     header->height() / 2));
        };
        clickHeader(VehicleColumn::Asking);
        const QStringList rising{u"B1"_s, u"B2"_s, u"B3"_s};
        const QStringList falling{u"B3"_s, u"B2"_s, u"B1"_s};
        QTRY_COMPARE(ui->stock(), rising);
        clickHeader(VehicleColumn::Asking);
        QTRY_COMPARE(ui->stock(), falling);
    }

    void filtersByPhaseThroughAChipAndItsCross()
    {
        QTest::mouseClick(ui->named<Chip>(u"Add a filter"_s), Qt::LeftButton);
        pick(1);
        QPointer<ChoicePopup> choices;
        QTRY_VERIFY((choices = ui->page.findChild<ChoicePopup*>()) && choices->isVisible());
        choices->findChild<QListWidget*>()->item(static_cast<int>(Phase::Ready))->setCheckState(Qt::Checked);
        QTRY_COMPARE(ui->stock(), QStringList{u"B2"_s});
        // Without a window manager the pop-over may have gone with the menu that it came from.
        if (choices)
            choices->close();
        Chip* chip = nullptr;
        QTRY_VERIFY((chip = ui->named<Chip>(u"Phase: Ready"_s)));
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(ui->stock().size(), 3);
    }

    void filtersByYearAndSaysWhatIsNoYear()
    {
        QTest::mouseClick(ui->named<Chip>(u"Add a filter"_s), Qt::LeftButton);
        pick(3);
        QLineEdit* from = ui->named<QLineEdit>(u"Year, from"_s);
        QVERIFY(from);
        QTest::keyClicks(from, u"x"_s);
        QVERIFY(ui->named<Label>(u"Write a whole number."_s));
        QCOMPARE(ui->stock().size(), 3);
        from->clear();
        QTest::keyClicks(from, u"2020"_s);
        QTRY_COMPARE(ui->stock().size(), 0);
        QTRY_VERIFY(ui->named<Label>(u"No vehicle passes these filters"_s));
        auto* popup = ui->page.findChild<RangePopup*>();
        // Without a window manager the pop-over may have gone with the menu that it came from.
        if (popup)
            popup->close();
        QAbstractButton* drop = nullptr;
        QTRY_VERIFY((drop = ui->named<QAbstractButton>(u"Drop Year: at least 2020"_s)));
        QTest::mouseClick(drop, Qt::LeftButton);
        QTRY_COMPARE(ui->stock().size(), 3);
    }

    void aClickOnATickAddsAndTakesARow()
    {
        QCOMPARE(ui->table()->selectedRowNumbers(), QList<int>{0});
        QTest::mouseClick(ui->table()->viewport(), Qt::LeftButton, {}, ui->onTick(2));
        QCOMPARE(ui->table()->selectedRowNumbers(), (QList<int>{0, 2}));
        QTRY_VERIFY(ui->list()->bulkBar()->isVisible());
        QTest::mouseClick(ui->table()->viewport(), Qt::LeftButton, {}, ui->onTick(2));
        QCOMPARE(ui->table()->selectedRowNumbers(), QList<int>{0});
        QVERIFY(!ui->list()->bulkBar()->isVisible());
        QTest::mouseClick(ui->table()->viewport(), Qt::LeftButton, {}, ui->inCell(1, VehicleColumn::Vehicle));
        QCOMPARE(ui->table()->selectedRowNumbers(), QList<int>{1});
    }

    void movesManyVehiclesToAPhaseAsOneUndo()
    {
        ui->table()->selectAll();
        QAbstractButton* phase = nullptr;
        QTRY_VERIFY((phase = ui->named<QAbstractButton>(u"Phase"_s)));
        QTRY_VERIFY(ui->named<Label>(u"3 selected"_s));
        QTest::mouseClick(phase, Qt::LeftButton);
        pick(static_cast<int>(Phase::Sold));
        QTRY_COMPARE(ui->undo.undoText(), u"3 vehicles moved to Sold"_s);
        QCOMPARE(inPhase(Phase::Sold), 3);
        ui->undo.undo();
        QTRY_COMPARE(inPhase(Phase::Sold), 0);
        QCOMPARE(inPhase(Phase::Listed), 2);
        QVERIFY(!ui->undo.canUndo());
    }

    void theFirstRowIsAtHandUntilSomebodyTouchesTheList()
    {
        QCOMPARE(ui->table()->currentIndex().row(), 0);
        const VehicleId was = ui->table()->currentVehicle();
        shop->add(u"B0"_s, u"WVWZZZ1KZ6W000000"_s, 1'000);
        QTRY_COMPARE(ui->stock().size(), 4);
        QCOMPARE(ui->table()->currentIndex().row(), 0);
        QVERIFY(ui->table()->currentVehicle() != was);
        const VehicleId seen = ui->table()->currentVehicle();
        QTest::keyClick(ui->table(), Qt::Key_J);
        QTest::keyClick(ui->table(), Qt::Key_K);
        QCOMPARE(ui->table()->currentVehicle(), seen);
        shop->add(u"A9"_s, u"WVWZZZ1KZ6W000009"_s, 1'000);
        QTRY_COMPARE(ui->stock().size(), 5);
        QCOMPARE(ui->table()->currentVehicle(), seen);
    }

    void lettersRestWhenTheyAreSwitchedOff()
    {
        SingleKeys::setOn(false);
        const auto onAgain = qScopeGuard([] { SingleKeys::setOn(true); });
        QTest::keyClick(ui->table(), Qt::Key_J);
        QCOMPARE(ui->table()->currentIndex().row(), 0);
        QTest::keyClick(ui->table(), Qt::Key_X);
        QCOMPARE(ui->table()->selectedRowNumbers(), QList<int>{0});
        QTest::keyClick(ui->table(), Qt::Key_Down);
        QCOMPARE(ui->table()->currentIndex().row(), 1);
    }

    void keysWalkTickPeekOpenAndGoBack()
    {
        QTest::keyClick(ui->table(), Qt::Key_J);
        QCOMPARE(ui->table()->currentIndex().row(), 1);
        QTest::keyClick(ui->table(), Qt::Key_K);
        QCOMPARE(ui->table()->currentIndex().row(), 0);
        QTest::keyClick(ui->table(), Qt::Key_J);
        QTest::keyClick(ui->table(), Qt::Key_X);
        QVERIFY(ui->table()->selectedRowNumbers().isEmpty());
        QTest::keyClick(ui->table(), Qt::Key_X);
        QCOMPARE(ui->table()->selectedRowNumbers(), QList<int>{1});
        QVERIFY(ui->list()->sidePanel()->isVisible());
        QTest::keyClick(ui->table(), Qt::Key_Space);
        QVERIFY(!ui->list()->sidePanel()->isVisible());
        const VehicleId here = ui->table()->currentVehicle();
        QTest::keyClick(ui->table(), Qt::Key_Return);
        QTRY_VERIFY(ui->showsDetail());
        QCOMPARE(ui->detail()->vehicle(), here);
        QCOMPARE(ui->page.route().path.value(1), here.toString());
        QVERIFY(ui->page.goBack());
        QVERIFY(ui->table()->isVisible());
        QVERIFY(ui->table()->hasFocus());
        QVERIFY(!ui->page.goBack());
    }

    void theNextVehicleComesWithAltDown()
    {
        QTest::keyClick(ui->table(), Qt::Key_Return);
        QTRY_VERIFY(ui->showsDetail());
        const VehicleId first = ui->detail()->vehicle();
        QTest::keyClick(ui->detail(), Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(ui->detail()->vehicle() != first);
        QTest::keyClick(ui->detail(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(ui->detail()->vehicle(), first);
    }

    void pricesTheCurrentVehicleWithP()
    {
        select(middle);
        QTest::keyClick(ui->table(), Qt::Key_P);
        PricePopup* popup = nullptr;
        QTRY_VERIFY((popup = ui->page.findChild<PricePopup*>()));
        auto* line = popup->findChild<QLineEdit*>();
        line->setText(u"-5"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(line->accessibleDescription().contains(u"below zero"_s));
        line->setText(u"21500"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(ui->undo.undoText(), u"B2 priced at $21,500"_s);
        QTRY_COMPARE(asking(middle), 2'150'000);
    }

    void choosesColumnsAndKeepsThePinnedOnes()
    {
        const auto isShown = [this](VehicleColumn column) {
            return !ui->table()->isColumnHidden(static_cast<int>(column));
        };
        QVERIFY(isShown(VehicleColumn::Site));
        QTest::keyClick(ui->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        auto* chooser = ui->page.findChild<ColumnChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        auto* list = chooser->findChild<QListWidget*>();
        const auto item = [list](VehicleColumn column) -> QListWidgetItem* {
            for (int i = 0; i < list->count(); ++i) {
                if (list->item(i)->data(Qt::UserRole).toInt() == static_cast<int>(column))
                    return list->item(i);
            }
            return nullptr;
        };
        item(VehicleColumn::Site)->setCheckState(Qt::Unchecked);
        QVERIFY(!isShown(VehicleColumn::Site));
        item(VehicleColumn::Site)->setCheckState(Qt::Checked);
        QVERIFY(isShown(VehicleColumn::Site));
        QVERIFY(!item(VehicleColumn::Stock)->flags().testFlag(Qt::ItemIsUserCheckable));
        const auto* header = ui->table()->horizontalHeader();
        const int before = header->visualIndex(static_cast<int>(VehicleColumn::Phase));
        list->setCurrentItem(item(VehicleColumn::Phase));
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(header->visualIndex(static_cast<int>(VehicleColumn::Phase)), before - 1);
        QVERIFY(ui->named<QAbstractButton>(u"Save this view"_s));
    }

    void whatOneMayNotSeeIsLeftOut()
    {
        const auto* header = ui->table()->horizontalHeader();
        QVERIFY(!header->isSectionHidden(static_cast<int>(VehicleColumn::Margin)));
        StoreAccess access;
        access.role = u"sales"_s;
        access.locations = {shop->montreal.uuid()};
        const TableSchema& vehicles = shop->store().schema().table(Table::Vehicles);
        access.withheld.insert(static_cast<std::uint16_t>(Table::Vehicles),
                               {vehicles.field(u"cost_minor")->number, vehicles.field(u"cost_currency")->number});
        QVERIFY(shop->journal().setAccess(access, false).result());
        QTRY_VERIFY(header->isSectionHidden(static_cast<int>(VehicleColumn::Margin)));
        QVERIFY(!header->isSectionHidden(static_cast<int>(VehicleColumn::Asking)));
        QVERIFY(!ui->named<Label>(u"Margin"_s));
        QVERIFY(!ui->named<Label>(u"Landed"_s));
        QTRY_COMPARE(ui->locations.covered().size(), 1U);
        QCOMPARE(ui->locations.all().size(), 2U);

        ui->list()->showColumns();
        auto* chooser = ui->page.findChild<ColumnChooser*>();
        QVERIFY(chooser);
        for (const auto* item : chooser->findChild<QListWidget*>()->findItems(u"Landed cost"_s, Qt::MatchExactly))
            QVERIFY(item->isHidden());
        chooser->close();

        QTest::keyClick(ui->table(), Qt::Key_E);
        QTRY_VERIFY(ui->isEditing());
        QVERIFY(ui->named<QLineEdit>(u"Asking price"_s));
        QVERIFY(!ui->named<QLineEdit>(u"Landed cost"_s));
    }

    void savesRenamesAndDeletesAViewWithUndo()
    {
        auto* tabs = ui->page.findChild<TabStrip*>();
        QVERIFY(!ui->named<QAbstractButton>(u"Save this view"_s));
        QTest::keyClicks(ui->filterField(), u"Kia"_s);
        QTRY_COMPARE(ui->stock(), QStringList{u"B1"_s});
        QTest::mouseClick(ui->named<QAbstractButton>(u"Save this view"_s), Qt::LeftButton);
        giveName(u"Kias"_s);
        QTRY_COMPARE(tabNames(tabs), (QStringList{u"All stock"_s, u"Kias"_s}));
        QCOMPARE(tabs->currentIndex(), 1);
        QTRY_COMPARE(tabs->countOf(1), 1);
        QCOMPARE(tabs->countOf(0), 3);

        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        QTRY_COMPARE(ui->stock().size(), 3);
        QCOMPARE(ui->filterField()->text(), QString());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QTRY_COMPARE(ui->stock(), QStringList{u"B1"_s});
        QCOMPARE(ui->filterField()->text(), u"Kia"_s);

        fromMenu(tabs, 1, 1);
        giveName(u"Korea"_s);
        QTRY_COMPARE(tabNames(tabs).value(1), u"Korea"_s);
        ui->undo.undo();
        QTRY_COMPARE(tabNames(tabs).value(1), u"Kias"_s);
        fromMenu(tabs, 1, 2);
        QTRY_COMPARE(tabs->count(), 1);
        QCOMPARE(ui->stock(), QStringList{u"B1"_s});
        QVERIFY(ui->named<QAbstractButton>(u"Save this view"_s));
        ui->undo.undo();
        QTRY_COMPARE(tabNames(tabs).value(1), u"Kias"_s);
    }

    void switchingTheLanguageKeepsListAndTypedText()
    {
        QTest::keyClicks(ui->filterField(), u"Toyota"_s);
        QTRY_COMPARE(ui->stock().size(), 2);
        const auto header = [this] {
            return ui->model()->headerData(static_cast<int>(VehicleColumn::Phase), Qt::Horizontal).toString();
        };
        QCOMPARE(header(), u"Phase"_s);
        languages.apply(u"fr"_s);
        QTRY_COMPARE(header(), u"Étape"_s);
        QTRY_VERIFY(ui->named<Label>(u"Inventaire"_s));
        QVERIFY(ui->named<QAbstractButton>(u"Nouveau véhicule"_s));
        QCOMPARE(ui->filterField()->text(), u"Toyota"_s);
        QCOMPARE(ui->stock().size(), 2);
        QVERIFY(ui->page.statusText().startsWith(u"3 véhicules"_s));
        languages.apply(u"en"_s);
        QTRY_COMPARE(header(), u"Phase"_s);
        QCOMPARE(ui->filterField()->text(), u"Toyota"_s);
    }

    void aChangeFromElsewhereShowsInPlaceAndKeepsTheSelection()
    {
        const auto far = VehicleId::create();
        shop->arrive(far, {{u"stock_number"_s, u"R1"_s}, {u"make"_s, u"Lada"_s}, {u"model"_s, u"Niva"_s}});
        QTRY_COMPARE(ui->stock().size(), 4);
        QTRY_VERIFY(ui->stock().contains(u"R1"_s));
        select(far);
        QSignalSpy reset(ui->model(), &QAbstractItemModel::modelReset);
        shop->arrive(far, {{u"model"_s, u"Samara"_s}});
        QTRY_COMPARE(ui->model()->summary(ui->table()->currentIndex().row())->model, u"Samara"_s);
        QCOMPARE(ui->table()->currentVehicle(), far);
        QCOMPARE(ui->table()->selectedRowNumbers().size(), 1);
        QCOMPARE(reset.count(), 0);
        QTRY_VERIFY(ui->named<Label>(u"Lada Samara"_s));
    }

    void theSiteOfTheTopBarNarrowsTheListWithoutTouchingTheView()
    {
        ui->site.setId(shop->abidjan);
        QTRY_COMPARE(ui->stock().size(), 0);
        QVERIFY(!ui->named<QAbstractButton>(u"Save this view"_s));
        QAbstractButton* all = nullptr;
        QTRY_VERIFY((all = ui->named<QAbstractButton>(u"Show all sites"_s)));
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_COMPARE(ui->stock().size(), 3);
        QVERIFY(ui->site.isAll());
    }

    void anEmptyStockOffersTheFirstVehicle()
    {
        ui.reset();
        shop = std::make_unique<DealershipStore>();
        ui = std::make_unique<ShownInventory>(*shop, 0);
        QTRY_VERIFY(ui->named<Label>(u"No vehicles yet"_s));
        auto* empty = ui->page.findChild<EmptyState*>();
        QAbstractButton* first = nullptr;
        for (auto* button : empty->findChildren<QAbstractButton*>()) {
            if (button->text() == u"New vehicle")
                first = button;
        }
        QVERIFY(first);
        QTest::mouseClick(first, Qt::LeftButton);
        QTRY_VERIFY(ui->isEditing());
    }

private:
    int inPhase(Phase phase)
    {
        return shop->scalar(u"SELECT count(*) FROM vehicles WHERE phase = ? AND _del = 0"_s, {static_cast<int>(phase)})
            .toInt();
    }
    qint64 asking(VehicleId id)
    {
        return shop->scalar(u"SELECT asking_minor FROM vehicles WHERE id = ?"_s, {id.toBytes()}).toLongLong();
    }
    void select(VehicleId id)
    {
        const auto row = ui->model()->rowOf(id);
        QVERIFY(row);
        ui->table()->setCurrentIndex(ui->model()->index(*row, static_cast<int>(VehicleColumn::Vehicle)));
    }
    static QStringList tabNames(const TabStrip* tabs)
    {
        QStringList names;
        for (int i = 0; i < tabs->count(); ++i)
            names << tabs->tabText(i);
        return names;
    }
    void giveName(const QString& name)
    {
        QLineEdit* line = nullptr;
        QTRY_VERIFY((line = ui->named<QLineEdit>(u"Name of the view"_s)));
        line->setText(name);
        QTest::keyClick(line, Qt::Key_Return);
    }
    /// Takes an entry of the open menu, as Enter does.
    static void pick(int entry)
    {
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())));
        menu->setActiveAction(menu->actions().at(entry));
        QTest::keyClick(menu, Qt::Key_Return);
    }
    /// An entry of the menu of a tab.
    void fromMenu(TabStrip* tabs, int tab, int entry)
    {
        const QPoint place = tabs->tabRect(tab).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, tabs->mapToGlobal(place));
        QCoreApplication::sendEvent(tabs, &event);
        pick(entry);
    }

    Languages languages;
    std::unique_ptr<DealershipStore> shop;
    std::unique_ptr<ShownInventory> ui;
    VehicleId cheap;
    VehicleId middle;
    VehicleId dear;
};

QTEST_MAIN(TestInventoryList)
#include "tst_inventorylist.moc"
