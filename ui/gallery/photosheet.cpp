// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photosheet.h"

#include "models/gallery/renditionfile.h"
#include "ui/widgets/fonts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QSaveFile>
#include <QtConcurrent>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr double SheetMargin = 36;
constexpr double SheetGap = 6;
constexpr double PhotoRatio = 4.0 / 3;
/// Of the room for photos, for the first one when others follow; more where it is only a few.
constexpr double LeadShare = 0.42, LeadShareOfFew = 0.55;
constexpr int FewOthers = 2;
constexpr int FactColumns = 3;
constexpr double FactHeight = 25;
constexpr int SheetDots = 200;
constexpr int LeadPixels = 1500, OtherPixels = 700;

const QColor SheetInk(0x16, 0x1D, 0x21);
const QColor SheetFaint(0x5A, 0x67, 0x6E);
const QColor SheetLine(0xD5, 0xDC, 0xE0);

QFont sheetFont(TextRole role, double points)
{
    QFont font = Fonts::font(role);
    // The painter counts in points; the screen's size of the role does not matter here.
    font.setPixelSize(qMax(1, qRound(points)));
    return font;
}

/// Paints one line, shortened where there is no room, and returns its height.
double sheetText(QPainter& painter, const QPointF& at, double width, const QFont& font, const QColor& color,
                 const QString& text)
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRectF(at, QSizeF(width, metrics.height())), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, width));
    return metrics.height();
}

double paintSheetHead(QPainter& painter, const QRectF& area, const PhotoSheet& sheet)
{
    const QFont tagFont = sheetFont(TextRole::MonoStrong, 11);
    const double tagWidth = sheet.stock.isEmpty() ? 0 : QFontMetricsF(tagFont).horizontalAdvance(sheet.stock) + 16;
    if (tagWidth > 0) {
        const QRectF tag(area.topLeft() + QPointF(0, 3), QSizeF(tagWidth, 20));
        painter.setPen(QPen(SheetInk, 0.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(tag, 4, 4);
        painter.setFont(tagFont);
        painter.drawText(tag, Qt::AlignCenter, sheet.stock);
    }
    const double left = tagWidth > 0 ? tagWidth + 10 : 0;
    double y = sheetText(painter, area.topLeft() + QPointF(left, 0), area.width() - left,
                         sheetFont(TextRole::DialogTitle, 20), SheetInk, sheet.title) +
               6;
    int place = 0;
    const double column = area.width() / FactColumns;
    for (const auto& [name, value] : sheet.facts) {
        if (value.isEmpty())
            continue;
        const QPointF at = area.topLeft() + QPointF(place % FactColumns * column, y + place / FactColumns * FactHeight);
        const double height =
            sheetText(painter, at, column - SheetGap, sheetFont(TextRole::Caption, 7.5), SheetFaint, name);
        sheetText(painter, at + QPointF(0, height - 1), column - SheetGap, sheetFont(TextRole::BodyMedium, 10),
                  SheetInk, value);
        ++place;
    }
    return y + (place + FactColumns - 1) / FactColumns * FactHeight + SheetGap;
}

void paintSheetPhoto(QPainter& painter, const QRectF& cell, const QImage& photo)
{
    const QSizeF size = QSizeF(photo.size()).scaled(cell.size(), Qt::KeepAspectRatio);
    const QRectF place(cell.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.drawImage(place, photo);
}

/// As many columns as make the cells largest.
int sheetColumns(const QSizeF& room, int count)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = (room.width() - (columns - 1) * SheetGap) / columns;
        const double height = (room.height() - (rows - 1) * SheetGap) / rows;
        if (const double cell = qMin(width, height * PhotoRatio); cell > largest) {
            largest = cell;
            best = columns;
        }
    }
    return best;
}

void paintSheetPhotos(QPainter& painter, QRectF room, const std::vector<QImage>& photos)
{
    if (photos.empty())
        return;
    const int others = static_cast<int>(photos.size()) - 1;
    QRectF lead = room;
    if (others > 0)
        lead.setHeight(room.height() * (others <= FewOthers ? LeadShareOfFew : LeadShare));
    lead.setHeight(qMin(lead.height(), lead.width() * photos.front().height() / photos.front().width()));
    paintSheetPhoto(painter, lead, photos.front());
    if (others == 0)
        return;
    room.setTop(lead.bottom() + SheetGap);
    const int columns = sheetColumns(room.size(), others);
    const int rows = (others + columns - 1) / columns;
    const QSizeF cell((room.width() - (columns - 1) * SheetGap) / columns,
                      qMin((room.height() - (rows - 1) * SheetGap) / rows,
                           (room.width() - (columns - 1) * SheetGap) / columns / PhotoRatio));
    for (int i = 0; i < others; ++i) {
        const QPointF at(i % columns * (cell.width() + SheetGap), i / columns * (cell.height() + SheetGap));
        paintSheetPhoto(painter, QRectF(room.topLeft() + at, cell), photos[static_cast<size_t>(i) + 1]);
    }
}

}  // namespace

void paintPhotoSheet(QPainter& painter, const QRectF& page, const PhotoSheet& sheet)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QRectF area = page.adjusted(SheetMargin, SheetMargin, -SheetMargin, -SheetMargin);
    const double head = paintSheetHead(painter, area, sheet);
    const QFont footFont = sheetFont(TextRole::Caption, 7.5);
    const double footHeight = QFontMetricsF(footFont).height();
    sheetText(painter, QPointF(area.left(), area.bottom() - footHeight), area.width(), footFont, SheetFaint,
              sheet.foot);
    painter.setPen(QPen(SheetLine, 0.8));
    const double line = area.bottom() - footHeight - 4;
    painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
    area.setTop(area.top() + head);
    area.setBottom(line - SheetGap);
    paintSheetPhotos(painter, area, sheet.photos);
}

std::vector<QImage> readSheetPhotos(const BlobStore& blobs, const std::vector<QByteArray>& shas)
{
    std::vector<QImage> photos;
    for (const QByteArray& sha : shas) {
        if (sha.isEmpty())
            continue;
        const int pixels = photos.empty() ? LeadPixels : OtherPixels;
        if (auto image = readRendition(blobs.path(sha), {pixels, pixels}))
            photos.push_back(*std::move(image));
    }
    return photos;
}

QFuture<Expected<void>> writePhotoSheet(const PhotoSheet& sheet, const BlobStore& blobs,
                                        const std::vector<QByteArray>& shas, const QPageSize& size, const QString& path)
{
    return QtConcurrent::run([sheet, blobs, shas, size, path]() -> Expected<void> {
        PhotoSheet whole = sheet;
        whole.photos = readSheetPhotos(blobs, shas);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return fail(ErrorCode::FileUnwritable, path, file.errorString());
        {
            QPdfWriter writer(&file);
            writer.setPageSize(size);
            writer.setPageMargins({});
            writer.setResolution(SheetDots);
            writer.setTitle(sheet.stock + u' ' + sheet.title);
            writer.setCreator(u"Forecourt"_s);
            QPainter painter;
            if (!painter.begin(&writer))
                return fail(ErrorCode::FileUnwritable, path);
            painter.scale(SheetDots / 72.0, SheetDots / 72.0);
            paintPhotoSheet(painter, QRectF(QPointF(), size.size(QPageSize::Point)), whole);
        }
        if (!file.commit())
            return fail(file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                        path, file.errorString());
        return {};
    });
}

}  // namespace Forecourt
