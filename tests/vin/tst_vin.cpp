// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/id.h"
#include "models/store/connection.h"
#include "models/store/migrations.h"
#include "models/vin/vin.h"

#include <QTest>

#include <random>

using namespace Forecourt;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Forecourt::VinCheck::Level)

class TestVin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void normalisesWhatPeopleType_data();
    void normalisesWhatPeopleType();
    void checksVins_data();
    void checksVins();
    void refusesAnySingleCharacterChangedInANorthAmericanVin();
    void givesLookAlikesOneKey_data();
    void givesLookAlikesOneKey();
    void givesTheKeyThatTheStoreComputes();
    void namesTheMaker_data();
    void namesTheMaker();
    void readsModelYears_data();
    void readsModelYears();
    void takesTheEnds();
};

void TestVin::normalisesWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("vin");
    QTest::newRow("clean") << u"1HGCM82633A004352"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("lower case") << u"1hgcm82633a004352"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("blanks around") << u"  1HGCM82633A004352\n"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("blanks inside") << u"1HG CM8 2633A 004352"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("dots") << u"1HG.CM82633A.004352"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("hyphens") << u"1HG-CM82633A–004352"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("no-break space") << u"1HGCM82633A\u00a0004352"_s << u"1HGCM82633A004352"_s;
    QTest::newRow("letters that no VIN has stay") << u"ihgcm82633ao04352"_s << u"IHGCM82633AO04352"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestVin::normalisesWhatPeopleType()
{
    QFETCH(QString, typed);
    QTEST(normaliseVin(typed), "vin");
}

void TestVin::checksVins_data()
{
    using Level = VinCheck::Level;
    QTest::addColumn<QString>("vin");
    QTest::addColumn<Level>("level");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("position");
    const std::optional<ErrorCode> none;
    const std::optional<ErrorCode> length = ErrorCode::VinLength;
    const std::optional<ErrorCode> character = ErrorCode::VinCharacter;
    const std::optional<ErrorCode> digit = ErrorCode::VinCheckDigit;

    QTest::newRow("remainder 10 is X") << u"1M8GDM9AXKP042788"_s << Level::Ok << none << QString() << -1;
    QTest::newRow("all ones") << u"11111111111111111"_s << Level::Ok << none << QString() << -1;
    QTest::newRow("Accord 2003") << u"1HGCM82633A004352"_s << Level::Ok << none << QString() << -1;
    QTest::newRow("Model S 2013") << u"5YJSA1DG9DFP14705"_s << Level::Ok << none << QString() << -1;
    QTest::newRow("built in Japan") << u"JM3TB3CA6D0424275"_s << Level::Ok << none << QString() << -1;
    QTest::newRow("wrong digit, USA") << u"1HGCM82643A004352"_s << Level::Error << digit << u"3"_s << 8;
    QTest::newRow("wrong digit, Canada") << u"2HGCM82643A004352"_s << Level::Error << digit << u"0"_s << 8;
    QTest::newRow("Europe need not have one") << u"WVWZZZ1KZ6W612305"_s << Level::Warning << digit << u"2"_s << 8;
    QTest::newRow("South Africa need not") << u"AHTFB8CD303456789"_s << Level::Warning << digit << u"9"_s << 8;
    QTest::newRow("too short") << u"1HGCM82633A00435"_s << Level::Error << length << u"16"_s << -1;
    QTest::newRow("too long") << u"1HGCM82633A0043521"_s << Level::Error << length << u"18"_s << -1;
    QTest::newRow("empty") << QString() << Level::Error << length << u"0"_s << -1;
    QTest::newRow("letter O") << u"1HGCM82633AO04352"_s << Level::Error << character << u"O"_s << 11;
    QTest::newRow("letter I") << u"IHGCM82633A004352"_s << Level::Error << character << u"I"_s << 0;
    QTest::newRow("letter Q") << u"1HGCM82633A00435Q"_s << Level::Error << character << u"Q"_s << 16;
    QTest::newRow("not normalised") << u"1hGCM82633A004352"_s << Level::Error << character << u"h"_s << 1;
    QTest::newRow("other alphabet") << u"1HGСM82633A004352"_s << Level::Error << character << u"С"_s << 3;
    QTest::newRow("character before length") << u"1HG*"_s << Level::Error << character << u"*"_s << 3;
}

void TestVin::checksVins()
{
    QFETCH(QString, vin);
    QFETCH(std::optional<ErrorCode>, code);
    QFETCH(QString, detail);
    const VinCheck check = checkVin(vin);
    QTEST(check.level, "level");
    QTEST(check.position, "position");
    QCOMPARE(check.error.has_value(), code.has_value());
    if (code) {
        QCOMPARE(check.error->code, *code);
        QCOMPARE(check.error->detail, detail);
        QCOMPARE(check.error->subject, vin);
    }
}

void TestVin::refusesAnySingleCharacterChangedInANorthAmericanVin()
{
    // Digits that count alike (A and 1, B and 2 …) are the ones the check digit cannot tell apart, and a factor of 11
    // is never among the weights: any other single change is found.
    const QString right = u"1FTEW1EG4JFB55634"_s;
    for (int i = 0; i < VinSize; ++i) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString wrong = right;
            if (!wrong[i].isDigit() || wrong[i] == digit)
                continue;
            wrong[i] = digit;
            QVERIFY2(!checkVin(wrong).isOk(), qPrintable(wrong));
        }
    }
}

void TestVin::givesLookAlikesOneKey_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const QString vin = u"1HGCM82633A004352"_s;
    QTest::newRow("O for 0") << vin << u"1HGCM82633AO04352"_s << true;
    QTest::newRow("Q for 0") << vin << u"1HGCM82633AQ04352"_s << true;
    QTest::newRow("I for 1") << vin << u"IHGCM82633A004352"_s << true;
    QTest::newRow("dot") << vin << u"1HGCM82633A.004352"_s << true;
    QTest::newRow("blank and case") << vin << u"1hgcm82633a 004352"_s << true;
    QTest::newRow("hyphen") << vin << u"1HG-CM82633A004352"_s << true;
    QTest::newRow("another digit") << vin << u"1HGCM82633A004353"_s << false;
    QTest::newRow("B is not 8") << vin << u"1HGCMB2633A004352"_s << false;
}

void TestVin::givesLookAlikesOneKey()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(vinKey(one) == vinKey(other), "same");
}

void TestVin::givesTheKeyThatTheStoreComputes()
{
    auto connection = Connection::open(u":memory:"_s, Connection::Access::ReadWrite);
    QVERIFY(connection.has_value());
    QVERIFY(migrate(**connection, migrations()).has_value());
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const QString alphabet = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcoqi .-–é\u00a0ßΩ"_s;
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int i = 0; i < 20; ++i)
            text += alphabet[static_cast<int>(random() % static_cast<unsigned>(alphabet.size()))];
        const QByteArray id = Uuid::create().toBytes();
        QVERIFY((*connection)->run(u"INSERT INTO vehicles(id, _clk, vin) VALUES (?, x'00', ?)"_s, {id, text}));
        const auto key = (*connection)->scalar(u"SELECT vin_key FROM vehicles WHERE id = ?"_s, {id});
        QVERIFY(key.has_value());
        QCOMPARE(vinKey(text), key->toString());
    }
}

void TestVin::namesTheMaker_data()
{
    QTest::addColumn<QString>("vin");
    QTest::addColumn<QString>("maker");
    QTest::newRow("plain") << u"1HGCM82633A004352"_s << u"1HG"_s;
    QTest::newRow("small maker") << u"1M9AX3456KP042788"_s << u"1M9042"_s;
    QTest::newRow("small maker, incomplete") << u"1M9AX3456KP04"_s << u"1M9"_s;
    QTest::newRow("too short") << u"1H"_s << QString();
}

void TestVin::namesTheMaker()
{
    QFETCH(QString, vin);
    QTEST(vinMaker(vin), "maker");
}

void TestVin::readsModelYears_data()
{
    QTest::addColumn<QString>("vin");
    QTest::addColumn<int>("latest");
    QTest::addColumn<QList<int>>("years");
    QTest::newRow("digit in position 7: first cycle") << u"1HGCM82633A004352"_s << 2027 << QList<int>{2003};
    QTest::newRow("letter in position 7: second cycle") << u"5YJSA1DG9DFP14705"_s << 2027 << QList<int>{2013, 1983};
    QTest::newRow("digit, both possible") << u"1M8GDM9AXKP042788"_s << 2027 << QList<int>{1989, 2019};
    QTest::newRow("second cycle not begun") << u"1M8GDM9AXKP042788"_s << 2005 << QList<int>{1989};
    QTest::newRow("other market: the newer one") << u"WVWZZZ1KZAW612305"_s << 2027 << QList<int>{2010, 1980};
    QTest::newRow("year still to come") << u"WVWZZZ1KZTW612305"_s << 2025 << QList<int>{1996};
    QTest::newRow("zero means no year") << u"VF1BZZZ1K0W612305"_s << 2027 << QList<int>{};
    QTest::newRow("U means no year") << u"1HGCM8263UA004352"_s << 2027 << QList<int>{};
    QTest::newRow("too short") << u"1HGCM8263"_s << 2027 << QList<int>{};
}

void TestVin::readsModelYears()
{
    QFETCH(QString, vin);
    QFETCH(int, latest);
    const auto years = vinModelYears(vin, latest);
    QTEST(QList<int>(years.begin(), years.end()), "years");
}

void TestVin::takesTheEnds()
{
    QCOMPARE(vinLast8(u"1HGCM82633A004352"), u"3A004352"_s.right(8));
    QCOMPARE(vinLast6(u"1HGCM82633A004352"), u"004352"_s);
    QCOMPARE(vinLast8(u"123"), u"123"_s);
}

QTEST_GUILESS_MAIN(TestVin)
#include "tst_vin.moc"
