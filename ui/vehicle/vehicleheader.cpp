// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleheader.h"

#include "models/vehicle/vehicletablemodel.h"
#include "ui/vehicle/vehiclerowdelegate.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

VehicleHeader::VehicleHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
}

void VehicleHeader::setTick(Qt::CheckState state)
{
    if (m_tick == state)
        return;
    m_tick = state;
    viewport()->update();
}

QSize VehicleHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), Theme::px(32)};
}

void VehicleHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, Theme::color(Token::Sunken));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), Theme::color(Token::Line2));
    QRect text = rect.adjusted(8, 0, -8, 0);
    if (logicalIndex == static_cast<int>(VehicleColumn::Photo)) {
        const int tick = Theme::px(VehicleRowDelegate::TickWidth);
        VehicleRowDelegate::paintTick(*painter, QRect(rect.left() + 4, rect.top(), tick, rect.height()), m_tick);
        text.setLeft(rect.left() + tick + 4);
    }
    const bool ordered = sortIndicatorSection() == logicalIndex &&
                         vehicleColumnSort(static_cast<VehicleColumn>(logicalIndex)).has_value();
    const QFont font = ordered ? Fonts::font(TextRole::SecondMedium) : Fonts::second();
    painter->setFont(font);
    painter->setPen(Theme::color(ordered ? Token::Ink : Token::Ink3));
    const QString word = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFontMetrics metrics(font);
    const int arrow = ordered ? Theme::px(16) : 0;
    const QString shown = metrics.elidedText(word, Qt::ElideRight, text.width() - arrow);
    const bool right = VehicleRowDelegate::isFigure(static_cast<VehicleColumn>(logicalIndex));
    const int wordLeft = right ? text.right() - metrics.horizontalAdvance(shown) + 1 : text.left() + arrow;
    painter->drawText(QRect(wordLeft, text.top(), text.right() - wordLeft + 2, text.height()), Qt::AlignVCenter, shown);
    if (ordered) {
        const QRectF place(wordLeft - arrow, text.top(), arrow - 2, text.height());
        IconProvider::paint(*painter, place,
                            sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s,
                            Theme::color(Token::Ink), Theme::px(13));
    }
    painter->restore();
}

void VehicleHeader::mouseReleaseEvent(QMouseEvent* event)
{
    const int photo = static_cast<int>(VehicleColumn::Photo);
    const int left = sectionViewportPosition(photo);
    const int x = event->position().toPoint().x();
    if (!isSectionHidden(photo) && x >= left && x < left + Theme::px(VehicleRowDelegate::TickWidth)) {
        Q_EMIT tickClicked();
        return;
    }
    QHeaderView::mouseReleaseEvent(event);
}

}  // namespace Forecourt
