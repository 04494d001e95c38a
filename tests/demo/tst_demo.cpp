// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demo.h"
#include "models/demo/democars.h"
#include "models/outbox/blobstore.h"
#include "models/vin/vin.h"
#include "models/vin/vindecoder.h"
#include "tests/support/teststore.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs DemoMoment = 1'796'212'800'000;  // 2026-12-02
constexpr int DemoYear = 2026;

DemoOptions demoOptions(int vehicles, int photographed)
{
    DemoOptions options;
    options.vehicles = vehicles;
    options.now = DemoMoment;
    options.photographed = photographed;
    return options;
}

/// All rows of a query, values as text.
QStringList demoRows(Tests::TestStore& store, const QString& sql)
{
    auto rows = store.store()
                    .read([sql](Connection& connection) -> Expected<QStringList> {
                        auto query = connection.run(sql);
                        if (!query)
                            return fail(query.error());
                        QStringList found;
                        while (query->next())
                            found += query->text(0);
                        return found;
                    })
                    .result();
    return rows.value_or(QStringList());
}

/// Everything a person can see of a store, in order of insertion.
QStringList demoDump(Tests::TestStore& store)
{
    QStringList all;
    for (const QString& table : {u"locations"_s, u"users"_s, u"vehicles"_s, u"photos"_s, u"saved_views"_s}) {
        const QStringList columns =
            demoRows(store, u"SELECT name FROM pragma_table_info('%1') WHERE name NOT IN ('rid', '_clk')"_s.arg(table));
        QStringList quoted;
        for (const QString& column : columns)
            quoted += u"quote(\"%1\")"_s.arg(column);
        all += demoRows(store, u"SELECT %1 FROM %2 ORDER BY rid"_s.arg(quoted.join(" || ',' || "_L1), table));
    }
    return all;
}

}  // namespace

class TestDemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsADealership();
    void keepsEveryPhotoInTheBlobStore();
    void makesTheSameRowsFromTheSameSeed();
    void theVinOfTheFirstStepsIsNew();
    void makesOtherRowsFromAnotherSeed();
    void hasModelsThatTheirVinsDecodeTo_data();
    void hasModelsThatTheirVinsDecodeTo();
    void givesEveryVehicleAValidVinThatDecodesToIt();
    void givesViewsToEverybodyWhenNobodySignsIn();
    void photographsNoMoreThanAsked();
    void stopsWhenAsked();
    void refusesImpossibleNumbers();
};

void TestDemo::fillsADealership()
{
    Tests::TestStore store;
    const auto summary = fillDemo(store.journal(), demoOptions(400, 400));
    QVERIFY(summary.has_value());
    QCOMPARE(summary->vehicles, 400);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 400);
    // Most shots are there of some vehicle; the first photo of each is taken from the front.
    QVERIFY(store.scalar(u"SELECT count(DISTINCT slot) FROM photos WHERE slot <> ''"_s).toInt() >= 10);
    QCOMPARE(store
                 .scalar(u"SELECT count(*) FROM vehicles v JOIN photos p ON p.id = v.primary_photo_id "
                         "WHERE p.slot <> 'front-three-quarter'"_s)
                 .toInt(),
             0);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM photos"_s).toInt(), summary->photos);
    QCOMPARE(
        store.scalar(u"SELECT group_concat(code) FROM (SELECT code FROM locations ORDER BY sort_order)"_s).toString(),
        u"MTL,TOR,DKR,ABJ"_s);
    QCOMPARE(store.scalar(u"SELECT count(DISTINCT role) FROM users"_s).toInt(), 6);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM users WHERE login = ? AND NOT disabled"_s, {demoLogin()}).toInt(), 1);
    QCOMPARE(static_cast<int>(summary->people.size()), store.scalar(u"SELECT count(*) FROM users"_s).toInt());

    QCOMPARE(store.scalar(u"SELECT count(DISTINCT location_id) FROM vehicles"_s).toInt(), 4);
    QCOMPARE(store.scalar(u"SELECT count(DISTINCT phase) FROM vehicles"_s).toInt(), 7);
    QCOMPARE(store.scalar(u"SELECT count(DISTINCT stock_number) FROM vehicles"_s).toInt(), 400);
    QVERIFY(store.scalar(u"SELECT count(DISTINCT make || model) FROM vehicles"_s).toInt() > 60);
    QCOMPARE(store.scalar(u"SELECT count(*) - count(DISTINCT vin_key) FROM vehicles"_s).toInt(), 1);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles WHERE phase > 0 AND asking_minor IS NULL"_s).toInt(), 0);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles WHERE asking_minor <= cost_minor"_s).toInt(), 0);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles WHERE '' IN (body, engine, fuel)"_s).toInt(), 0);
    QCOMPARE(store
                 .scalar(u"SELECT count(*) FROM vehicles WHERE NOT (acquired_at < created_at AND "
                         "acquired_at < phase_since_at AND phase_since_at <= ? AND created_at <= ?)"_s,
                         {qlonglong{DemoMoment}, qlonglong{DemoMoment}})
                 .toInt(),
             0);
    QCOMPARE(store
                 .scalar(u"SELECT count(*) FROM vehicles v WHERE primary_photo_id IS NOT NULL AND NOT EXISTS "
                         "(SELECT 1 FROM photos p WHERE p.id = v.primary_photo_id AND p.vehicle_id = v.id)"_s)
                 .toInt(),
             0);
    QVERIFY(store.scalar(u"SELECT max(count) FROM photo_counts"_s).toInt() <= 50);

    // All of it waits for a server, as anything that a person writes.
    const auto counts = store.journal().counts().result();
    QVERIFY(counts.has_value());
    QCOMPARE(counts->waiting, 400 + summary->photos + 4 + static_cast<int>(summary->people.size()) +
                                  store.scalar(u"SELECT count(*) FROM saved_views"_s).toInt());
}

void TestDemo::keepsEveryPhotoInTheBlobStore()
{
    Tests::TestStore store;
    QVERIFY(fillDemo(store.journal(), demoOptions(60, 60)).has_value());
    const BlobStore blobs(store.store().blobDirectory());
    const QStringList shas = demoRows(store, u"SELECT DISTINCT hex(sha) FROM blobs WHERE here = 1"_s);
    QVERIFY(!shas.isEmpty());
    for (const QString& sha : shas)
        QVERIFY2(blobs.has(QByteArray::fromHex(sha.toLatin1())), qPrintable(sha));
    for (const QString& column : {u"original_sha"_s, u"large_sha"_s, u"medium_sha"_s, u"thumb_sha"_s}) {
        QCOMPARE(store
                     .scalar(u"SELECT count(*) FROM photos WHERE %1 NOT IN (SELECT sha FROM blobs) OR %1 IS NULL"_s.arg(
                         column))
                     .toInt(),
                 0);
    }
}

void TestDemo::makesTheSameRowsFromTheSameSeed()
{
    Tests::TestStore one;
    Tests::TestStore other;
    other.clock.advance(86'400'000);
    QVERIFY(fillDemo(one.journal(), demoOptions(150, 40)).has_value());
    QVERIFY(fillDemo(other.journal(), demoOptions(150, 40)).has_value());
    const QStringList rows = demoDump(one);
    QVERIFY(rows.size() > 300);
    QCOMPARE(demoDump(other), rows);
}

void TestDemo::makesOtherRowsFromAnotherSeed()
{
    Tests::TestStore one;
    Tests::TestStore other;
    DemoOptions options = demoOptions(50, 0);
    QVERIFY(fillDemo(one.journal(), options).has_value());
    ++options.seed;
    QVERIFY(fillDemo(other.journal(), options).has_value());
    QVERIFY(demoDump(other) != demoDump(one));
}

void TestDemo::hasModelsThatTheirVinsDecodeTo_data()
{
    QTest::addColumn<int>("index");
    const auto cars = demoCars();
    for (size_t i = 0; i < cars.size(); ++i)
        QTest::addRow("%s %s %s", cars[i].make, cars[i].model, cars[i].stem) << static_cast<int>(i);
}

void TestDemo::hasModelsThatTheirVinsDecodeTo()
{
    QFETCH(int, index);
    const DemoCar& car = demoCars()[static_cast<size_t>(index)];
    const QString codes = u"ABCDEFGHJKLMNPRSTVWXY123456789"_s;
    for (int year = car.yearFrom; year <= car.yearTo; ++year) {
        QString vin = QString::fromLatin1(car.stem) + u'0' + codes[(year - 1980) % 30] + QChar::fromLatin1(car.plant) +
                      u"123456"_s;
        vin[8] = vinCheckDigit(vin);
        const DecodedVin decoded = VinDecoder::decode(vin, DemoYear + 1);
        QCOMPARE(decoded.make, QString::fromUtf8(car.make));
        QCOMPARE(decoded.year.value_or(0), year);
        // The tables know the models of North America; of the others they know the maker.
        const bool soldElsewhere = car.engine[0] != 0;
        QCOMPARE(decoded.model, soldElsewhere ? QString() : QString::fromUtf8(car.model));
        QVERIFY2(soldElsewhere || !(decoded.engine.isEmpty() || decoded.fuel.isEmpty()), qPrintable(vin));
    }
}

void TestDemo::givesEveryVehicleAValidVinThatDecodesToIt()
{
    Tests::TestStore store;
    QVERIFY(fillDemo(store.journal(), demoOptions(3000, 0)).has_value());
    const QStringList rows =
        demoRows(store, u"SELECT vin || char(9) || year || char(9) || make || char(9) || model FROM vehicles"_s);
    QCOMPARE(rows.size(), 3000);
    int models = 0;
    for (const QString& row : rows) {
        const QStringList parts = row.split(u'\t');
        QVERIFY2(checkVin(parts[0]).isOk(), qPrintable(row));
        const DecodedVin decoded = VinDecoder::decode(parts[0], DemoYear + 1);
        QCOMPARE(decoded.year.value_or(0), parts[1].toInt());
        QCOMPARE(decoded.make, parts[2]);
        if (!decoded.model.isEmpty()) {
            QCOMPARE(decoded.model, parts[3]);
            ++models;
        }
    }
    QVERIFY(models > 2400);
    QCOMPARE(store.scalar(u"SELECT count(*) - count(DISTINCT vin_key) FROM vehicles"_s).toInt(), 1);
}

void TestDemo::givesViewsToEverybodyWhenNobodySignsIn()
{
    Tests::TestStore store;
    DemoOptions options = demoOptions(10, 0);
    options.forEverybody = true;
    QVERIFY(fillDemo(store.journal(), options).has_value());
    QCOMPARE(store.scalar(u"SELECT count(*) FROM saved_views WHERE user_id IS NOT NULL"_s).toInt(), 0);
    QVERIFY(store.scalar(u"SELECT count(*) FROM saved_views"_s).toInt() >= 3);
}

void TestDemo::photographsNoMoreThanAsked()
{
    Tests::TestStore store;
    QVERIFY(fillDemo(store.journal(), demoOptions(300, 5)).has_value());
    QVERIFY(store.scalar(u"SELECT count(DISTINCT vehicle_id) FROM photos"_s).toInt() <= 5);
    QVERIFY(store.scalar(u"SELECT count(*) FROM photos"_s).toInt() >= 28);
}

void TestDemo::stopsWhenAsked()
{
    Tests::TestStore store;
    const auto summary =
        fillDemo(store.journal(), demoOptions(2000, 0), [](int done, int wanted) { return done < wanted / 2; });
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    const int kept = store.scalar(u"SELECT count(*) FROM vehicles"_s).toInt();
    QVERIFY(kept >= 1000 && kept < 2000);
}

void TestDemo::refusesImpossibleNumbers()
{
    Tests::TestStore store;
    QCOMPARE(fillDemo(store.journal(), demoOptions(0, 0)).error().code, ErrorCode::InvalidInput);
    QCOMPARE(fillDemo(store.journal(), demoOptions(DemoOptions::MostVehicles + 1, 0)).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM locations"_s).toInt(), 0);
}

// Whoever follows README.md types it into this very dealership.
void TestDemo::theVinOfTheFirstStepsIsNew()
{
    QFile readme(qEnvironmentVariable("FORECOURT_SOURCE_DIR") + u"/README.md"_s);
    QVERIFY(readme.open(QIODevice::ReadOnly));
    static const QRegularExpression step(u"type the VIN `([^`]+)`.*find it by `([^`]+)`"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = step.match(QString::fromUtf8(readme.readAll()));
    QVERIFY(match.hasMatch());
    const QString vin = match.captured(1);
    QCOMPARE(vin.last(6), match.captured(2));
    QCOMPARE(vinKey(vin), vin);
    QCOMPARE(vin.at(8), vinCheckDigit(vin));
    QVERIFY(!VinDecoder::decode(vin, DemoYear + 1).model.isEmpty());

    Tests::TestStore store;
    QVERIFY(fillDemo(store.journal(), demoOptions(400, 0)));
    QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 400);
    QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles WHERE vin_key = ?"_s, {vin}).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
