// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportfilename.h"
#include "models/gallery/exportpicture.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

/// Names, shapes and sizes of exported photos.
class TestPhotoExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesFilesByTheirPattern_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::newRow("stock and place") << u"{stock}-{position:02}.jpg"_s << u"B26-1187-07.jpg"_s;
        QTest::newRow("no digits") << u"{position}"_s << u"7.jpg"_s;
        QTest::newRow("all words") << u"{year} {make} {model} {vin} {slot}"_s
                                   << u"2019 Toyota RAV4 2T3B1RFV3KC045218 front-left.jpg"_s;
        QTest::newRow("suffix in capitals") << u"{stock}.JPG"_s << u"B26-1187.jpg"_s;
        QTest::newRow("forbidden letters") << u"a/b\\c:d*{stock}?"_s << u"a-b-c-d-B26-1187-.jpg"_s;
        QTest::newRow("no way out") << u"../../{stock}"_s << u"-..-B26-1187.jpg"_s;
        QTest::newRow("a point at the end") << u"{stock}. ."_s << u"B26-1187.jpg"_s;
        QTest::newRow("another ending") << u"{stock}.png"_s << u"B26-1187.png.jpg"_s;
    }
    void namesFilesByTheirPattern()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QCOMPARE(exportFileName(pattern, words(7)), name);
    }

    void keepsTheNamesOfWindowsDevicesFree()
    {
        ExportWords device = words(1);
        device.stock = u"Con"_s;
        QCOMPARE(exportFileName(u"{stock}"_s, device), u"_Con.jpg"_s);
        device.stock = u"   "_s;
        QCOMPARE(exportFileName(u"{stock}"_s, device), u"_.jpg"_s);
    }

    void cutsNamesThatNoFileSystemTakes()
    {
        ExportWords longest = words(1);
        longest.model = QString(150, u'é') + u"😀"_s.repeated(40);
        const QString name = exportFileName(u"{model}"_s, longest);
        QVERIFY(name.endsWith(u".jpg"_s));
        QVERIFY(name.toUtf8().size() <= 210);
        QVERIFY(!name.chopped(4).back().isHighSurrogate());
    }

    void givesEachPhotoANameOfItsOwn()
    {
        const std::vector<QString> names = exportFileNames(u"{slot}"_s, {words(1), words(2), words(3)});
        QCOMPARE(names, (std::vector{u"front-left.jpg"_s, u"front-left-2.jpg"_s, u"front-left-3.jpg"_s}));
        ExportWords capitals = words(2);
        capitals.slot = u"FRONT-left"_s;
        QCOMPARE(exportFileNames(u"{slot}"_s, {words(1), capitals}).back(), u"FRONT-left-2.jpg"_s);
    }

    void refusesPatternsThatCannotWork_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << u" "_s << u"name"_s;
        QTest::newRow("no token") << u"photo.jpg"_s << u"name"_s;
        QTest::newRow("unknown") << u"{stok}.jpg"_s << u"token:{stok}"_s;
        QTest::newRow("format") << u"{stock:02}"_s << u"token:{stock:02}"_s;
        QTest::newRow("digits") << u"{position:2}"_s << u"token:{position:2}"_s;
        QTest::newRow("too long") << u"{stock}"_s + QString(120, u'x') << u"name"_s;
    }
    void refusesPatternsThatCannotWork()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, detail);
        const auto checked = checkExportFileName(pattern);
        QVERIFY(!checked);
        QCOMPARE(checked.error().detail, detail);
    }

    void presetsSurviveTheirJson()
    {
        ExportPreset preset;
        preset.ratio = {4, 3};
        preset.border = QColor(10, 20, 30);
        preset.longestSide = 1280;
        preset.maxBytes = 400'000;
        preset.fileName = u"{vin}_{position:03}.jpg"_s;
        preset.watermark = QByteArray(32, 'w');
        preset.corner = ExportPreset::Corner::TopLeft;
        preset.watermarkWidth = 33;
        preset.watermarkOpacity = 55;
        QVERIFY(preset.check());
        const QJsonObject json = preset.toJson({{u"of_a_later_version"_s, 1}});
        QCOMPARE(ExportPreset::fromJson(json), preset);
        QCOMPARE(json[u"of_a_later_version"_s].toInt(), 1);
        QCOMPARE(
            ExportPreset::fromJson({{u"longest_side"_s, 90'000}, {u"ratio"_s, u"wide"_s}, {u"file_name"_s, u"x"_s}}),
            ExportPreset());
    }

    void fitsIntoTheRatioWithABorderAndCutsNothing_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSize>("ratio");
        QTest::addColumn<QSize>("size");
        QTest::newRow("as it is") << QSize(2048, 1365) << QSize() << QSize(1600, 1066);
        QTest::newRow("wide into 4:3") << QSize(2048, 1152) << QSize(4, 3) << QSize(1600, 1200);
        QTest::newRow("upright into 4:3") << QSize(1536, 2048) << QSize(4, 3) << QSize(1600, 1200);
        QTest::newRow("square") << QSize(2048, 1536) << QSize(1, 1) << QSize(1600, 1600);
        QTest::newRow("small ones stay small") << QSize(640, 480) << QSize(1, 1) << QSize(640, 640);
        QTest::newRow("a line") << QSize(2048, 3) << QSize(4, 3) << QSize(1600, 1200);
    }
    void fitsIntoTheRatioWithABorderAndCutsNothing()
    {
        QFETCH(QSize, picture);
        QFETCH(QSize, ratio);
        QFETCH(QSize, size);
        ExportPreset preset;
        preset.ratio = ratio;
        preset.border = Qt::blue;
        // Red with a green frame: where the frame is seen on all four sides, nothing was cut off.
        QImage red(picture, QImage::Format_RGB32);
        red.fill(Qt::red);
        const int edge = qMax(1, qMin(picture.width(), picture.height()) / 10);
        QPainter painter(&red);
        painter.setPen(QPen(Qt::green, 2 * edge, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(red.rect());
        painter.end();

        const auto made = renderExport(red, preset, {});
        QVERIFY(made);
        QCOMPARE(made->size, size);
        const QImage file = QImage::fromData(made->jpeg, "jpeg");
        QCOMPARE(file.size(), size);
        if (picture.height() < 10)
            return;
        const auto reach = [&file](QPoint from, QPoint step) {
            while (file.rect().contains(from) && isNear(file.pixelColor(from), Qt::blue))
                from += step;
            return file.rect().contains(from) ? file.pixelColor(from + 4 * step) : QColor();
        };
        const QPoint middle = file.rect().center();
        for (const QColor& seen : {reach({0, middle.y()}, {1, 0}), reach({file.width() - 1, middle.y()}, {-1, 0}),
                                   reach({middle.x(), 0}, {0, 1}), reach({middle.x(), file.height() - 1}, {0, -1})})
            QVERIFY2(isNear(seen, Qt::green), qUtf8Printable(seen.name()));
        QVERIFY(isNear(file.pixelColor(middle), Qt::red));
    }

    void keepsTheSizeOfFiles_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("plenty") << 6'000'000;
        QTest::newRow("quality goes down") << 900'000;
        QTest::newRow("pixels go down") << 120'000;
    }
    void keepsTheSizeOfFiles()
    {
        QFETCH(int, bytes);
        ExportPreset preset;
        preset.longestSide = 1600;
        preset.maxBytes = bytes;
        const auto made = renderExport(noise({2048, 1536}), preset, {});
        QVERIFY(made);
        QVERIFY2(made->jpeg.size() <= bytes, qPrintable(QString::number(made->jpeg.size())));
        QVERIFY(made->quality >= 60 && made->quality <= 90);
        QVERIFY(made->size.width() >= 320);
        if (bytes > 5'000'000)
            QCOMPARE(made->quality, 90);
        // Pixels are given up only when the quality cannot go down any more.
        if (made->size.width() < 1600)
            QVERIFY(made->quality < 75);
        else if (made->quality < 90)
            QVERIFY2(made->jpeg.size() > bytes * 3 / 4, "there was room for more quality");
    }

    void saysWhenABoundCannotBeKept()
    {
        ExportPreset preset;
        preset.maxBytes = 300;
        const auto made = renderExport(noise({2048, 1536}), preset, {});
        QVERIFY(!made);
        QCOMPARE(made.error().detail, u"bytes"_s);
    }

    void putsTheWatermarkIntoItsCorner()
    {
        ExportPreset preset;
        preset.longestSide = 1000;
        preset.watermarkWidth = 20;
        preset.watermarkOpacity = 100;
        QImage picture(2000, 1000, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QImage mark(400, 200, QImage::Format_ARGB32);
        mark.fill(Qt::blue);
        const std::vector<std::pair<ExportPreset::Corner, QPoint>> corners{
            {ExportPreset::Corner::TopLeft, {120, 70}},     {ExportPreset::Corner::TopRight, {880, 70}},
            {ExportPreset::Corner::BottomLeft, {120, 430}}, {ExportPreset::Corner::BottomRight, {880, 430}},
            {ExportPreset::Corner::Centre, {500, 250}},
        };
        for (const auto& [corner, place] : corners) {
            preset.corner = corner;
            const auto made = renderExport(picture, preset, mark);
            QVERIFY(made);
            const QImage file = QImage::fromData(made->jpeg, "jpeg");
            for (const auto& [other, seen] : corners)
                QVERIFY(isNear(file.pixelColor(seen), other == corner ? Qt::blue : Qt::red));
        }
        preset.watermarkOpacity = 50;
        const QImage faint = QImage::fromData(renderExport(picture, preset, mark)->jpeg, "jpeg");
        QVERIFY(isNear(faint.pixelColor(500, 250), QColor(128, 0, 128)));
    }

private:
    static ExportWords words(int position)
    {
        return {u"B26-1187"_s, u"2T3B1RFV3KC045218"_s, u"2019"_s, u"Toyota"_s, u"RAV4"_s, u"front-left"_s, position};
    }
    static bool isNear(const QColor& seen, const QColor& wanted)
    {
        return seen.isValid() && qAbs(seen.red() - wanted.red()) < 40 && qAbs(seen.green() - wanted.green()) < 40 &&
               qAbs(seen.blue() - wanted.blue()) < 40;
    }
    /// What packs badly.
    static QImage noise(QSize size)
    {
        QRandomGenerator random(7);
        QImage image(size, QImage::Format_RGB32);
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x)
                image.setPixel(x, y, 0xff000000U | (random.generate() & 0x3f3f3fU));
        return image;
    }
};

QTEST_GUILESS_MAIN(TestPhotoExport)
#include "tst_photoexport.moc"
