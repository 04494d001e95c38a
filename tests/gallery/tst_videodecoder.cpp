// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "models/gallery/videodecoder.h"
#include "tests/support/photofiles.h"
#include "tests/support/videofiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

Expected<Renditions> rendered(const QByteArray& file, const QString& name = u"clip"_s)
{
    const QTemporaryDir folder;
    return renderVideoFile(writeFile(folder.filePath(name), file));
}

QImage picture(const QByteArray& jpeg)
{
    return QImage::fromData(jpeg, "jpeg");
}

QByteArray patched(QByteArray file, qsizetype at, const QByteArray& bytes)
{
    return file.replace(at, bytes.size(), bytes);
}

/// Where the picture entry of an MP4 says width and height, two bytes each (ISO/IEC 14496-12, 12.1.3).
qsizetype sizeInMp4(const QByteArray& file)
{
    return file.indexOf("mp4v", file.indexOf("stsd")) + 4 + 24;
}

}  // namespace

class TestVideoDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatCamerasAndBrowsersRecord_data()
    {
        QTest::addColumn<QByteArray>("muxer");
        QTest::addColumn<QByteArray>("encoder");
        QTest::addColumn<QString>("mime");
        QTest::newRow("MP4") << QByteArray("mp4") << QByteArray("mpeg4") << u"video/mp4"_s;
        QTest::newRow("MP4, H.264") << QByteArray("mp4") << QByteArray("libx264") << u"video/mp4"_s;
        QTest::newRow("MOV, H.264") << QByteArray("mov") << QByteArray("libx264") << u"video/quicktime"_s;
        QTest::newRow("MP4, HEVC") << QByteArray("mp4") << QByteArray("libx265") << u"video/mp4"_s;
        QTest::newRow("WebM, VP8") << QByteArray("webm") << QByteArray("libvpx") << u"video/webm"_s;
        QTest::newRow("WebM, VP9") << QByteArray("webm") << QByteArray("libvpx-vp9") << u"video/webm"_s;
        QTest::newRow("Matroska") << QByteArray("matroska") << QByteArray("mpeg4") << u"video/x-matroska"_s;
        QTest::newRow("AVI, MJPEG") << QByteArray("avi") << QByteArray("mjpeg") << u"video/x-msvideo"_s;
    }

    void readsWhatCamerasAndBrowsersRecord()
    {
        QFETCH(QByteArray, muxer);
        QFETCH(QByteArray, encoder);
        QFETCH(QString, mime);
        VideoRecipe recipe;
        recipe.muxer = muxer.constData();
        recipe.encoder = encoder.constData();
        const auto file = videoFile(recipe);
        if (!file)
            QSKIP("no such encoder here");
        const auto made = rendered(*file);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(made->mime, mime);
        QVERIFY(made->durationMs);
        QVERIFY2(std::abs(*made->durationMs - 3'000) <= 120, qPrintable(QString::number(*made->durationMs)));
        QCOMPARE(QSize(made->width, made->height), QSize(160, 120));
        QCOMPARE(picture(made->large).size(), QSize(160, 120));
        for (const QByteArray& rendition : {made->large, made->medium, made->thumb})
            QCOMPARE(layOf(picture(rendition)), "rgbw");
        QCOMPARE(made->originalSha, sha256(*file));
        QCOMPARE(made->originalSize, file->size());
    }

    void turnsAsAPlayerWould_data()
    {
        QTest::addColumn<int>("turn");
        QTest::addColumn<QByteArray>("lay");
        QTest::newRow("a quarter") << 90 << QByteArray("brwg");
        QTest::newRow("half") << 180 << QByteArray("wbgr");
        QTest::newRow("three quarters") << 270 << QByteArray("gwrb");
    }

    void turnsAsAPlayerWould()
    {
        QFETCH(int, turn);
        QFETCH(QByteArray, lay);
        VideoRecipe recipe;
        recipe.turn = turn;
        const auto file = videoFile(recipe);
        QVERIFY(file);
        const auto made = rendered(*file);
        QVERIFY(made);
        QCOMPARE(QSize(made->width, made->height), turn == 180 ? QSize(160, 120) : QSize(120, 160));
        QCOMPARE(picture(made->large).size(), QSize(made->width, made->height));
        QCOMPARE(layOf(picture(made->large)), lay);
    }

    void pixelsNeedNotBeSquare()
    {
        VideoRecipe recipe;
        recipe.pixelWidth = 2;
        const auto file = videoFile(recipe);
        QVERIFY(file);
        const auto made = rendered(*file);
        QVERIFY(made);
        QCOMPARE(QSize(made->width, made->height), QSize(320, 120));
        QCOMPARE(layOf(picture(made->large)), "rgbw");
    }

    void passesOverADarkBeginning()
    {
        VideoRecipe recipe;
        recipe.frames = 60;
        recipe.draw = [](int frame) {
            QImage image = quarters(160, 120);
            if (frame < 35)
                image.fill(Qt::black);
            return image;
        };
        const auto file = videoFile(recipe);
        QVERIFY(file);
        const auto made = rendered(*file);
        QVERIFY(made);
        QCOMPARE(layOf(picture(made->large)), "rgbw");
    }

    void aVideoThatIsDarkThroughoutHasAPosterToo()
    {
        VideoRecipe recipe;
        recipe.draw = [](int) {
            QImage image(160, 120, QImage::Format_RGB32);
            image.fill(Qt::black);
            return image;
        };
        const auto file = videoFile(recipe);
        QVERIFY(file);
        const auto made = rendered(*file);
        QVERIFY(made);
        QCOMPARE(picture(made->large).size(), QSize(160, 120));
    }

    void aVideoOfOneFrameHasALength()
    {
        VideoRecipe recipe;
        recipe.frames = 1;
        const auto file = videoFile(recipe);
        QVERIFY(file);
        const auto made = rendered(*file);
        QVERIFY(made);
        QVERIFY(*made->durationMs > 0);
    }

    void tellsWhenItWasRecorded()
    {
        const auto file = videoFile({});
        QVERIFY(file);
        const auto made = rendered(*file);
        QVERIFY(made);
        QCOMPARE(made->takenAt, QDateTime::fromString(u"2026-07-14T13:30:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());
    }

    void everyCutIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* muxer : {"mp4", "matroska", "avi"}) {
            VideoRecipe recipe;
            recipe.muxer = muxer;
            if (const auto file = videoFile(recipe))
                QTest::newRow(muxer) << *file;
        }
    }

    void everyCutIsNoticed()
    {
        QFETCH(QByteArray, file);
        QVERIFY(rendered(file));
        constexpr int Cuts = 24;
        for (int cut = 1; cut < Cuts; ++cut) {
            const auto made = rendered(file.left(file.size() * cut / Cuts));
            QVERIFY2(!made, qPrintable(QString::number(cut)));
            QCOMPARE(made.error().code, ErrorCode::PhotoTruncated);
        }
        const auto made = rendered(file.chopped(1));
        QVERIFY(!made);
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const QByteArray mp4 = videoFile({}).value_or(QByteArray());
        QTest::newRow("nothing") << QByteArray() << ErrorCode::FileEmpty << QString();
        QTest::newRow("text") << QByteArray("Dear buyer, this is no video.") << ErrorCode::PhotoNotAnImage << QString();
        QTest::newRow("a photo") << encoded(quarters(), "jpeg") << ErrorCode::PhotoNotAnImage << QString();
        QTest::newRow("a name without content")
            << mp4.left(mp4.indexOf("mdat") - 4) << ErrorCode::PhotoTruncated << QString();
        VideoRecipe sound;
        sound.picture = false;
        if (const auto file = videoFile(sound))
            QTest::newRow("sound only") << *file << ErrorCode::PhotoFormatUnsupported << u"sound only"_s;
        VideoRecipe archive;
        archive.muxer = "matroska";
        archive.encoder = "ffv1";
        if (const auto file = videoFile(archive))
            QTest::newRow("of an archive") << *file << ErrorCode::PhotoFormatUnsupported << u"ffv1"_s;
        VideoRecipe large;
        large.muxer = "avi";
        large.encoder = "mjpeg";
        large.size = {8'200, 4'400};
        large.frames = 1;
        large.draw = [](int) { return QImage(64, 64, QImage::Format_RGB32); };
        if (const auto file = videoFile(large))
            QTest::newRow("8,200 × 4,400") << *file << ErrorCode::PhotoTooManyPixels << u"8200 × 4400"_s;
        VideoRecipe none;
        none.frames = 0;
        if (const auto file = videoFile(none))
            QTest::newRow("no frames") << *file << ErrorCode::PhotoTruncated << QString();
    }

    void refusesWithAReason()
    {
        QFETCH(QByteArray, file);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        const auto made = rendered(file, u"IMG_1.MOV"_s);
        QVERIFY(!made);
        QCOMPARE(made.error().code, code);
        QCOMPARE(made.error().detail, detail);
        QCOMPARE(made.error().subject, u"IMG_1.MOV"_s);
    }

    void aSizeThatTheHeaderMakesUpIsNotBelieved()
    {
        const auto file = videoFile({});
        QVERIFY(file);
        const auto made = rendered(patched(*file, sizeInMp4(*file), QByteArray(4, '\xFF')));
        QVERIFY(made);
        QCOMPARE(QSize(made->width, made->height), QSize(160, 120));
    }

    void aLengthThatTheHeaderMakesUpIsNotBelieved()
    {
        const auto file = videoFile({});
        QVERIFY(file);
        // mvhd, version 0: duration after version, two times and the scale (ISO/IEC 14496-12, 8.2.2).
        const auto made = rendered(patched(*file, file->indexOf("mvhd") + 4 + 16, QByteArray("\x7F\xFF\xFF\xFF", 4)));
        QVERIFY(made);
        QCOMPARE(*made->durationMs, 3'000);
    }

    void damageInsideIsSurvived()
    {
        const auto file = videoFile({});
        QVERIFY(file);
        const qsizetype content = file->indexOf("mdat") + 4;
        for (int round = 0; round < 40; ++round) {
            QByteArray damaged = *file;
            for (qsizetype at = content + round * 7; at < damaged.size(); at += 97)
                damaged[at] = static_cast<char>(damaged[at] ^ (0x55 + round));
            const auto made = rendered(damaged);
            if (made)
                QVERIFY(!picture(made->thumb).isNull());
            else
                QVERIFY(made.error().code == ErrorCode::PhotoTruncated ||
                        made.error().code == ErrorCode::PhotoFormatUnsupported ||
                        made.error().code == ErrorCode::PhotoTooManyPixels);
        }
    }
};

QTEST_GUILESS_MAIN(TestVideoDecoder)
#include "tst_videodecoder.moc"
