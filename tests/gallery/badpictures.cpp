// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gallery/badphotos.h"
#include "tests/gallery/heiffiles.h"
#include "tests/support/photofiles.h"

#include <QRandomGenerator>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

using Outcome = BadPhoto::Outcome;

const QSize Size(96, 64);

void addCuts(std::vector<BadPhoto>& photos, const QString& ending, const QByteArray& file,
             const std::vector<double>& parts)
{
    for (const double part : parts)
        photos.push_back(
            {u"%1 percent.%2"_s.arg(100 * part).arg(ending),
             file.left(std::max<qsizetype>(1, static_cast<qsizetype>(static_cast<double>(file.size()) * part))),
             Outcome::Refused});
}

QByteArray chunk(const QByteArray& name, const QByteArray& data)
{
    return name + Bytes::little32(static_cast<quint32>(data.size())) + data + QByteArray(data.size() % 2, '\0');
}

QByteArray riff(const QByteArray& body)
{
    return "RIFF" + Bytes::little32(static_cast<quint32>(body.size() + 4)) + "WEBP" + body;
}

QByteArray little24(int value)
{
    return Bytes::little32(static_cast<quint32>(value)).left(3);
}

void addWebps(std::vector<BadPhoto>& photos)
{
    const QByteArray good = encoded(quarters(), "webp");
    const QByteArray picture = good.mid(12);
    photos.push_back({u"good.webp"_s, good, Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"without loss.webp"_s, encoded(quarters(), "webp", 100), Outcome::Shown, Size, "rgbw"});
    addCuts(photos, u"webp"_s, good, {0.05, 0.1, 0.3, 0.5, 0.9});
    const auto extended = [](int flags, int width, int height) {
        return chunk("VP8X", Bytes::little32(static_cast<quint32>(flags)) + little24(width - 1) + little24(height - 1));
    };
    const auto frame = [&](const QByteArray& shown, int delay) {
        return chunk("ANMF", little24(0) + little24(0) + little24(95) + little24(63) + little24(delay) + '\0' + shown);
    };
    const QByteArray second = encoded(quarters().mirrored(), "webp").mid(12);
    const QByteArray animation = extended(2, 96, 64) + chunk("ANIM", QByteArray(6, '\0'));
    photos.push_back(
        {u"animated.webp"_s, riff(animation + frame(picture, 100) + frame(second, 100)), Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"animation without frames.webp"_s, riff(animation), Outcome::Refused});
    QByteArray frames;
    for (int i = 0; i < 2'000; ++i)
        frames += frame(picture, 0);
    photos.push_back({u"2000 frames.webp"_s, riff(animation + frames), Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"16384 squared.webp"_s, riff(extended(0, 16'384, 16'384) + picture), Outcome::Refused});
    photos.push_back({u"16 million squared.webp"_s, riff(extended(0, 1 << 24, 1 << 24) + picture), Outcome::Refused});
    photos.push_back({u"canvas unlike the picture.webp"_s, riff(extended(0, 500, 500) + picture), Outcome::Either});
    photos.push_back({u"no picture.webp"_s, riff({}), Outcome::Refused});
    photos.push_back({u"lossless header of 16384 squared.webp"_s,
                      riff(chunk("VP8L", QByteArray("\x2F\xFF\xFF\xFF\x0F", 5) + QByteArray(50, '\0'))),
                      Outcome::Refused});
    QByteArray lying = good;
    lying.replace(4, 4, Bytes::little32(0xFFFFFFF0));
    photos.push_back({u"says it has 4 GB.webp"_s, lying, Outcome::Either});
    photos.push_back({u"behind its end.webp"_s, good + QByteArray(100'000, 'x'), Outcome::Shown, Size, "rgbw"});
    for (int orientation = 1; orientation <= 8; ++orientation)
        photos.push_back({u"orientation %1.webp"_s.arg(orientation),
                          webpWithExif(storedFor(quarters(), orientation), orientation), Outcome::Shown, Size, "rgbw"});
}

/// A TIFF of these entries (tag, type, count, value) and nothing else.
QByteArray tiff(const std::vector<std::array<quint32, 4>>& entries, const QByteArray& rest = {}, quint32 next = 0)
{
    const auto little16 = [](quint32 value) { return Bytes::little32(value).left(2); };
    QByteArray file = "II" + little16(42) + Bytes::little32(8) + little16(static_cast<quint32>(entries.size()));
    for (const auto& [tag, type, count, value] : entries)
        file += little16(tag) + little16(type) + Bytes::little32(count) + Bytes::little32(value);
    return file + Bytes::little32(next) + rest;
}

void addTiffs(std::vector<BadPhoto>& photos)
{
    const QByteArray good = encoded(quarters(), "tiff");
    photos.push_back({u"good.tif"_s, good, Outcome::Shown, Size, "rgbw"});
    addCuts(photos, u"tif"_s, good, {0.0005, 0.1, 0.5});
    const auto plain = [](quint32 width, quint32 height, quint32 samples, quint32 strips) {
        return tiff({{256, 4, 1, width},
                     {257, 4, 1, height},
                     {258, 3, 1, 8},
                     {259, 3, 1, 1},
                     {262, 3, 1, 1},
                     {273, 4, strips, 200},
                     {277, 3, 1, samples},
                     {278, 4, 1, height},
                     {279, 4, strips, 6'144}},
                    QByteArray(7'000, '\x80'));
    };
    photos.push_back({u"grey.tif"_s, plain(96, 64, 1, 1), Outcome::Shown, Size});
    photos.push_back({u"100000 squared.tif"_s, plain(100'000, 100'000, 1, 1), Outcome::Refused});
    photos.push_back({u"4 thousand million by 1.tif"_s, plain(0xFFFFFFFF, 1, 1, 1), Outcome::Refused});
    photos.push_back({u"12000 squared of nothing.tif"_s, plain(12'000, 12'000, 1, 1), Outcome::Refused});
    photos.push_back({u"65535 samples.tif"_s, plain(96, 64, 65'535, 1), Outcome::Refused});
    photos.push_back({u"no samples.tif"_s, plain(96, 64, 0, 1), Outcome::Either});
    photos.push_back({u"500 million strips.tif"_s, plain(96, 64, 1, 500'000'000), Outcome::Either});
    photos.push_back({u"no width.tif"_s, plain(0, 64, 1, 1), Outcome::Refused});
    photos.push_back({u"no entries.tif"_s, tiff({}), Outcome::Refused});
    photos.push_back({u"65535 entries.tif"_s, QByteArray("II*\0\x08\0\0\0\xFF\xFF", 10) + QByteArray(5'000, '\1'),
                      Outcome::Refused});
    photos.push_back({u"directory beyond the end.tif"_s, QByteArray("II*\0\xF0\xFF\xFF\xFF", 8) + QByteArray(500, '\0'),
                      Outcome::Refused});
    photos.push_back({u"directory in itself.tif"_s, tiff({{256, 4, 1, 96}, {257, 4, 1, 64}}, QByteArray(500, '\0'), 8),
                      Outcome::Refused});
    photos.push_back({u"unknown packing.tif"_s,
                      tiff({{256, 4, 1, 96},
                            {257, 4, 1, 64},
                            {258, 3, 1, 8},
                            {259, 3, 1, 60'000},
                            {262, 3, 1, 1},
                            {273, 4, 1, 200},
                            {277, 3, 1, 1},
                            {278, 4, 1, 64},
                            {279, 4, 1, 6'144}},
                           QByteArray(7'000, '\x80')),
                      Outcome::Refused});
    photos.push_back(
        {u"camera raw.cr2"_s, QByteArray("II*\0\x10\0\0\0CR\2\0", 12) + QByteArray(2'000, '\x42'), Outcome::Refused});
    photos.push_back({u"header only.tif"_s, QByteArray("MM\0*\0\0\0\x08", 8), Outcome::Refused});
    for (int orientation = 1; orientation <= 8; ++orientation)
        photos.push_back({u"orientation %1.tif"_s.arg(orientation),
                          tiffWithOrientation(storedFor(quarters(), orientation), orientation), Outcome::Shown, Size,
                          "rgbw"});
}

void addHeifs(std::vector<BadPhoto>& photos, heif_compression_format format, const QString& ending)
{
    const auto good = heifFile(quarters(), format, 1);
    if (!good)
        return;
    for (int orientation = 1; orientation <= 8; ++orientation)
        photos.push_back({u"orientation %1.%2"_s.arg(orientation).arg(ending),
                          *heifFile(storedFor(quarters(), orientation), format, orientation), Outcome::Shown, Size,
                          "rgbw"});
    addCuts(photos, ending, *good, {0.02, 0.05, 0.1, 0.3, 0.5, 0.8});
    const auto changed = [&](const QString& name, const QByteArray& box, qsizetype offset, const QByteArray& bytes,
                             Outcome outcome) {
        QByteArray file = *good;
        const qsizetype at = file.indexOf(box);
        if (at >= 0)
            photos.push_back({name + u'.' + ending, file.replace(at + offset, bytes.size(), bytes), outcome});
    };
    changed(u"60000 squared"_s, "ispe", 8, Bytes::big32(60'000) + Bytes::big32(60'000), Outcome::Refused);
    changed(u"4 thousand million squared"_s, "ispe", 8, QByteArray(8, '\xFF'), Outcome::Refused);
    changed(u"no size"_s, "ispe", 8, QByteArray(8, '\0'), Outcome::Either);
    changed(u"other codec"_s, "infe", 12, "what", Outcome::Either);
    changed(u"no item of that number"_s, "pitm", 8, QByteArray("\x7F\xFF", 2), Outcome::Refused);
    changed(u"meta box of 4 GB"_s, "meta", -4, QByteArray(4, '\xFF'), Outcome::Refused);
    changed(u"data of nothing"_s, "mdat", 8, QByteArray(60, '\0'), Outcome::Either);
    changed(u"locations beyond the end"_s, "iloc", 20, QByteArray(6, '\x7F'), Outcome::Either);
    photos.push_back({u"brand only."_s + ending, good->left(32), Outcome::Refused});
}

/// Two frames, as GIF89a has them.
QByteArray animatedGif()
{
    const QByteArray frame =
        QByteArray("\x21\xF9\x04\0\x0A\0\0\0", 8) + QByteArray("\x2C\0\0\0\0\2\0\2\0\0\2\3\x84\x51\5\0", 16);
    return QByteArray("GIF89a\2\0\2\0\x80\0\0\xFF\0\0\0\0\xFF", 19) + frame + frame + ';';
}

}  // namespace

std::vector<BadPhoto> badOtherPictures()
{
    std::vector<BadPhoto> photos;
    addWebps(photos);
    addTiffs(photos);
    addHeifs(photos, heif_compression_HEVC, u"heic"_s);
    addHeifs(photos, heif_compression_AV1, u"avif"_s);
    photos.push_back({u"animated.gif"_s, animatedGif(), Outcome::Refused});
    const QByteArray jpeg = encoded(quarters(), "jpeg");
    for (const QString& ending : {u"png"_s, u"heic"_s, u"txt"_s, u"mp4"_s})
        photos.push_back({u"a JPEG named."_s + ending, jpeg, Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"a PNG named.jpg"_s, encoded(quarters(), "png"), Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"a WebP named.tif"_s, encoded(quarters(), "webp"), Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"a TIFF named.jpeg"_s, encoded(quarters(), "tiff"), Outcome::Shown, Size, "rgbw"});
    return photos;
}

std::vector<BadPhoto> noPictures()
{
    std::vector<BadPhoto> photos;
    const auto refused = [&](const QString& name, const QByteArray& bytes) {
        photos.push_back({name, bytes, Outcome::Refused});
    };
    refused(u"nothing.jpg"_s, {});
    refused(u"one byte.jpg"_s, "\xFF");
    refused(u"two bytes.jpg"_s, "\xFF\xD8");
    refused(u"three bytes.jpg"_s, "\xFF\xD8\xFF");
    refused(u"begins and ends.jpg"_s, "\xFF\xD8\xFF\xD9");
    refused(u"zeros.jpg"_s, QByteArray(100'000, '\0'));
    refused(u"ones.jpg"_s, QByteArray(100'000, '\xFF'));
    refused(u"letter.jpg"_s, "Dear buyer, the photos follow tomorrow.");
    refused(u"page.jpg"_s, "<!DOCTYPE html><html><body><img src='car.jpg'></body></html>");
    refused(u"drawing.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>");
    refused(u"invoice.pdf"_s, "%PDF-1.7\n1 0 obj<<>>endobj");
    refused(u"photos.zip"_s, QByteArray("PK\3\4", 4) + QByteArray(2'000, '\x33'));
    refused(u"program.jpg"_s,
            "\x7F"
            "ELF" +
                QByteArray(2'000, '\1'));
    refused(u"program.exe"_s, "MZ" + QByteArray(2'000, '\1'));
    refused(u"sound.mp3"_s, QByteArray("ID3\3\0", 5) + QByteArray(2'000, '\x11'));
    refused(u"icon.ico"_s, QByteArray("\0\0\1\0\1\0\x10\x10", 8) + QByteArray(2'000, '\0'));
    refused(u"bitmap.bmp"_s, QByteArray("BM\x36\x10\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", 18) + QByteArray(4'000, '\x7F'));
    refused(u"layers.psd"_s, QByteArray("8BPS\0\1", 6) + QByteArray(2'000, '\0'));
    refused(u"later.jxl"_s, "\xFF\x0A" + QByteArray(2'000, '\x21'));
    QRandomGenerator random(20260712);
    for (const int size : {10, 1'000, 100'000}) {
        QByteArray noise(size, Qt::Uninitialized);
        for (char& byte : noise)
            byte = static_cast<char>(random.bounded(256));
        refused(u"noise of %1.jpg"_s.arg(size), noise);
    }
    return photos;
}

std::vector<BadPhoto> flippedPictures()
{
    constexpr int Each = 25;
    std::vector<BadPhoto> photos;
    QRandomGenerator random(47'110'815);
    std::vector<std::pair<QString, QByteArray>> good{{u"jpg"_s, jpegWithExif(quarters(), 6)},
                                                     {u"png"_s, encoded(quarters(), "png")},
                                                     {u"webp"_s, webpWithExif(quarters(), 6)},
                                                     {u"tif"_s, tiffWithOrientation(quarters(), 6)}};
    if (const auto heic = heifFile(quarters(), heif_compression_HEVC, 6))
        good.emplace_back(u"heic"_s, *heic);
    if (const auto avif = heifFile(quarters(), heif_compression_AV1, 6))
        good.emplace_back(u"avif"_s, *avif);
    for (const auto& [ending, file] : good) {
        for (int i = 0; i < Each; ++i) {
            QByteArray flipped = file;
            // Most of what can go wrong is in the first part; leave alone what names the format.
            for (int bit = 0; bit <= i % 8; ++bit) {
                const qsizetype at =
                    12 +
                    random.bounded(
                        static_cast<int>(i % 2 == 0 ? std::min<qsizetype>(flipped.size(), 700) : flipped.size()) - 12);
                flipped[at] = static_cast<char>(flipped[at] ^ 1 << random.bounded(8));
            }
            photos.push_back({u"flipped %1.%2"_s.arg(i).arg(ending), flipped, Outcome::Either});
        }
    }
    return photos;
}

}  // namespace Forecourt::Tests
