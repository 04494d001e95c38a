// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclerowdelegate.h"

#include "models/gallery/gallery.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/vehicle/unsentvehicles.h"
#include "models/vehicle/vehicle.h"
#include "models/vin/vin.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/keytag.h"
#include "ui/widgets/phaselane.h"
#include "ui/widgets/sitesquare.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thinprogress.h"

#include <QPainter>
#include <QPainterPath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int CellInset = 8;

void drawElided(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, const QColor& color,
                int alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, alignment | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// Two text lines of a row, centred together; one line where the rows are compact.
struct TwoLines {
    explicit TwoLines(const QRect& rect)
    {
        const int first = Fonts::lineHeight(TextRole::BodyMedium);
        const int second = Fonts::lineHeight(TextRole::Second);
        both = rect.height() >= first + second + 4;
        const int top = both ? rect.top() + (rect.height() - first - second) / 2 : rect.top();
        upper = QRect(rect.left(), top, rect.width(), both ? first : rect.height());
        lower = QRect(rect.left(), top + first, rect.width(), second);
    }
    QRect upper;
    QRect lower;
    bool both = false;
};

}  // namespace

VehicleRowDelegate::VehicleRowDelegate(ThumbnailSource& thumbnails, const LocationDirectory& locations,
                                       const Clock& clock, QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails), m_locations(locations), m_clock(clock)
{
}

QSize VehicleRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {Theme::px(80), Theme::px(44)};
}

bool VehicleRowDelegate::isFigure(VehicleColumn column)
{
    switch (column) {
    case VehicleColumn::Asking:
    case VehicleColumn::Cost:
    case VehicleColumn::Margin:
    case VehicleColumn::Odometer:
    case VehicleColumn::DaysInPhase:
    case VehicleColumn::Year: return true;
    default: return false;
    }
}

void VehicleRowDelegate::paintTick(QPainter& painter, const QRect& rect, Qt::CheckState state)
{
    const int side = Theme::px(16);
    const int half = side / 2;  // lines of one pixel lie between whole numbers
    const QRectF box(rect.center().x() - half + 0.5, rect.center().y() - half + 0.5, side - 1, side - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = state != Qt::Unchecked;
    painter.setPen(QPen(Theme::color(filled ? Token::Accent : Token::Ctl), 1));
    painter.setBrush(Theme::color(filled ? Token::Accent : Token::Sheet));
    painter.drawRoundedRect(box, 4, 4);
    if (state == Qt::Checked)
        IconProvider::paint(painter, box, u"check"_s, Theme::color(Token::AccentInk), Theme::px(14));
    else if (state == Qt::PartiallyChecked)
        painter.fillRect(QRectF(box.center().x() - side / 4.0, box.center().y() - 1, side / 2.0, 2),
                         Theme::color(Token::AccentInk));
    painter.restore();
}

void VehicleRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, Theme::color(selected ? Token::Sel : hovered ? Token::Hover : Token::Sheet));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      Theme::color(Token::Line));
    const QRect cell = option.rect.adjusted(CellInset, 0, -CellInset, -1);
    const auto column = static_cast<VehicleColumn>(index.column());
    const QVariant loaded = index.data(VehicleTableModel::SummaryRole);
    if (!loaded.isValid()) {
        const QRectF bar(cell.left(), cell.center().y() - 4, std::min(cell.width(), Theme::px(90)), 8);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(Token::Sunken));
        painter->drawRoundedRect(bar, 4, 4);
        painter->restore();
        return;
    }
    const auto vehicle = loaded.value<VehicleSummary>();
    switch (column) {
    case VehicleColumn::Photo: paintPhoto(*painter, option.rect, vehicle, selected); break;
    case VehicleColumn::Stock:
        KeyTag::paint(*painter, cell, vehicle.stockNumber, Theme::siteColor(vehicle.siteCode));
        break;
    case VehicleColumn::Vehicle: paintName(*painter, cell, vehicle); break;
    case VehicleColumn::Site:
        painter->setFont(Fonts::body());
        if (!vehicle.siteCode.isEmpty())
            SiteSquare::paint(*painter, cell, Theme::siteColor(vehicle.siteCode), vehicle.siteCode,
                              Theme::color(Token::Ink));
        break;
    case VehicleColumn::Phase: paintPhase(*painter, cell, vehicle); break;
    case VehicleColumn::Margin: paintMargin(*painter, cell, vehicle); break;
    case VehicleColumn::Photos: paintPhotoCount(*painter, cell, vehicle); break;
    case VehicleColumn::Vin: drawElided(*painter, cell, vehicle.vin, Fonts::mono(), Theme::color(Token::Ink2)); break;
    case VehicleColumn::Asking:
        drawElided(*painter, cell, plainText(vehicle, column), Fonts::bodyStrong(), Theme::color(Token::Ink),
                   Qt::AlignRight | Qt::AlignVCenter);
        break;
    default:
        drawElided(*painter, cell, plainText(vehicle, column), Fonts::body(), Theme::color(Token::Ink2),
                   (isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    painter->restore();
}

void VehicleRowDelegate::paintPhoto(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle,
                                    bool ticked) const
{
    const int tick = Theme::px(TickWidth);
    paintTick(painter, QRect(rect.left() + 4, rect.top(), tick, rect.height() - 1),
              ticked ? Qt::Checked : Qt::Unchecked);
    const int height = std::min(rect.height() - 9, Theme::px(35));
    const QRectF frame(rect.left() + tick + 4, rect.top() + (rect.height() - 1 - height) / 2.0, height * 1.54, height);
    QPainterPath clip;
    clip.addRoundedRect(frame, 4, 4);
    painter.save();
    painter.setClipPath(clip);
    painter.fillRect(frame, Theme::color(Token::Sunken));
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QImage picture = vehicle.primaryThumb.isEmpty()
                               ? QImage()
                               : m_thumbnails.request(vehicle.primaryThumb, (frame.size() * ratio * 1.2).toSize());
    if (picture.isNull()) {
        painter.restore();
        IconProvider::paint(painter, frame, vehicle.primaryThumb.isEmpty() ? u"photo"_s : u"cloud-down"_s,
                            Theme::color(Token::Ink3), 14);
        return;
    }
    const QSizeF scaled = QSizeF(picture.size()).scaled(frame.size(), Qt::KeepAspectRatioByExpanding);
    QRectF target(QPointF(), scaled);
    target.moveCenter(frame.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, picture);
    painter.restore();
}

void VehicleRowDelegate::paintName(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const
{
    TwoLines lines(rect);
    const QString name = vehicleName(vehicle);
    const QFontMetrics strong(Fonts::bodyMedium());
    if (m_unsent && m_unsent->isUnsent(vehicle.id)) {
        // In words where there is a line for them; the clock alone in compact rows, whose tooltip says it.
        const int icon = Theme::px(14);
        QRect& line = lines.both ? lines.lower : lines.upper;
        const QString words = lines.both ? VehicleWords::waiting() : QString();
        const int wide = QFontMetrics(Fonts::second()).horizontalAdvance(words);
        const bool room = lines.both && line.width() > wide + Theme::px(160);
        const int used = icon + (room ? wide + Theme::px(5) : 0);
        const QRect mark(line.right() - used, line.top(), used, line.height());
        IconProvider::paint(painter, QRectF(mark.left(), mark.top(), icon, mark.height()), u"clock"_s,
                            Theme::color(Token::WarnText), icon);
        if (room)
            drawElided(painter, mark.adjusted(icon + Theme::px(5), 0, 1, 0), words, Fonts::second(),
                       Theme::color(Token::WarnText));
        line.setRight(mark.left() - Theme::px(8));
    }
    drawElided(painter, lines.upper, name, Fonts::bodyMedium(), Theme::color(Token::Ink));
    const int used = strong.horizontalAdvance(name) + strong.horizontalAdvance(u' ');
    if (used < lines.upper.width() - Theme::px(16))
        drawElided(painter, lines.upper.adjusted(used, 0, 0, 0), vehicle.trim, Fonts::body(),
                   Theme::color(Token::Ink2));
    if (!lines.both)
        return;
    const QString last = vinLast8(vehicle.vin);
    drawElided(painter, lines.lower, last, Fonts::mono(), Theme::color(Token::Ink2));
    if (vehicle.odometerKm) {
        const int shift = last.isEmpty() ? 0 : QFontMetrics(Fonts::mono()).horizontalAdvance(last) + Theme::px(10);
        drawElided(painter, lines.lower.adjusted(shift, 0, 0, 0), formatDistanceKm(*vehicle.odometerKm),
                   Fonts::second(), Theme::color(Token::Ink2));
    }
}

void VehicleRowDelegate::paintPhase(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const
{
    const QString word = VehicleWords::phase(vehicle.phase);
    const auto days = daysInPhase(vehicle.phaseSince, m_clock.now());
    const QFontMetrics metrics(Fonts::secondMedium());
    const int textHeight = metrics.height();
    const bool lane = rect.height() >= textHeight + 12;
    const QRect text(rect.left(), lane ? rect.center().y() - textHeight + 3 : rect.top(), rect.width(),
                     lane ? textHeight : rect.height());
    drawElided(painter, text, word, Fonts::secondMedium(), Theme::color(Token::Ink));
    if (days) {
        //: Days a vehicle has been in a phase, after the phase's name
        const QString since = u" · "_s + tr("%1 d").arg(formatCount(*days));
        drawElided(painter, text.adjusted(metrics.horizontalAdvance(word), 0, 0, 0), since, Fonts::second(),
                   Theme::color(Token::Ink2));
    }
    if (lane)
        PhaseLane::paint(
            painter, QRectF(rect.left(), text.bottom() + 4, std::min(rect.width(), Theme::px(PhaseLane::RowWidth)), 3),
            static_cast<int>(vehicle.phase));
}

void VehicleRowDelegate::paintMargin(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const
{
    const auto margin = vehicleMargin(vehicle.asking, vehicle.cost);
    if (!margin)
        return;
    const TwoLines lines(rect);
    drawElided(painter, lines.upper, VehicleWords::money(*margin), Fonts::body(),
               Theme::color(margin->minor < 0 ? Token::BadText : Token::Ink), Qt::AlignRight | Qt::AlignVCenter);
    const auto share = vehicleMarginShare(vehicle.asking, vehicle.cost);
    if (lines.both && share)
        drawElided(painter, lines.lower, formatPercent(*share * 100), Fonts::second(), Theme::color(Token::Ink2),
                   Qt::AlignRight | Qt::AlignVCenter);
}

void VehicleRowDelegate::paintPhotoCount(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const
{
    constexpr int FewPhotos = 12;
    const int width = Theme::px(22);
    drawElided(painter, QRect(rect.left(), rect.top(), width, rect.height()), formatCount(vehicle.photoCount),
               Fonts::body(), Theme::color(Token::Ink2), Qt::AlignRight | Qt::AlignVCenter);
    const QRectF bar(rect.left() + width + 6, rect.center().y() - 2, std::min(rect.width() - width - 6, Theme::px(26)),
                     4);
    ThinProgress::paint(painter, bar, vehicle.photoCount / double(Gallery::MaxPhotos),
                        vehicle.photoCount < FewPhotos ? Tone::Warn : Tone::Neutral);
}

QString VehicleRowDelegate::plainText(const VehicleSummary& vehicle, VehicleColumn column) const
{
    switch (column) {
    case VehicleColumn::DaysInPhase: {
        const auto days = daysInPhase(vehicle.phaseSince, m_clock.now());
        return days ? formatCount(*days) : QString();
    }
    case VehicleColumn::Asking: return VehicleWords::money(vehicle.asking);
    case VehicleColumn::Cost: return VehicleWords::money(vehicle.cost);
    case VehicleColumn::Year: return vehicle.year ? QString::number(*vehicle.year) : QString();
    case VehicleColumn::Make: return vehicle.make;
    case VehicleColumn::Model: return vehicle.model;
    case VehicleColumn::Trim: return vehicle.trim;
    case VehicleColumn::Body: return vehicle.body;
    case VehicleColumn::Engine: return vehicle.engine;
    case VehicleColumn::Fuel: return vehicle.fuel;
    case VehicleColumn::Color: return vehicle.color;
    case VehicleColumn::Odometer: return vehicle.odometerKm ? formatDistanceKm(*vehicle.odometerKm) : QString();
    case VehicleColumn::Title: return vehicle.titleState;
    case VehicleColumn::Bay: return vehicle.bay;
    case VehicleColumn::Keys: return vehicle.keyTag;
    case VehicleColumn::Owner: return vehicle.ownerName;
    case VehicleColumn::Acquired: return vehicle.acquiredAt ? formatDate(*vehicle.acquiredAt) : QString();
    case VehicleColumn::Created: return vehicle.createdAt ? formatDate(*vehicle.createdAt) : QString();
    default: return {};
    }
}

}  // namespace Forecourt
