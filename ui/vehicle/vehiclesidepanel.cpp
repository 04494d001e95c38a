// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclesidepanel.h"

#include "models/location/locationdirectory.h"
#include "models/outbox/accessdirectory.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehicleaccess.h"
#include "ui/vehicle/photobanner.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/keytag.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Tone sidePanelTone(Phase phase)
{
    switch (phase) {
    case Phase::Incoming: return Tone::Info;
    case Phase::Fixing: return Tone::Warn;
    case Phase::Ready: return Tone::Accent;
    case Phase::Listed: return Tone::Ok;
    case Phase::Reserved: return Tone::Vio;
    case Phase::Sold:
    case Phase::Delivered: return Tone::Neutral;
    }
    Q_UNREACHABLE();
    return Tone::Neutral;
}

}  // namespace

VehicleSidePanel::VehicleSidePanel(const VehicleServices& services, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_locations(*services.locations), m_access(*services.access), m_clock(clock)
{
    m_photo = new PhotoBanner(*services.thumbnails, this);
    m_tag = new KeyTag(this);
    m_phase = new Badge(QString(), Tone::Neutral, this);
    m_name = new Label(QString(), TextRole::DialogTitle, Token::Ink, this);
    m_name->setWordWrap(true);
    m_trim = new Label(QString(), TextRole::Body, Token::Ink2, this);
    m_trim->setEliding(true);
    m_vin = new Label(QString(), TextRole::Mono, Token::Ink3, this);
    m_vin->setTextFormat(Qt::RichText);
    m_vin->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copyVin = new IconButton(u"copy"_s, QString(), this);
    m_copyVin->setKind(Button::Kind::Ghost);
    m_copyVin->setSize(Button::Size::Small);
    connect(m_copyVin, &QAbstractButton::clicked, this, [this] {
        if (m_vehicle)
            QGuiApplication::clipboard()->setText(m_vehicle->vin);
    });

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_photo);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(6);
    auto* tagRow = new QHBoxLayout;
    tagRow->addWidget(m_tag);
    tagRow->addStretch();
    tagRow->addWidget(m_phase);
    head->addLayout(tagRow);
    head->addWidget(m_name);
    head->addWidget(m_trim);
    auto* vinRow = new QHBoxLayout;
    vinRow->setSpacing(4);
    vinRow->addWidget(m_vin);
    vinRow->addWidget(m_copyVin);
    vinRow->addStretch();
    head->addLayout(vinRow);
    column->addLayout(head);
    column->addWidget(new Divider(Qt::Horizontal, content));

    auto* money = new QHBoxLayout;
    money->setContentsMargins(16, 10, 16, 10);
    money->setSpacing(12);
    const auto addFigure = [&](Label*& name, Label*& value) {
        auto* figure = new QWidget(content);
        auto* row = new QHBoxLayout(figure);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(12);
        if (money->count() > 0)
            row->addWidget(new Divider(Qt::Vertical, figure));
        auto* box = new QVBoxLayout;
        box->setSpacing(2);
        name = new Label(QString(), TextRole::Second, Token::Ink2, figure);
        value = new Label(QString(), TextRole::Section, Token::Ink, figure);
        box->addWidget(name);
        box->addWidget(value);
        row->addLayout(box, 1);
        money->addWidget(figure, 1);
        return figure;
    };
    addFigure(m_askingName, m_asking);
    m_costFigure = addFigure(m_costName, m_cost);
    m_marginFigure = addFigure(m_marginName, m_margin);
    column->addLayout(money);
    column->addWidget(new Divider(Qt::Horizontal, content));

    auto* facts = new QGridLayout;
    facts->setContentsMargins(16, 12, 16, 12);
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(8);
    facts->setColumnStretch(1, 1);
    int row = 0;
    for (Fact* fact : {&m_odometer, &m_color, &m_engine, &m_site, &m_keys, &m_title, &m_owner})
        addFact(facts, row++, fact->name, fact->value);
    column->addLayout(facts);
    column->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    m_actions = new QWidget(this);
    auto* footer = new QVBoxLayout(m_actions);
    footer->setContentsMargins(0, 0, 0, 0);
    footer->setSpacing(0);
    footer->addWidget(new Divider(Qt::Horizontal, m_actions));
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(16, 10, 12, 10);
    actions->setSpacing(8);
    m_open = new Button(QString(), Button::Kind::Primary, this);
    m_open->setKeyHint(Qt::Key_Return);
    m_edit = new Button(QString(), Button::Kind::Default, this);
    m_edit->setIconName(u"pencil"_s);
    m_price = new IconButton(u"tag"_s, QString(), this);
    actions->addWidget(m_open);
    actions->addWidget(m_edit);
    actions->addWidget(m_price);
    actions->addStretch();
    footer->addLayout(actions);
    outer->addWidget(m_actions);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(vehicle()); });
    connect(m_edit, &QAbstractButton::clicked, this, [this] { Q_EMIT editRequested(vehicle()); });
    connect(m_price, &QAbstractButton::clicked, this, [this] { Q_EMIT priceRequested(vehicle()); });
    connect(m_photo, &PhotoBanner::clicked, this, [this] { Q_EMIT openRequested(vehicle()); });

    auto* corner = new QWidget(m_photo);
    m_previous = new IconButton(u"arrow-up"_s, QString(), corner);
    m_next = new IconButton(u"arrow-down"_s, QString(), corner);
    m_close = new IconButton(u"x"_s, QString(), corner);
    auto* cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(0, 0, 0, 0);
    cornerRow->setSpacing(4);
    for (IconButton* button : {m_previous, m_next, m_close})
        cornerRow->addWidget(button);
    m_photo->setCorner(corner);
    connect(m_previous, &QAbstractButton::clicked, this, &VehicleSidePanel::previousRequested);
    connect(m_next, &QAbstractButton::clicked, this, &VehicleSidePanel::nextRequested);
    connect(m_close, &QAbstractButton::clicked, this, &VehicleSidePanel::closeRequested);
    connect(&m_access, &AccessDirectory::changed, this, &VehicleSidePanel::show);
    retranslate();
}

void VehicleSidePanel::addFact(QGridLayout* grid, int row, Label*& name, Label*& value)
{
    name = new Label(QString(), TextRole::Second, Token::Ink2, this);
    value = new Label(QString(), TextRole::SecondMedium, Token::Ink, this);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setEliding(true);
    grid->addWidget(name, row, 0);
    grid->addWidget(value, row, 1);
}

void VehicleSidePanel::setPreviewOnly()
{
    for (QWidget* control : std::initializer_list<QWidget*>{m_actions, m_previous, m_next, m_close})
        control->hide();
}

void VehicleSidePanel::setVehicle(const std::optional<VehicleSummary>& vehicle)
{
    if (m_vehicle == vehicle)
        return;
    m_vehicle = vehicle;
    show();
}

void VehicleSidePanel::show()
{
    for (QWidget* action : std::initializer_list<QWidget*>{m_open, m_edit, m_price, m_copyVin})
        action->setEnabled(m_vehicle.has_value());
    const VehicleSummary shown = m_vehicle.value_or(VehicleSummary{});
    m_photo->setPhoto(shown.primaryMedium, m_vehicle ? shown.photoCount : -1);
    const Location* site = m_locations.find(shown.location);
    m_tag->setVisible(!shown.stockNumber.isEmpty());
    m_tag->setTag(shown.stockNumber, shown.siteCode, site ? site->name : QString());
    m_phase->setVisible(m_vehicle.has_value());
    m_phase->setText(VehicleWords::phaseSince(shown.phase, shown.phaseSince, m_clock.now()));
    m_phase->setTone(sidePanelTone(shown.phase));
    m_name->setText(m_vehicle ? vehicleName(shown) : tr("No vehicle selected"));
    m_trim->setText(shown.trim);
    m_trim->setVisible(!shown.trim.isEmpty());
    const qsizetype head = std::max<qsizetype>(0, shown.vin.size() - 8);
    m_vin->setText(shown.vin.left(head).toHtmlEscaped() +
                   u"<b style='color:%1'>"_s.arg(Theme::color(Token::Ink).name()) +
                   shown.vin.mid(head).toHtmlEscaped() + u"</b>"_s);
    m_copyVin->setVisible(!shown.vin.isEmpty());
    const QString dash = u"–"_s;
    const auto orDash = [&](const QString& text) { return text.isEmpty() ? dash : text; };
    m_asking->setText(orDash(VehicleWords::money(shown.asking)));
    m_cost->setText(orDash(VehicleWords::money(shown.cost)));
    const auto margin = vehicleMargin(shown.asking, shown.cost);
    m_margin->setText(orDash(VehicleWords::money(margin)));
    m_costFigure->setVisible(isShown(m_access, VehicleField::Cost));
    m_marginFigure->setVisible(isShown(m_access, VehicleColumn::Margin));
    m_margin->setToken(!margin ? Token::Ink : margin->minor < 0 ? Token::BadText : Token::OkText);
    m_odometer.value->setText(shown.odometerKm ? formatDistanceKm(*shown.odometerKm) : dash);
    m_color.value->setText(orDash(shown.color));
    m_engine.value->setText(orDash(shown.engine));
    QStringList place{site ? site->name : shown.siteCode, shown.bay};
    place.removeAll(QString());
    m_site.value->setText(orDash(place.join(u" · "_s)));
    m_keys.value->setText(orDash(shown.keyTag));
    m_title.value->setText(orDash(shown.titleState));
    m_owner.value->setText(orDash(shown.ownerName));
}

void VehicleSidePanel::retranslate()
{
    setAccessibleName(tr("Vehicle under the cursor"));
    m_askingName->setText(tr("Asking"));
    m_costName->setText(tr("Landed"));
    m_marginName->setText(tr("Margin"));
    m_odometer.name->setText(tr("Odometer"));
    m_color.name->setText(tr("Colour"));
    m_engine.name->setText(tr("Engine"));
    m_site.name->setText(tr("Site"));
    m_keys.name->setText(tr("Keys"));
    m_title.name->setText(tr("Title"));
    m_owner.name->setText(tr("Looked after by"));
    m_open->setText(tr("Open"));
    m_edit->setText(tr("Edit"));
    m_price->setName(tr("Price…"));
    m_copyVin->setName(tr("Copy VIN"));
    m_previous->setName(tr("Previous vehicle"));
    m_next->setName(tr("Next vehicle"));
    m_close->setName(tr("Close panel"));
    show();
}

void VehicleSidePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        show();
}

void VehicleSidePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sheet));
    painter.fillRect(QRect(0, 0, 1, height()), Theme::color(Token::Line));
}

}  // namespace Forecourt
