// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gallery/badphotos.h"
#include "tests/support/photofiles.h"

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

using Outcome = BadPhoto::Outcome;

const QByteArray Signature("\x89PNG\r\n\x1A\n");
const QSize Size(96, 64);

QByteArray packed(const QByteArray& bytes)
{
    constexpr int LengthOfQt = 4;  // which qCompress() puts before the stream
    return qCompress(bytes, 9).mid(LengthOfQt);
}

QByteArray header(quint32 width, quint32 height, int depth, int type, int interlace = 0)
{
    return Bytes::pngChunk("IHDR", Bytes::big32(width) + Bytes::big32(height) + static_cast<char>(depth) +
                                       static_cast<char>(type) + QByteArray(2, '\0') + static_cast<char>(interlace));
}

/// quarters(), or what is left of them, as rows of samples.
QByteArray rows(int depth, int type)
{
    QByteArray data;
    for (int y = 0; y < Size.height(); ++y) {
        data += '\0';
        int bits = 0;
        int count = 0;
        for (int x = 0; x < Size.width(); ++x) {
            const QColor color = quarters().pixelColor(x, y);
            const int index = (y >= Size.height() / 2 ? 2 : 0) + (x >= Size.width() / 2 ? 1 : 0);
            std::vector<int> samples;
            if (type == 3)
                samples = {index};
            else if ((type & 2) != 0)
                samples = {color.red(), color.green(), color.blue()};
            else
                samples = {depth < 8 ? qGray(color.rgb()) >> (8 - depth) : qGray(color.rgb())};
            if ((type & 4) != 0)
                samples.push_back(255);
            for (const int sample : samples) {
                if (depth == 16) {
                    data += static_cast<char>(sample);
                    data += static_cast<char>(sample);
                } else if (depth == 8) {
                    data += static_cast<char>(sample);
                } else {
                    bits = bits << depth | (sample & ((1 << depth) - 1));
                    count += depth;
                    if (count == 8) {
                        data += static_cast<char>(bits);
                        bits = count = 0;
                    }
                }
            }
        }
    }
    return data;
}

const QByteArray Palette = QByteArray("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12);

QByteArray file(int depth, int type, const QByteArray& chunks = {})
{
    return Signature + header(96, 64, depth, type) + chunks +
           (type == 3 ? Bytes::pngChunk("PLTE", Palette) : QByteArray()) +
           Bytes::pngChunk("IDAT", packed(rows(depth, type))) + Bytes::pngChunk("IEND", {});
}

void addDepths(std::vector<BadPhoto>& photos)
{
    const struct {
        int depth, type;
        const char* lay;
    } kinds[] = {{8, 2, "rgbw"}, {16, 2, "rgbw"}, {8, 6, "rgbw"}, {16, 6, "rgbw"}, {2, 3, "rgbw"},
                 {4, 3, "rgbw"}, {8, 3, "rgbw"},  {1, 0, ""},     {2, 0, ""},      {4, 0, ""},
                 {8, 0, ""},     {16, 0, ""},     {8, 4, ""},     {16, 4, ""}};
    for (const auto& kind : kinds)
        photos.push_back({u"depth %1 type %2.png"_s.arg(kind.depth).arg(kind.type), file(kind.depth, kind.type),
                          Outcome::Shown, Size, kind.lay});
    for (const auto& [depth, type] : {std::pair{3, 2}, {8, 1}, {8, 5}, {0, 0}, {32, 2}, {16, 3}})
        photos.push_back({u"depth %1 type %2 that are not.png"_s.arg(depth).arg(type),
                          Signature + header(96, 64, depth, type) + Bytes::pngChunk("IDAT", packed(rows(8, 2))) +
                              Bytes::pngChunk("IEND", {}),
                          Outcome::Refused});
}

void addDamage(std::vector<BadPhoto>& photos)
{
    const QByteArray good = file(8, 2);
    const qsizetype data = good.indexOf("IDAT") - 4;
    for (const qsizetype length :
         {qsizetype(8), qsizetype(12), qsizetype(20), qsizetype(33), data + 4, data + 8, data + 40})
        photos.push_back({u"cut at %1.png"_s.arg(length), good.left(length), Outcome::Refused});
    photos.push_back({u"without its end.png"_s, good.chopped(12), Outcome::Either});
    QByteArray wrong = good;
    wrong[29] = static_cast<char>(wrong[29] + 1);
    photos.push_back({u"wrong checksum of the header.png"_s, wrong, Outcome::Refused});
    wrong = good;
    wrong[good.size() - 14] = static_cast<char>(wrong[good.size() - 14] + 1);
    photos.push_back({u"wrong checksum of the data.png"_s, wrong, Outcome::Either});
    photos.push_back(
        {u"without data.png"_s, Signature + header(96, 64, 8, 2) + Bytes::pngChunk("IEND", {}), Outcome::Refused});
    photos.push_back({u"without header.png"_s, Signature + good.mid(33), Outcome::Refused});
    photos.push_back({u"two headers.png"_s, good.left(33) + good.mid(8), Outcome::Either});
    photos.push_back(
        {u"palette picture without palette.png"_s,
         Signature + header(96, 64, 8, 3) + Bytes::pngChunk("IDAT", packed(rows(8, 3))) + Bytes::pngChunk("IEND", {}),
         Outcome::Refused});
    photos.push_back({u"colours beyond the palette.png"_s,
                      Signature + header(96, 64, 8, 3) + Bytes::pngChunk("PLTE", Palette.left(3)) +
                          Bytes::pngChunk("IDAT", packed(rows(8, 3))) + Bytes::pngChunk("IEND", {}),
                      Outcome::Either});
    photos.push_back({u"half of the rows.png"_s,
                      Signature + header(96, 64, 8, 2) + Bytes::pngChunk("IDAT", packed(rows(8, 2).left(96 * 3 * 30))) +
                          Bytes::pngChunk("IEND", {}),
                      Outcome::Either});
    photos.push_back(
        {u"a chunk of 4 GB.png"_s, good.left(33) + "\xFF\xFF\xFF\xFFtEXt" + good.mid(33), Outcome::Refused});
    photos.push_back({u"a chunk that has to be known.png"_s,
                      good.left(33) + Bytes::pngChunk("WHAT", "?") + good.mid(33), Outcome::Refused});
    photos.push_back({u"interlaced, data are not.png"_s,
                      Signature + header(96, 64, 8, 2, 1) + Bytes::pngChunk("IDAT", packed(rows(8, 2))) +
                          Bytes::pngChunk("IEND", {}),
                      Outcome::Either});
    photos.push_back({u"unknown interlacing.png"_s,
                      Signature + header(96, 64, 8, 2, 7) + Bytes::pngChunk("IDAT", packed(rows(8, 2))) +
                          Bytes::pngChunk("IEND", {}),
                      Outcome::Refused});
}

void addBombs(std::vector<BadPhoto>& photos)
{
    for (const auto& [width, height] : {std::pair{60'000u, 60'000u},
                                        {0x7FFFFFFFu, 0x7FFFFFFFu},
                                        {0x7FFFFFFFu, 1u},
                                        {1u, 0x7FFFFFFFu},
                                        {0xFFFFFFFFu, 1u},
                                        {0u, 10u},
                                        {10u, 0u},
                                        {20'000u, 9'000u}})
        photos.push_back({u"%1 by %2.png"_s.arg(width).arg(height), pngHeader(width, height), Outcome::Refused});
    const QByteArray zeros(200'000'000, '\0');
    const QByteArray bomb = packed(zeros);
    const QByteArray good = file(8, 2);
    const auto with = [&good](const QByteArray& chunk) { return good.left(33) + chunk + good.mid(33); };
    photos.push_back({u"200 MB in a text.png"_s, with(Bytes::pngChunk("zTXt", QByteArray("Comment\0\0", 9) + bomb)),
                      Outcome::Either});
    photos.push_back({u"200 MB in a colour profile.png"_s,
                      with(Bytes::pngChunk("iCCP", QByteArray("bomb\0\0", 6) + bomb)), Outcome::Either});
    // What the helpers can just hold, and truly all of it there.
    photos.push_back({u"64 million pixels.png"_s,
                      Signature + header(8'000, 8'000, 8, 2) +
                          Bytes::pngChunk("IDAT", packed(QByteArray(8'000 * 24'001, '\0'))) +
                          Bytes::pngChunk("IEND", {}),
                      Outcome::Shown,
                      {8'000, 8'000}});
    QByteArray texts;
    for (int i = 0; i < 5'000; ++i)
        texts += Bytes::pngChunk("tEXt", QByteArray("Comment\0again", 13));
    photos.push_back({u"5000 texts.png"_s, with(texts), Outcome::Shown, Size, "rgbw"});
}

void addExtras(std::vector<BadPhoto>& photos)
{
    const auto shown = [&](const QString& name, const QByteArray& chunk) {
        photos.push_back({name, file(8, 2, chunk), Outcome::Shown, Size, "rgbw"});
    };
    shown(u"profile of noise.png"_s,
          Bytes::pngChunk("iCCP", QByteArray("noise\0\0", 7) + packed(QByteArray(3'000, '\x5A'))));
    shown(u"profile that is not packed.png"_s, Bytes::pngChunk("iCCP", QByteArray("x\0\0", 3) + QByteArray(300, 'x')));
    shown(u"gamma of nothing.png"_s, Bytes::pngChunk("gAMA", Bytes::big32(0)));
    shown(u"extreme gamma.png"_s, Bytes::pngChunk("gAMA", Bytes::big32(0x7FFFFFFF)));
    shown(u"chromaticities of nothing.png"_s, Bytes::pngChunk("cHRM", QByteArray(32, '\0')));
    shown(u"two thousand million pixels a metre.png"_s,
          Bytes::pngChunk("pHYs", Bytes::big32(0x7FFFFFFF) + Bytes::big32(1) + '\1'));
    // Frames of an animation behind the picture that everybody shows.
    shown(u"animated.png"_s, Bytes::pngChunk("acTL", Bytes::big32(0xFFFF) + Bytes::big32(0)));
    QImage clear(Size, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    photos.push_back({u"wholly transparent.png"_s, encoded(clear, "png"), Outcome::Shown, Size, "wwww"});
    for (int orientation = 1; orientation <= 8; ++orientation)
        photos.push_back({u"orientation %1.png"_s.arg(orientation),
                          pngWithExif(storedFor(quarters(), orientation), orientation), Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"one pixel.png"_s, encoded(quarters(1, 1), "png"), Outcome::Shown, {1, 1}});
    photos.push_back({u"a line.png"_s, encoded(quarters(20'000, 1), "png"), Outcome::Shown, {20'000, 1}});
    photos.push_back({u"a column.png"_s, encoded(quarters(1, 20'000), "png"), Outcome::Shown, {1, 20'000}});
}

}  // namespace

std::vector<BadPhoto> badPngs()
{
    std::vector<BadPhoto> photos;
    addDepths(photos);
    addDamage(photos);
    addBombs(photos);
    addExtras(photos);
    return photos;
}

}  // namespace Forecourt::Tests
