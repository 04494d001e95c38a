// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/columnchooser.h"

#include "models/outbox/accessdirectory.h"
#include "models/vehicle/vehicleaccess.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

ColumnChooser::ColumnChooser(const QList<VehicleColumn>& shown, const AccessDirectory& access, QWidget* parent)
    : PopupFrame(parent), m_access(access), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(Margin + 12, Margin + 10, Margin + 12, Margin + 10);
    contentLayout()->setSpacing(8);
    contentLayout()->addWidget(new Label(tr("Columns"), TextRole::BodyStrong, Token::Ink, this));
    auto* search = new SearchField(u"search"_s, this);
    search->setPrompt(tr("Find a column…"));
    contentLayout()->addWidget(search);
    m_list->setIconSize(QSize(Theme::px(14), Theme::px(14)));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->installEventFilter(this);
    contentLayout()->addWidget(m_list, 1);
    auto* reset = new Button(tr("Reset"), Button::Kind::Ghost, this);
    contentLayout()->addWidget(reset, 0, Qt::AlignLeft);
    fill(shown);
    connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setHidden(!isShown(m_access, columnAt(i)) ||
                                       !m_list->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::announce);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::announce);
    connect(reset, &QAbstractButton::clicked, this, [this] {
        fill(standard());
        announce();
    });
    resizePanel({Theme::px(290), Theme::px(480)});
    search->setFocus();
}

QList<VehicleColumn> ColumnChooser::standard()
{
    return {VehicleColumn::Photo, VehicleColumn::Stock,  VehicleColumn::Vehicle, VehicleColumn::Site,
            VehicleColumn::Phase, VehicleColumn::Asking, VehicleColumn::Margin,  VehicleColumn::Photos};
}

bool ColumnChooser::isPinned(VehicleColumn column)
{
    return column == VehicleColumn::Photo || column == VehicleColumn::Stock || column == VehicleColumn::Vehicle;
}

void ColumnChooser::fill(const QList<VehicleColumn>& shown)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QList<VehicleColumn> order = shown;
    for (int i = 0; i < VehicleColumnCount; ++i) {
        const auto column = static_cast<VehicleColumn>(i);
        if (!order.contains(column))
            order.append(column);
    }
    for (const VehicleColumn column : order) {
        auto* item = new QListWidgetItem(VehicleWords::columnName(column), m_list);
        item->setData(Qt::UserRole, static_cast<int>(column));
        // Kept in the list, so that a view of somebody who sees it stays as it is.
        item->setHidden(!isShown(m_access, column));
        item->setCheckState(shown.contains(column) || isPinned(column) ? Qt::Checked : Qt::Unchecked);
        item->setFlags(isPinned(column) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                        : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                                              Qt::ItemIsDragEnabled);
        item->setIcon(IconProvider::icon(isPinned(column) ? u"lock"_s : u"grip-vertical"_s, Token::Ink3));
    }
    m_list->setCurrentRow(0);
}

VehicleColumn ColumnChooser::columnAt(int row) const
{
    return static_cast<VehicleColumn>(m_list->item(row)->data(Qt::UserRole).toInt());
}

void ColumnChooser::announce()
{
    QList<VehicleColumn> pinned;
    QList<VehicleColumn> rest;
    for (int i = 0; i < m_list->count(); ++i) {
        const VehicleColumn column = columnAt(i);
        if (isPinned(column))
            pinned.append(column);
        else if (m_list->item(i)->checkState() == Qt::Checked)
            rest.append(column);
    }
    Q_EMIT chosen(pinned + rest);
}

bool ColumnChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (step != 0 && key->modifiers() == Qt::AltModifier) {
            const int from = m_list->currentRow();
            const int to = from + step;
            if (from >= 0 && to >= 0 && to < m_list->count() && !isPinned(columnAt(from)) && !isPinned(columnAt(to))) {
                QListWidgetItem* item = m_list->takeItem(from);
                m_list->insertItem(to, item);
                m_list->setCurrentRow(to);
                announce();
            }
            return true;
        }
    }
    return PopupFrame::eventFilter(watched, event);
}

bool ColumnChooser::event(QEvent* event)
{
    // The keys of the page behind rest while this is open: here letters search and Alt with arrows moves.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return PopupFrame::event(event);
}

}  // namespace Forecourt
