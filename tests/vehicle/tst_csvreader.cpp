// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/csvreader.h"

#include <QBuffer>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class CsvReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsQuotedCells()
    {
        QCOMPARE(cellsOf("a,\"b,c\",\"d\"\"e\"\"\",\r\n\"two\nlines\",x,y,z\r\n"),
                 (QList<QStringList>{{u"a"_s, u"b,c"_s, u"d\"e\""_s, QString()},
                                     {u"two\nlines"_s, u"x"_s, u"y"_s, u"z"_s}}));
    }

    void takesEveryLineEnd()
    {
        const QList<QStringList> expected{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        for (const char* text : {"a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "\n\na,b\n\n\r\nc,d\n\n"})
            QCOMPARE(cellsOf(text), expected);
    }

    void knowsTheLineOfEachRecord()
    {
        QCOMPARE(linesOf("a\r\n\"b\nb\"\r\n\r\nc\n"), (QList<int>{1, 2, 5}));
        QCOMPARE(linesOf("a\rb\r\rc"), (QList<int>{1, 2, 4}));
    }

    void losesOnlyTheBrokenLine()
    {
        QByteArray text = "h1,h2\n";
        for (int i = 0; i < 20'000; ++i)
            text += i == 100 ? "\"never closed,x\n" : i == 200 ? "\"a\" b,x\n" : "one,two\n";
        text += "\"open to the end,x\nlast,line";
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, CsvEncoding::Utf8, u',');
        QList<int> broken;
        int records = 0;
        QStringList last;
        while (const auto record = reader.next()) {
            ++records;
            if (record->isBroken)
                broken += record->line;
            else
                last = record->cells;
        }
        QCOMPARE(broken, (QList<int>{102, 202, 20'002}));
        QCOMPARE(records, 20'003);
        QCOMPARE(last, (QStringList{u"last"_s, u"line"_s}));
    }

    void findsTheDelimiter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QChar>("expected");
        QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << QChar(u',');
        QTest::newRow("semicolon with decimal commas") << QByteArray("a;b\n1,5;2,5\n3,5;4,5\n") << QChar(u';');
        QTest::newRow("tab") << QByteArray("a\tb, c\n1\t2, 3, 4\n") << QChar(u'\t');
        QTest::newRow("one column") << QByteArray("a\n1\n") << QChar(u',');
    }
    void findsTheDelimiter()
    {
        QFETCH(QByteArray, text);
        QFETCH(const QChar, expected);
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(CsvReader::detectDelimiter(buffer, CsvEncoding::Utf8), expected);
    }

    void findsTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const QString words = u"Numéro;Modèle\r\nB26;Élan d’été €\r\n"_s;
        QTest::newRow("UTF-8") << words.toUtf8() << u"UTF-8"_s;
        QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF" + words.toUtf8()) << u"UTF-8"_s;
        QTest::newRow("ASCII") << QByteArray("a,b\n") << u"UTF-8"_s;
        QStringEncoder little(QStringEncoder::Utf16LE);
        QStringEncoder big(QStringEncoder::Utf16BE);
        QTest::newRow("UTF-16 with mark") << QByteArray("\xFF\xFE" + QByteArray(little.encode(words))) << u"UTF-16"_s;
        QTest::newRow("UTF-16 without mark") << QByteArray(big.encode(words)) << u"UTF-16"_s;
        QTest::newRow("Windows-1252") << QByteArray("Num\xE9ro;Mod\xE8le\r\nB26;\xC9lan d\x92\xE9t\xE9 \x80\r\n")
                                      << u"Windows-1252"_s;
    }
    void findsTheEncoding()
    {
        QFETCH(QByteArray, text);
        QFETCH(const QString, expected);
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto encoding = detectCsvEncoding(buffer, u"list.csv"_s);
        QVERIFY(encoding);
        QCOMPARE(csvEncodingName(*encoding), expected);
        if (!text.contains("a,b"))
            QCOMPARE(CsvReader(buffer, *encoding, u';').next()->cells, (QStringList{u"Numéro"_s, u"Modèle"_s}));
    }

    void readsTheSameTextFromEveryEncoding()
    {
        QByteArray windows("B26;\xC9lan d\x92\xE9t\xE9 \x80");
        QBuffer buffer(&windows);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(CsvReader(buffer, CsvEncoding::Windows1252, u';').next()->cells.at(1), u"Élan d’été €"_s);
    }

    void refusesWhatNoEncodingExplains_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("two encodings in one file") << QByteArray("a\nModèle\nMod\xE8le\n") << u"3"_s;
        QTest::newRow("old DOS program") << QByteArray("Stock,Couleur\n1,Bleu fonc\x82\n2,cr\x8Ame cl\x82mentine\n")
                                         << u"3"_s;
        QTest::newRow("byte that Windows-1252 has not") << QByteArray("a\nb\x81\xE9\n") << u"2"_s;
        QTest::newRow("spreadsheet itself") << QByteArray("PK\x03\x04\x14\x00\x06\x00\x08\x00", 10) << u"1"_s;
    }
    void refusesWhatNoEncodingExplains()
    {
        QFETCH(QByteArray, text);
        QFETCH(const QString, line);
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto encoding = detectCsvEncoding(buffer, u"list.csv"_s);
        QVERIFY(!encoding);
        QCOMPARE(encoding.error(), (Error{ErrorCode::CsvEncoding, u"list.csv"_s, line}));
    }

    void refusesAnEmptyFile()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(detectCsvEncoding(buffer, u"list.csv"_s).error().code, ErrorCode::FileEmpty);
    }

    void readsLettersCutInTwoBetweenPieces()
    {
        // A piece is 64 KiB: é straddles its end.
        QByteArray text = QByteArray(64 * 1024 - 1, 'x') + "é,y\n";
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QVERIFY(detectCsvEncoding(buffer, {}) == CsvEncoding::Utf8);
        // One longer than a record may be stays readable when it has no quotation marks.
        CsvReader reader(buffer, CsvEncoding::Utf8, u',');
        QVERIFY(reader.next()->cells.front().endsWith(u'é'));
    }

private:
    static QList<CsvRecord> recordsOf(QByteArray text)
    {
        QBuffer buffer(&text);
        if (!buffer.open(QIODevice::ReadOnly))
            qFatal("test buffer");
        CsvReader reader(buffer, CsvEncoding::Utf8, u',');
        QList<CsvRecord> records;
        while (auto record = reader.next())
            records += *record;
        return records;
    }
    static QList<QStringList> cellsOf(const QByteArray& text)
    {
        QList<QStringList> cells;
        for (const CsvRecord& record : recordsOf(text))
            cells += record.cells;
        return cells;
    }
    static QList<int> linesOf(const QByteArray& text)
    {
        QList<int> lines;
        for (const CsvRecord& record : recordsOf(text))
            lines += record.line;
        return lines;
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
