// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleexport.h"
#include "models/vehicle/vehicleimport.h"
#include "tests/vehicle/vehiclebuilder.h"

#include <QFile>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

using Kind = VehicleImportLine::Kind;

class VehicleImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test = std::make_unique<TestStore>(); }
    void cleanup() { test.reset(); }

    void guessesColumnsInBothLanguages()
    {
        const auto english = guessVehicleCsvMapping(
            {u"Stock #"_s, u"VIN"_s, u"Year"_s, u"Mileage"_s, u"PRICE"_s, u"currency"_s, u"Moon phase"_s});
        const auto french = guessVehicleCsvMapping(
            {u"N° de stock"_s, u"NIV"_s, u"année"_s, u"Kilométrage"_s, u"Prix demandé"_s, u"Devise"_s, u"Lune"_s});
        QCOMPARE(english,
                 (VehicleCsvMapping{VehicleCsvTarget{VehicleField::StockNumber}, VehicleCsvTarget{VehicleField::Vin},
                                    VehicleCsvTarget{VehicleField::Year}, VehicleCsvTarget{VehicleField::Odometer},
                                    VehicleCsvTarget{VehicleField::Asking},
                                    VehicleCsvTarget{VehicleField::Asking, true}, std::nullopt}));
        QCOMPARE(french, english);
    }

    void knowsItsOwnHeadersInBothLanguages()
    {
        for (const CsvLanguage language : {CsvLanguage::English, CsvLanguage::French}) {
            QStringList headers;
            VehicleCsvMapping expected;
            for (const VehicleCsvTarget& target : vehicleCsvTargets()) {
                headers += vehicleCsvHeader(target, language);
                expected.emplace_back(target);
            }
            QCOMPARE(guessVehicleCsvMapping(headers), expected);
        }
    }

    void saysWhatItWouldDoLineByLine()
    {
        addVehicles(*test, 3);
        const auto plan = planOf(
            "Stock,VIN,Make,Model,Year,Price\n"
            "B26-0001,WVWZZZ1KZ6W000001,Volkswagen,Golf,2016,11000.00\n"  // another price
            "B26-0002,,Volkswagen,Golf,2017,\n"                           // all the same
            "N1,,Kia,Rio,2020,9500\n"                                     // new
            "N2,,Kia,Rio,1885,9500\n"                                     // no such year
            "N3,,Kia,Rio,2020,-5\n"                                       // no such price
            "N4,,Kia,Rio\n"                                               // cells are missing
            "n1,,Kia,Ceed,2020,1\n"                                       // again
            ",,Kia,Ceed,2020,1\n");                                       // no number
        QCOMPARE(plan.creates, 1);
        QCOMPARE(plan.updates, 1);
        QCOMPARE(plan.unchanged, 1);
        QCOMPARE(plan.skipped, 5);
        QCOMPARE(plan.lines[0].kind, Kind::Update);
        QCOMPARE(plan.lines[0].edits.keys(), QList{VehicleField::Asking});
        QCOMPARE(plan.lines[0].line, 2);
        QCOMPARE(plan.lines[3].error.code, ErrorCode::YearOutOfRange);
        QCOMPARE(plan.lines[3].line, 5);
        QCOMPARE(plan.lines[4].error.code, ErrorCode::PriceNegative);
        QCOMPARE(plan.lines[5].error, (Error{ErrorCode::CsvCells, {}, u"4 / 6"_s}));
        QCOMPARE(plan.lines[6].error, (Error{ErrorCode::CsvRepeated, u"n1"_s, u"4"_s}));
        QCOMPARE(plan.lines[7].error.code, ErrorCode::StockNumberMissing);
        QCOMPARE(test->scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 3);
    }

    void recognisesAVehicleByALookAlikeVin()
    {
        addVehicles(*test, 2);
        const auto plan = planOf("Stock,VIN,Trim\nOTHER,WVWZZZ1KZ6WOOOOO2,GTI\n");
        QCOMPARE(plan.lines[0].kind, Kind::Update);
        QCOMPARE(plan.lines[0].edits.keys(), (QList{VehicleField::StockNumber, VehicleField::Trim}));
    }

    void catchesLookAlikesWithinTheFile()
    {
        const auto plan = planOf("Stock,VIN\nA,WVWZZZ1KZ6W000001\nB,WVWZZZ1KZ6W.000001\nC,wvwzzz1kz6w 000001\n");
        QCOMPARE(plan.creates, 1);
        QCOMPARE(plan.lines[1].error.code, ErrorCode::CsvRepeated);
        QCOMPARE(plan.lines[2].error.code, ErrorCode::CsvRepeated);
    }

    void importsTenThousandLinesButTheBrokenOnes()
    {
        QByteArray text = "Stock;Marque;Modèle;Année;Prix;Devise\r\n";
        for (int i = 1; i <= 10'000; ++i) {
            switch (i) {
            case 1234: text += "\"L1234;Kia;Rio;2020;9500,00;CAD\r\n"; break;
            case 5678: text += "L5678;Kia\r\n"; break;
            case 9000: text += "L9000;Kia;Rio;vingt;9500,00;CAD\r\n"; break;
            default:
                text +=
                    "L" + QByteArray::number(i) + ";Kia;Rio;2020;" + QByteArray::number(9000 + i % 100) + ",50;CAD\r\n";
            }
        }
        const auto plan = planOf(text);
        QCOMPARE(plan.creates, 9'997);
        QList<std::pair<int, ErrorCode>> reasons;
        for (const VehicleImportLine& line : plan.lines)
            if (line.kind == Kind::Skipped)
                reasons += {line.line, line.error.code};
        QCOMPARE(reasons,
                 (QList<std::pair<int, ErrorCode>>{
                     {1235, ErrorCode::CsvQuote}, {5679, ErrorCode::CsvCells}, {9001, ErrorCode::NumberUnreadable}}));

        auto control = std::make_shared<VehicleImportControl>();
        const auto result = VehicleImport::run(test->journal(), plan, control).result();
        QVERIFY(result);
        QCOMPARE(result->created, 9'997);
        QCOMPARE(control->done.load(), 9'997);
        QCOMPARE(test->scalar(u"SELECT count(*) FROM vehicles WHERE _del = 0 AND asking_minor % 100 = 50"_s).toInt(),
                 9'997);

        QVERIFY(test->journal().revert(result->undo).result());
        QCOMPARE(test->scalar(u"SELECT count(*) FROM vehicles WHERE _del = 0"_s).toInt(), 0);
    }

    void undoesUpdatesToo()
    {
        const QList<VehicleId> ids = addVehicles(*test, 2);
        const Vehicle before = vehicleOf(*test, ids[0]);
        const auto plan = planOf("Stock,Colour,Odometer,Phase\nB26-0001,Rouge,\"84 210 km\",En vente\n");
        const auto result = VehicleImport::run(test->journal(), plan).result();
        QCOMPARE(result->updated, 1);
        QCOMPARE(vehicleOf(*test, ids[0]).color, u"Rouge"_s);
        QCOMPARE(vehicleOf(*test, ids[0]).odometerKm, 84'210);
        QCOMPARE(vehicleOf(*test, ids[0]).phase, Phase::Listed);
        QVERIFY(test->journal().revert(result->undo).result());
        QCOMPARE(vehicleOf(*test, ids[0]), before);
    }

    void stopsWhenAskedAndSaysSo()
    {
        const auto plan = planOf("Stock\nA\nB\n");
        auto control = std::make_shared<VehicleImportControl>();
        control->cancelled = true;
        const auto result = VehicleImport::run(test->journal(), plan, control).result();
        QVERIFY(result->cancelled);
        QCOMPARE(result->created, 0);
        QCOMPARE(VehicleImport::dryRun(test->store(), fileWith("Stock\nA\n"), {}, control).result().error().code,
                 ErrorCode::Cancelled);
    }

    void refusesFilesThatAreNoTable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& text, ErrorCode code) {
            QTest::newRow(name) << text << static_cast<int>(code);
        };
        row("empty", {}, ErrorCode::FileEmpty);
        row("wrong encoding", "Stock,Couleur\n1,cr\x8Ame cl\x82mentine\n", ErrorCode::CsvEncoding);
        row("no header", "1234,Kia,Rio\n5678,Kia,Rio\n", ErrorCode::CsvNoHeader);
        row("only blank lines", "\n\n", ErrorCode::CsvNoHeader);
        row("quotation mark in the header", "\"Stock,VIN\nA,B\n", ErrorCode::CsvShape);
    }
    void refusesFilesThatAreNoTable()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, code);
        const auto preview = VehicleImport::preview(fileWith(text)).result();
        QVERIFY(!preview);
        QCOMPARE(static_cast<int>(preview.error().code), code);
        QCOMPARE(preview.error().subject, u"import.csv"_s);
    }

    void refusesAMissingFile()
    {
        QCOMPARE(VehicleImport::preview(test->path() + u"/nowhere.csv"_s).result().error().code,
                 ErrorCode::FileUnreadable);
        QCOMPARE(VehicleImport::preview(test->path()).result().error().code, ErrorCode::FileUnreadable);
    }

    void takesWindowsAndWideEncodings()
    {
        const auto preview = VehicleImport::preview(fileWith("Stock;Mod\xE8le\r\n1;\xC9lan\r\n")).result();
        QVERIFY(preview);
        QCOMPARE(preview->encoding, u"Windows-1252"_s);
        QCOMPARE(preview->delimiter, QChar(u';'));
        QCOMPARE(preview->headers, (QStringList{u"Stock"_s, u"Modèle"_s}));
        QCOMPARE(preview->rows.front().at(1), u"Élan"_s);
    }

    void comesBackTheSameFromItsOwnExport_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("English") << static_cast<int>(CsvLanguage::English);
        QTest::newRow("French") << static_cast<int>(CsvLanguage::French);
    }
    void comesBackTheSameFromItsOwnExport()
    {
        QFETCH(const int, language);
        QList<VehicleId> ids = addVehicles(*test, 20);
        Vehicle odd = someVehicle(99);
        odd.location = addLocation(*test, u"DKR"_s);
        odd.phase = Phase::Reserved;
        odd.asking = Money{12'334'000, Currency::XOF};
        odd.cost = Money{1'999'995, Currency::CAD};
        odd.notes = u"=HYPERLINK(\"http://x\"); two\nlines, \"quoted\""_s;
        odd.trim = u"-1+@"_s;
        odd.color = u"'=red"_s;
        odd.acquiredAt = test->clock.now();
        ids += addVehicle(*test, odd);

        VehicleExport::Options options;
        options.file = test->path() + u"/export.csv"_s;
        options.language = static_cast<CsvLanguage>(language);
        QCOMPARE(VehicleExport::run(test->store(), ids, options).result().value(), 21);

        QFile file(options.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("\xEF\xBB\xBF"));
        QVERIFY(text.contains("'=HYPERLINK"));
        QVERIFY(text.contains(language == 0 ? ",19999.95," : ";19999,95;"));

        const auto preview = VehicleImport::preview(options.file).result();
        const auto plan = VehicleImport::dryRun(test->store(), options.file, preview->mapping).result();
        for (const VehicleImportLine& line : plan->lines)
            QVERIFY2(
                line.kind == Kind::Unchanged,
                qUtf8Printable(u"line %1: %2 %3"_s.arg(line.line)
                                   .arg(line.error.detail)
                                   .arg(line.edits.isEmpty() ? QString() : vehicleFieldCode(line.edits.firstKey()))));
        QCOMPARE(plan->unchanged, 21);

        // And into an empty store it brings the same vehicles.
        TestStore other;
        addLocation(other, u"DKR"_s);
        const auto created = VehicleImport::dryRun(other.store(), options.file, preview->mapping).result();
        const auto result = VehicleImport::run(other.journal(), *created).result();
        QCOMPARE(result->created, 21);
        Vehicle again = vehicleOf(other, created->lines.back().id);
        QCOMPARE(again.notes, odd.notes);
        QCOMPARE(again.trim, odd.trim);
        QCOMPARE(again.color, odd.color);
        QCOMPARE(again.asking, odd.asking);
        QCOMPARE(again.phase, odd.phase);
    }

    void leavesTheOldFileWhenTheExportFails()
    {
        VehicleExport::Options options;
        options.file = test->path() + u"/no/such/folder.csv"_s;
        QCOMPARE(VehicleExport::run(test->store(), {}, options).result().error().code, ErrorCode::FileUnwritable);
    }

private:
    QString fileWith(const QByteArray& text)
    {
        QFile file(test->path() + u"/import.csv"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("test file");
        return file.fileName();
    }

    VehicleImportPlan planOf(const QByteArray& text)
    {
        const QString file = fileWith(text);
        const auto preview = VehicleImport::preview(file).result();
        if (!preview)
            qFatal("test preview: %d", static_cast<int>(preview.error().code));
        auto plan = VehicleImport::dryRun(test->store(), file, preview->mapping).result();
        if (!plan)
            qFatal("test dry run: %s", qUtf8Printable(plan.error().detail));
        return *plan;
    }

    std::unique_ptr<TestStore> test;
};

QTEST_GUILESS_MAIN(VehicleImportTest)
#include "tst_vehicleimport.moc"
