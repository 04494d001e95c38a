// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleoverview.h"

#include "models/location/locationdirectory.h"
#include "models/outbox/accessdirectory.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehicleaccess.h"
#include "ui/vehicle/photobanner.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array SpecificationFields{VehicleField::Year,     VehicleField::Color,    VehicleField::Body,
                                         VehicleField::Interior, VehicleField::Engine,   VehicleField::Seats,
                                         VehicleField::Gearbox,  VehicleField::Doors,    VehicleField::Drivetrain,
                                         VehicleField::Fuel,     VehicleField::Odometer, VehicleField::TitleState};
constexpr std::array PlaceFields{VehicleField::Location, VehicleField::Bay, VehicleField::KeyTag, VehicleField::Owner,
                                 VehicleField::AcquiredAt};

}  // namespace

VehicleOverview::VehicleOverview(const VehicleServices& services, const Clock& clock, QWidget* parent)
    : QScrollArea(parent), m_services(services), m_clock(clock)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* outer = new QVBoxLayout(content);
    outer->setContentsMargins(20, 16, 16, 16);
    m_duplicate = new Note(Tone::Warn, QString(), content);
    m_duplicate->hide();
    m_failure = new Note(Tone::Bad, QString(), content);
    m_failure->setDismissible(true);
    m_failure->hide();
    outer->addWidget(m_failure);
    outer->addWidget(m_duplicate);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(24);
    outer->addLayout(m_columns);
    outer->addStretch();

    const auto section = [&](QVBoxLayout* column) {
        auto* label = new Label(QString(), TextRole::Section, Token::Ink, content);
        column->addWidget(label);
        m_sections.append(label);
    };

    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    m_photo = new PhotoBanner(*services.thumbnails, content);
    m_photo->setRounded(true);
    m_photo->setMaximumWidth(Theme::px(640));
    left->addWidget(m_photo);
    section(left);
    auto* specification = new QGridLayout;
    specification->setHorizontalSpacing(24);
    specification->setVerticalSpacing(10);
    int place = 0;
    for (const VehicleField field : SpecificationFields) {
        addFact(specification, field, place / 2, place % 2);
        ++place;
    }
    left->addLayout(specification);
    left->addStretch();

    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    auto* priceHead = new QHBoxLayout;
    auto* priceTitle = new Label(QString(), TextRole::Section, Token::Ink, content);
    m_sections.append(priceTitle);
    m_price = new Button(QString(), Button::Kind::Default, content);
    m_price->setKeyHint(Qt::Key_P);
    priceHead->addWidget(priceTitle);
    priceHead->addStretch();
    priceHead->addWidget(m_price);
    right->addLayout(priceHead);
    m_asking = new Label(QString(), TextRole::KeyFigure, Token::Ink, content);
    right->addWidget(m_asking);
    auto* money = new QGridLayout;
    money->setVerticalSpacing(8);
    money->setColumnStretch(1, 1);
    const auto addFigure = [&](Label*& name, Label*& value, int row) {
        name = new Label(QString(), TextRole::Body, Token::Ink2, content);
        value = new Label(QString(), TextRole::BodyMedium, Token::Ink, content);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        money->addWidget(name, row, 0);
        money->addWidget(value, row, 1);
    };
    addFigure(m_costName, m_cost, 0);
    addFigure(m_marginName, m_margin, 1);
    right->addLayout(money);
    section(right);
    auto* where = new QGridLayout;
    where->setVerticalSpacing(10);
    int row = 0;
    for (const VehicleField field : PlaceFields)
        addFact(where, field, row++, 0);
    right->addLayout(where);
    section(right);
    auto* notesCard = new Card(content);
    m_notes = new Label(QString(), TextRole::Body, Token::Ink, notesCard);
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notesCard->contentLayout()->addWidget(m_notes);
    right->addWidget(notesCard);
    m_edit = new Button(QString(), Button::Kind::Default, content);
    m_edit->setIconName(u"pencil"_s);
    m_edit->setKeyHint(Qt::Key_E);
    right->addWidget(m_edit, 0, Qt::AlignLeft);
    right->addStretch();
    m_columns->addLayout(left, 3);
    m_columns->addLayout(right, 2);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    connect(m_edit, &QAbstractButton::clicked, this, [this] { Q_EMIT editRequested(VehicleField::Vin); });
    connect(m_price, &QAbstractButton::clicked, this, &VehicleOverview::priceRequested);
    connect(m_photo, &PhotoBanner::clicked, this, &VehicleOverview::photosRequested);
    connect(m_duplicate, &Note::linkActivated, this, [this] { Q_EMIT duplicateRequested(m_duplicateStock); });
    connect(services.locations, &LocationDirectory::changed, this, &VehicleOverview::show);
    connect(services.access, &AccessDirectory::changed, this, &VehicleOverview::show);
    connect(services.users, &UserDirectory::changed, this, &VehicleOverview::show);
    retranslate();
}

void VehicleOverview::addFact(QGridLayout* grid, VehicleField field, int row, int column)
{
    Fact fact{field, new Label(QString(), TextRole::Body, Token::Ink2, this),
              new Label(QString(), TextRole::BodyMedium, Token::Ink, this)};
    fact.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    fact.value->setEliding(true);
    grid->addWidget(fact.name, row, column * 2);
    grid->addWidget(fact.value, row, column * 2 + 1);
    grid->setColumnStretch(column * 2 + 1, 1);
    m_facts.append(fact);
}

QWidget* VehicleOverview::priceButton() const
{
    return m_price;
}

void VehicleOverview::setVehicle(const Vehicle& vehicle, const VehicleSummary& summary)
{
    m_vehicle = vehicle;
    m_summary = summary;
    show();
}

void VehicleOverview::setDuplicate(const QString& stockNumber)
{
    m_duplicateStock = stockNumber;
    m_duplicate->setVisible(!stockNumber.isEmpty());
    m_duplicate->setText(tr("%1 has the same VIN. <a href=\"other\">Open it</a>").arg(stockNumber.toHtmlEscaped()));
}

void VehicleOverview::showFailure(const QString& sentence)
{
    m_failure->setText(sentence.toHtmlEscaped());
    m_failure->show();
}

QString VehicleOverview::factText(VehicleField field) const
{
    const QVariant value = vehicleValue(m_vehicle, field);
    switch (field) {
    case VehicleField::Odometer: return m_vehicle.odometerKm ? formatDistanceKm(*m_vehicle.odometerKm) : QString();
    case VehicleField::Location: {
        const Location* location = m_services.locations->find(m_vehicle.location);
        return location ? location->name : QString();
    }
    case VehicleField::Owner: {
        const User* user = m_services.users->find(m_vehicle.owner);
        return user ? user->displayName : QString();
    }
    case VehicleField::AcquiredAt: return m_vehicle.acquiredAt ? formatDate(*m_vehicle.acquiredAt) : QString();
    default: return value.toString();
    }
}

void VehicleOverview::show()
{
    m_photo->setPhoto(m_summary.primaryMedium, m_summary.photoCount);
    for (const Fact& fact : m_facts) {
        const QString text = factText(fact.field);
        fact.value->setText(text.isEmpty() ? u"–"_s : text);
    }
    m_asking->setText(m_vehicle.asking ? VehicleWords::money(*m_vehicle.asking) : tr("No price yet"));
    m_cost->setText(m_vehicle.cost ? VehicleWords::money(*m_vehicle.cost) : u"–"_s);
    const auto margin = vehicleMargin(m_vehicle.asking, m_vehicle.cost);
    const auto share = vehicleMarginShare(m_vehicle.asking, m_vehicle.cost);
    m_margin->setText(!margin ? u"–"_s
                      : share ? VehicleWords::money(*margin) + u" · "_s + formatPercent(*share * 100)
                              : VehicleWords::money(*margin));
    for (QWidget* figure : {m_costName, m_cost})
        figure->setVisible(isShown(*m_services.access, VehicleField::Cost));
    for (QWidget* figure : {m_marginName, m_margin})
        figure->setVisible(isShown(*m_services.access, VehicleColumn::Margin));
    m_margin->setToken(!margin ? Token::Ink : margin->minor < 0 ? Token::BadText : Token::OkText);
    m_notes->setText(m_vehicle.notes.isEmpty() ? tr("No notes yet.") : m_vehicle.notes);
    m_notes->setToken(m_vehicle.notes.isEmpty() ? Token::Ink3 : Token::Ink);
}

void VehicleOverview::retranslate()
{
    const QStringList titles{tr("Specification"), tr("Price"), tr("Where it stands"), tr("Notes")};
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        m_sections.at(i)->setText(titles.at(i));
    for (const Fact& fact : m_facts)
        fact.name->setText(VehicleWords::fieldName(fact.field));
    m_costName->setText(tr("Landed cost"));
    m_marginName->setText(tr("Margin"));
    m_price->setText(tr("Change"));
    m_edit->setText(tr("Edit"));
    setDuplicate(m_duplicateStock);
    show();
}

void VehicleOverview::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VehicleOverview::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_columns->setDirection(event->size().width() < Theme::px(700) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace Forecourt
