// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "models/gallery/renditions.h"
#include "tests/gallery/heiffiles.h"

#include <QColorSpace>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Forecourt::ErrorCode)

namespace {

QImage picture(const QByteArray& jpeg)
{
    return QImage::fromData(jpeg, "jpeg");
}

QByteArray withProfile(const QColorSpace& space, const QColor& color)
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(color);
    image.setColorSpace(space);
    return encoded(image, "jpeg", 100);
}

}  // namespace

class TestRenditions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesThreeSizesAndKeepsTheShape()
    {
        const auto made = renderPhoto(encoded(quarters(4000, 3000), "jpeg"), u"a.jpg"_s);
        QVERIFY(made);
        QCOMPARE(QSize(made->width, made->height), QSize(4000, 3000));
        QCOMPARE(made->mime, u"image/jpeg"_s);
        QCOMPARE(picture(made->large).size(), QSize(2000, 1500));
        QCOMPARE(picture(made->medium).size(), QSize(1024, 768));
        QCOMPARE(picture(made->thumb).size(), QSize(256, 192));
        QCOMPARE(layOf(picture(made->thumb)), "rgbw");
    }

    void fitsOddSizesIntoTheBox()
    {
        const auto made = renderPhoto(encoded(quarters(1001, 3001), "png"), u"a.png"_s);
        QVERIFY(made);
        QCOMPARE(picture(made->large).size(), QSize(683, 2048));
        QCOMPARE(picture(made->thumb).height(), 256);
    }

    void neverEnlarges()
    {
        const auto made = renderPhoto(encoded(quarters(300, 200), "jpeg"), u"a.jpg"_s);
        QVERIFY(made);
        QCOMPARE(picture(made->large).size(), QSize(300, 200));
        QCOMPARE(picture(made->medium).size(), QSize(300, 200));
        QCOMPARE(picture(made->thumb).size(), QSize(256, 170));
    }

    void survivesALineOfOnePixel()
    {
        const auto made = renderPhoto(encoded(QImage(9000, 1, QImage::Format_RGB32), "png"), u"a.png"_s);
        QVERIFY(made);
        QCOMPARE(picture(made->thumb).height(), 1);
    }

    void namesTheOriginalByItsHash()
    {
        const QByteArray file = encoded(quarters(), "jpeg");
        const auto made = renderPhoto(file, u"a.jpg"_s);
        QVERIFY(made);
        QCOMPARE(made->originalSha, sha256(file));
        QCOMPARE(made->originalSize, file.size());
    }

    void turnsUprightExactlyOnce_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (int orientation = 1; orientation <= 8; ++orientation) {
            const QImage stored = storedFor(quarters(), orientation);
            QTest::addRow("JPEG %d", orientation) << jpegWithExif(stored, orientation);
            QTest::addRow("PNG %d", orientation) << pngWithExif(stored, orientation);
            QTest::addRow("WebP %d", orientation) << webpWithExif(stored, orientation);
            QTest::addRow("TIFF %d", orientation) << tiffWithOrientation(stored, orientation);
            if (const auto heic = heifFile(stored, heif_compression_HEVC, orientation))
                QTest::addRow("HEIC %d", orientation) << *heic;
            if (const auto avif = heifFile(stored, heif_compression_AV1, orientation))
                QTest::addRow("AVIF %d", orientation) << *avif;
        }
    }

    void turnsUprightExactlyOnce()
    {
        QFETCH(QByteArray, file);
        const auto made = renderPhoto(file, u"a"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(QSize(made->width, made->height), quarters().size());
        for (const QByteArray& rendition : {made->large, made->medium, made->thumb}) {
            QCOMPARE(picture(rendition).size(), quarters().size());
            QCOMPARE(layOf(picture(rendition)), "rgbw");
        }
    }

    void tellsWhenItWasTaken_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("JPEG") << jpegWithExif(quarters(), 1);
        QTest::newRow("PNG") << pngWithExif(quarters(), 1);
        QTest::newRow("WebP") << webpWithExif(quarters(), 1);
        if (const auto heic = heifFile(quarters(), heif_compression_HEVC, 1))
            QTest::newRow("HEIC") << *heic;
    }

    void tellsWhenItWasTaken()
    {
        QFETCH(QByteArray, file);
        const auto made = renderPhoto(file, u"a"_s);
        QVERIFY(made);
        QVERIFY(made->takenAt);
        QCOMPARE(*made->takenAt,
                 QDateTime::fromString(u"2026-07-14T09:30:00-04:00"_s, Qt::ISODate).toMSecsSinceEpoch());
    }

    void privateDataNeverLeavesTheOriginal()
    {
        const QByteArray file = jpegWithExif(quarters(), 6);
        QVERIFY(file.contains(SecretSerial));
        const auto made = renderPhoto(file, u"a.jpg"_s);
        QVERIFY(made);
        for (const QByteArray& rendition : {made->large, made->medium, made->thumb}) {
            QVERIFY(!rendition.contains(SecretSerial));
            QVERIFY(!rendition.contains("Exif"));
            QVERIFY(!rendition.contains("http://ns.adobe.com"));
            QVERIFY(!rendition.contains("ICC_PROFILE"));
        }
    }

    void textOfAPngDoesNotTravel()
    {
        QImage image = quarters();
        image.setText(u"Author"_s, QString::fromLatin1(SecretSerial));
        const auto made = renderPhoto(encoded(image, "png"), u"a.png"_s);
        QVERIFY(made);
        QVERIFY(!made->large.contains(SecretSerial));
    }

    void colorsBecomeSrgb()
    {
        const QColor wide(30, 200, 60);
        const QColorSpace adobe(QColorSpace::AdobeRgb);
        const auto made = renderPhoto(withProfile(adobe, wide), u"a.jpg"_s);
        QVERIFY(made);
        const QColor expected = adobe.transformationToColorSpace(QColorSpace::SRgb).map(wide);
        const QColor got = picture(made->large).pixelColor(20, 20);
        QVERIFY(std::abs(expected.red() - wide.red()) > 10 || std::abs(expected.green() - wide.green()) > 10);
        QVERIFY2(std::abs(got.red() - expected.red()) <= 4 && std::abs(got.green() - expected.green()) <= 4 &&
                     std::abs(got.blue() - expected.blue()) <= 4,
                 qPrintable(got.name() + u" for "_s + expected.name()));
    }

    void transparentBecomesWhite()
    {
        QImage image(40, 40, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const auto made = renderPhoto(encoded(image, "png"), u"a.png"_s);
        QVERIFY(made);
        QCOMPARE(picture(made->large).pixelColor(20, 20), QColor(Qt::white));
    }

    void readsUnusualPixels_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("16 bits") << encoded(quarters().convertToFormat(QImage::Format_RGBX64), "png");
        QTest::newRow("palette") << encoded(quarters().convertToFormat(QImage::Format_Indexed8), "png");
        QTest::newRow("TIFF") << encoded(quarters(), "tiff");
        QTest::newRow("WebP") << encoded(quarters(), "webp");
    }

    void readsUnusualPixels()
    {
        QFETCH(QByteArray, file);
        const auto made = renderPhoto(file, u"a"_s);
        QVERIFY(made);
        QCOMPARE(layOf(picture(made->large)), "rgbw");
    }

    void readsGrey()
    {
        const auto made = renderPhoto(encoded(quarters().convertToFormat(QImage::Format_Grayscale8), "jpeg"), u"a"_s);
        QVERIFY(made);
        QCOMPARE(picture(made->large).size(), quarters().size());
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray jpeg = encoded(quarters(400, 300), "jpeg");
        const QByteArray png = encoded(quarters(400, 300), "png");
        const QByteArray webp = encoded(quarters(400, 300), "webp");
        QTest::newRow("nothing") << QByteArray() << ErrorCode::FileEmpty;
        QTest::newRow("text named .jpg") << QByteArray("Dear buyer, this is no picture.") << ErrorCode::PhotoNotAnImage;
        QTest::newRow("one byte") << QByteArray("\xFF") << ErrorCode::PhotoNotAnImage;
        QTest::newRow("a GIF") << QByteArray("GIF89a and so on") << ErrorCode::PhotoFormatUnsupported;
        QTest::newRow("a PDF") << QByteArray("%PDF-1.7 and so on") << ErrorCode::PhotoFormatUnsupported;
        QTest::newRow("a video") << QByteArray(
                                        "\0\0\0\x18"
                                        "ftypmp42\0\0\0\0mp42isom and so on",
                                        34)
                                 << ErrorCode::PhotoFormatUnsupported;
        QTest::newRow("JPEG marker only") << jpeg.left(3) << ErrorCode::PhotoTruncated;
        QTest::newRow("half a JPEG") << jpeg.left(jpeg.size() / 2) << ErrorCode::PhotoTruncated;
        QTest::newRow("JPEG header only") << jpeg.left(200) << ErrorCode::PhotoTruncated;
        QTest::newRow("PNG signature only") << png.left(8) << ErrorCode::PhotoTruncated;
        QTest::newRow("half a PNG") << png.left(png.size() / 2) << ErrorCode::PhotoTruncated;
        QTest::newRow("half a WebP") << webp.left(webp.size() / 2) << ErrorCode::PhotoTruncated;
        QTest::newRow("60,000 × 60,000 PNG") << pngHeader(60'000, 60'000) << ErrorCode::PhotoTooManyPixels;
        QTest::newRow("PNG that lies about its size") << pngHeader(4'000, 3'000) << ErrorCode::PhotoTruncated;
        if (const auto heic = heifFile(quarters(), heif_compression_HEVC, 1))
            QTest::newRow("half a HEIC") << heic->left(heic->size() / 2) << ErrorCode::PhotoTruncated;
    }

    void refusesWithAReason()
    {
        QFETCH(QByteArray, file);
        QFETCH(ErrorCode, code);
        const auto made = renderPhoto(file, u"IMG_1.jpg"_s);
        QVERIFY(!made);
        QCOMPARE(made.error().code, code);
        QCOMPARE(made.error().subject, u"IMG_1.jpg"_s);
    }

    void everyCutOfAJpegIsNoticed()
    {
        const QByteArray jpeg = jpegWithExif(quarters(200, 120), 6);
        for (qsizetype length = 3; length < jpeg.size() - 1; length += 7) {
            const auto made = renderPhoto(jpeg.left(length), u"a"_s);
            QVERIFY2(!made, qPrintable(QString::number(length)));
            QCOMPARE(made.error().code, ErrorCode::PhotoTruncated);
        }
    }

    void bytesAfterTheEndDoNotMatter()
    {
        QVERIFY(renderPhoto(encoded(quarters(), "jpeg") + QByteArray(1000, 'x'), u"a"_s));
    }

    void fiveGigabytesAreRefusedUnread()
    {
        QTemporaryDir folder;
        QFile huge(folder.filePath(u"huge.jpg"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        if (!huge.resize(5LL << 30))
            QSKIP("no sparse files here");
        huge.close();
        const auto made = renderPhotoFile(huge.fileName());
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(made.error().subject, u"huge.jpg"_s);
    }

    void aFileThatIsNotThereIsUnreadable()
    {
        const auto made = renderPhotoFile(u"/no/such/photo.jpg"_s);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestRenditions)
#include "tst_renditions.moc"
