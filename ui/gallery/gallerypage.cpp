// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/gallerypage.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/gallery/galleryneedsmodel.h"
#include "models/gallery/shotlistdirectory.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/store/store.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/gallery/galleryview.h"
#include "ui/gallery/glancedelegate.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/keytag.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QStackedWidget>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int LullMs = 150;
constexpr int StripHeight = 64;

}  // namespace

GalleryPage::GalleryPage(const ShellContext& context, const GalleryServices& services, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_services(services),
      m_shots(new ShotListDirectory(*context.store, this)),
      m_model(new GalleryNeedsModel(this)),
      m_title(new Label(QString(), TextRole::PageTitle, Token::Ink, this)),
      m_subtitle(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_search(new SearchField(u"search"_s, this)),
      m_tabs(new TabStrip(this)),
      m_strip(new QListView(this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_tag(new KeyTag(this)),
      m_name(new Label(QString(), TextRole::Section, Token::Ink, this)),
      m_openButton(new Button(QString(), Button::Kind::Ghost, this)),
      m_content(new QStackedWidget(this)),
      m_gallery(new GalleryView(*context.journal, *services.thumbnails, *services.imageWorkers, context.sync, this)),
      m_empty(new EmptyState(EmptyState::Drawing::Photos, this))
{
    build();
    m_gallery->offerExport(*context.settings);
    if (services.renditions)
        m_gallery->follow(*services.renditions);
    m_lull.setSingleShot(true);
    m_lull.setInterval(LullMs);
    connect(&m_lull, &QTimer::timeout, this, &GalleryPage::read);
    connect(m_search, &QLineEdit::textChanged, &m_lull, qOverload<>(&QTimer::start));
    connect(m_tabs, &QTabBar::currentChanged, this, &GalleryPage::read);
    connect(m_shots, &ShotListDirectory::changed, this, &GalleryPage::read);
    connect(context.site, &CurrentSite::changed, this, &GalleryPage::read);
    connect(services.thumbnails, &ThumbnailSource::ready, m_strip->viewport(), qOverload<>(&QWidget::update));
    connect(m_strip->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            choose(m_model->entries()[static_cast<size_t>(current.row())].vehicle);
    });
    connect(m_gallery, &GalleryView::edited, this,
            [this](const QString& text, const UndoStep& step) { m_context.undo->push([text] { return text; }, step); });
    connect(m_gallery, &GalleryView::undoRequested, m_context.undo, &UndoHistory::undo);
    connect(m_gallery, &GalleryView::redoRequested, m_context.undo, &UndoHistory::redo);
    connect(m_gallery, &GalleryView::said, this, [this](const QString& text) { m_context.navigator->notify(text); });
    connect(m_gallery, &GalleryView::statusChanged, this, [this](const QString& text) {
        m_status = text;
        Q_EMIT statusChanged();
    });
    connect(&context.store->changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (!changes.everything && !changes.contains(Table::Photos) && !changes.contains(Table::Vehicles))
            return;
        m_stale = true;
        if (isVisible())
            m_lull.start();
    });
    m_next = addPageAction(QKeySequence(Qt::ALT | Qt::Key_Right), Offers(InStatusBar) | InKeyList | InPalette);
    m_previous = addPageAction(QKeySequence(Qt::ALT | Qt::Key_Left), Offers(InKeyList) | InPalette);
    m_open = addPageAction(QKeySequence(Qt::CTRL | Qt::Key_Return), Offers(InKeyList) | InPalette);
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_open, &QAction::triggered, this, [this] {
        if (!m_vehicle.isNull())
            m_context.navigator->open({u"inventory"_s, {u"vehicle"_s, m_vehicle.toString()}});
    });
    m_openButton->setSize(Button::Size::Small);
    connect(m_openButton, &QAbstractButton::clicked, m_open, &QAction::trigger);
    for (QAction* action : m_gallery->actions())
        addAction(action);
    setFocusProxy(m_gallery);
    retranslate();
}

void GalleryPage::build()
{
    m_trouble->hide();
    for (int i = 0; i < 5; ++i)
        m_tabs->addTab(QString());
    m_strip->setModel(m_model);
    m_strip->setItemDelegate(new GlanceDelegate(*m_services.thumbnails, m_strip));
    m_strip->setFlow(QListView::LeftToRight);
    m_strip->setWrapping(false);
    m_strip->setUniformItemSizes(true);
    m_strip->setFrameShape(QFrame::NoFrame);
    m_strip->setMouseTracking(true);
    m_strip->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_strip->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_strip->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_strip->setFixedHeight(Theme::px(StripHeight));
    m_content->addWidget(m_gallery);
    m_content->addWidget(m_empty);

    m_chosen = new QWidget(this);
    m_chosen->hide();
    auto* chosen = new QHBoxLayout(m_chosen);
    chosen->setContentsMargins(20, 10, 16, 0);
    chosen->setSpacing(10);
    chosen->addWidget(m_tag);
    chosen->addWidget(m_name, 1);
    chosen->addWidget(m_openButton);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 12, 16, 4);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_subtitle, 1);
    head->addWidget(m_search);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(14, 0, 16, 0);
    tabs->addWidget(m_tabs, 1);
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(14, 6, 14, 2);
    strip->addWidget(m_strip);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(tabs);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_trouble);
    column->addLayout(strip);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_chosen);
    column->addWidget(m_content, 1);
}

PageEntry GalleryPage::entry(const GalleryServices& services)
{
    PageEntry entry;
    entry.id = u"gallery"_s;
    entry.title = [] { return tr("Gallery"); };
    entry.iconName = u"photo"_s;
    entry.create = [&services](const ShellContext& context, QWidget* parent) -> Page* {
        return new GalleryPage(context, services, parent);
    };
    return entry;
}

void GalleryPage::activate(const Route& route)
{
    if (route.path.value(0) == "vehicle"_L1)
        if (const auto id = Uuid::fromString(route.path.value(1)); id && !id->isNull())
            choose(VehicleId(*id));
}

Route GalleryPage::route() const
{
    if (m_vehicle.isNull())
        return {u"gallery"_s, {}};
    return {u"gallery"_s, {u"vehicle"_s, m_vehicle.toString()}};
}

QString GalleryPage::statusText() const
{
    const int row = m_model->rowOf(m_vehicle);
    const QString place =
        row < 0 ? QString()
                : tr("%1 of %2", "place among vehicles").arg(formatCount(row + 1), formatCount(m_needs.matching));
    QStringList parts;
    for (const QString& part : {place, m_vehicle.isNull() ? QString() : m_status})
        if (!part.isEmpty())
            parts << part;
    return parts.join(u" · "_s);
}

QVariantMap GalleryPage::saveState() const
{
    return {{u"need"_s, m_tabs->currentIndex()}};
}

void GalleryPage::restoreState(const QVariantMap& state)
{
    m_tabs->setCurrentIndex(qBound(0, state.value(u"need"_s).toInt(), m_tabs->count() - 1));
}

QList<QWidget*> GalleryPage::areas() const
{
    return {m_search, m_tabs, m_strip, m_gallery};
}

std::optional<GalleryNeed> GalleryPage::need() const
{
    if (m_tabs->currentIndex() <= 0)
        return {};
    return static_cast<GalleryNeed>(m_tabs->currentIndex() - 1);
}

void GalleryPage::read()
{
    m_stale = false;
    const int asked = ++m_asked;
    const GalleryNeeds::Question question{need(), m_context.site->id(), m_search->text()};
    whenDone(m_context.store->read(
                 [question, shots = m_shots->list(), now = m_context.store->clock().now()](Connection& connection) {
                     return readGalleryNeeds(connection, question, shots, now);
                 }),
             this, [this, asked](const Expected<GalleryNeeds>& needs) {
                 if (asked != m_asked)
                     return;
                 m_trouble->setVisible(!needs);
                 if (needs)
                     take(*needs);
                 else
                     m_trouble->setText(ErrorText::full(needs.error()).toHtmlEscaped());
             });
    readVehicle();
}

void GalleryPage::take(const GalleryNeeds& needs)
{
    m_needs = needs;
    m_read = true;
    const int before = m_strip->currentIndex().row();
    {
        // What is chosen stays, also when it lacks nothing any more and leaves the strip.
        const QSignalBlocker quiet(m_strip->selectionModel());
        m_model->setEntries(needs.entries);
        const int row = m_model->rowOf(m_vehicle);
        m_strip->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
        if (const int near = row < 0 ? before : row; near >= 0 && near < m_model->rowCount())
            m_strip->scrollTo(m_model->index(near));
    }
    m_strip->viewport()->update();
    if (m_vehicle.isNull() && m_model->rowCount() > 0)
        m_strip->setCurrentIndex(m_model->index(0));
    m_content->setCurrentWidget(m_vehicle.isNull() ? static_cast<QWidget*>(m_empty) : m_gallery);
    m_next->setEnabled(m_model->rowCount() > 0);
    m_previous->setEnabled(m_model->rowCount() > 0);
    m_open->setEnabled(!m_vehicle.isNull());
    showCounts();
    Q_EMIT statusChanged();
}

void GalleryPage::choose(VehicleId vehicle)
{
    if (vehicle == m_vehicle)
        return;
    m_vehicle = vehicle;
    m_content->setCurrentWidget(m_gallery);
    m_gallery->setVehicle(vehicle);
    const int row = m_model->rowOf(vehicle);
    if (row != m_strip->currentIndex().row())
        m_strip->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    readVehicle();
    Q_EMIT routeChanged();
    Q_EMIT statusChanged();
}

void GalleryPage::readVehicle()
{
    if (m_vehicle.isNull())
        return;
    whenDone(m_context.store->read(
                 [id = m_vehicle](Connection& connection) { return VehicleRepository::find(connection, id); }),
             this, [this, id = m_vehicle](const Expected<Vehicle>& vehicle) {
                 if (id != m_vehicle || !vehicle)
                     return;
                 const Location* site = m_context.locations->find(vehicle->location);
                 m_tag->setTag(vehicle->stockNumber, site ? site->code : QString(), site ? site->name : QString());
                 m_name->setText(vehicleName(*vehicle) + (vehicle->trim.isEmpty() ? QString() : u' ' + vehicle->trim));
                 m_chosen->show();
                 m_gallery->setVehicleTitle(vehicle->stockNumber + u" · "_s + vehicleName(*vehicle));
                 m_gallery->setVehicleFacts(*vehicle, m_services.sheet ? m_services.sheet(*vehicle) : PhotoSheet{});
             });
}

void GalleryPage::step(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = m_model->rowOf(m_vehicle);
    // From a vehicle that has left the strip one comes to the one that took its place.
    const int next = row < 0 ? 0 : qBound(0, row + by, count - 1);
    m_strip->setCurrentIndex(m_model->index(next));
    m_strip->scrollTo(m_model->index(next));
}

void GalleryPage::showCounts()
{
    m_tabs->setCount(0, m_needs.total);
    for (size_t need = 0; need < m_needs.lacking.size(); ++need)
        m_tabs->setCount(static_cast<int>(need) + 1, m_needs.lacking[need]);
    const int few = m_needs.lacking[static_cast<size_t>(GalleryNeed::FewPhotos)];
    m_subtitle->setText(!m_read    ? QString()
                        : few == 0 ? tr("Every vehicle has %1 photos or more").arg(GalleryNeeds::Enough)
                                   : tr("%n vehicle(s) under %1 photos", nullptr, few).arg(GalleryNeeds::Enough));
    m_empty->setTitle(m_needs.total == 0 ? tr("No vehicles in stock") : tr("No vehicle is like that"));
    m_empty->setText(m_needs.total == 0 ? tr("Vehicles that you add or receive appear here with their photos.")
                                        : tr("Choose another list, or search for something else."));
}

void GalleryPage::retranslate()
{
    m_title->setText(tr("Gallery"));
    m_search->setPrompt(tr("Find a vehicle…"));
    const QStringList tabs{tr("All stock"), tr("No photo"), tr("Under %1 photos").arg(GalleryNeeds::Enough),
                           tr("Missing shots"), tr("Only old photos")};
    for (int i = 0; i < tabs.size(); ++i)
        m_tabs->setTabText(i, tabs[i]);
    m_tabs->setAccessibleName(tr("What galleries lack"));
    m_strip->setAccessibleName(tr("Vehicles, fewest photos first"));
    m_next->setText(tr("Next vehicle"));
    m_previous->setText(tr("Previous vehicle"));
    m_open->setText(tr("Open vehicle"));
    m_openButton->setText(tr("Open vehicle"));
    showCounts();
}

void GalleryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_stale)
        read();
}

void GalleryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        readVehicle();
    }
    Page::changeEvent(event);
}

}  // namespace Forecourt
