// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/schema.h"
#include "sync/server/merge.h"

#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

using MergeStatus = Wire::OpException::Status;

constexpr std::uint32_t Awa = 2;
constexpr std::uint32_t Marc = 3;

Hlc mergeAt(UtcMs seconds, std::uint32_t device)
{
    return {static_cast<std::uint64_t>(seconds * 1000) << 16, device};
}

const TableSchema& mergeVehicles()
{
    return Schema::current().table(Table::Vehicles);
}

std::uint16_t mergeField(const char* name)
{
    return mergeVehicles().field(QString::fromLatin1(name))->number;
}

/// A vehicle that Awa made at 100 s.
RowState mergeVehicle()
{
    RowState row;
    row.table = static_cast<std::uint16_t>(Table::Vehicles);
    row.id = Uuid::fromParts(1, 2, 3);
    row.known = true;
    row.clock = RowClock(mergeAt(100, Awa));
    row.setValue(mergeField("make"), u"Toyota"_s);
    row.setValue(mergeField("color"), u"red"_s);
    row.setValue(mergeField("odometer_km"), 50'000LL);
    row.setValue(mergeField("asking_minor"), 1'000'000LL);
    row.setValue(mergeField("asking_currency"), u"CAD"_s);
    row.setValue(mergeField("primary_photo_id"), QByteArray(16, 'a'));
    return row;
}

Wire::Op mergeEdit(Hlc clock, std::vector<Wire::Op::FieldEdit> fields)
{
    Wire::Op op;
    op.opid = 1;
    op.table = static_cast<std::uint16_t>(Table::Vehicles);
    op.id = Uuid::fromParts(1, 2, 3);
    op.clock = clock;
    op.fields = std::move(fields);
    return op;
}

Wire::Op mergeDelete(Hlc clock, Hlc seen)
{
    Wire::Op op = mergeEdit(clock, {{RowState::Existence, {}, seen}});
    op.kind = Wire::Op::Kind::Delete;
    return op;
}

}  // namespace

class ServerMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidesConcurrentEditsByTheFieldsPolicy_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QVariant>("before");
        QTest::addColumn<QVariant>("theirs");  // Awa wrote it at 200 s, unseen by Marc
        QTest::addColumn<QVariant>("mine");    // Marc, on the base of 100 s
        QTest::addColumn<int>("mineAt");
        QTest::addColumn<bool>("suspect");
        QTest::addColumn<QVariant>("result");
        QTest::addColumn<QVariant>("lost");  // invalid: nothing
        QTest::addColumn<bool>("merged");    // Marc is told that something else stands
        const auto row = [](const char* name, const char* field, const QVariant& theirs, const QVariant& mine, int at,
                            bool suspect, const QVariant& result, const QVariant& lost, bool merged) {
            QTest::newRow(name) << QString::fromLatin1(field) << QVariant() << theirs << mine << at << suspect << result
                                << lost << merged;
        };
        row("newest wins: later", "color", u"blue"_s, u"green"_s, 300, false, u"green"_s, u"blue"_s, false);
        row("newest wins: earlier", "color", u"blue"_s, u"green"_s, 150, false, u"blue"_s, u"green"_s, true);
        row("newest wins: a doubtful clock never wins", "color", u"blue"_s, u"green"_s, 300, true, u"blue"_s,
            u"green"_s, true);
        row("review: later", "asking_minor", 1'100'000LL, 1'200'000LL, 300, false, 1'100'000LL, 1'200'000LL, true);
        row("review: earlier", "asking_minor", 1'100'000LL, 1'200'000LL, 150, false, 1'100'000LL, 1'200'000LL, true);
        row("max: larger but earlier", "odometer_km", 60'000LL, 70'000LL, 150, false, 70'000LL, QVariant(), false);
        row("max: smaller but later", "odometer_km", 60'000LL, 55'000LL, 300, false, 60'000LL, QVariant(), true);
        row("quiet: later", "primary_photo_id", QByteArray(16, 'b'), QByteArray(16, 'c'), 300, false,
            QByteArray(16, 'c'), QVariant(), false);
        row("quiet: earlier", "primary_photo_id", QByteArray(16, 'b'), QByteArray(16, 'c'), 150, false,
            QByteArray(16, 'b'), QVariant(), true);
    }

    void decidesConcurrentEditsByTheFieldsPolicy()
    {
        QFETCH(QString, field);
        QFETCH(QVariant, theirs);
        QFETCH(QVariant, mine);
        QFETCH(int, mineAt);
        QFETCH(bool, suspect);
        QFETCH(QVariant, result);
        QFETCH(QVariant, lost);
        QFETCH(bool, merged);
        const std::uint16_t number = mergeVehicles().field(field)->number;
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(200, Awa), {{number, theirs, mergeAt(100, Awa)}}), mergeVehicles());
        Wire::Op op = mergeEdit(mergeAt(mineAt, Marc), {{number, mine, mergeAt(100, Awa)}});
        op.suspect = suspect;
        const MergeOutcome outcome = mergeOperation(row, op, mergeVehicles());

        QCOMPARE(*row.value(number), result);
        QVERIFY(outcome.touched);
        QCOMPARE(outcome.status == MergeStatus::Merged, merged);
        if (lost.isValid()) {
            QCOMPARE(outcome.lost.size(), 1U);
            QCOMPARE(outcome.lost.front().lost, lost);
            QCOMPARE(outcome.lost.front().kept, result);
            QCOMPARE(outcome.lost.front().field, number);
        } else {
            QVERIFY(outcome.lost.empty());
        }
        // Whoever is told otherwise gets the field back; whoever wins is believed.
        QCOMPARE(std::ranges::find(outcome.altered, number) != outcome.altered.end(), outcome.status.has_value());
    }

    void takesAnEditOfTheValueThatItsAuthorSaw()
    {
        RowState row = mergeVehicle();
        const MergeOutcome outcome = mergeOperation(
            row, mergeEdit(mergeAt(200, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}), mergeVehicles());
        QVERIFY(!outcome.status);
        QVERIFY(outcome.lost.empty());
        QCOMPARE(*row.value(mergeField("color")), QVariant(u"blue"_s));
        QCOMPARE(row.clock.of(mergeField("color")), mergeAt(200, Marc));
        QCOMPARE(row.clock.of(mergeField("make")), mergeAt(100, Awa));
        QCOMPARE(outcome.changed, std::vector<std::uint16_t>{mergeField("color")});
    }

    void anEditThatSawThePresentValueBeatsASlowClock()
    {
        RowState row = mergeVehicle();
        const MergeOutcome outcome = mergeOperation(
            row, mergeEdit(mergeAt(50, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}), mergeVehicles());
        QCOMPARE(outcome.status, MergeStatus::Restamped);
        QCOMPARE(*row.value(mergeField("color")), QVariant(u"blue"_s));
        QVERIFY(row.clock.of(mergeField("color")) > mergeAt(100, Awa));
        QCOMPARE(row.clock.of(mergeField("color")).device, Marc);
    }

    void aDeviceHasSeenWhatItWroteItself()
    {
        RowState row = mergeVehicle();
        const std::uint16_t price = mergeField("asking_minor");
        mergeOperation(row, mergeEdit(mergeAt(200, Marc), {{price, 5LL, mergeAt(100, Awa)}}), mergeVehicles());
        const MergeOutcome outcome =
            mergeOperation(row, mergeEdit(mergeAt(300, Marc), {{price, 6LL, mergeAt(100, Awa)}}), mergeVehicles());
        QVERIFY(!outcome.status);
        QCOMPARE(*row.value(price), QVariant(6LL));
    }

    void twoPeopleWritingTheSameValueLoseNothing()
    {
        RowState row = mergeVehicle();
        const std::uint16_t price = mergeField("asking_minor");
        mergeOperation(row, mergeEdit(mergeAt(200, Awa), {{price, 5LL, mergeAt(100, Awa)}}), mergeVehicles());
        const MergeOutcome outcome =
            mergeOperation(row, mergeEdit(mergeAt(150, Marc), {{price, 5LL, mergeAt(100, Awa)}}), mergeVehicles());
        QVERIFY(outcome.lost.empty());
        QCOMPARE(row.clock.of(price), mergeAt(200, Awa));
        QCOMPARE(outcome.status, MergeStatus::Restamped);
    }

    void fieldsOfOneGroupWinOrLoseTogether()
    {
        RowState row = mergeVehicle();
        const std::uint16_t price = mergeField("asking_minor");
        const std::uint16_t currency = mergeField("asking_currency");
        mergeOperation(row, mergeEdit(mergeAt(200, Awa), {{price, 5LL, mergeAt(100, Awa)}}), mergeVehicles());
        QCOMPARE(row.clock.of(currency), mergeAt(200, Awa));
        const MergeOutcome outcome = mergeOperation(
            row,
            mergeEdit(mergeAt(300, Marc), {{price, 900LL, mergeAt(100, Awa)}, {currency, u"EUR"_s, mergeAt(100, Awa)}}),
            mergeVehicles());
        QCOMPARE(*row.value(price), QVariant(5LL));
        QCOMPARE(*row.value(currency), QVariant(u"CAD"_s));
        QCOMPARE(outcome.lost.size(), 2U);
    }

    void aGroupWasSeenOnlyIfAllOfItWas()
    {
        RowState row = mergeVehicle();
        mergeOperation(row,
                       mergeEdit(mergeAt(200, Awa), {{mergeField("cost_minor"), 900LL, mergeAt(100, Awa)},
                                                     {mergeField("cost_currency"), u"CAD"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        // Marc's own amount still hid Awa's when her currency came.
        const MergeOutcome outcome =
            mergeOperation(row,
                           mergeEdit(mergeAt(300, Marc), {{mergeField("cost_minor"), 700LL, mergeAt(100, Awa)},
                                                          {mergeField("cost_currency"), u"CAD"_s, mergeAt(200, Awa)}}),
                           mergeVehicles());
        QCOMPARE(outcome.lost.size(), 1U);
        QCOMPARE(outcome.lost.front().lost, QVariant(900LL));
        QCOMPARE(*row.value(mergeField("cost_minor")), QVariant(700LL));
    }

    void editsOfDifferentFieldsNeverMeet()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(200, Awa), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        const MergeOutcome outcome = mergeOperation(
            row, mergeEdit(mergeAt(150, Marc), {{mergeField("make"), u"Lexus"_s, mergeAt(100, Awa)}}), mergeVehicles());
        QVERIFY(!outcome.status);
        QCOMPARE(*row.value(mergeField("color")), QVariant(u"blue"_s));
        QCOMPARE(*row.value(mergeField("make")), QVariant(u"Lexus"_s));
    }

    void deletesARowAsItWasSeen()
    {
        RowState row = mergeVehicle();
        const MergeOutcome outcome =
            mergeOperation(row, mergeDelete(mergeAt(200, Marc), mergeAt(100, Awa)), mergeVehicles());
        QVERIFY(row.deleted);
        QVERIFY(!outcome.status);
        QVERIFY(outcome.wholeForOthers);
        QVERIFY(row.whole().deleted);
    }

    void keepsARowThatSomebodyEditedMeanwhile()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(150, Awa), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        const MergeOutcome outcome =
            mergeOperation(row, mergeDelete(mergeAt(200, Marc), mergeAt(100, Awa)), mergeVehicles());
        QVERIFY(!row.deleted);
        QCOMPARE(outcome.status, MergeStatus::Merged);
        QVERIFY(outcome.wholeForAuthor);
        QCOMPARE(outcome.lost.size(), 1U);
        QCOMPARE(outcome.lost.front().field, RowState::Existence);
    }

    void keepsARowWithAnOlderEditThatArrivedLate()
    {
        RowState row = mergeVehicle();
        // Marc had seen the colour of 170 s, but not the make of 150 s, which was offline until now.
        mergeOperation(row, mergeEdit(mergeAt(170, 4), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        mergeOperation(row, mergeEdit(mergeAt(150, Awa), {{mergeField("make"), u"Lexus"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        Wire::Op removal = mergeDelete(mergeAt(200, Marc), mergeAt(170, 4));
        removal.fields.push_back({mergeField("make"), {}, mergeAt(100, Awa)});
        RowState seen = row;
        QCOMPARE(mergeOperation(row, removal, mergeVehicles()).lost.size(), 1U);
        QVERIFY(!row.deleted);
        removal.fields.back().base = mergeAt(150, Awa);
        mergeOperation(seen, removal, mergeVehicles());
        QVERIFY(seen.deleted);
    }

    void keepsARowWhereAnotherValueStandsThanTheAuthorsOwn()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(150, Awa), {{mergeField("odometer_km"), 60'000LL, mergeAt(100, Awa)}}),
                       mergeVehicles());
        // The larger number stays, which Marc has not heard of when he removes what he takes for his own.
        mergeOperation(row, mergeEdit(mergeAt(200, Marc), {{mergeField("odometer_km"), 55'000LL, mergeAt(100, Awa)}}),
                       mergeVehicles());
        Wire::Op removal = mergeDelete(mergeAt(300, Marc), mergeAt(200, Marc));
        removal.fields.push_back({mergeField("odometer_km"), {}, mergeAt(200, Marc)});
        QCOMPARE(mergeOperation(row, removal, mergeVehicles()).lost.size(), 1U);
        QVERIFY(!row.deleted);
    }

    void notesTheRemovalOfARowThatIsYetToComeAgain()
    {
        RowState row;
        row.table = static_cast<std::uint16_t>(Table::Vehicles);
        row.id = Uuid::fromParts(1, 2, 3);
        QVERIFY(mergeOperation(row, mergeDelete(mergeAt(200, Marc), mergeAt(100, Marc)), mergeVehicles()).lost.empty());
        const MergeOutcome outcome =
            mergeOperation(row, mergeDelete(mergeAt(200, Marc), mergeAt(100, Awa)), mergeVehicles());
        QCOMPARE(outcome.status, MergeStatus::Merged);
        QCOMPARE(outcome.lost.size(), 1U);
        QVERIFY(!row.known);
    }

    void notesTheRemovalOfARowOfWhichOnlyAnEditHadComeAgain()
    {
        // A server that was put back from a backup hears of Awa's vehicle from Marc first, who edits and removes it.
        RowState row;
        row.table = static_cast<std::uint16_t>(Table::Vehicles);
        row.id = Uuid::fromParts(1, 2, 3);
        mergeOperation(row, mergeEdit(mergeAt(200, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        mergeOperation(row, mergeDelete(mergeAt(300, Marc), mergeAt(200, Marc)), mergeVehicles());
        QVERIFY(row.deleted);
        Wire::Op made =
            mergeEdit(mergeAt(100, Awa), {{mergeField("make"), u"Lexus"_s, {}}, {mergeField("color"), u"red"_s, {}}});
        made.create = true;
        const MergeOutcome outcome = mergeOperation(row, made, mergeVehicles());
        QVERIFY(!row.deleted);
        QCOMPARE(outcome.lost.front().field, RowState::Existence);
        QCOMPARE(outcome.lost.front().lostClock, mergeAt(300, Marc));
    }

    void aRowThatComesAfterAnEditOfItIsNoConflict()
    {
        RowState row;
        row.table = static_cast<std::uint16_t>(Table::Vehicles);
        row.id = Uuid::fromParts(1, 2, 3);
        mergeOperation(row, mergeEdit(mergeAt(200, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        Wire::Op made =
            mergeEdit(mergeAt(100, Awa), {{mergeField("make"), u"Lexus"_s, {}}, {mergeField("color"), u"red"_s, {}}});
        made.create = true;
        const MergeOutcome outcome = mergeOperation(row, made, mergeVehicles());
        QCOMPARE(*row.value(mergeField("make")), QVariant(u"Lexus"_s));
        QCOMPARE(*row.value(mergeField("color")), QVariant(u"blue"_s));
        QCOMPARE(outcome.lost.size(), 1U);
    }

    void ownEditsDoNotKeepARowFromItsDelete()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(150, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        mergeOperation(row, mergeDelete(mergeAt(200, Marc), mergeAt(100, Awa)), mergeVehicles());
        QVERIFY(row.deleted);
    }

    void anEditDoesNotRaiseTheDeadButIsNotLost()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeDelete(mergeAt(200, Awa), mergeAt(100, Awa)), mergeVehicles());
        const MergeOutcome outcome = mergeOperation(
            row, mergeEdit(mergeAt(300, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}), mergeVehicles());
        QVERIFY(row.deleted);
        QCOMPARE(outcome.status, MergeStatus::Merged);
        QCOMPARE(outcome.lost.size(), 1U);
        QCOMPARE(outcome.lost.front().lost, QVariant(u"blue"_s));
    }

    void aConflictKnowsWhatWasBeforeAndTheRestOfItsGroup()
    {
        const std::uint16_t amount = mergeField("asking_minor");
        const std::uint16_t currency = mergeField("asking_currency");
        RowState row = mergeVehicle();
        mergeOperation(row,
                       mergeEdit(mergeAt(200, Awa),
                                 {{amount, 1'100'000LL, mergeAt(100, Awa)}, {currency, u"CAD"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        const MergeOutcome outcome =
            mergeOperation(row,
                           mergeEdit(mergeAt(300, Marc), {{amount, 1'200'000LL, mergeAt(100, Awa), 1'000'000LL},
                                                          {currency, u"CAD"_s, mergeAt(100, Awa), u"CAD"_s}}),
                           mergeVehicles());
        QCOMPARE(outcome.lost.size(), 1U);
        QCOMPARE(outcome.lost.front().before, std::optional(QVariant(1'000'000LL)));
        QCOMPARE(outcome.lost.front().beforeClock, mergeAt(100, Awa));
        const LostValue::Beside beside{currency, u"CAD"_s, u"CAD"_s};
        QCOMPARE(outcome.lost.front().beside, std::vector{beside});
    }

    void whatWasCarriedInAFileNeverBeatsAnotherValue()
    {
        // Marc has brought in what somebody else typed, and has changed the same field himself.
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(200, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        Wire::Op op = mergeEdit(mergeAt(300, Marc), {{mergeField("color"), u"green"_s, mergeAt(100, Awa)},
                                                     {mergeField("bay"), u"C 14"_s, mergeAt(100, Awa)}});
        op.carried = true;
        const MergeOutcome outcome = mergeOperation(row, op, mergeVehicles());
        QCOMPARE(*row.value(mergeField("color")), QVariant(u"blue"_s));
        QCOMPARE(*row.value(mergeField("bay")), QVariant(u"C 14"_s));
        QCOMPARE(outcome.lost.size(), 1U);
        QCOMPARE(outcome.lost.front().lost, QVariant(u"green"_s));
    }

    void whatWasCarriedInAFileNeitherRemovesNorRestoresUnseen()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(150, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}}),
                       mergeVehicles());
        Wire::Op remove = mergeDelete(mergeAt(200, Marc), mergeAt(100, Awa));
        remove.carried = true;
        QCOMPARE(mergeOperation(row, remove, mergeVehicles()).lost.size(), 1U);
        QVERIFY(!row.deleted);
        mergeOperation(row, mergeDelete(mergeAt(250, Awa), mergeAt(150, Marc)), mergeVehicles());
        QVERIFY(row.deleted);
        Wire::Op create =
            mergeEdit(mergeAt(300, Marc), {{mergeField("color"), u"blue"_s, {}}, {mergeField("bay"), u"C 14"_s, {}}});
        create.create = true;
        create.carried = true;
        const MergeOutcome outcome = mergeOperation(row, create, mergeVehicles());
        QVERIFY(row.deleted);
        QCOMPARE(outcome.lost.size(), 1U);
        QCOMPARE(outcome.lost.front().lost, QVariant(u"C 14"_s));
    }

    void createBringsADeletedRowBack()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeDelete(mergeAt(200, Awa), mergeAt(100, Awa)), mergeVehicles());
        Wire::Op op = mergeEdit(mergeAt(300, Marc), {{mergeField("color"), u"blue"_s, mergeAt(100, Awa)}});
        op.create = true;
        const MergeOutcome outcome = mergeOperation(row, op, mergeVehicles());
        QVERIFY(!row.deleted);
        QVERIFY(outcome.wholeForOthers);
        QVERIFY(!outcome.status);
        QCOMPARE(*row.value(mergeField("color")), QVariant(u"blue"_s));
        QCOMPARE(*row.value(mergeField("make")), QVariant(u"Toyota"_s));
    }

    void keepsFieldsThatItDoesNotKnow()
    {
        RowState row = mergeVehicle();
        mergeOperation(row, mergeEdit(mergeAt(200, Marc), {{900, u"of a later version"_s, {}}}), mergeVehicles());
        QCOMPARE(*row.value(900), QVariant(u"of a later version"_s));
    }

    void setsBackAClockThatRunsAhead()
    {
        HlcClock server(1, {});
        Wire::Op op = mergeEdit(mergeAt(1000, Marc), {});
        QVERIFY(!clampClock(op, server, 940'000));
        QCOMPARE(op.clock, mergeAt(1000, Marc));
        QVERIFY(clampClock(op, server, 939'999));
        QCOMPARE(op.clock.msecs(), 939'999);
        QCOMPARE(op.clock.device, Marc);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerMergeTest)
#include "tst_servermerge.moc"
