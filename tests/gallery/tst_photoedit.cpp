// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/editbase.h"
#include "models/gallery/editedpicture.h"
#include "models/gallery/renditions.h"
#include "tests/support/photofiles.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

QImage shown(const QByteArray& file, const RenderRecipe& recipe)
{
    const auto made = renderPhoto(file, u"a"_s, recipe);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().detail));
    return QImage::fromData(made->large, "jpeg");
}

RenderRecipe with(const PhotoEdit& edit)
{
    return {edit, {}, {}};
}

RenderRecipe covering(const std::vector<PhotoCover>& covers)
{
    return {{}, covers, {}};
}

/// Black and white stripes of one pixel where a plate would be: what a cover must not let through.
QImage withSecret(const QRect& place)
{
    QImage image(800, 600, QImage::Format_RGB32);
    image.fill(QColor(90, 120, 150));
    for (int y = place.top(); y <= place.bottom(); ++y)
        for (int x = place.left(); x <= place.right(); ++x)
            image.setPixelColor(x, y, (x / 6) % 2 == 0 ? Qt::black : Qt::white);
    return image;
}

/// How much neighbouring pixels of a place differ at most.
int contrast(const QImage& image, const QRect& place)
{
    int most = 0;
    for (int y = place.top(); y <= place.bottom(); ++y)
        for (int x = place.left(); x < place.right(); ++x)
            most = std::max(most, std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(x + 1, y))));
    return most;
}

bool isNear(QColor one, QColor other, int tolerance = 12)
{
    return std::abs(one.red() - other.red()) <= tolerance && std::abs(one.green() - other.green()) <= tolerance &&
           std::abs(one.blue() - other.blue()) <= tolerance;
}

}  // namespace

class TestPhotoEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalEditsAreEqualTexts()
    {
        PhotoEdit edit;
        QCOMPARE(edit.toJson(), u""_s);
        QCOMPARE(PhotoEdit::fromJson({}), edit);
        edit.turn = 3;
        edit.straighten = -2.5;
        edit.crop = {0.1, 0.2, 1.0 / 3, 0.5};
        edit.exposure = 0.7;
        const QString json = edit.toJson();
        QCOMPARE(json, u"{\"crop\":[0.1,0.2,0.33333,0.5],\"exposure\":0.7,\"straighten\":-2.5,\"turn\":3}"_s);
        QCOMPARE(PhotoEdit::fromJson(json).toJson(), json);
        edit.turn = 7;
        QCOMPARE(edit.toJson(), json);
    }

    void nonsenseIsNoEdit_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("no JSON") << u"turn"_s;
        QTest::newRow("a list") << u"[1,2]"_s;
        QTest::newRow("a word for a number") << u"{\"turn\":\"left\"}"_s;
        QTest::newRow("half a crop") << u"{\"crop\":[0.5,0.5]}"_s;
        QTest::newRow("an empty crop") << u"{\"crop\":[0.5,0.5,0,0]}"_s;
        QTest::newRow("something later") << u"{\"vignette\":3}"_s;
    }

    void nonsenseIsNoEdit()
    {
        QFETCH(QString, json);
        QVERIFY(PhotoEdit::fromJson(json).isNone());
    }

    void staysWithinItsLimits()
    {
        PhotoEdit edit;
        edit.straighten = 200;
        edit.exposure = std::numeric_limits<double>::infinity();
        edit.crop = {-3, 0.9, 20, 0.5};
        const PhotoEdit bounded = PhotoEdit::fromJson(edit.toJson());
        QCOMPARE(bounded.straighten, PhotoEdit::MaxStraighten);
        QCOMPARE(bounded.exposure, 0.0);
        QCOMPARE(bounded.crop, QRectF(0, 0.5, 1, 0.5));
    }

    void turns_data()
    {
        QTest::addColumn<int>("turn");
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QByteArray>("lay");
        for (const int orientation : {1, 3, 6}) {
            QTest::addRow("none, orientation %d", orientation) << 0 << orientation << QByteArray("rgbw");
            QTest::addRow("right, orientation %d", orientation) << 1 << orientation << QByteArray("brwg");
            QTest::addRow("about, orientation %d", orientation) << 2 << orientation << QByteArray("wbgr");
            QTest::addRow("left, orientation %d", orientation) << 3 << orientation << QByteArray("gwrb");
        }
    }

    void turns()
    {
        QFETCH(int, turn);
        QFETCH(int, orientation);
        QFETCH(QByteArray, lay);
        const QByteArray file = jpegWithExif(storedFor(quarters(), orientation), orientation);
        const QImage image = shown(file, with(PhotoEdit().turned(turn)));
        QCOMPARE(image.size(), turn % 2 == 0 ? quarters().size() : quarters().size().transposed());
        QCOMPARE(layOf(image), lay);
    }

    void allRenditionsShowTheEdit()
    {
        const auto made = renderPhoto(encoded(quarters(4000, 3000), "jpeg"), u"a"_s, with(PhotoEdit().turned(1)));
        QVERIFY(made);
        QCOMPARE(QImage::fromData(made->large).size(), QSize(1536, 2048));
        QCOMPARE(QImage::fromData(made->medium).size(), QSize(768, 1024));
        QCOMPARE(QImage::fromData(made->thumb).size(), QSize(192, 256));
        QCOMPARE(layOf(QImage::fromData(made->thumb)), "brwg");
        QVERIFY2(made->width == 4000 && made->height == 3000, "the size of the original");
    }

    void cropsToThePixel_data()
    {
        QTest::addColumn<QRectF>("crop");
        QTest::addColumn<QColor>("color");
        QTest::newRow("red") << QRectF(0, 0, 0.5, 0.5) << QColor(Qt::red);
        QTest::newRow("green") << QRectF(0.5, 0, 0.5, 0.5) << QColor(0, 255, 0);
        QTest::newRow("blue") << QRectF(0, 0.5, 0.5, 0.5) << QColor(Qt::blue);
        QTest::newRow("white") << QRectF(0.5, 0.5, 0.5, 0.5) << QColor(Qt::white);
    }

    void cropsToThePixel()
    {
        QFETCH(QRectF, crop);
        QFETCH(QColor, color);
        PhotoEdit edit;
        edit.crop = crop;
        const QImage image = shown(encoded(quarters(640, 480), "png"), with(edit));
        QCOMPARE(image.size(), QSize(320, 240));
        for (const QPoint place : {QPoint(2, 2), QPoint(317, 2), QPoint(2, 237), QPoint(317, 237), QPoint(160, 120)})
            QVERIFY2(isNear(image.pixelColor(place), color), qPrintable(image.pixelColor(place).name()));
    }

    void aCropTurnsWithThePicture()
    {
        PhotoEdit edit;
        edit.crop = {0.5, 0, 0.5, 0.5};
        QImage image = shown(encoded(quarters(640, 480), "png"), with(edit.turned(1)));
        QCOMPARE(image.size(), QSize(240, 320));
        QVERIFY(isNear(image.pixelColor(120, 160), QColor(0, 255, 0)));
        QCOMPARE(edit.turned(4), edit);
        QCOMPARE(edit.turned(-1), edit.turned(3));
    }

    void aSmallCropOfALargePhotoKeepsItsPixels()
    {
        // One pixel wide stripes survive only if the crop is decoded at full size.
        QImage image(4000, 3000, QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x)
                line[x] = (x / 2) % 2 == 0 ? 0xFF000000u : 0xFFFFFFFFu;
        }
        PhotoEdit edit;
        edit.crop = {0.25, 0.25, 0.25, 0.25};
        const QImage part = shown(encoded(image, "jpeg", 98), with(edit));
        QCOMPARE(part.size(), QSize(1000, 750));
        QVERIFY(contrast(part, {100, 100, 100, 20}) > 150);
    }

    void straighteningLeavesNoEmptyCorner_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<QSize>("size");
        for (const double degrees : {-30.0, -3.3, 0.5, 12.0, 30.0}) {
            QTest::addRow("%g wide", degrees) << degrees << QSize(900, 300);
            QTest::addRow("%g high", degrees) << degrees << QSize(301, 777);
        }
    }

    void straighteningLeavesNoEmptyCorner()
    {
        QFETCH(double, degrees);
        QFETCH(QSize, size);
        QImage dark(size, QImage::Format_RGB32);
        dark.fill(QColor(40, 40, 40));
        PhotoEdit edit;
        edit.straighten = degrees;
        const QImage image = shown(encoded(dark, "png"), with(edit));
        QCOMPARE(image.size(), size);
        for (const QPoint corner : {QPoint(0, 0), QPoint(size.width() - 1, 0), QPoint(0, size.height() - 1),
                                    QPoint(size.width() - 1, size.height() - 1)})
            QVERIFY2(isNear(image.pixelColor(corner), QColor(40, 40, 40)), qPrintable(image.pixelColor(corner).name()));
    }

    void straighteningTurnsClockwise()
    {
        QImage horizon(800, 600, QImage::Format_RGB32);
        horizon.fill(Qt::white);
        QPainter(&horizon).fillRect(0, 300, 800, 300, Qt::black);
        PhotoEdit edit;
        edit.straighten = 10;
        const QImage image = shown(encoded(horizon, "png"), with(edit));
        QVERIFY2(qGray(image.pixel(20, 300)) <= 200, "the left end of the horizon has risen");
        QVERIFY(qGray(image.pixel(780, 300)) > 200);
    }

    void anEditIsUndoneOnItsRendition()
    {
        // What stays of a photo whose original is on another computer.
        const QSize original(1200, 800);
        PhotoEdit edit;
        edit.turn = 1;
        edit.crop = {0.1, 0.1, 0.8, 0.8};
        edit.exposure = 0.4;
        const QImage rendition = editedPicture(quarters(1200, 800), original, {edit, {}, {}}, 400);
        QVERIFY(layOf(rendition) != "rgbw");
        const EditBase base = editBaseOf(rendition, original, edit, 600);
        QCOMPARE(base.picture.size(), QSize(600, 400));
        QCOMPARE(base.original, original);
        QCOMPARE(layOf(base.picture), "rgbw");
        QCOMPARE(base.exposure, 0.4);
        QVERIFY(!base.fromOriginal);
        // What was cut away is grey.
        const QColor corner = base.picture.pixelColor(2, 2);
        QVERIFY(qAbs(corner.red() - corner.blue()) < 20 && corner.red() > 50);
        // The same edit of it shows the same again.
        const QImage again = editedPicture(base.picture, original, {edit, {}, {}}, 400);
        QCOMPARE(layOf(again), layOf(rendition));
    }

    void exposureCountsInLight()
    {
        QImage grey(64, 64, QImage::Format_RGB32);
        grey.fill(QColor(100, 100, 100));
        PhotoEdit edit;
        edit.exposure = 1;
        // sRGB 100 is 0.1274 of the light; twice that is sRGB 138.
        QVERIFY(isNear(shown(encoded(grey, "png"), with(edit)).pixelColor(30, 30), QColor(138, 138, 138), 3));
        edit.exposure = -1;
        QVERIFY(isNear(shown(encoded(grey, "png"), with(edit)).pixelColor(30, 30), QColor(71, 71, 71), 3));
        edit.exposure = 3;
        QVERIFY(isNear(shown(encoded(grey, "png"), with(edit)).pixelColor(30, 30), QColor(255, 255, 255), 3));
    }

    void coversLieOnTheUprightOriginal_data()
    {
        QTest::addColumn<int>("turn");
        QTest::addColumn<QRect>("place");
        QTest::newRow("as taken") << 0 << QRect(410, 310, 180, 80);
        QTest::newRow("turned") << 1 << QRect(210, 410, 80, 180);
        QTest::newRow("about") << 2 << QRect(210, 210, 180, 80);
    }

    void coversLieOnTheUprightOriginal()
    {
        QFETCH(int, turn);
        QFETCH(QRect, place);
        const QByteArray file = encoded(withSecret({400, 300, 200, 100}), "png");
        RenderRecipe recipe = with(PhotoEdit().turned(turn));
        const QRect plate = place.adjusted(2, 2, -2, -2);
        const QImage open = shown(file, recipe);
        QVERIFY(std::max(contrast(open, plate), contrast(open.transformed(QTransform().rotate(90)),
                                                         QRect(open.height() - plate.bottom() - 1, plate.x(),
                                                               plate.height(), plate.width()))) > 150);
        recipe.covers = {{{0.5, 0.5, 0.25, 1.0 / 6}, PhotoCover::With::Blur, {}}};
        const QImage covered = shown(file, recipe);
        QVERIFY2(contrast(covered, plate) < 40, qPrintable(QString::number(contrast(covered, plate))));
        QVERIFY(isNear(covered.pixelColor(20, 20), QColor(90, 120, 150)));
    }

    void aLogoCoversWhollyAndABlurStandsInForALostOne()
    {
        const QByteArray file = encoded(withSecret({400, 300, 200, 100}), "png");
        QImage mark(50, 50, QImage::Format_ARGB32);
        mark.fill(QColor(200, 20, 20));
        const QByteArray sha(32, 'l');
        RenderRecipe recipe = covering({{{0.5, 0.5, 0.25, 1.0 / 6}, PhotoCover::With::Logo, sha}});
        recipe.logos.insert(sha, encoded(mark, "png"));
        const QImage covered = shown(file, recipe);
        QVERIFY(isNear(covered.pixelColor(500, 350), QColor(200, 20, 20)));
        QVERIFY(isNear(covered.pixelColor(410, 350), Qt::white));
        QVERIFY(isNear(covered.pixelColor(590, 390), Qt::white));
        recipe.logos.clear();
        QVERIFY(contrast(shown(file, recipe), {410, 310, 180, 80}) < 40);
    }

    void coversGoThroughTextAndStayWhole()
    {
        const std::vector<PhotoCover> covers{{{0.1, 0.2, 0.3, 0.4}, PhotoCover::With::Blur, {}},
                                             {{0.5, 0.5, 0.1, 0.1}, PhotoCover::With::Logo, QByteArray(32, 'x')}};
        const QString json = PhotoCover::toJson(covers);
        QCOMPARE(PhotoCover::fromJson(json), covers);
        QCOMPARE(PhotoCover::toJson(PhotoCover::fromJson(json)), json);
        QCOMPARE(PhotoCover::toJson({}), u""_s);
        QVERIFY2(PhotoCover::toJson({{{2, 2, 1, 1}, PhotoCover::With::Blur, {}}}).isEmpty(), "outside of the photo");
        const auto strange = PhotoCover::fromJson(u"[{\"x\":0,\"y\":0,\"w\":0.5,\"h\":0.5,\"with\":\"flowers\"}]"_s);
        QCOMPARE(strange.size(), 1u);
        QCOMPARE(strange[0].with, PhotoCover::With::Blur);
        // Rounded outwards: never less than what was drawn.
        const auto third = PhotoCover::fromJson(
            PhotoCover::toJson({{{1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3}, PhotoCover::With::Blur, {}}}));
        QVERIFY(third[0].box.left() <= 1.0 / 3 && third[0].box.right() >= 2.0 / 3);
    }
};

QTEST_GUILESS_MAIN(TestPhotoEdit)
#include "tst_photoedit.moc"
