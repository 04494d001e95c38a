// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/bulkbar.h"

#include "models/base/whendone.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/journal.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/pricepopup.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Sums of the selected vehicles in one currency; nothing where they mix.
struct BulkSums {
    std::optional<Money> asking;
    std::optional<Money> cost;
};

void addTo(std::optional<Money>& sum, const std::optional<Money>& amount, bool& mixed)
{
    if (!amount)
        return;
    if (!sum)
        sum = *amount;
    else if (sum->currency == amount->currency)
        sum->minor += amount->minor;
    else
        mixed = true;
}

}  // namespace

BulkBar::BulkBar(const ShellContext& context, const VehicleServices& services, QWidget* parent)
    : QWidget(parent), m_context(context), m_services(services)
{
    m_count = new Label(QString(), TextRole::BodyStrong, Token::Ink, this);
    m_sums = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_sums->setEliding(true);
    const auto make = [this](const QString& icon) {
        auto* button = new Button(QString(), Button::Kind::Default, this);
        button->setIconName(icon);
        return button;
    };
    m_phase = make(u"flag-3"_s);
    m_site = make(u"map-pin"_s);
    m_price = make(u"tag"_s);
    m_assign = make(u"user"_s);
    m_export = make(u"download"_s);
    m_remove = make(u"trash"_s);
    m_remove->setKind(Button::Kind::Danger);
    m_clear = new Button(QString(), Button::Kind::Ghost, this);
    m_clear->setKeyHint(Qt::Key_Escape);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_sums, 1);
    for (Button* button : {m_phase, m_site, m_price, m_assign, m_export, m_remove, m_clear})
        row->addWidget(button);
    connect(m_phase, &QAbstractButton::clicked, this, &BulkBar::choosePhase);
    connect(m_site, &QAbstractButton::clicked, this, &BulkBar::chooseSite);
    connect(m_price, &QAbstractButton::clicked, this, &BulkBar::choosePrice);
    connect(m_assign, &QAbstractButton::clicked, this, &BulkBar::choosePerson);
    connect(m_export, &QAbstractButton::clicked, this, &BulkBar::exportRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &BulkBar::remove);
    connect(m_clear, &QAbstractButton::clicked, this, &BulkBar::clearRequested);
    retranslate();
}

void BulkBar::setVehicles(const QList<VehicleId>& ids)
{
    m_ids = ids;
    m_count->setText(tr("%n selected", nullptr, static_cast<int>(ids.size())));
    showSums();
}

void BulkBar::showSums()
{
    m_sums->clear();
    whenDone(m_context.store->read([ids = m_ids](Connection& connection) -> Expected<BulkSums> {
        auto vehicles = VehicleRepository::summaries(connection, std::span<const VehicleId>(ids.data(), ids.size()));
        if (!vehicles)
            return fail(vehicles.error());
        BulkSums sums;
        bool mixedAsking = false;
        bool mixedCost = false;
        for (const VehicleSummary& vehicle : *vehicles) {
            addTo(sums.asking, vehicle.asking, mixedAsking);
            addTo(sums.cost, vehicle.cost, mixedCost);
        }
        if (mixedAsking)
            sums.asking.reset();
        if (mixedCost)
            sums.cost.reset();
        return sums;
    }),
             this, [this, ids = m_ids](const Expected<BulkSums>& sums) {
                 if (!sums || ids != m_ids)
                     return;
                 QStringList parts;
                 if (sums->asking)
                     parts << tr("asking %1").arg(VehicleWords::money(*sums->asking));
                 if (sums->cost)
                     parts << tr("landed %1").arg(VehicleWords::money(*sums->cost));
                 if (const auto margin = vehicleMargin(sums->asking, sums->cost))
                     parts << tr("margin %1").arg(VehicleWords::money(*margin));
                 m_sums->setText(parts.join(u" · "_s));
             });
}

void BulkBar::apply(const VehicleEdits& edits, const std::function<QString(int)>& text)
{
    whenDone(m_context.journal->run(BulkEdit{m_ids, edits}), this, [this, text](const Expected<EditOutcome>& outcome) {
        if (!outcome) {
            Q_EMIT failed(outcome.error());
            return;
        }
        const int changed = static_cast<int>(outcome->undo.rows.size());
        m_context.undo->push([text, changed] { return text(changed); }, outcome->undo);
        if (changed == 0)
            m_context.navigator->notify(tr("Nothing to change: they are like that already"));
        showSums();
    });
}

void BulkBar::choosePhase()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Phase phase : AllPhases) {
        connect(menu->addAction(VehicleWords::phase(phase)), &QAction::triggered, this, [this, phase] {
            apply({{VehicleField::Phase, QVariant::fromValue(phase)}}, [phase](int count) {
                return tr("%n vehicles moved to %1", nullptr, count).arg(VehicleWords::phase(phase));
            });
        });
    }
    menu->popup(m_phase->mapToGlobal(QPoint(0, m_phase->height() + 2)));
}

void BulkBar::chooseSite()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Location& location : m_services.locations->covered()) {
        connect(menu->addAction(location.code + u"  "_s + location.name), &QAction::triggered, this,
                [this, id = location.id, code = location.code] {
                    apply({{VehicleField::Location, QVariant::fromValue(id)}, {VehicleField::Bay, QString()}},
                          [code](int count) { return tr("%n vehicles now at %1", nullptr, count).arg(code); });
                });
    }
    menu->popup(m_site->mapToGlobal(QPoint(0, m_site->height() + 2)));
}

void BulkBar::choosePrice()
{
    auto* popup = new PricePopup(std::nullopt, Currency::CAD, this);
    connect(popup, &PricePopup::chosen, this, [this](const Money& money) {
        apply({{VehicleField::Asking, QVariant::fromValue(money)}}, [money](int count) {
            return tr("%n vehicles priced at %1", nullptr, count).arg(VehicleWords::money(money));
        });
    });
    popup->popupBelow(m_price);
}

void BulkBar::choosePerson()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const User& user : m_services.users->all()) {
        if (user.disabled)
            continue;
        connect(menu->addAction(user.displayName), &QAction::triggered, this,
                [this, id = user.id, name = user.displayName] {
                    apply({{VehicleField::Owner, QVariant::fromValue(id)}},
                          [name](int count) { return tr("%n vehicles given to %1", nullptr, count).arg(name); });
                });
    }
    menu->popup(m_assign->mapToGlobal(QPoint(0, m_assign->height() + 2)));
}

void BulkBar::remove()
{
    whenDone(m_context.journal->run(RemoveVehicles{m_ids}), this, [this](const Expected<EditOutcome>& outcome) {
        if (!outcome) {
            Q_EMIT failed(outcome.error());
            return;
        }
        const int count = static_cast<int>(outcome->undo.rows.size());
        m_context.undo->push([count] { return tr("%n vehicles removed", nullptr, count); }, outcome->undo);
        Q_EMIT clearRequested();
    });
}

void BulkBar::retranslate()
{
    setAccessibleName(tr("Selected vehicles"));
    m_phase->setText(tr("Phase"));
    m_site->setText(tr("Site"));
    m_price->setText(tr("Price…"));
    m_assign->setText(tr("Assign"));
    m_export->setText(tr("Export"));
    m_remove->setText(tr("Remove"));
    m_clear->setText(tr("Clear"));
}

void BulkBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setVehicles(m_ids);
    }
}

void BulkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sel));
}

}  // namespace Forecourt
