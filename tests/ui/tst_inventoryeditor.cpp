// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/showninventory.h"
#include "ui/shell/languages.h"
#include "ui/vehicle/importsheet.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableWidget>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// A 2003 Honda Accord with its right check digit, and the same with a wrong one.
const QString GoodVin = u"1HGCM82633A004352"_s;
const QString WrongCheckDigit = u"1HGCM82643A004352"_s;

}  // namespace

class TestInventoryEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().apply(*qApp, ThemeMode::Light);
        Theme::instance().setReducedMotion(true);
        languages.apply(u"en"_s);
    }

    void init()
    {
        shop = std::make_unique<DealershipStore>();
        first = shop->add(u"B1"_s, u"WVWZZZ1KZ6W000001"_s, 10'000);
        ui = std::make_unique<ShownInventory>(*shop, 1);
    }

    void cleanup()
    {
        ui.reset();
        shop.reset();
    }

    void addsAVehicleByItsVinAndTakesItBack()
    {
        QTest::keyClick(ui->table(), Qt::Key_N);
        QTRY_VERIFY(ui->isEditing());
        QTRY_VERIFY(field(u"VIN"_s)->hasFocus());
        QTest::keyClicks(field(u"VIN"_s), WrongCheckDigit);
        QTRY_VERIFY(said(u"VIN"_s).contains(u"check digit should be 3"_s));
        field(u"VIN"_s)->clear();
        QTest::keyClicks(field(u"VIN"_s), GoodVin.toLower());
        QTRY_COMPARE(field(u"Make"_s)->text(), u"Honda"_s);
        QCOMPARE(field(u"Model"_s)->text(), u"Accord"_s);
        QCOMPARE(field(u"Year"_s)->text(), u"2003"_s);
        QCOMPARE(said(u"Make"_s), u"From the VIN"_s);
        QCOMPARE(said(u"VIN"_s), QString());
        QTest::keyClicks(field(u"Stock number"_s), u"B2"_s);
        QTest::keyClick(field(u"Stock number"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!ui->isEditing());
        QTRY_COMPARE(ui->stock().size(), 2);
        QCOMPARE(ui->undo.undoText(), u"B2 added"_s);
        QCOMPARE(shop->scalar(u"SELECT vin FROM vehicles WHERE stock_number = 'B2'"_s).toString(), GoodVin);
        ui->undo.undo();
        QTRY_COMPARE(ui->stock(), QStringList{u"B1"_s});
    }

    void keepsWhatWasTypedOverWhatTheVinSays()
    {
        QTest::keyClick(ui->table(), Qt::Key_N);
        QTRY_VERIFY(ui->isEditing());
        QTest::keyClicks(field(u"Make"_s), u"Acura"_s);
        QTest::keyClicks(field(u"VIN"_s), GoodVin);
        QTRY_COMPARE(field(u"Model"_s)->text(), u"Accord"_s);
        QCOMPARE(field(u"Make"_s)->text(), u"Acura"_s);
    }

    void showsWhatIsWrongNextToTheFieldAndKeepsItThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("price below zero") << u"Asking price"_s << u"-1"_s << u"below zero"_s;
        QTest::newRow("price in pesos") << u"Asking price"_s << u"12 MXN"_s << u"not a currency in use"_s;
        QTest::newRow("year before cars") << u"Year"_s << u"1885"_s << u"not a model year"_s;
        QTest::newRow("year that is no number") << u"Year"_s << u"next"_s << u"not a model year"_s;
        QTest::newRow("short VIN") << u"VIN"_s << u"1HGCM82633A00435"_s << u"17 characters"_s;
        QTest::newRow("letter that no VIN has") << u"VIN"_s << u"1HGCM82633AO04352"_s << u"cannot be part"_s;
    }

    void showsWhatIsWrongNextToTheFieldAndKeepsItThere()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, complaint);
        editFirst();
        QLineEdit* line = field(name);
        line->selectAll();
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said(name).contains(complaint), qPrintable(said(name)));
        QVERIFY(ui->isEditing());
        QCOMPARE(line->text(), typed);
        QVERIFY(!ui->undo.canUndo());
    }

    void savesOnlyWhatWasChanged()
    {
        editFirst();
        field(u"Asking price"_s)->selectAll();
        QTest::keyClicks(field(u"Asking price"_s), u"12 345,50"_s);
        // Meanwhile somebody else writes into another field.
        shop->must(shop->journal().run(EditVehicle{first, {{VehicleField::Color, u"Red"_s}}}).result());
        QTest::mouseClick(ui->named<QAbstractButton>(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(!ui->isEditing());
        QCOMPARE(shop->scalar(u"SELECT asking_minor FROM vehicles"_s).toLongLong(), 1'234'550);
        QCOMPARE(shop->scalar(u"SELECT color FROM vehicles"_s).toString(), u"Red"_s);
        QCOMPARE(ui->undo.undoText(), u"B1 edited"_s);
    }

    void offersTheOtherVehicleOfALookAlikeVin()
    {
        shop->arrive(VehicleId::create(), {{u"stock_number"_s, u"R7"_s}, {u"vin"_s, u"1HGCM82633AOO4352"_s}});
        QTRY_COMPARE(ui->stock().size(), 2);
        startNew(GoodVin, u"B2"_s);
        QTRY_VERIFY(said(u"VIN"_s).contains(u"R7"_s));
        QTest::keyClick(field(u"VIN"_s), Qt::Key_Return, Qt::ControlModifier);
        QAbstractButton* open = nullptr;
        QTRY_VERIFY((open = ui->named<QAbstractButton>(u"Open R7"_s)));
        QVERIFY(ui->isEditing());
        QTest::mouseClick(open, Qt::LeftButton);
        QTRY_VERIFY(ui->showsDetail());
        QTRY_VERIFY(!ui->isEditing());
        QCOMPARE(shop->scalar(u"SELECT count(*) FROM vehicles WHERE _del = 0"_s).toInt(), 2);
    }

    void savesALookAlikeVinWhenSomebodyInsists()
    {
        shop->arrive(VehicleId::create(), {{u"stock_number"_s, u"R7"_s}, {u"vin"_s, u"1HGCM82633AOO4352"_s}});
        startNew(GoodVin, u"B2"_s);
        QTest::keyClick(field(u"VIN"_s), Qt::Key_Return, Qt::ControlModifier);
        QAbstractButton* insist = nullptr;
        QTRY_VERIFY((insist = ui->named<QAbstractButton>(u"Save anyway"_s)));
        QTest::mouseClick(insist, Qt::LeftButton);
        QTRY_COMPARE(ui->stock().size(), 3);
        QVERIFY(!ui->isEditing());
    }

    void escAsksBeforeItThrowsTypedTextAway()
    {
        startNew(GoodVin, u"B2"_s);
        QTest::keyClick(field(u"VIN"_s), Qt::Key_Escape);
        QVERIFY(ui->isEditing());
        QVERIFY(ui->named<Label>(u"What you typed is not saved yet."_s));
        QVERIFY(!ui->page.canClose());
        QTest::mouseClick(ui->named<QAbstractButton>(u"Keep editing"_s), Qt::LeftButton);
        QCOMPARE(field(u"Stock number"_s)->text(), u"B2"_s);
        QTest::keyClick(field(u"VIN"_s), Qt::Key_Escape);
        QTest::mouseClick(ui->named<QAbstractButton>(u"Discard"_s), Qt::LeftButton);
        QVERIFY(!ui->isEditing());
        QVERIFY(ui->page.canClose());
    }

    void whatWasTypedIsThereAgainAfterACrash()
    {
        startNew(GoodVin, u"B2"_s);
        QTRY_COMPARE(field(u"Make"_s)->text(), u"Honda"_s);
        QTest::keyClicks(field(u"Asking price"_s), u"twelve"_s);
        const auto kept = [this] { return shop->scalar(u"SELECT texts FROM drafts"_s).toByteArray(); };
        QTRY_VERIFY(kept().contains("twelve"));
        // The window goes without a word to the editor.
        ui.reset();
        ui = std::make_unique<ShownInventory>(*shop, 1);
        QTest::keyClick(ui->table(), Qt::Key_N);
        QTRY_VERIFY(ui->isEditing());
        QTRY_COMPARE(field(u"VIN"_s)->text(), GoodVin);
        QCOMPARE(field(u"Stock number"_s)->text(), u"B2"_s);
        QCOMPARE(field(u"Asking price"_s)->text(), u"twelve"_s);
        QVERIFY(ui->named<QAbstractButton>(u"Keep it"_s));
        field(u"Asking price"_s)->selectAll();
        QTest::keyClicks(field(u"Asking price"_s), u"12000"_s);
        QTest::keyClick(field(u"Asking price"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(ui->stock().size(), 2);
        QTRY_VERIFY(kept().isEmpty());
    }

    void aDraftOfAVehicleIsItsOwnAndCanBeDiscarded()
    {
        const VehicleId other = shop->add(u"B5"_s, u"WVWZZZ1KZ6W000005"_s, 5'000);
        editFirst();
        QTest::keyClicks(field(u"Colour"_s), u"Sand"_s);
        QTRY_COMPARE(shop->scalar(u"SELECT count(*) FROM drafts"_s).toInt(), 1);
        ui.reset();
        ui = std::make_unique<ShownInventory>(*shop, 2);
        ui->page.activate({u"inventory"_s, {u"vehicle"_s, other.toString()}});
        QTRY_VERIFY(ui->showsDetail());
        QTest::keyClick(ui->detail(), Qt::Key_E);
        QTRY_VERIFY(ui->isEditing());
        QTRY_COMPARE(field(u"Stock number"_s)->text(), u"B5"_s);
        QCOMPARE(field(u"Colour"_s)->text(), QString());
        QTest::keyClick(field(u"VIN"_s), Qt::Key_Escape);
        QTRY_VERIFY(!ui->isEditing());
        ui->page.activate({u"inventory"_s, {u"vehicle"_s, first.toString()}});
        QTRY_COMPARE(ui->detail()->vehicle(), first);
        QTest::keyClick(ui->detail(), Qt::Key_E);
        QTRY_VERIFY(ui->isEditing());
        QTRY_COMPARE(field(u"Colour"_s)->text(), u"Sand"_s);
        QTest::mouseClick(ui->named<QAbstractButton>(u"Discard it"_s), Qt::LeftButton);
        QCOMPARE(field(u"Colour"_s)->text(), QString());
        QTRY_COMPARE(shop->scalar(u"SELECT count(*) FROM drafts"_s).toInt(), 0);
    }

    void escClosesAtOnceWhenNothingWasTyped()
    {
        editFirst();
        QTest::keyClick(field(u"VIN"_s), Qt::Key_Escape);
        QTRY_VERIFY(!ui->isEditing());
    }

    void aSecondVehicleWaitsUntilTheFirstIsSavedOrDiscarded()
    {
        startNew(GoodVin, u"B2"_s);
        ui->table()->setFocus();
        QTest::keyClick(ui->table(), Qt::Key_N);
        QTest::keyClick(ui->table(), Qt::Key_E);
        QVERIFY(ui->isEditing());
        QCOMPARE(field(u"Stock number"_s)->text(), u"B2"_s);
        QVERIFY(ui->named<Label>(u"What you typed is not saved yet."_s));
    }

    void aNewVehicleOfASiteIsPricedInItsCurrency()
    {
        ui->site.setId(shop->abidjan);
        QTRY_COMPARE(ui->stock().size(), 0);
        ui->page.activate({u"inventory"_s, {u"new"_s}});
        QTRY_VERIFY(ui->isEditing());
        QTest::keyClicks(field(u"Stock number"_s), u"A1"_s);
        QTest::keyClicks(field(u"Asking price"_s), u"12000000"_s);
        QTest::keyClick(field(u"Asking price"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(ui->stock(), QStringList{u"A1"_s});
        QCOMPARE(shop->scalar(u"SELECT asking_currency FROM vehicles WHERE stock_number = 'A1'"_s).toString(),
                 u"XOF"_s);
    }

    void importsAFileInThreeStepsAndTakesItBack()
    {
        const QString file = shop->path() + u"/cars.csv"_s;
        writeText(file,
                  "Stock number,VIN,Make,Model,Year,Whatever\n"
                  "C1,1HGCM82633A004352,Honda,Accord,2003,x\n"
                  "C2,,Kia,Rio,2018,y\n"
                  "C3,,Kia,Rio,1885,z\n");
        ImportSheet sheet(ui->context, ui->access, &ui->page);
        sheet.openOver(&ui->page, 640);
        sheet.openFile(file);
        QTableWidget* columns = nullptr;
        QTRY_VERIFY((columns = ui->named<QTableWidget>(u"Meaning of the columns"_s)) && columns->rowCount() == 6);
        const auto meaning = [columns](int row) {
            return qobject_cast<QComboBox*>(columns->cellWidget(row, 1))->currentText();
        };
        QCOMPARE(meaning(1), u"VIN"_s);
        QCOMPARE(meaning(5), u"Do not import"_s);
        QTest::mouseClick(ui->named<QAbstractButton>(u"Try it"_s), Qt::LeftButton);
        QTRY_VERIFY(ui->named<Label>(u"2 new, 0 changed, 0 unchanged, 1 skipped. Nothing is stored yet."_s));
        QCOMPARE(ui->stock().size(), 1);
        auto* lines = ui->named<QTableWidget>(u"What the import would do"_s);
        QCOMPARE(lines->item(0, 0)->text(), u"4"_s);
        QVERIFY(lines->item(0, 3)->text().contains(u"1885"_s));
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(ui->named<QAbstractButton>(u"Try it"_s));
        QTest::mouseClick(ui->named<QAbstractButton>(u"Try it"_s), Qt::LeftButton);
        QAbstractButton* run = nullptr;
        QTRY_VERIFY((run = ui->named<QAbstractButton>(u"Import 2 vehicles"_s)));
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE(ui->stock().size(), 3);
        QTRY_COMPARE(ui->undo.undoText(), u"2 vehicles imported"_s);
        ui->undo.undo();
        QTRY_COMPARE(ui->stock(), QStringList{u"B1"_s});
    }

    void saysWhyAFileCannotBeImported()
    {
        const QString file = shop->path() + u"/empty.csv"_s;
        writeText(file, "");
        ImportSheet sheet(ui->context, ui->access, &ui->page);
        sheet.openOver(&ui->page, 640);
        sheet.openFile(file);
        QTRY_VERIFY(sheet.findChild<Note*>()->isVisible());
        QVERIFY(sheet.findChild<Note*>()->text().contains(u"empty"_s));
    }

private:
    QLineEdit* field(const QString& name) const
    {
        for (QLineEdit* line : ui->editor()->findChildren<QLineEdit*>()) {
            if (line->accessibleName() == name)
                return line;
        }
        qFatal("no field %s", qUtf8Printable(name));
        return nullptr;
    }
    /// The sentence under a field.
    QString said(const QString& name) const { return field(name)->accessibleDescription(); }

    void editFirst()
    {
        QTest::keyClick(ui->table(), Qt::Key_E);
        QTRY_VERIFY(ui->isEditing());
        QTRY_COMPARE(field(u"Stock number"_s)->text(), u"B1"_s);
    }
    void startNew(const QString& vin, const QString& stock)
    {
        QTest::keyClick(ui->table(), Qt::Key_N);
        QTRY_VERIFY(ui->isEditing());
        QTest::keyClicks(field(u"VIN"_s), vin);
        QTest::keyClicks(field(u"Stock number"_s), stock);
    }
    static void writeText(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    Languages languages;
    std::unique_ptr<DealershipStore> shop;
    std::unique_ptr<ShownInventory> ui;
    VehicleId first;
};

QTEST_MAIN(TestInventoryEditor)
#include "tst_inventoryeditor.moc"
