// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photosheet.h"

#include <QBuffer>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

/// The one page with all photos of a vehicle.
class TestPhotoSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEveryPhotoWhole_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 7, 28, 50})
            QTest::addRow("%d photos", count) << count;
    }
    void showsEveryPhotoWhole()
    {
        QFETCH(int, count);
        PhotoSheet sheet = words();
        for (int i = 0; i < count; ++i)
            sheet.photos.push_back(photo(i));
        const QImage page = painted(sheet);
        // Each photo has a colour of its own and a frame in another one: both corners of the frame are on the page, in
        // the shape of the photo, or something was cut off.
        for (int i = 0; i < count; ++i) {
            const QRect seen = extent(page, frameColour(i));
            QVERIFY2(seen.isValid(), qPrintable(u"photo %1 is missing"_s.arg(i)));
            QVERIFY(page.rect().adjusted(35, 35, -35, -35).contains(seen));
            const double shape = double(seen.width()) / seen.height();
            const double wanted = double(sheet.photos[size_t(i)].width()) / sheet.photos[size_t(i)].height();
            QVERIFY2(qAbs(shape - wanted) < 0.12 * wanted, qPrintable(u"photo %1: %2"_s.arg(i).arg(shape)));
        }
        if (count > 1)
            QVERIFY(extent(page, frameColour(0)).width() > extent(page, frameColour(1)).width());
    }

    void writesOnePageOfPdf()
    {
        const QTemporaryDir folder;
        const BlobStore blobs(folder.filePath(u"blobs"_s));
        std::vector<QByteArray> shas;
        for (int i = 0; i < 3; ++i) {
            QByteArray jpeg;
            QBuffer buffer(&jpeg);
            QVERIFY(buffer.open(QIODevice::WriteOnly) && photo(i).save(&buffer, "jpeg"));
            shas.push_back(blobs.put(jpeg).value());
        }
        shas.push_back(QByteArray(32, 'x'));
        QCOMPARE(readSheetPhotos(blobs, shas).size(), 3U);
        const QString path = folder.filePath(u"sheet.pdf"_s);
        QVERIFY(writePhotoSheet(words(), blobs, shas, QPageSize(QPageSize::A4), path).result());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QCOMPARE(pdf.count("/Subtype /Image\n"), 3);
    }

    void saysWhyItCannotBeWritten()
    {
        const QTemporaryDir folder;
        const auto written = writePhotoSheet(words(), BlobStore(folder.path()), {}, QPageSize(QPageSize::Letter),
                                             folder.filePath(u"none/sheet.pdf"_s))
                                 .result();
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }

private:
    static PhotoSheet words()
    {
        return {u"B26-1187"_s,
                u"2019 Toyota RAV4 XLE AWD"_s,
                {{u"VIN"_s, u"2T3B1RFV3KC045218"_s},
                 {u"Odometer"_s, u"84,200 km"_s},
                 {u"Colour"_s, u"Blue"_s},
                 {u"Engine"_s, u"2.5 L"_s},
                 {u"Interior"_s, {}},
                 {u"Asking price"_s, u"$24,950"_s}},
                u"Montréal – Saint-Léonard · 28 Nov 2026"_s,
                {}};
    }
    static QColor frameColour(int photo) { return QColor::fromHsv(photo * 7 % 360, 255, 230); }
    static QImage photo(int number)
    {
        const QSize size = number % 5 == 3 ? QSize(300, 400) : QSize(400, number % 2 ? 300 : 225);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::gray);
        QPainter painter(&image);
        painter.setPen(QPen(frameColour(number), 60, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(image.rect());
        return image;
    }
    static QImage painted(const PhotoSheet& sheet)
    {
        QImage page(612, 792, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        paintPhotoSheet(painter, QRectF(page.rect()), sheet);
        return page;
    }
    /// Where this colour is seen.
    static QRect extent(const QImage& page, const QColor& colour)
    {
        QRect seen;
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                if (const QColor at = page.pixelColor(x, y);
                    at.hsvSaturation() > 235 && qAbs(at.hue() - colour.hue()) <= 2)
                    seen |= QRect(x, y, 1, 1);
        return seen;
    }
};

QTEST_MAIN(TestPhotoSheet)
#include "tst_photosheet.moc"
