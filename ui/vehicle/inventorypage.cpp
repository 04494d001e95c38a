// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/inventorypage.h"

#include "models/outbox/accessdirectory.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/vehicle/vehicletablemodel.h"
#include "ui/shell/currentsite.h"
#include "ui/vehicle/importsheet.h"
#include "ui/vehicle/inventorylist.h"
#include "ui/vehicle/vehicleeditor.h"
#include "ui/vehicle/vehiclefilterbar.h"
#include "ui/vehicle/vehiclerecordwords.h"
#include "ui/vehicle/vehiclesearch.h"
#include "ui/vehicle/vehiclesidepanel.h"
#include "ui/vehicle/vehicletableview.h"
#include "ui/widgets/searchfield.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

InventoryPage::InventoryPage(const ShellContext& context, const VehicleServices& services, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_services(services),
      m_stack(new QStackedWidget(this)),
      m_list(new InventoryList(context, services, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_list);
    setFocusProxy(m_list->table());
    addActions();
    connect(m_list, &InventoryList::openRequested, this, [this](VehicleId id) { openVehicle(id); });
    connect(m_list, &InventoryList::editRequested, this, [this] { editCurrent(VehicleField::Vin); });
    connect(m_list, &InventoryList::addRequested, this, &InventoryPage::addVehicle);
    connect(m_list, &InventoryList::importRequested, this, &InventoryPage::importFile);
    connect(m_list, &InventoryList::statusChanged, this, &Page::statusChanged);
    retranslate();
}

PageEntry InventoryPage::entry(const VehicleServices& services)
{
    PageEntry entry;
    entry.id = u"inventory"_s;
    entry.title = [] { return tr("Inventory"); };
    entry.iconName = u"car-garage"_s;
    entry.create = [&services](const ShellContext& context, QWidget* parent) -> Page* {
        return new InventoryPage(context, services, parent);
    };
    entry.count = [](const ShellContext& context) {
        return context.store->read([](Connection& connection) -> Expected<qint64> {
            auto counts = VehicleRepository::counts(connection);
            if (!counts)
                return fail(counts.error());
            return counts->total;
        });
    };
    entry.search = [&services](const ShellContext& context, QObject* parent) -> SearchProvider* {
        return new VehicleSearch(context, services, parent);
    };
    entry.words = [&services](const ShellContext& context, QObject* parent) -> RecordWords* {
        return new VehicleRecordWords(context, services, parent);
    };
    return entry;
}

void InventoryPage::addActions()
{
    const Offers everywhere = InPalette | InStatusBar | InKeyList;
    const Offers quietly = InPalette | InKeyList;
    m_peek = addPageAction({}, InKeyList);
    m_new = addPageAction(Qt::Key_N, quietly);
    m_edit = addPageAction(Qt::Key_E, everywhere);
    m_price = addPageAction(Qt::Key_P, everywhere);
    m_filter = addPageAction(Qt::Key_Slash, InKeyList);
    m_columns = addPageAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), everywhere);
    m_importAction = addPageAction({}, InPalette);
    m_export = addPageAction({}, InPalette);
    m_previous = addPageAction(QKeySequence(Qt::ALT | Qt::Key_Up), InKeyList);
    m_next = addPageAction(QKeySequence(Qt::ALT | Qt::Key_Down), InKeyList);
    m_tab = addPageAction(QKeySequence(Qt::CTRL | Qt::Key_Tab), InKeyList);
    m_activity = addPageAction({}, InPalette);
    connect(m_activity, &QAction::triggered, this, &InventoryPage::showActivity);
    connect(m_services.access, &AccessDirectory::changed, this, &InventoryPage::offerActivity);
    offerActivity();
    connect(m_peek, &QAction::triggered, m_list, &InventoryList::togglePanel);
    connect(m_new, &QAction::triggered, this, &InventoryPage::addVehicle);
    connect(m_edit, &QAction::triggered, this, [this] { editCurrent(VehicleField::Vin); });
    connect(m_price, &QAction::triggered, this, [this] {
        if (isDetail()) {
            // On the photos tab P makes a photo the primary one.
            if (m_detail->tab() == VehicleDetail::Tab::Overview)
                m_detail->changePrice();
        } else if (!currentVehicle().isNull()) {
            m_list->priceCurrent(currentVehicle());
        }
    });
    connect(m_filter, &QAction::triggered, this, [this] {
        showList();
        m_list->filterBar()->focusText();
    });
    connect(m_columns, &QAction::triggered, this, [this] {
        showList();
        m_list->showColumns();
    });
    connect(m_importAction, &QAction::triggered, this, &InventoryPage::importFile);
    connect(m_export, &QAction::triggered, m_list, &InventoryList::exportShown);
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_tab, &QAction::triggered, this, [this] {
        if (isDetail())
            m_detail->setTab(m_detail->tab() == VehicleDetail::Tab::Overview ? VehicleDetail::Tab::Photos
                                                                             : VehicleDetail::Tab::Overview);
    });
}

bool InventoryPage::isDetail() const
{
    return m_detail && m_stack->currentWidget() == m_detail;
}

VehicleId InventoryPage::currentVehicle() const
{
    return isDetail() ? m_detail->vehicle() : m_list->table()->currentVehicle();
}

VehicleDetail* InventoryPage::detail()
{
    if (!m_detail) {
        m_detail = new VehicleDetail(m_context, m_services, this);
        m_stack->addWidget(m_detail);
        connect(m_detail, &VehicleDetail::backRequested, this, &InventoryPage::showList);
        connect(m_detail, &VehicleDetail::stepRequested, this, &InventoryPage::step);
        connect(m_detail, &VehicleDetail::openRequested, this, [this](VehicleId id) { openVehicle(id); });
        connect(m_detail, &VehicleDetail::editRequested, this,
                [this](VehicleId, VehicleField first) { editCurrent(first); });
        connect(m_detail, &VehicleDetail::activityRequested, this, &InventoryPage::showActivity);
        offerActivity();
        connect(m_detail, &VehicleDetail::statusChanged, this, &Page::statusChanged);
        connect(m_detail, &VehicleDetail::tabChanged, this, &Page::routeChanged);
        connect(m_list->model(), &VehicleTableModel::listed, this, &InventoryPage::showPlace);
    }
    return m_detail;
}

VehicleEditor* InventoryPage::editor()
{
    if (!m_editor) {
        m_editor = new VehicleEditor(m_context, m_services, this);
        m_editor->hide();
        connect(m_editor, &VehicleEditor::openRequested, this, [this](VehicleId id) {
            m_editor->closeSheet();
            openVehicle(id);
        });
        connect(m_editor, &VehicleEditor::saved, this, [this](VehicleId id) {
            if (isDetail())
                openVehicle(id, m_detail->tab());
        });
    }
    return m_editor;
}

void InventoryPage::openVehicle(VehicleId id, VehicleDetail::Tab tab)
{
    detail()->setVehicle(id, tab);
    m_stack->setCurrentWidget(m_detail);
    setFocusProxy(m_detail);
    m_detail->setFocus();
    showPlace();
    Q_EMIT routeChanged();
    Q_EMIT statusChanged();
}

void InventoryPage::showList()
{
    if (m_stack->currentWidget() == m_list)
        return;
    m_stack->setCurrentWidget(m_list);
    setFocusProxy(m_list->table());
    m_list->table()->setFocus();
    Q_EMIT routeChanged();
    Q_EMIT statusChanged();
}

void InventoryPage::step(int by)
{
    if (!isDetail()) {
        m_list->step(by);
        return;
    }
    const auto row = m_list->model()->rowOf(m_detail->vehicle());
    if (!row)
        return;
    const QModelIndex next = m_list->model()->index(*row + by, static_cast<int>(VehicleColumn::Vehicle));
    if (!next.isValid())
        return;
    m_list->table()->setCurrentIndex(next);
    // Details of a row far away may still be on their way; the list then stays where it was asked to go.
    if (const VehicleSummary* vehicle = m_list->model()->summary(next.row()))
        openVehicle(vehicle->id, m_detail->tab());
}

void InventoryPage::showActivity()
{
    if (!currentVehicle().isNull())
        m_context.navigator->open(activityRoute(Table::Vehicles, currentVehicle().uuid()));
}

void InventoryPage::offerActivity()
{
    const QString role = m_services.access->access().role;
    const bool offered = role == "owner"_L1 || role == "manager"_L1;
    m_activity->setEnabled(offered);
    m_activity->setVisible(offered);
    if (m_detail)
        m_detail->setActivityOffered(offered);
}

void InventoryPage::showPlace()
{
    if (!m_detail)
        return;
    const auto row = m_list->model()->rowOf(m_detail->vehicle());
    m_detail->setPlace(row.value_or(-1), m_list->model()->rowCount());
}

bool InventoryPage::isEditing()
{
    if (!m_editor || m_editor->isHidden() || !m_editor->isDirty())
        return false;
    m_editor->askBeforeClosing();
    return true;
}

void InventoryPage::addVehicle()
{
    if (isEditing())
        return;
    editor()->openOver(this, 480);
    m_editor->addVehicle(m_context.site->id());
}

void InventoryPage::editCurrent(VehicleField first)
{
    if (currentVehicle().isNull() || isEditing())
        return;
    editor()->openOver(this, 480);
    m_editor->editVehicle(currentVehicle(), first);
}

void InventoryPage::importFile()
{
    if (!m_import) {
        m_import = new ImportSheet(m_context, *m_services.access, this);
        m_import->hide();
    }
    m_import->openOver(this, 640);
    m_import->chooseFile();
}

void InventoryPage::activate(const Route& route)
{
    if (route.path.isEmpty())
        return;
    if (route.path.first() == "vehicle"_L1) {
        const auto id = Uuid::fromString(route.path.value(1));
        if (id)
            openVehicle(VehicleId(*id),
                        route.path.value(2) == "photos"_L1 ? VehicleDetail::Tab::Photos : VehicleDetail::Tab::Overview);
    } else if (route.path.first() == "filter"_L1) {
        showList();
        m_list->filterBy(route.path.value(1));
    } else if (route.path.first() == "new"_L1) {
        showList();
        addVehicle();
    } else {
        showList();
    }
}

Route InventoryPage::route() const
{
    Route route{u"inventory"_s, {}};
    if (isDetail()) {
        route.path = {u"vehicle"_s, m_detail->vehicle().toString()};
        if (m_detail->tab() == VehicleDetail::Tab::Photos)
            route.path << u"photos"_s;
    }
    return route;
}

bool InventoryPage::goBack()
{
    if (isDetail()) {
        showList();
        return true;
    }
    return m_list->clearSelection();
}

QString InventoryPage::statusText() const
{
    return isDetail() ? m_detail->statusText() : m_list->statusText();
}

QVariantMap InventoryPage::saveState() const
{
    return m_list->saveState();
}

void InventoryPage::restoreState(const QVariantMap& state)
{
    m_list->restoreState(state);
}

bool InventoryPage::canClose()
{
    return !isEditing();
}

QList<QWidget*> InventoryPage::areas() const
{
    if (isDetail())
        return m_detail->areas();
    return {m_list->titleActions(), m_list->tabs(), m_list->filterBar()->textField(), m_list->table(),
            m_list->sidePanel()};
}

void InventoryPage::retranslate()
{
    setAccessibleName(tr("Inventory"));
    m_peek->setText(tr("Peek"));
    m_new->setText(tr("New vehicle"));
    m_edit->setText(tr("Edit"));
    m_price->setText(tr("Price"));
    m_filter->setText(tr("Filter"));
    m_columns->setText(tr("Columns"));
    m_importAction->setText(tr("Import vehicles from a file"));
    m_export->setText(tr("Export vehicles to a file"));
    m_previous->setText(tr("Previous vehicle"));
    m_next->setText(tr("Next vehicle"));
    m_tab->setText(tr("Next tab"));
    m_activity->setText(tr("Show activity"));
}

void InventoryPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
