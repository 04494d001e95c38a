// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ctlrunner.h"
#include "tests/support/videofiles.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTest>

using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;

/// Photos by the real forecourtctl and its decoding helper.
class CtlPhotosTest : public QObject {
    Q_OBJECT

    static CtlAnswer photo(const CtlRunner& ctl, const QStringList& arguments)
    {
        return ctl.run(QStringList{u"photo"_s} + arguments);
    }

    static QStringList files(const QJsonObject& gallery)
    {
        QStringList names;
        for (const auto& photo : gallery.value(u"photos"_s).toArray())
            names << photo[u"file"_s].toString();
        return names;
    }

    static QString primaryOf(const QJsonObject& gallery)
    {
        for (const auto& photo : gallery.value(u"photos"_s).toArray())
            if (photo[u"primary"_s].toBool())
                return photo[u"file"_s].toString();
        return {};
    }

    /// A vehicle with photos a.png, b.png and c.png.
    static QJsonObject makeGallery(const CtlRunner& ctl)
    {
        ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1187"_s});
        QStringList paths;
        for (const auto& [name, color] :
             {std::pair(u"a.png"_s, Qt::red), {u"b.png"_s, Qt::green}, {u"c.png"_s, Qt::blue}}) {
            QImage image(640, 480, QImage::Format_RGB32);
            image.fill(color);
            image.save(ctl.path(name));
            paths << ctl.path(name);
        }
        return photo(ctl, QStringList{u"add"_s, u"B26-1187"_s} + paths).json();
    }

private Q_SLOTS:
    void addsPhotosInOrder()
    {
        const CtlRunner ctl;
        const QJsonObject gallery = makeGallery(ctl);
        QCOMPARE(gallery.value(u"added"_s), QJsonValue(3));
        QCOMPARE(files(gallery), QStringList({u"a.png"_s, u"b.png"_s, u"c.png"_s}));
        QCOMPARE(primaryOf(gallery), u"a.png"_s);
        QCOMPARE(gallery.value(u"photos"_s)[0][u"width"_s], QJsonValue(640));
        QVERIFY(ctl.run({u"outbox"_s}).json().value(u"files_waiting"_s).toInt() >= 3);
    }

    void tellsOfEachFileWhetherItIsAVideo()
    {
        const CtlRunner ctl;
        ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1187"_s});
        const auto clip = Forecourt::Tests::videoFile({});
        QVERIFY(clip);
        const auto write = [&ctl](const QString& name, const QByteArray& bytes) {
            QFile file(ctl.path(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QDir().mkpath(ctl.path(u"camera"_s));
        QVERIFY(write(u"camera/1 clip.mov"_s, *clip));
        QVERIFY(write(u"camera/2 cut.mov"_s, clip->chopped(100)));
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(ctl.path(u"camera/3.png"_s)));
        const QJsonObject told = photo(ctl, {u"add"_s, u"B26-1187"_s, ctl.path(u"camera"_s)}).json();
        const auto files = told.value(u"files"_s);
        QCOMPARE(files.toArray().size(), 3);
        QCOMPARE(files[0][u"kind"_s], QJsonValue(u"video"_s));
        QCOMPARE(files[0][u"duration_ms"_s], QJsonValue(3'000));
        QCOMPARE(files[0][u"added"_s], QJsonValue(true));
        QCOMPARE(files[1][u"kind"_s], QJsonValue(u"video"_s));
        QCOMPARE(files[1][u"added"_s], QJsonValue(false));
        QCOMPARE(files[2][u"kind"_s], QJsonValue(u"photo"_s));
        QCOMPARE(told.value(u"photos"_s)[0][u"kind"_s], QJsonValue(u"video"_s));
        QCOMPARE(told.value(u"photos"_s)[0][u"duration_ms"_s], QJsonValue(3'000));
        QCOMPARE(primaryOf(told), u"3.png"_s);
        const QJsonObject left =
            photo(ctl, {u"export"_s, u"B26-1187"_s, ctl.path(u"out"_s), u"--preset"_s, u"website"_s}).json();
        QCOMPARE(left.value(u"written"_s).toArray().size(), 1);
        QCOMPARE(left.value(u"videos_left_out"_s), QJsonValue(1));
    }

    void movesMakesPrimaryAndRemoves()
    {
        const CtlRunner ctl;
        makeGallery(ctl);
        QCOMPARE(files(photo(ctl, {u"move"_s, u"B26-1187"_s, u"3"_s, u"--before"_s, u"1"_s}).json()),
                 QStringList({u"c.png"_s, u"a.png"_s, u"b.png"_s}));
        QCOMPARE(files(photo(ctl, {u"move"_s, u"B26-1187"_s, u"1"_s}).json()),
                 QStringList({u"a.png"_s, u"b.png"_s, u"c.png"_s}));
        QCOMPARE(primaryOf(photo(ctl, {u"primary"_s, u"B26-1187"_s, u"2"_s}).json()), u"b.png"_s);
        const QJsonObject left = photo(ctl, {u"remove"_s, u"B26-1187"_s, u"2"_s}).json();
        QCOMPARE(files(left), QStringList({u"a.png"_s, u"c.png"_s}));
        QCOMPARE(primaryOf(left), u"a.png"_s);
    }

    void checksQuality()
    {
        const CtlRunner ctl;
        makeGallery(ctl);
        QImage striped(1600, 1200, QImage::Format_RGB32);
        for (int y = 0; y < striped.height(); ++y)
            for (int x = 0; x < striped.width(); ++x)
                striped.setPixel(x, y, (x / 150 * 37 + y / 150 * 91) % 200 < 100 ? 0xFFA0A0A0u : 0xFF404040u);
        striped.save(ctl.path(u"sharp.png"_s));
        striped.scaled(1500, 1125, Qt::KeepAspectRatio, Qt::SmoothTransformation).save(ctl.path(u"again.jpg"_s));
        photo(ctl, {u"add"_s, u"B26-1187"_s, ctl.path(u"sharp.png"_s), ctl.path(u"again.jpg"_s)});

        const QJsonObject checked = photo(ctl, {u"check"_s, u"B26-1187"_s}).json();
        QCOMPARE(checked.value(u"clean"_s), QJsonValue(false));
        const QJsonArray photos = checked.value(u"photos"_s).toArray();
        QCOMPARE(photos.size(), 5);
        const QJsonArray hints = photos[0][u"hints"_s].toArray();
        QVERIFY2(hints.contains(u"blurred"_s) && hints.contains(u"too_small"_s), "one shade, 640 pixels wide");
        QVERIFY(photos[0][u"near_duplicates"_s].toArray().isEmpty());
        QCOMPARE(photos[3][u"hints"_s].toArray(), QJsonArray());
        QCOMPARE(photos[3][u"near_duplicates"_s].toArray(), QJsonArray{photos[4][u"id"_s]});

        ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-2000"_s});
        photo(ctl, {u"add"_s, u"B26-2000"_s, ctl.path(u"sharp.png"_s)});
        const QJsonObject other = photo(ctl, {u"check"_s, u"B26-2000"_s}).json();
        QCOMPARE(other.value(u"photos"_s)[0][u"elsewhere"_s].toArray().size(), 2);
        QCOMPARE(other.value(u"photos"_s)[0][u"elsewhere"_s][0][u"vehicle"_s], checked.value(u"vehicle"_s));
    }

    void namesFilesThatAreNoPhotosAndAddsTheRest()
    {
        const CtlRunner ctl;
        makeGallery(ctl);
        QFile text(ctl.path(u"letter.jpg"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("Dear customer");
        text.close();
        QImage(64, 64, QImage::Format_RGB32).save(ctl.path(u"d.png"_s));

        const CtlAnswer answer = photo(ctl, {u"add"_s, u"B26-1187"_s, text.fileName(), ctl.path(u"d.png"_s)});
        QCOMPARE(answer.exitCode, 6);
        QCOMPARE(answer.json().value(u"added"_s), QJsonValue(1));
        QCOMPARE(answer.json().value(u"refused"_s)[0][u"code"_s], QJsonValue(u"PHOTO-NO-IMAGE"_s));
        QVERIFY(answer.err.contains("letter.jpg"));
    }

    void exportsCopiesAndOverwritesOnlyWhenTold()
    {
        const CtlRunner ctl;
        makeGallery(ctl);
        const QStringList command{u"export"_s, u"B26-1187"_s, ctl.path(u"out"_s), u"--size"_s, u"original"_s};
        const CtlAnswer answer = photo(ctl, command);
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json().value(u"written"_s).toArray().size(), 3);
        QFile copy(ctl.path(u"out/02-b.png"_s));
        QFile original(ctl.path(u"b.png"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly) && original.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), original.readAll());

        QCOMPARE(photo(ctl, command).errorCode(), u"FILE-WRITE"_s);
        QCOMPARE(photo(ctl, command + QStringList{u"--overwrite"_s}).exitCode, 0);
    }

    void exportsByAPreset()
    {
        const CtlRunner ctl;
        makeGallery(ctl);
        const QStringList command{u"export"_s, u"B26-1187"_s, ctl.path(u"web"_s), u"--preset"_s, u"square"_s};
        const CtlAnswer answer = photo(ctl, command);
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json().value(u"written"_s)[2], QJsonValue(ctl.path(u"web/B26-1187-03.jpg"_s)));
        const QImage file(ctl.path(u"web/B26-1187-03.jpg"_s));
        QCOMPARE(file.size(), QSize(640, 640));
        QVERIFY(file.pixelColor(320, 320).blue() > 200);
        QVERIFY(file.pixelColor(320, 20).red() > 200);

        QCOMPARE(photo(ctl, command).errorCode(), u"FILE-WRITE"_s);
        QCOMPARE(photo(ctl, command + QStringList{u"--overwrite"_s}).exitCode, 0);
        const CtlAnswer zip =
            photo(ctl, {u"export"_s, u"B26-1187"_s, ctl.path(u"a.zip"_s), u"--preset"_s, u"website"_s});
        QCOMPARE(zip.exitCode, 0);
        QVERIFY(QFileInfo(ctl.path(u"a.zip"_s)).size() > 1000);
        const CtlAnswer unknown =
            photo(ctl, {u"export"_s, u"B26-1187"_s, ctl.path(u"b"_s), u"--preset"_s, u"nobody's"_s});
        QCOMPARE(unknown.exitCode, 3);
        QVERIFY(unknown.err.contains("nobody's"));
    }

    void saysWhenAPhotoIsNotThere()
    {
        const CtlRunner ctl;
        makeGallery(ctl);
        for (const QString& verb : {u"move"_s, u"primary"_s, u"remove"_s})
            QCOMPARE(photo(ctl, {verb, u"B26-1187"_s, u"4"_s}).exitCode, 3);
    }
};

QTEST_GUILESS_MAIN(CtlPhotosTest)
#include "tst_ctl_photos.moc"
