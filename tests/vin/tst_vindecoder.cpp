// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vin/vin.h"
#include "models/vin/vindecoder.h"

#include <QTest>

#include <array>
#include <random>
#include <thread>
#include <vector>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

constexpr int LatestYear = 2027;

}  // namespace

class TestVinDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesVehicles_data();
    void decodesVehicles();
    void fillsWhatTheTablesSay();
    void tellsHybridsApart_data();
    void tellsHybridsApart();
    void knowsMakersOfOtherMarkets_data();
    void knowsMakersOfOtherMarkets();
    void decodesInSpiteOfAWrongCheckDigit();
    void takesTheNewerYearWhereTheCycleIsUnknown();
    void leavesEmptyWhatIsNoVin_data();
    void leavesEmptyWhatIsNoVin();
    void survivesAnyCharacters();
    void decodesOnSeveralThreads();
};

void TestVinDecoder::decodesVehicles_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("body");
    QTest::newRow("1FTEW1EG4JFB55634") << u"Ford"_s << u"F-150"_s << 2018 << u"Pickup"_s;
    QTest::newRow("JM3TB3CA6D0424275") << u"Mazda"_s << u"CX-9"_s << 2013 << u"SUV"_s;
    QTest::newRow("1J4FT48S01L590080") << u"Jeep"_s << u"Cherokee"_s << 2001 << u"SUV"_s;
    QTest::newRow("WBA3C3G50ENS69825") << u"BMW"_s << u"320i"_s << 2014 << u"Sedan"_s;
    QTest::newRow("1FATP8UH7J5182314") << u"Ford"_s << u"Mustang"_s << 2018 << u"Convertible"_s;
    QTest::newRow("5N1AT2MT7KC832007") << u"Nissan"_s << u"Rogue"_s << 2019 << u"SUV"_s;
    QTest::newRow("1GKS2GKC2HR327918") << u"GMC"_s << u"Yukon XL"_s << 2017 << u"SUV"_s;
    QTest::newRow("3FADP4BJ7CM128642") << u"Ford"_s << u"Fiesta"_s << 2012 << u"Sedan"_s;
    QTest::newRow("1N6AA1E66HN506500") << u"Nissan"_s << u"Titan"_s << 2017 << u"Pickup"_s;
    QTest::newRow("JN8AZ2NE0K9233910") << u"Infiniti"_s << u"QX80"_s << 2019 << u"SUV"_s;
    QTest::newRow("KNMAT2MT8JP581980") << u"Nissan"_s << u"Rogue"_s << 2018 << u"SUV"_s;
    QTest::newRow("KMHTC6AD1EU196602") << u"Hyundai"_s << u"Veloster"_s << 2014 << u"Coupe"_s;
    QTest::newRow("3C4PDCAB2FT637813") << u"Dodge"_s << u"Journey"_s << 2015 << u"SUV"_s;
    QTest::newRow("2C3CDXHG3KH630447") << u"Dodge"_s << u"Charger"_s << 2019 << u"Sedan"_s;
    QTest::newRow("1GCUYGED0KZ114660") << u"Chevrolet"_s << u"Silverado 1500"_s << 2019 << u"Pickup"_s;
    QTest::newRow("YV4952DZ7C2263492") << u"Volvo"_s << u"XC60"_s << 2012 << u"SUV"_s;
    QTest::newRow("5FRYD4H48EB506656") << u"Acura"_s << u"MDX"_s << 2014 << u"SUV"_s;
    QTest::newRow("WA1L2AFPXHA049370") << u"Audi"_s << u"Q5"_s << 2017 << u"SUV"_s;
    QTest::newRow("WBA3D5C51EKX97650") << u"BMW"_s << u"328d"_s << 2014 << u"Sedan"_s;
    QTest::newRow("1G6AX5SS2J0131978") << u"Cadillac"_s << u"CTS"_s << 2018 << u"Sedan"_s;
    QTest::newRow("3GNFK123X7G226173") << u"Chevrolet"_s << u"Avalanche"_s << 2007 << u"Pickup"_s;
    QTest::newRow("1G1RC6S56HU177143") << u"Chevrolet"_s << u"Volt"_s << 2017 << u"Hatchback"_s;
    QTest::newRow("2C4RC1GG4HR635019") << u"Chrysler"_s << u"Pacifica"_s << 2017 << u"Minivan"_s;
    QTest::newRow("SALRR2RK0JA052195") << u"Land Rover"_s << u"Discovery"_s << 2018 << u"SUV"_s;
    QTest::newRow("1D7RV1GT4BS565105") << u"Dodge"_s << u"Ram 1500"_s << 2011 << u"Pickup"_s;
    QTest::newRow("5TFBV54189X085975") << u"Toyota"_s << u"Tundra"_s << 2009 << u"Pickup"_s;
    QTest::newRow("5TDKK3DC2BS061780") << u"Toyota"_s << u"Sienna"_s << 2011 << u"Minivan"_s;
    QTest::newRow("5FNYF4H26FB052452") << u"Honda"_s << u"Pilot"_s << 2015 << u"SUV"_s;
    QTest::newRow("2HGFB2F42FH035767") << u"Honda"_s << u"Civic"_s << 2015 << u"Sedan"_s;
    QTest::newRow("2HKRM4H99DH113279") << u"Honda"_s << u"CR-V"_s << 2013 << u"SUV"_s;
    QTest::newRow("KMHDH4AH6FU236445") << u"Hyundai"_s << u"Elantra"_s << 2015 << u"Sedan"_s;
    QTest::newRow("KM8J23A45KU893842") << u"Hyundai"_s << u"Tucson"_s << 2019 << u"SUV"_s;
    QTest::newRow("KNAFX4A64G5451605") << u"Kia"_s << u"Forte"_s << 2016 << u"Sedan"_s;
    QTest::newRow("5XYKUDA29CG272520") << u"Kia"_s << u"Sorento"_s << 2012 << u"SUV"_s;
    QTest::newRow("WDDWK4JB2JF613298") << u"Mercedes-Benz"_s << u"C-Class"_s << 2018 << u"Convertible"_s;
    QTest::newRow("JTJAM7BX4L5251250") << u"Lexus"_s << u"GX"_s << 2020 << u"SUV"_s;
    QTest::newRow("JTJHW31U972012793") << u"Lexus"_s << u"RX"_s << 2007 << u"SUV"_s;
    QTest::newRow("JF1GPAC60E8301821") << u"Subaru"_s << u"Impreza"_s << 2014 << u"Wagon"_s;
    QTest::newRow("WVWCA7AJ8CW104747") << u"Volkswagen"_s << u"Golf"_s << 2012 << u"Hatchback"_s;
    QTest::newRow("WVGJV7AX9FW535968") << u"Volkswagen"_s << u"Tiguan"_s << 2015 << u"SUV"_s;
    QTest::newRow("5N1AR2MM9DC642588") << u"Nissan"_s << u"Pathfinder"_s << 2013 << u"SUV"_s;
    QTest::newRow("WP0CA29926S756904") << u"Porsche"_s << u"911"_s << 2006 << u"Convertible"_s;
}

void TestVinDecoder::decodesVehicles()
{
    const QString vin = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(checkVin(vin).isOk());
    const DecodedVin decoded = VinDecoder::decode(vin, LatestYear);
    QTEST(decoded.make, "make");
    QTEST(decoded.model, "model");
    QTEST(decoded.body, "body");
    QTEST(decoded.year.value_or(0), "year");
}

void TestVinDecoder::fillsWhatTheTablesSay()
{
    const DecodedVin decoded = VinDecoder::decode(u"WBA3C3G50ENS69825", LatestYear);
    QCOMPARE(decoded.engine, u"2.0 L 4 cyl."_s);
    QCOMPARE(decoded.drivetrain, u"AWD"_s);
    QCOMPARE(decoded.fuel, u"Gasoline"_s);
    QCOMPARE(decoded.doors, std::optional<int>(4));
    QCOMPARE(VinDecoder::decode(u"1FTEW1EG4JFB55634", LatestYear).engine, u"3.5 L V6 turbo"_s);
    QCOMPARE(VinDecoder::decode(u"2HGFB2F42FH035767", LatestYear).trim, u"LX"_s);
    // A van says nothing of its doors: no number rather than 0.
    QCOMPARE(VinDecoder::decode(u"2C4RC1GG4HR635019", LatestYear).doors, std::nullopt);
}

void TestVinDecoder::tellsHybridsApart_data()
{
    QTest::addColumn<QString>("fuel");
    QTest::newRow("JTJHW31U972012793") << u"Hybrid"_s;
    QTest::newRow("1G1RC6S56HU177143") << u"Plug-in hybrid"_s;
    QTest::newRow("5YJSA1DG9DFP14705") << u"Electric"_s;
    QTest::newRow("WBA3D5C51EKX97650") << u"Diesel"_s;
    QTest::newRow("3GNFK123X7G226173") << u"Flex fuel"_s;
}

void TestVinDecoder::tellsHybridsApart()
{
    QTEST(VinDecoder::decode(QString::fromLatin1(QTest::currentDataTag()), LatestYear).fuel, "fuel");
}

void TestVinDecoder::knowsMakersOfOtherMarkets_data()
{
    QTest::addColumn<QString>("make");
    QTest::newRow("UU1HSDC5G54321987") << u"Dacia"_s;
    QTest::newRow("VF1BZZZ1K0W612305") << u"Renault"_s;
    QTest::newRow("VF3BZZZ1K0W612305") << u"Peugeot"_s;
    QTest::newRow("AHTFB8CD303456789") << u"Toyota"_s;
    QTest::newRow("MMBJNKB40FH012345") << u"Mitsubishi"_s;
    QTest::newRow("TMBZZZ1K0W6123058") << u"Škoda"_s;
    QTest::newRow("JTEBX3FJ3K0123456") << u"Toyota"_s;
}

void TestVinDecoder::knowsMakersOfOtherMarkets()
{
    QTEST(VinDecoder::decode(QString::fromLatin1(QTest::currentDataTag()), LatestYear).make, "make");
}

void TestVinDecoder::decodesInSpiteOfAWrongCheckDigit()
{
    const DecodedVin decoded = VinDecoder::decode(u"1FTEW1EG5JFB55634", LatestYear);
    QCOMPARE(decoded.model, u"F-150"_s);
    QCOMPARE(decoded.year, std::optional<int>(2018));
}

void TestVinDecoder::takesTheNewerYearWhereTheCycleIsUnknown()
{
    QCOMPARE(VinDecoder::decode(u"MALC381C3KM123456", LatestYear).year, std::optional<int>(2019));
    QCOMPARE(VinDecoder::decode(u"MALC381C3KM123456", 2018).year, std::optional<int>(1989));
}

void TestVinDecoder::leavesEmptyWhatIsNoVin_data()
{
    QTest::addColumn<QString>("vin");
    QTest::newRow("empty") << QString();
    QTest::newRow("too short") << u"1FTEW1EG4JFB5563"_s;
    QTest::newRow("too long") << u"1FTEW1EG4JFB556341"_s;
    QTest::newRow("letter O") << u"1FTEW1EG4JFBO5634"_s;
    QTest::newRow("other alphabet") << u"1FTEW1EG4JFB5563Я"_s;
    QTest::newRow("maker that nobody has") << u"00000000000000000"_s;
}

void TestVinDecoder::leavesEmptyWhatIsNoVin()
{
    QFETCH(QString, vin);
    QCOMPARE(VinDecoder::decode(vin, LatestYear), DecodedVin());
}

void TestVinDecoder::survivesAnyCharacters()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const QString alphabet = u"ABCDEFGHJKLMNPRSTUVWXYZ0123456789"_s;
    const QStringList makers{u"1FT"_s, u"2T3"_s, u"JTM"_s, u"WBA"_s, u"1GC"_s, u"KMH"_s, u"4T1"_s, u"ZZ9"_s};
    for (int round = 0; round < 3000; ++round) {
        QString vin = makers[static_cast<int>(random() % static_cast<unsigned>(makers.size()))];
        while (vin.size() < VinSize)
            vin += alphabet[static_cast<int>(random() % static_cast<unsigned>(alphabet.size()))];
        const DecodedVin decoded = VinDecoder::decode(vin, LatestYear);
        QVERIFY2(decoded.model.isEmpty() || !decoded.make.isEmpty(), qPrintable(vin));
        QVERIFY2(!decoded.year || (*decoded.year >= 1980 && *decoded.year <= LatestYear), qPrintable(vin));
    }
}

void TestVinDecoder::decodesOnSeveralThreads()
{
    std::vector<std::thread> threads;
    std::array<DecodedVin, 4> results;
    for (DecodedVin& result : results)
        threads.emplace_back([&result] {
            for (int i = 0; i < 200; ++i)
                result = VinDecoder::decode(u"2HKRM4H99DH113279", LatestYear);
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const DecodedVin& result : results)
        QCOMPARE(result.model, u"CR-V"_s);
}

QTEST_GUILESS_MAIN(TestVinDecoder)
#include "tst_vindecoder.moc"
