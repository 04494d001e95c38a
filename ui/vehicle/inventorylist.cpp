// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/inventorylist.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/accessdirectory.h"
#include "models/outbox/journal.h"
#include "models/vehicle/unsentvehicles.h"
#include "models/vehicle/vehicleaccess.h"
#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehicleexport.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/bulkbar.h"
#include "ui/vehicle/columnchooser.h"
#include "ui/vehicle/pricepopup.h"
#include "ui/vehicle/vehiclefilterbar.h"
#include "ui/vehicle/vehicleheader.h"
#include "ui/vehicle/vehiclerowdelegate.h"
#include "ui/vehicle/vehiclesidepanel.h"
#include "ui/vehicle/vehicletableview.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameWidth = 180;
constexpr int WidePanel = 332;
constexpr int NarrowPanel = 268;
constexpr int WidthForWidePanel = 1060;

int columnWidth(VehicleColumn column)
{
    switch (column) {
    case VehicleColumn::Photo: return 104;
    case VehicleColumn::Stock: return 108;
    case VehicleColumn::Vehicle: return 220;
    case VehicleColumn::Site: return 66;
    case VehicleColumn::Phase: return 138;
    case VehicleColumn::DaysInPhase:
    case VehicleColumn::Year: return 64;
    case VehicleColumn::Asking:
    case VehicleColumn::Cost:
    case VehicleColumn::Margin: return 96;
    case VehicleColumn::Photos: return 82;
    case VehicleColumn::Vin: return 160;
    default: return 120;
    }
}

int rowHeightOf(ShellSettings::Density density)
{
    switch (density) {
    case ShellSettings::Density::Compact: return 32;
    case ShellSettings::Density::Normal: return 44;
    case ShellSettings::Density::Roomy: return 56;
    }
    Q_UNREACHABLE();
    return 44;
}

}  // namespace

InventoryList::InventoryList(const ShellContext& context, const VehicleServices& services, QWidget* parent)
    : QWidget(parent), m_context(context), m_services(services), m_model(new VehicleTableModel(*context.store, this))
{
    m_title = new Label(QString(), TextRole::PageTitle, Token::Ink, this);
    m_subtitle = new Label(QString(), TextRole::Body, Token::Ink2, this);
    m_titleActions = new QWidget(this);
    m_import = new Button(QString(), Button::Kind::Default, m_titleActions);
    m_import->setIconName(u"file-import"_s);
    m_new = new Button(QString(), Button::Kind::Primary, m_titleActions);
    m_new->setIconName(u"plus"_s);
    m_new->setKeyHint(Qt::Key_N);
    auto* actions = new QHBoxLayout(m_titleActions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->addWidget(m_import);
    actions->addWidget(m_new);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 12, 16, 6);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addStretch();
    head->addWidget(m_titleActions);

    m_views = new SavedViewTabs(context, this);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(14, 0, 16, 0);
    tabRow->addWidget(m_views);

    m_filterRow = new QWidget(this);
    m_filters = new VehicleFilterBar(*context.store, *services.locations, m_filterRow);
    m_columns = new Button(QString(), Button::Kind::Ghost, m_filterRow);
    m_columns->setIconName(u"columns-3"_s);
    m_export = new IconButton(u"download"_s, QString(), m_filterRow);
    m_export->setKind(Button::Kind::Ghost);
    auto* filterLayout = new QHBoxLayout(m_filterRow);
    filterLayout->setContentsMargins(20, 8, 16, 8);
    filterLayout->addWidget(m_filters, 1);
    filterLayout->addWidget(m_columns, 0, Qt::AlignTop);
    filterLayout->addWidget(m_export, 0, Qt::AlignTop);
    m_bulk = new BulkBar(context, services, this);
    m_bulk->hide();

    m_note = new Note(Tone::Bad, QString(), this);
    m_note->setDismissible(true);
    m_note->hide();

    m_table = new VehicleTableView(this);
    m_unsent = new UnsentVehicles(*context.store, this);
    auto* delegate = new VehicleRowDelegate(*services.thumbnails, *services.locations, context.store->clock(), this);
    delegate->setUnsent(m_unsent);
    m_table->setItemDelegate(delegate);
    connect(m_unsent, &UnsentVehicles::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    m_table->setVehicles(m_model);
    m_table->setRowHeight(rowHeightOf(context.settings->density()));
    m_empty = new EmptyState(EmptyState::Drawing::Lot, this);
    m_empty->hide();
    // Not a stack: changing its page would take the focus from the pop-over that a filter is typed into.
    auto* content = new QWidget(this);
    auto* contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->addWidget(m_table);
    contentColumn->addWidget(m_empty);
    m_panel = new VehicleSidePanel(services, context.store->clock(), this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(content);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_panel->setMinimumWidth(Theme::px(240));
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_panelPlaced = true; });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(tabRow);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_filterRow);
    column->addWidget(m_bulk);
    column->addWidget(m_note);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_splitter, 1);

    m_model->setHeaderText([](VehicleColumn shown) { return VehicleWords::columnHeader(shown); });
    m_model->setWording([this](const VehicleSummary& vehicle, VehicleColumn, int role) -> QVariant {
        const bool waits = role != Qt::DisplayRole && m_unsent->isUnsent(vehicle.id);
        if (role == Qt::ToolTipRole && waits)
            return VehicleWords::waiting();
        if (role != Qt::AccessibleTextRole)
            return QVariant();
        const QString spoken = VehicleWords::spoken(vehicle, m_context.store->clock().now());
        return waits ? spoken + u", "_s + VehicleWords::waiting() : spoken;
    });
    connect(m_import, &QAbstractButton::clicked, this, &InventoryList::importRequested);
    connect(m_new, &QAbstractButton::clicked, this, &InventoryList::addRequested);
    connect(m_columns, &QAbstractButton::clicked, this, &InventoryList::showColumns);
    connect(m_export, &QAbstractButton::clicked, this, &InventoryList::exportShown);
    connect(m_filters, &VehicleFilterBar::filterChanged, this, &InventoryList::applyFilter);
    connect(m_views, &SavedViewTabs::viewChosen, this, &InventoryList::showView);
    connect(context.site, &CurrentSite::changed, this, &InventoryList::applyFilter);
    connect(m_bulk, &BulkBar::clearRequested, this, &InventoryList::clearSelection);
    connect(m_bulk, &BulkBar::exportRequested, this, &InventoryList::exportShown);
    connect(m_bulk, &BulkBar::failed, this, &InventoryList::showFailure);
    connect(m_model, &VehicleTableModel::failed, this, &InventoryList::showFailure);
    connect(m_model, &VehicleTableModel::listed, this, &InventoryList::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { followSelection(); });
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &VehicleTableView::opened, this, &InventoryList::openRequested);
    connect(m_table, &VehicleTableView::resized, this, &InventoryList::fitColumns);
    connect(m_table, &VehicleTableView::peekRequested, this, &InventoryList::togglePanel);
    connect(m_table, &VehicleTableView::rowsSelected, this, &InventoryList::followSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_firstAtHand = false;
        followSelection();
    });
    connect(m_panel, &VehicleSidePanel::openRequested, this, &InventoryList::openRequested);
    connect(m_panel, &VehicleSidePanel::editRequested, this, &InventoryList::editRequested);
    connect(m_panel, &VehicleSidePanel::priceRequested, this, &InventoryList::priceCurrent);
    connect(m_panel, &VehicleSidePanel::previousRequested, this, [this] { step(-1); });
    connect(m_panel, &VehicleSidePanel::nextRequested, this, [this] { step(1); });
    connect(m_panel, &VehicleSidePanel::closeRequested, this, &InventoryList::togglePanel);
    connect(services.thumbnails, &ThumbnailSource::ready, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(services.access, &AccessDirectory::changed, this, &InventoryList::fitColumns);
    connect(services.locations, &LocationDirectory::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(context.settings, &ShellSettings::densityChanged, this,
            [this] { m_table->setRowHeight(rowHeightOf(m_context.settings->density())); });
    connect(&context.store->changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.contains(Table::Vehicles))
            showCounts();
    });
    if (auto* header = qobject_cast<VehicleHeader*>(m_table->horizontalHeader())) {
        connect(header, &VehicleHeader::tickClicked, this, [this] {
            if (m_table->selectedRowNumbers().size() == m_model->rowCount())
                m_table->clearSelection();
            else
                m_table->selectAll();
        });
        connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
            m_model->sort(section, order);
            m_views->setPresent(present());
        });
        connect(header, &QHeaderView::sectionMoved, this, &InventoryList::takeColumnsFromHeader);
        header->setSortIndicatorShown(false);
    }
    setColumns(ColumnChooser::standard());
    retranslate();
    applyFilter();
    showCounts();
}

void InventoryList::applyFilter()
{
    VehicleQuery query = m_model->query();
    query.filter = m_filters->filter();
    m_views->setPresent(present());
    // The site chosen in the top bar narrows every page; a filter for other sites says so louder.
    if (!m_context.site->isAll() && query.filter.locations.isEmpty())
        query.filter.locations = {m_context.site->id()};
    m_model->setQuery(query);
}

void InventoryList::showView(const InventoryView& view)
{
    m_filters->setFilter(view.query.filter);
    VehicleQuery query = view.query;
    m_model->setQuery(query);
    for (int i = 0; i < VehicleColumnCount; ++i) {
        if (vehicleColumnSort(static_cast<VehicleColumn>(i)) == query.sort) {
            const QSignalBlocker quiet(m_table->horizontalHeader());
            m_table->horizontalHeader()->setSortIndicator(i, query.direction);
            break;
        }
    }
    setColumns(view.columns);
    applyFilter();
}

void InventoryList::filterBy(const QString& text)
{
    VehicleFilter filter;
    filter.text = text;
    m_filters->setFilter(filter);
    applyFilter();
}

InventoryView InventoryList::present() const
{
    InventoryView view{m_model->query(), m_wantedColumns};
    // Without the site of the top bar, which is no part of a view.
    view.query.filter = m_filters->filter();
    return view;
}

void InventoryList::takeColumnsFromHeader()
{
    if (m_arranging)
        return;
    const QHeaderView* header = m_table->horizontalHeader();
    std::ranges::stable_sort(m_wantedColumns, {},
                             [header](VehicleColumn column) { return header->visualIndex(static_cast<int>(column)); });
    m_views->setPresent(present());
}

void InventoryList::setColumns(const QList<VehicleColumn>& columns)
{
    m_wantedColumns = columns;
    QHeaderView* header = m_table->horizontalHeader();
    m_arranging = true;
    for (int i = 0; i < columns.size(); ++i) {
        const int section = static_cast<int>(columns.at(i));
        header->moveSection(header->visualIndex(section), i);
        header->resizeSection(section, Theme::px(columnWidth(columns.at(i))));
    }
    m_arranging = false;
    m_views->setPresent(present());
    fitColumns();
}

void InventoryList::fitColumns()
{
    // Where the room ends, columns leave from the end of the row; the name takes what is left.
    QHeaderView* header = m_table->horizontalHeader();
    int room = m_table->width() - Theme::px(NameWidth);
    for (int i = 0; i < VehicleColumnCount; ++i)
        header->setSectionHidden(i, true);
    for (const VehicleColumn column : m_wantedColumns) {
        const bool isName = column == VehicleColumn::Vehicle;
        if (!isShown(*m_services.access, column))
            continue;
        if (!isName)
            room -= Theme::px(columnWidth(column));
        const bool keep = isName || ColumnChooser::isPinned(column) || room >= 0 || !isVisible();
        header->setSectionHidden(static_cast<int>(column), !keep);
    }
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(static_cast<int>(VehicleColumn::Vehicle), QHeaderView::Stretch);
}

void InventoryList::placePanel()
{
    if (m_panelPlaced)
        return;
    const int panel = Theme::px(width() < Theme::px(WidthForWidePanel) ? NarrowPanel : WidePanel);
    m_splitter->setSizes({width() - panel, panel});
}

bool InventoryList::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel: m_firstAtHand = false; break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void InventoryList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placePanel();
}

void InventoryList::showColumns()
{
    auto* chooser = new ColumnChooser(m_wantedColumns, *m_services.access, this);
    connect(chooser, &ColumnChooser::chosen, this, &InventoryList::setColumns);
    chooser->popupBelow(m_columns, PopupFrame::Align::Right);
}

void InventoryList::followSelection()
{
    const QList<int> rows = m_table->selectedRowNumbers();
    const int current = m_table->currentIndex().row();
    const VehicleSummary* summary = current >= 0 ? m_model->summary(current) : nullptr;
    m_panel->setVehicle(summary ? std::optional(*summary) : std::nullopt);
    if (auto* header = qobject_cast<VehicleHeader*>(m_table->horizontalHeader()))
        header->setTick(rows.size() < 2                      ? Qt::Unchecked
                        : rows.size() == m_model->rowCount() ? Qt::Checked
                                                             : Qt::PartiallyChecked);
    m_filterRow->setVisible(rows.size() < 2);
    m_bulk->setVisible(rows.size() > 1);
    if (rows.size() > 1) {
        m_selection = m_model->idsOf(rows);
        whenDone(m_selection, this, [this, count = rows.size()](const Expected<QList<VehicleId>>& ids) {
            if (ids && m_table->selectedRowNumbers().size() == count)
                m_bulk->setVehicles(*ids);
        });
    }
    Q_EMIT statusChanged();
}

void InventoryList::showCounts()
{
    whenDone(m_context.store->read([](Connection& connection) { return VehicleRepository::counts(connection); }), this,
             [this](const Expected<VehicleRepository::Counts>& counts) {
                 if (!counts)
                     return;
                 m_total = counts->total;
                 showState();
             });
}

void InventoryList::showState()
{
    const int shown = m_model->rowCount();
    m_subtitle->setText(shown == m_total ? tr("%n vehicles", nullptr, m_total)
                                         : tr("%1 of %n vehicles", nullptr, m_total).arg(formatCount(shown)));
    // Until somebody touches the list its first row stands at hand, also while others arrive above it.
    if (shown > 0 && (!m_table->currentIndex().isValid() || (m_firstAtHand && m_table->currentIndex().row() != 0))) {
        m_table->setCurrentIndex(m_model->index(0, static_cast<int>(VehicleColumn::Vehicle)));
        m_firstAtHand = true;
    }
    const bool nothing = shown == 0 && !m_model->isLoading();
    const bool focusGoes = m_empty->isAncestorOf(QApplication::focusWidget());
    m_table->setVisible(!nothing);
    m_empty->setVisible(nothing);
    if (!nothing && focusGoes)
        m_table->setFocus();
    if (nothing) {
        m_empty->clearActions();
        const auto parts = m_filters->parts();
        if (m_total == 0) {
            m_empty->setTitle(tr("No vehicles yet"));
            m_empty->setText(tr("Add one by its VIN, or import a list from another program."));
            connect(m_empty->addAction(tr("New vehicle"), Qt::Key_N), &QAbstractButton::clicked, this,
                    &InventoryList::addRequested);
            connect(m_empty->addAction(tr("Import a list")), &QAbstractButton::clicked, this,
                    &InventoryList::importRequested);
        } else if (!parts.isEmpty()) {
            m_empty->setTitle(tr("No vehicle passes these filters"));
            m_empty->setText(tr("Drop one of them to see more."));
            for (const VehicleFilterBar::Part& part : parts) {
                connect(m_empty->addAction(tr("Drop %1").arg(part.words)), &QAbstractButton::clicked, this,
                        [this, without = part.without] {
                            m_filters->setFilter(without);
                            applyFilter();
                        });
            }
        } else {
            m_empty->setTitle(tr("No vehicles at this site"));
            m_empty->setText(tr("Vehicles of other sites are hidden by the choice at the top left."));
            connect(m_empty->addAction(tr("Show all sites")), &QAbstractButton::clicked, this,
                    [this] { m_context.site->setId({}); });
        }
    }
    followSelection();
}

void InventoryList::showFailure(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_note->setText(ErrorText::full(error).toHtmlEscaped() + u" <code>"_s + ErrorText::code(error.code) + u"</code>"_s);
    m_note->show();
}

void InventoryList::togglePanel()
{
    m_panelWanted = m_panel->isHidden();
    m_panel->setVisible(m_panelWanted);
    placePanel();
}

bool InventoryList::step(int by)
{
    const int row = m_table->currentIndex().row() + by;
    if (row < 0 || row >= m_model->rowCount())
        return false;
    m_table->setCurrentIndex(m_model->index(row, static_cast<int>(VehicleColumn::Vehicle)));
    return true;
}

bool InventoryList::clearSelection()
{
    if (m_table->selectedRowNumbers().size() < 2)
        return false;
    const QModelIndex current = m_table->currentIndex();
    m_table->clearSelection();
    m_table->setCurrentIndex(current);
    m_table->setFocus();
    return true;
}

void InventoryList::priceCurrent(VehicleId id)
{
    whenDone(m_context.store->read([id](Connection& connection) { return VehicleRepository::find(connection, id); }),
             this, [this](const Expected<Vehicle>& vehicle) {
                 if (!vehicle)
                     return;
                 const Location* place = m_services.locations->find(vehicle->location);
                 auto* popup = new PricePopup(vehicle->asking, place ? place->currency : Currency::CAD, this);
                 connect(popup, &PricePopup::chosen, this,
                         [this, id = vehicle->id, stock = vehicle->stockNumber](const Money& money) {
                             whenDone(m_context.journal->run(RepriceVehicle{id, money}), this,
                                      [this, stock, money](const Expected<EditOutcome>& outcome) {
                                          if (!outcome) {
                                              showFailure(outcome.error());
                                              return;
                                          }
                                          m_context.undo->push(
                                              [stock, money] {
                                                  return tr("%1 priced at %2").arg(stock, VehicleWords::money(money));
                                              },
                                              outcome->undo);
                                      });
                         });
                 popup->popupBelow(m_panel->isVisible() ? static_cast<QWidget*>(m_panel) : m_columns);
             });
}

void InventoryList::exportShown()
{
    QList<int> rows = m_table->selectedRowNumbers();
    if (rows.size() < 2) {
        rows.clear();
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows.append(row);
    }
    auto* dialog = new QFileDialog(this, tr("Export %n vehicles", nullptr, static_cast<int>(rows.size())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, rows](const QString& file) {
        whenDone(m_model->idsOf(rows), this, [this, file](const Expected<QList<VehicleId>>& ids) {
            if (!ids) {
                showFailure(ids.error());
                return;
            }
            VehicleExport::Options options;
            options.file = file;
            std::erase_if(options.columns, [this](const VehicleCsvTarget& target) {
                return !isShown(*m_services.access, target.field);
            });
            options.language = QLocale().language() == QLocale::French ? CsvLanguage::French : CsvLanguage::English;
            whenDone(VehicleExport::run(*m_context.store, *ids, options), this,
                     [this, file](const Expected<int>& written) {
                         if (written)
                             m_context.navigator->notify(tr("%n vehicles written to %1", nullptr, *written).arg(file));
                         else
                             showFailure(written.error());
                     });
        });
    });
    dialog->open();
}

QString InventoryList::statusText() const
{
    QStringList parts{tr("%n vehicles", nullptr, m_total), tr("%n shown", nullptr, m_model->rowCount())};
    if (const auto selected = m_table->selectedRowNumbers().size(); selected > 0)
        parts << tr("%n selected", nullptr, static_cast<int>(selected));
    return parts.join(u" · "_s);
}

QVariantMap InventoryList::saveState() const
{
    return {{u"view"_s, present().toJson().toVariantMap()},
            {u"splitter"_s, m_panelPlaced ? m_splitter->saveState() : QByteArray()},
            {u"panel"_s, m_panelWanted}};
}

void InventoryList::restoreState(const QVariantMap& state)
{
    if (state.contains(u"splitter"_s))
        m_panelPlaced = m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_panelWanted = state.value(u"panel"_s, true).toBool();
    m_panel->setVisible(m_panelWanted);
    const auto view = InventoryView::fromJson(QJsonObject::fromVariantMap(state.value(u"view"_s).toMap()));
    if (state.contains(u"view"_s))
        setColumns(view.columns);
}

void InventoryList::retranslate()
{
    m_title->setText(tr("Inventory"));
    m_import->setText(tr("Import"));
    m_new->setText(tr("New vehicle"));
    m_columns->setText(tr("Columns"));
    m_export->setName(tr("Export"));
    m_table->setAccessibleName(tr("Vehicles"));
    m_model->retranslate();
    showState();
}

void InventoryList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        setColumns(m_wantedColumns);
}

}  // namespace Forecourt
