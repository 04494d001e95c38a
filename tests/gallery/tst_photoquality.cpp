// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoquality.h"
#include "models/gallery/renditions.h"
#include "tests/support/photofiles.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// Something like a car on a lot: sky, ground, a body with edges, wheels, some grain. `seed` makes another car.
QImage scene(quint32 seed, QSize size = {1600, 1200})
{
    QRandomGenerator random(seed);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor(150, 180, 220));
    sky.setColorAt(1, QColor(110, 110, 105));
    painter.fillRect(image.rect(), sky);
    painter.scale(size.width() / 1600.0, size.height() / 1200.0);
    for (int i = 0; i < 60; ++i) {
        painter.setBrush(QColor::fromHsv(random.bounded(360), random.bounded(200), 40 + random.bounded(190)));
        painter.setPen(QPen(Qt::black, 1 + random.bounded(3)));
        painter.drawRoundedRect(random.bounded(1400), 200 + random.bounded(800), 60 + random.bounded(400),
                                30 + random.bounded(200), 12, 12);
    }
    painter.end();
    return image;
}

QImage blurred(const QImage& image, int factor)
{
    return image.scaled(image.size() / factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage lit(QImage image, double factor)
{
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const auto level = [factor](int value) { return std::min(255, static_cast<int>(value * factor)); };
            line[x] = qRgb(level(qRed(line[x])), level(qGreen(line[x])), level(qBlue(line[x])));
        }
    }
    return image;
}

QualityHints hints(const QImage& image)
{
    return hintsFor(measureQuality(image), image.size());
}

}  // namespace

class TestPhotoQuality : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodPhotoHasNoHints()
    {
        for (quint32 seed = 1; seed <= 6; ++seed)
            QCOMPARE(hints(scene(seed)), QualityHints());
    }

    void tellsBlur()
    {
        for (quint32 seed = 1; seed <= 6; ++seed) {
            const QImage sharp = scene(seed);
            QCOMPARE(hints(blurred(sharp, 16)), QualityHints(QualityHint::Blurred));
            QVERIFY(measureQuality(sharp).sharpness > 5 * measureQuality(blurred(sharp, 8)).sharpness);
        }
    }

    void aSharpCarBeforeABlurredStreetIsSharp()
    {
        QImage image = blurred(scene(3), 24);
        QPainter painter(&image);
        const QImage sharp = scene(3);
        painter.drawImage(500, 400, sharp, 500, 400, 600, 500);
        painter.end();
        QCOMPARE(hints(image), QualityHints());
    }

    void tellsLight()
    {
        const QImage good = scene(5);
        QVERIFY(hints(lit(good, 0.3)).testFlag(QualityHint::TooDark));
        QVERIFY(hints(lit(good, 2.6)).testFlag(QualityHint::TooBright));
        QCOMPARE(hints(lit(good, 0.8)), QualityHints());
        QCOMPARE(hints(lit(good, 1.2)), QualityHints());
        QImage white(1600, 1200, QImage::Format_RGB32);
        white.fill(Qt::white);
        QCOMPARE(measureQuality(white).bright, 1.0);
        QCOMPARE(measureQuality(white).brightness, 1.0);
    }

    void tellsSmallPhotos()
    {
        QVERIFY(hints(scene(1, {800, 600})).testFlag(QualityHint::TooSmall));
        QVERIFY(!hints(scene(1, {1024, 600})).testFlag(QualityHint::TooSmall));
    }

    void copiesAreAlikeAndOthersAreNot()
    {
        const QImage first = scene(1);
        const auto print = [](const QImage& image) { return measureQuality(image).fingerprint; };
        const auto original = print(first);
        QVERIFY(fingerprintDistance(original, print(first.scaled(640, 480, Qt::KeepAspectRatio,
                                                                 Qt::SmoothTransformation))) <= SamePictureBits);
        QVERIFY(fingerprintDistance(original, print(QImage::fromData(encoded(first, "jpeg", 30)))) <= SamePictureBits);
        QVERIFY(fingerprintDistance(original, print(lit(first, 0.85))) <= NearDuplicateBits);
        // The same car, the camera moved by a step.
        QVERIFY(fingerprintDistance(original, print(first.copy(12, 8, 1580, 1185))) <= NearDuplicateBits);
        int alike = 0;
        for (quint32 seed = 2; seed <= 60; ++seed)
            alike += fingerprintDistance(original, print(scene(seed, {320, 240}))) <= NearDuplicateBits ? 1 : 0;
        QCOMPARE(alike, 0);
    }

    void blankPicturesAreLikeNoOther()
    {
        QImage blank(1600, 1200, QImage::Format_RGB32);
        blank.fill(QColor(120, 120, 120));
        const PhotoQuality quality = measureQuality(blank);
        QCOMPARE(quality.fingerprint, 0u);
        QCOMPARE(fingerprintDistance(quality.fingerprint, quality.fingerprint), 64);
        QCOMPARE(quality.sharpness, 0.0);
    }

    void odd_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("a line") << QSize(5000, 1);
        QTest::newRow("a column") << QSize(2, 3000);
        QTest::newRow("smaller than the tiles") << QSize(7, 5);
    }

    void odd()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::gray);
        const PhotoQuality quality = measureQuality(image);
        QCOMPARE(quality.sharpness, 0.0);
        QVERIFY(qAbs(quality.brightness - 160 / 255.0) < 0.02);
        QCOMPARE(measureQuality(QImage()), PhotoQuality());
    }

    void everyImportIsMeasured()
    {
        const auto made = renderPhoto(encoded(scene(1, {3000, 2000}), "jpeg"), u"a"_s);
        QVERIFY(made);
        const PhotoQuality again = measureQuality(QImage::fromData(made->medium));
        QVERIFY(made->quality.sharpness > 0);
        QVERIFY2(qAbs(made->quality.sharpness - again.sharpness) < 0.2 * again.sharpness,
                 "the stored rendition gives nearly the same figures");
        QVERIFY(fingerprintDistance(made->quality.fingerprint, again.fingerprint) <= 2);
    }
};

QTEST_GUILESS_MAIN(TestPhotoQuality)
#include "tst_photoquality.moc"
