// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicledetail.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/journal.h"
#include "models/vehicle/unsentvehicles.h"
#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/phasesteps.h"
#include "ui/vehicle/pricepopup.h"
#include "ui/vehicle/vehicleoverview.h"
#include "ui/vehicle/vehiclephotosheet.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/keytag.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sitesquare.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// All that the page shows of one vehicle, read together.
struct DetailReading {
    Vehicle vehicle;
    VehicleSummary summary;
    QString duplicate;
};

Expected<DetailReading> readDetail(Connection& connection, VehicleId id)
{
    auto vehicle = VehicleRepository::find(connection, id);
    if (!vehicle)
        return fail(vehicle.error());
    auto summaries = VehicleRepository::summaries(connection, std::span<const VehicleId>(&id, 1));
    if (!summaries)
        return fail(summaries.error());
    auto duplicates = VehicleRepository::duplicatesOf(connection, vehicle->vin, id);
    if (!duplicates)
        return fail(duplicates.error());
    return DetailReading{std::move(*vehicle), summaries->empty() ? VehicleSummary{} : summaries->front(),
                         duplicates->empty() ? QString() : duplicates->front().stockNumber};
}

}  // namespace

VehicleDetail::VehicleDetail(const ShellContext& context, const VehicleServices& services, QWidget* parent)
    : QWidget(parent), m_context(context), m_services(services)
{
    m_back = new IconButton(u"arrow-left"_s, QString(), this);
    m_back->setKind(Button::Kind::Ghost);
    m_back->setShortcutHint(Qt::Key_Escape);
    m_tag = new KeyTag(this);
    m_name = new Label(QString(), TextRole::PageTitle, Token::Ink, this);
    m_trim = new Label(QString(), TextRole::Body, Token::Ink2, this);
    m_trim->setEliding(true);
    m_phases = new PhaseSteps(this);
    m_activity = new IconButton(u"history"_s, QString(), this);
    m_activity->setObjectName(u"showActivity"_s);
    m_activity->hide();
    m_remove = new Button(QString(), Button::Kind::Danger, this);
    m_remove->setIconName(u"trash"_s);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_back);
    top->addWidget(m_tag);
    top->addWidget(m_name);
    top->addWidget(m_trim, 1);
    top->addWidget(m_phases, 3);
    top->addSpacing(8);
    top->addWidget(m_activity);
    top->addWidget(m_remove);

    m_vin = new Label(QString(), TextRole::Mono, Token::Ink3, this);
    m_vin->setTextFormat(Qt::RichText);
    m_vin->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_site = new SiteSquare(this);
    m_facts = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_facts->setEliding(true);
    m_waiting = new Badge(QString(), Tone::Warn, this);
    m_waiting->setIconName(u"clock"_s);
    m_waiting->hide();
    m_unsent = new UnsentVehicles(*context.store, this);
    m_place = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_previous = new IconButton(u"arrow-up"_s, QString(), this);
    m_previous->setShortcutHint(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_next = new IconButton(u"arrow-down"_s, QString(), this);
    m_next->setShortcutHint(QKeySequence(Qt::ALT | Qt::Key_Down));
    for (IconButton* button : {m_previous, m_next})
        button->setSize(Button::Size::Small);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(Theme::px(38), 0, 0, 0);
    second->setSpacing(14);
    second->addWidget(m_vin);
    second->addWidget(m_site);
    second->addWidget(m_facts, 1);
    second->addWidget(m_waiting);
    second->addWidget(m_place);
    second->addWidget(m_previous);
    second->addWidget(m_next);

    m_tabs = new TabStrip(this);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_content = new QStackedWidget(this);
    m_overview = new VehicleOverview(services, context.store->clock(), this);
    m_gone = new ErrorState(Tone::Warn, this);
    m_content->addWidget(m_overview);
    m_content->addWidget(m_gone);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(14, 10, 16, 0);
    head->setSpacing(4);
    head->addLayout(top);
    head->addLayout(second);
    head->addWidget(m_tabs);
    column->addLayout(head);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_content, 1);

    connect(m_unsent, &UnsentVehicles::changed, this, [this] { m_waiting->setVisible(m_unsent->isUnsent(m_id)); });
    connect(m_back, &QAbstractButton::clicked, this, &VehicleDetail::backRequested);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_phases, &PhaseSteps::chosen, this, &VehicleDetail::changePhase);
    connect(m_activity, &QAbstractButton::clicked, this, &VehicleDetail::activityRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &VehicleDetail::remove);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) { setTab(static_cast<Tab>(index)); });
    connect(m_overview, &VehicleOverview::editRequested, this,
            [this](VehicleField first) { Q_EMIT editRequested(m_id, first); });
    connect(m_overview, &VehicleOverview::priceRequested, this, &VehicleDetail::changePrice);
    connect(m_overview, &VehicleOverview::photosRequested, this, [this] { setTab(Tab::Photos); });
    connect(m_overview, &VehicleOverview::duplicateRequested, this, &VehicleDetail::openOther);
    connect(services.locations, &LocationDirectory::changed, this, &VehicleDetail::show);
    connect(&context.store->changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        const bool mine = changes.everything || std::ranges::any_of(changes.rows, [this](const ChangeSet::Row& row) {
                              return row.id == m_id.uuid() || row.table == Table::Photos;
                          });
        if (mine && isVisible())
            read();
    });
    retranslate();
}

void VehicleDetail::setVehicle(VehicleId id, Tab tab)
{
    m_id = id;
    if (m_gallery)
        m_gallery->setVehicle(id);
    setTab(tab);
    read();
}

VehicleDetail::Tab VehicleDetail::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

GalleryView* VehicleDetail::gallery()
{
    if (!m_gallery) {
        m_gallery =
            new GalleryView(*m_context.journal, *m_services.thumbnails, *m_services.imageWorkers, m_context.sync, this);
        m_content->addWidget(m_gallery);
        connect(m_gallery, &GalleryView::edited, this, [this](const QString& text, const UndoStep& step) {
            m_context.undo->push([text] { return text; }, step);
        });
        connect(m_gallery, &GalleryView::undoRequested, m_context.undo, &UndoHistory::undo);
        connect(m_gallery, &GalleryView::redoRequested, m_context.undo, &UndoHistory::redo);
        connect(m_gallery, &GalleryView::photoCountChanged, this, [this](int count) { m_tabs->setCount(1, count); });
        connect(m_gallery, &GalleryView::statusChanged, this, [this](const QString& text) {
            m_galleryStatus = text;
            Q_EMIT statusChanged();
        });
        m_gallery->offerExport(*m_context.settings);
        if (m_services.renditions)
            m_gallery->follow(*m_services.renditions);
        connect(m_gallery, &GalleryView::said, this,
                [this](const QString& text) { m_context.navigator->notify(text); });
        m_gallery->setVehicle(m_id);
        show();
    }
    return m_gallery;
}

void VehicleDetail::setTab(Tab tab)
{
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    }
    m_content->setCurrentWidget(tab == Tab::Photos ? static_cast<QWidget*>(gallery()) : m_overview);
    if (m_gallery) {
        // Its keys work as soon as its tab is open, wherever the focus is on this page.
        for (QAction* action : m_gallery->actions())
            tab == Tab::Photos ? addAction(action) : removeAction(action);
    }
    Q_EMIT tabChanged();
    Q_EMIT statusChanged();
}

void VehicleDetail::read()
{
    whenDone(m_context.store->read([id = m_id](Connection& connection) { return readDetail(connection, id); }), this,
             [this, id = m_id](const Expected<DetailReading>& reading) {
                 if (id != m_id)
                     return;
                 if (!reading) {
                     m_gone->setTitle(reading.error().code == ErrorCode::NotFound
                                          ? tr("This vehicle was removed")
                                          : ErrorText::summary(reading.error()));
                     m_gone->setText(reading.error().code == ErrorCode::NotFound
                                         ? tr("Ctrl+Z brings it back if it was you; nothing else is affected.")
                                         : ErrorText::advice(reading.error()));
                     m_content->setCurrentWidget(m_gone);
                     return;
                 }
                 if (m_content->currentWidget() == m_gone)
                     setTab(tab());
                 m_vehicle = reading->vehicle;
                 m_summary = reading->summary;
                 m_duplicate = reading->duplicate;
                 show();
             });
}

void VehicleDetail::show()
{
    const Location* site = m_services.locations->find(m_vehicle.location);
    const QString code = site ? site->code : m_summary.siteCode;
    m_tag->setTag(m_vehicle.stockNumber, code, site ? site->name : QString());
    m_name->setText(vehicleName(m_vehicle));
    m_trim->setText(m_vehicle.trim);
    const qsizetype head = std::max<qsizetype>(0, m_vehicle.vin.size() - 8);
    m_vin->setText(m_vehicle.vin.left(head).toHtmlEscaped() +
                   u"<b style='color:%1'>"_s.arg(Theme::color(Token::Ink).name()) +
                   m_vehicle.vin.mid(head).toHtmlEscaped() + u"</b>"_s);
    m_vin->setVisible(!m_vehicle.vin.isEmpty());
    m_site->setVisible(site);
    m_site->setSite(code, site ? site->name : QString());
    QStringList facts;
    if (m_vehicle.odometerKm)
        facts << formatDistanceKm(*m_vehicle.odometerKm);
    facts << m_vehicle.bay << m_summary.ownerName;
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    m_waiting->setText(VehicleWords::waiting());
    m_waiting->setVisible(m_unsent->isUnsent(m_id));
    m_phases->setPhase(m_vehicle.phase);
    m_tabs->setCount(1, m_summary.photoCount);
    m_overview->setVehicle(m_vehicle, m_summary);
    m_overview->setDuplicate(m_duplicate);
    if (m_gallery) {
        m_gallery->setVehicleTitle(m_vehicle.stockNumber + u" · "_s + vehicleName(m_vehicle));
        m_gallery->setVehicleFacts(m_vehicle,
                                   vehiclePhotoSheet(m_vehicle, *m_services.locations, m_context.store->clock().now()));
    }
    Q_EMIT statusChanged();
}

void VehicleDetail::note(std::function<QString()> text, const Expected<EditOutcome>& outcome)
{
    if (outcome) {
        m_context.undo->push(std::move(text), outcome->undo);
        return;
    }
    m_overview->showFailure(ErrorText::full(outcome.error()));
}

void VehicleDetail::changePhase(Phase phase)
{
    whenDone(m_context.journal->run(ChangePhase{m_id, phase}), this,
             [this, phase, stock = m_vehicle.stockNumber](const Expected<EditOutcome>& outcome) {
                 note([stock, phase] { return tr("%1 moved to %2").arg(stock, VehicleWords::phase(phase)); }, outcome);
             });
}

void VehicleDetail::changePrice()
{
    setTab(Tab::Overview);
    const Location* site = m_services.locations->find(m_vehicle.location);
    auto* popup = new PricePopup(m_vehicle.asking, site ? site->currency : Currency::CAD, this);
    connect(popup, &PricePopup::chosen, this, [this](const Money& money) {
        whenDone(m_context.journal->run(RepriceVehicle{m_id, money}), this,
                 [this, money, stock = m_vehicle.stockNumber](const Expected<EditOutcome>& outcome) {
                     note([stock, money] { return tr("%1 priced at %2").arg(stock, VehicleWords::money(money)); },
                          outcome);
                 });
    });
    popup->popupBelow(m_overview->priceButton(), PopupFrame::Align::Right);
}

void VehicleDetail::remove()
{
    whenDone(m_context.journal->run(RemoveVehicles{{m_id}}), this,
             [this, stock = m_vehicle.stockNumber](const Expected<EditOutcome>& outcome) {
                 note([stock] { return tr("%1 removed").arg(stock); }, outcome);
                 if (outcome)
                     Q_EMIT backRequested();
             });
}

void VehicleDetail::openOther(const QString& stockNumber)
{
    whenDone(m_context.store->read([stockNumber](Connection& connection) {
        return VehicleRepository::findByStockNumber(connection, stockNumber);
    }),
             this, [this](const Expected<std::optional<VehicleId>>& found) {
                 if (found && *found)
                     Q_EMIT openRequested(**found);
             });
}

void VehicleDetail::setPlace(int row, int count)
{
    const bool known = row >= 0 && count > 0;
    m_place->setVisible(known);
    m_place->setText(tr("%1 of %2").arg(formatCount(row + 1), formatCount(count)));
    m_previous->setEnabled(known && row > 0);
    m_next->setEnabled(known && row < count - 1);
}

QString VehicleDetail::statusText() const
{
    return tab() == Tab::Photos ? m_vehicle.stockNumber + u" · "_s + m_galleryStatus : m_vehicle.stockNumber;
}

void VehicleDetail::setActivityOffered(bool offered)
{
    m_activity->setVisible(offered);
}

QList<QWidget*> VehicleDetail::areas() const
{
    return {m_back, m_tabs, m_content->currentWidget()};
}

void VehicleDetail::retranslate()
{
    m_back->setName(tr("Back to the list"));
    m_activity->setName(tr("Show activity"));
    m_remove->setText(tr("Remove"));
    m_previous->setName(tr("Previous vehicle"));
    m_next->setName(tr("Next vehicle"));
    m_tabs->setTabText(0, tr("Overview"));
    m_tabs->setTabText(1, tr("Photos"));
    m_tabs->setAccessibleName(tr("Parts of the vehicle"));
    m_gone->setMainAction(tr("Back to the list"));
    connect(m_gone->mainAction(), &QAbstractButton::clicked, this, &VehicleDetail::backRequested, Qt::UniqueConnection);
    show();
}

void VehicleDetail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
