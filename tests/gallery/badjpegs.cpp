// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gallery/badphotos.h"
#include "tests/support/photofiles.h"

#include <QColorSpace>
#include <QImageWriter>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

using Outcome = BadPhoto::Outcome;

const QSize Size(96, 64);

QByteArray segment(uchar marker, const QByteArray& data)
{
    return QByteArray("\xFF") + static_cast<char>(marker) + Bytes::big16(static_cast<int>(data.size()) + 2) + data;
}

QByteArray after(const QByteArray& file, const QByteArray& segments)
{
    return file.left(2) + segments + file.mid(2);
}

QByteArray exifSegment(const QByteArray& block)
{
    return segment(0xE1, QByteArray("Exif\0\0", 6) + block);
}

QByteArray progressive(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    writer.write(image);
    return bytes;
}

/// Where markers begin, that of the end included.
std::vector<qsizetype> markers(const QByteArray& file)
{
    std::vector<qsizetype> found;
    qsizetype at = 0;
    while (at + 1 < file.size()) {
        const auto marker = static_cast<uchar>(file[at + 1]);
        if (static_cast<uchar>(file[at]) != 0xFF || marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) {
            ++at;
            continue;
        }
        found.push_back(at);
        const bool alone = marker == 0xD8 || marker == 0xD9;
        at += 2;
        if (!alone)
            at += static_cast<uchar>(file[at]) << 8 | static_cast<uchar>(file[at + 1]);
    }
    return found;
}

void addCuts(std::vector<BadPhoto>& photos, const QString& kind, const QByteArray& file)
{
    const std::vector<qsizetype> places = markers(file);
    for (size_t i = 0; i < places.size(); ++i) {
        // Before the marker, behind it, and in the middle of what it starts.
        const qsizetype next = i + 1 < places.size() ? places[i + 1] : file.size();
        for (const qsizetype length : {places[i], places[i] + 2, (places[i] + next) / 2}) {
            if (length < file.size())
                photos.push_back({u"%1 cut at %2.jpg"_s.arg(kind).arg(length), file.left(length), Outcome::Refused});
        }
    }
}

/// Little-endian, with one entry of any kind where the orientation belongs.
QByteArray strangeExif(quint16 type, quint32 count, quint32 value, quint32 nextDirectory = 0)
{
    const auto little16 = [](quint16 number) { return Bytes::little32(number).left(2); };
    return "II" + little16(42) + Bytes::little32(8) + little16(1) + little16(0x0112) + little16(type) +
           Bytes::little32(count) + Bytes::little32(value) + Bytes::little32(nextDirectory);
}

/// An EXIF block whose second directory holds a picture of another colour that lies differently.
QByteArray exifWithThumbnail(int orientation)
{
    QImage thumbnail(16, 12, QImage::Format_RGB32);
    thumbnail.fill(Qt::magenta);
    const QByteArray picture = encoded(thumbnail, "jpeg");
    const auto entry = [](int tag, int type, quint32 value) {
        return Bytes::big16(tag) + Bytes::big16(type) + Bytes::big32(1) +
               (type == 3 ? Bytes::big16(static_cast<int>(value)) + Bytes::big16(0) : Bytes::big32(value));
    };
    constexpr quint32 Second = 8 + 2 + 12 + 4;
    constexpr quint32 Picture = Second + 2 + 4 * 12 + 4;
    return "MM" + Bytes::big16(42) + Bytes::big32(8) + Bytes::big16(1) +
           entry(0x0112, 3, static_cast<quint32>(orientation)) + Bytes::big32(Second) + Bytes::big16(4) +
           entry(0x0103, 3, 6) + entry(0x0112, 3, 1) + entry(0x0201, 4, Picture) +
           entry(0x0202, 4, static_cast<quint32>(picture.size())) + Bytes::big32(0) + picture;
}

void addOrientations(std::vector<BadPhoto>& photos)
{
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const QImage stored = storedFor(quarters(), orientation);
        photos.push_back({u"orientation %1.jpg"_s.arg(orientation), jpegWithExif(stored, orientation), Outcome::Shown,
                          Size, "rgbw"});
        photos.push_back({u"orientation %1 with thumbnail.jpg"_s.arg(orientation),
                          after(encoded(stored, "jpeg"), exifSegment(exifWithThumbnail(orientation))), Outcome::Shown,
                          Size, "rgbw"});
    }
    const QByteArray plain = encoded(quarters(), "jpeg");
    const auto shown = [&](const QString& name, const QByteArray& segments) {
        photos.push_back({name + u".jpg"_s, after(plain, segments), Outcome::Shown, Size, "rgbw"});
    };
    for (const quint32 orientation : {0u, 9u, 255u, 65535u})
        shown(u"orientation %1"_s.arg(orientation), exifSegment(strangeExif(3, 1, orientation)));
    shown(u"orientation as text"_s, exifSegment(strangeExif(2, 4, 0x38)));
    shown(u"orientation as a fraction beyond the end"_s, exifSegment(strangeExif(5, 1, 0x7FFFFFFF)));
    shown(u"orientation four thousand million times"_s, exifSegment(strangeExif(3, 0xFFFFFFFF, 8)));
    shown(u"EXIF that leads to itself"_s, exifSegment(strangeExif(3, 1, 1, 8)));
    shown(u"EXIF that leads out of the file"_s, exifSegment(strangeExif(3, 1, 1, 0xFFFFFFF0)));
    shown(u"EXIF of one byte"_s, exifSegment("M"));
    shown(u"EXIF without a header"_s, exifSegment(QByteArray(500, 'x')));
    shown(u"huge EXIF"_s, exifSegment(exifBlock(1) + QByteArray(64'000, '\x55')));
    QByteArray many;
    for (int i = 0; i < 200; ++i)
        many += segment(0xFE, QByteArray(60'000, 'c'));
    shown(u"12 MB of comments"_s, many);
    shown(u"XMP that says otherwise"_s,
          segment(0xE1, QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) +
                            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                            "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
                            "xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='6'/></rdf:RDF></x:xmpmeta>"));
    photos.push_back(
        {u"comment before EXIF.jpg"_s,
         after(encoded(storedFor(quarters(), 6), "jpeg"), segment(0xFE, "made by hand") + exifSegment(exifBlock(6))),
         Outcome::Shown, Size, "rgbw"});
}

void addProfiles(std::vector<BadPhoto>& photos)
{
    const QByteArray plain = encoded(quarters(), "jpeg");
    const auto part = [](int number, int count, const QByteArray& data) {
        return segment(0xE2,
                       QByteArray("ICC_PROFILE\0", 12) + static_cast<char>(number) + static_cast<char>(count) + data);
    };
    const auto shown = [&](const QString& name, const QByteArray& segments) {
        photos.push_back({name + u".jpg"_s, after(plain, segments), Outcome::Shown, Size, "rgbw"});
    };
    QByteArray huge;
    for (int i = 1; i <= 255; ++i)
        huge += part(i, 255, QByteArray(65'000, static_cast<char>(i)));
    shown(u"16 MB of colour profile"_s, huge);
    shown(u"colour profile of nothing"_s, part(1, 1, {}));
    shown(u"colour profile of noise"_s, part(1, 1, QByteArray(3'000, '\xA5')));
    shown(u"second half of a colour profile"_s, part(2, 2, QByteArray(3'000, '\0')));
    const QByteArray srgb = QColorSpace(QColorSpace::SRgb).iccProfile();
    shown(u"colour profile cut short"_s, part(1, 1, srgb.left(srgb.size() / 2)));
    QByteArray grey = srgb;
    grey.replace(16, 4, "GRAY");
    shown(u"colour profile for grey pictures"_s, part(1, 1, grey));
    QByteArray print = srgb;
    print.replace(16, 4, "CMYK");
    shown(u"colour profile for print"_s, part(1, 1, print));
}

void addModels(std::vector<BadPhoto>& photos)
{
    const auto luma = [](QColor c) { return (299 * c.red() + 587 * c.green() + 114 * c.blue()) / 1000; };
    const auto ycc = [luma](QColor c) {
        const auto chroma = [](double value) { return std::clamp(static_cast<int>(128 + value), 0, 255); };
        return std::vector<int>{luma(c), chroma(0.564 * (c.blue() - luma(c))), chroma(0.713 * (c.red() - luma(c)))};
    };
    const auto rgb = [](QColor c) { return std::vector<int>{c.red(), c.green(), c.blue()}; };
    const auto grey = [luma](QColor c) { return std::vector<int>{luma(c)}; };
    // Adobe keeps the paper's white as 255, and the ink away from it.
    const auto cmyk = [](QColor c) { return std::vector<int>{c.red(), c.green(), c.blue(), 255}; };
    const auto ycck = [ycc](QColor c) {
        std::vector<int> values = ycc(QColor(255 - c.red(), 255 - c.green(), 255 - c.blue()));
        values.push_back(255);
        return values;
    };
    const auto add = [&](const QString& name, BlockJpeg jpeg, auto shades, Outcome outcome, const QByteArray& lay) {
        jpeg.shades = shades;
        photos.push_back(
            {name + u".jpg"_s, jpeg.file(), outcome, outcome == Outcome::Shown ? jpeg.size : QSize(), lay});
    };
    add(u"blocks"_s, {}, ycc, Outcome::Shown, "rgbw");
    add(u"odd size"_s, {.size = {97, 65}}, ycc, Outcome::Shown, "rgbw");
    add(u"grey"_s, {.components = 1}, grey, Outcome::Shown, {});
    add(u"RGB by Adobe"_s, {.adobe = 0}, rgb, Outcome::Shown, "rgbw");
    add(u"RGB by name"_s, {.namedRgb = true}, rgb, Outcome::Shown, "rgbw");
    add(u"CMYK"_s, {.components = 4, .adobe = 0}, cmyk, Outcome::Shown, "rgbw");
    add(u"YCCK"_s, {.components = 4, .adobe = 2}, ycck, Outcome::Shown, "rgbw");
    add(u"four components of nobody"_s, {.components = 4}, cmyk, Outcome::Either, {});
    add(u"YCCK turned"_s, {.components = 4, .adobe = 2, .segments = exifSegment(exifBlock(3))}, ycck, Outcome::Shown,
        "wbgr");
    add(u"two components"_s, {.components = 2}, rgb, Outcome::Either, {});
    add(u"extended frame"_s, {.frame = 0xC1}, ycc, Outcome::Shown, "rgbw");
    add(u"12 bits"_s, {.frame = 0xC1, .precision = 12}, ycc, Outcome::Refused, {});
    add(u"no bits"_s, {.precision = 0}, ycc, Outcome::Refused, {});
    add(u"lossless frame"_s, {.frame = 0xC3}, ycc, Outcome::Refused, {});
    add(u"hierarchical frame"_s, {.frame = 0xC5}, ycc, Outcome::Refused, {});
    add(u"arithmetic frame"_s, {.frame = 0xC9}, ycc, Outcome::Either, {});
    add(u"baseline called progressive"_s, {.frame = 0xC2}, ycc, Outcome::Either, {});
}

void addFrames(std::vector<BadPhoto>& photos)
{
    const QByteArray plain = encoded(quarters(), "jpeg");
    const auto frameOf = [](const QByteArray& file) { return file.indexOf("\xFF\xC0"); };
    const auto sized = [&](const QByteArray& file, int width, int height) {
        QByteArray changed = file;
        const qsizetype at = std::max(frameOf(file), file.indexOf("\xFF\xC2")) + 5;
        return changed.replace(at, 4, Bytes::big16(height) + Bytes::big16(width));
    };
    const QByteArray scans = progressive(quarters());
    photos.push_back({u"65535 squared.jpg"_s, sized(plain, 65535, 65535), Outcome::Refused});
    photos.push_back({u"65535 squared progressive.jpg"_s, sized(scans, 65535, 65535), Outcome::Refused});
    // Few enough pixels to be looked at, and data for hardly any of them.
    photos.push_back({u"14000 squared of nothing.jpg"_s, sized(plain, 14000, 14000), Outcome::Either});
    photos.push_back({u"14000 squared progressive of nothing.jpg"_s, sized(scans, 14000, 14000), Outcome::Refused});
    photos.push_back({u"60000 by 8.jpg"_s, sized(plain, 60000, 8), Outcome::Either});
    photos.push_back({u"8 by 60000.jpg"_s, sized(plain, 8, 60000), Outcome::Either});
    photos.push_back({u"no width.jpg"_s, sized(plain, 0, 64), Outcome::Refused});
    photos.push_back({u"no height.jpg"_s, sized(plain, 96, 0), Outcome::Refused});
    photos.push_back({u"nothing at all.jpg"_s, sized(plain, 0, 0), Outcome::Refused});

    const qsizetype frame = frameOf(plain);
    const QByteArray frameSegment = plain.mid(frame, 19);
    photos.push_back({u"two frames.jpg"_s, QByteArray(plain).insert(frame, frameSegment), Outcome::Either});
    photos.push_back({u"no frame.jpg"_s, QByteArray(plain).remove(frame, 19), Outcome::Refused});
    QByteArray sampled = plain;
    sampled[frame + 11] = '\x44';
    photos.push_back({u"four by four samples.jpg"_s, sampled, Outcome::Either});
    sampled[frame + 11] = '\xFF';
    photos.push_back({u"fifteen by fifteen samples.jpg"_s, sampled, Outcome::Refused});
    sampled[frame + 11] = '\0';
    photos.push_back({u"no samples.jpg"_s, sampled, Outcome::Refused});
    QByteArray tables = plain;
    while (tables.indexOf("\xFF\xC4") >= 0) {
        const qsizetype at = tables.indexOf("\xFF\xC4");
        tables.remove(at, 2 + (static_cast<uchar>(tables[at + 2]) << 8 | static_cast<uchar>(tables[at + 3])));
    }
    photos.push_back({u"no Huffman tables.jpg"_s, tables, Outcome::Either});
    photos.push_back({u"a table of length 0.jpg"_s, after(plain, QByteArray("\xFF\xDB\0\0", 4)), Outcome::Refused});
    photos.push_back(
        {u"a table of length 65535.jpg"_s, after(plain, QByteArray("\xFF\xDB\xFF\xFF", 4)), Outcome::Refused});
    photos.push_back(
        {u"fill bytes.jpg"_s, plain.left(2) + QByteArray(5'000, '\xFF') + plain.mid(3), Outcome::Shown, Size, "rgbw"});
    photos.push_back({u"two pictures in a row.jpg"_s, plain + encoded(quarters(32, 32).mirrored(), "jpeg"),
                      Outcome::Shown, Size, "rgbw"});
    photos.push_back(
        {u"a megabyte behind the end.jpg"_s, plain + QByteArray(1'000'000, '\xFF'), Outcome::Shown, Size, "rgbw"});
    QByteArray restart = plain;
    const qsizetype scan = restart.indexOf("\xFF\xDA");
    photos.push_back({u"restart markers out of turn.jpg"_s,
                      QByteArray(restart).insert(scan, segment(0xDD, Bytes::big16(2))), Outcome::Either});

    // Each scan costs another walk over all pixels of the frame.
    QByteArray slow = sized(scans, 9000, 9000);
    const qsizetype first = slow.indexOf("\xFF\xDA");
    const QByteArray one("\xFF\xDA\0\x08\1\1\0\0\0\1\x55", 11);
    QByteArray more;
    for (int i = 0; i < 3'000; ++i)
        more += one;
    photos.push_back({u"3000 scans.jpg"_s, slow.insert(first, more), Outcome::Refused});
}

}  // namespace

std::vector<BadPhoto> badJpegs()
{
    std::vector<BadPhoto> photos;
    addCuts(photos, u"baseline"_s, jpegWithExif(quarters(), 6));
    addCuts(photos, u"progressive"_s, progressive(quarters()));
    addOrientations(photos);
    addProfiles(photos);
    addModels(photos);
    addFrames(photos);
    photos.push_back({u"progressive.jpg"_s, progressive(quarters()), Outcome::Shown, Size, "rgbw"});
    return photos;
}

}  // namespace Forecourt::Tests
