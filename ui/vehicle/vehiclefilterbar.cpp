// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclefilterbar.h"

#include "models/base/whendone.h"
#include "models/location/locationdirectory.h"
#include "models/store/store.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/vehicle/choicepopup.h"
#include "ui/vehicle/rangepopup.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QMenu>

namespace Forecourt {

using namespace Qt::StringLiterals;

VehicleFilterBar::VehicleFilterBar(Store& store, LocationDirectory& locations, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_locations(locations),
      m_text(new SearchField(u"filter"_s, this)),
      m_flow(new FlowLayout(this, 8, 6))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_text->setKeyHint(Qt::Key_Slash);
    m_text->setFixedWidth(Theme::px(170));
    m_flow->addWidget(m_text);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        VehicleFilter next = m_filter;
        next.text = text.trimmed();
        if (next == m_filter)
            return;
        m_filter = next;
        Q_EMIT filterChanged(m_filter);
    });
    connect(&m_locations, &LocationDirectory::changed, this, &VehicleFilterBar::rebuildChips);
    retranslate();
}

QList<VehicleFilterBar::Kind> VehicleFilterBar::allKinds()
{
    return {Kind::Site, Kind::Phase, Kind::Make, Kind::Year, Kind::Price, Kind::Days, Kind::Duplicates};
}

void VehicleFilterBar::setFilter(const VehicleFilter& filter)
{
    m_filter = filter;
    const QSignalBlocker quiet(m_text);
    if (m_text->text().trimmed() != filter.text)
        m_text->setText(filter.text);
    rebuildChips();
}

void VehicleFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool VehicleFilterBar::isSet(Kind kind) const
{
    VehicleFilter without = m_filter;
    clear(without, kind);
    return without != m_filter;
}

void VehicleFilterBar::clear(VehicleFilter& filter, Kind kind)
{
    switch (kind) {
    case Kind::Site: filter.locations.clear(); break;
    case Kind::Phase: filter.phases.clear(); break;
    case Kind::Make: filter.makes.clear(); break;
    case Kind::Year: filter.yearFrom = filter.yearTo = std::nullopt; break;
    case Kind::Price:
        filter.priceFrom = filter.priceTo = std::nullopt;
        filter.priceCurrency = Currency::CAD;
        break;
    case Kind::Days: filter.daysInPhaseFrom = filter.daysInPhaseTo = std::nullopt; break;
    case Kind::Duplicates: filter.duplicatesOnly = false; break;
    }
}

QString VehicleFilterBar::name(Kind kind) const
{
    switch (kind) {
    case Kind::Site: return tr("Site");
    case Kind::Phase: return tr("Phase");
    case Kind::Make: return tr("Make");
    case Kind::Year: return tr("Year");
    case Kind::Price: return tr("Asking price");
    case Kind::Days: return tr("Days in phase");
    case Kind::Duplicates: return tr("Same VIN twice");
    }
    Q_UNREACHABLE();
    return {};
}

QString VehicleFilterBar::words(Kind kind) const
{
    const auto list = [](const QStringList& names) {
        constexpr int Named = 3;
        const qsizetype more = names.size() - Named;
        if (more <= 0)
            return names.join(u", "_s);
        return names.first(Named).join(u", "_s) + u" +%1"_s.arg(more);
    };
    const auto range = [](const QString& from, const QString& to) {
        if (from.isEmpty())
            return tr("at most %1").arg(to);
        if (to.isEmpty())
            return tr("at least %1").arg(from);
        return tr("%1 to %2").arg(from, to);
    };
    const auto number = [](std::optional<int> value) { return value ? QString::number(*value) : QString(); };
    QStringList names;
    switch (kind) {
    case Kind::Site:
        for (const LocationId id : m_filter.locations) {
            const Location* location = m_locations.find(id);
            names << (location ? location->code : tr("unknown"));
        }
        return tr("Site: %1").arg(list(names));
    case Kind::Phase:
        for (const Phase phase : m_filter.phases)
            names << VehicleWords::phase(phase);
        return tr("Phase: %1").arg(list(names));
    case Kind::Make: return tr("Make: %1").arg(list(m_filter.makes));
    case Kind::Year: return tr("Year: %1").arg(range(number(m_filter.yearFrom), number(m_filter.yearTo)));
    case Kind::Price: {
        const auto amount = [this](std::optional<qint64> minor) {
            return minor ? VehicleWords::money(Money{*minor, m_filter.priceCurrency}) : QString();
        };
        return tr("Asking: %1").arg(range(amount(m_filter.priceFrom), amount(m_filter.priceTo)));
    }
    case Kind::Days: return tr("Days: %1").arg(range(number(m_filter.daysInPhaseFrom), number(m_filter.daysInPhaseTo)));
    case Kind::Duplicates: return name(kind);
    }
    Q_UNREACHABLE();
    return {};
}

QList<VehicleFilterBar::Part> VehicleFilterBar::parts() const
{
    QList<Part> parts;
    if (!m_filter.text.isEmpty()) {
        VehicleFilter without = m_filter;
        without.text.clear();
        parts.append({u"“%1”"_s.arg(m_filter.text), without});
    }
    for (const Kind kind : allKinds()) {
        if (!isSet(kind))
            continue;
        VehicleFilter without = m_filter;
        clear(without, kind);
        parts.append({words(kind), without});
    }
    return parts;
}

void VehicleFilterBar::change(const VehicleFilter& filter)
{
    if (filter == m_filter)
        return;
    setFilter(filter);
    Q_EMIT filterChanged(m_filter);
}

void VehicleFilterBar::rebuildChips()
{
    for (QWidget* chip : m_chips) {
        // A chip may ask for this from within its own click.
        chip->hide();
        m_flow->removeWidget(chip);
        chip->deleteLater();
    }
    m_chips.clear();
    for (const Kind kind : allKinds()) {
        if (!isSet(kind))
            continue;
        auto* chip = new Chip(words(kind), Chip::Kind::Filter, this);
        connect(chip, &QAbstractButton::clicked, this, [this, kind, chip] { edit(kind, chip); });
        connect(chip, &Chip::removeRequested, this, [this, kind] {
            VehicleFilter next = m_filter;
            clear(next, kind);
            change(next);
        });
        m_flow->insertWidget(static_cast<int>(m_chips.size()) + 1, chip);
        chip->show();
        m_chips.append(chip);
    }
    updateGeometry();
}

void VehicleFilterBar::showAddMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Kind kind : allKinds()) {
        QAction* action = menu->addAction(name(kind));
        action->setCheckable(true);
        action->setChecked(isSet(kind));
        connect(action, &QAction::triggered, this, [this, kind] { edit(kind, m_add); });
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 4)));
}

void VehicleFilterBar::edit(Kind kind, QWidget* opener)
{
    switch (kind) {
    case Kind::Site: {
        QList<ChoicePopup::Choice> choices;
        for (const Location& location : m_locations.covered())
            choices.append({location.code + u"  "_s + location.name, QVariant::fromValue(location.id),
                            m_filter.locations.contains(location.id), Theme::siteColor(location.code)});
        auto* popup = new ChoicePopup(name(kind), choices, this);
        connect(popup, &ChoicePopup::ticked, this, [this](const QVariantList& values) {
            VehicleFilter next = m_filter;
            next.locations.clear();
            for (const QVariant& value : values)
                next.locations.append(value.value<LocationId>());
            change(next);
        });
        popup->popupBelow(opener);
        break;
    }
    case Kind::Phase: {
        QList<ChoicePopup::Choice> choices;
        for (const Phase phase : AllPhases)
            choices.append(
                {VehicleWords::phase(phase), QVariant::fromValue(phase), m_filter.phases.contains(phase), {}});
        auto* popup = new ChoicePopup(name(kind), choices, this);
        connect(popup, &ChoicePopup::ticked, this, [this](const QVariantList& values) {
            VehicleFilter next = m_filter;
            next.phases.clear();
            for (const QVariant& value : values)
                next.phases.append(value.value<Phase>());
            change(next);
        });
        popup->popupBelow(opener);
        break;
    }
    case Kind::Make: editMakes(opener); break;
    case Kind::Year:
    case Kind::Price:
    case Kind::Days: editRange(kind, opener); break;
    case Kind::Duplicates: {
        VehicleFilter next = m_filter;
        next.duplicatesOnly = !next.duplicatesOnly;
        change(next);
        break;
    }
    }
}

void VehicleFilterBar::editMakes(QWidget* opener)
{
    whenDone(m_store.read([](Connection& connection) { return VehicleRepository::makes(connection); }), this,
             [this, place = QPointer(opener)](const Expected<QStringList>& makes) {
                 if (!makes)
                     return;
                 QList<ChoicePopup::Choice> choices;
                 for (const QString& make : *makes)
                     choices.append({make, make, m_filter.makes.contains(make), {}});
                 auto* popup = new ChoicePopup(name(Kind::Make), choices, this);
                 connect(popup, &ChoicePopup::ticked, this, [this](const QVariantList& values) {
                     VehicleFilter next = m_filter;
                     next.makes.clear();
                     for (const QVariant& value : values)
                         next.makes.append(value.toString());
                     change(next);
                 });
                 popup->popupBelow(place ? place.data() : m_add);
             });
}

void VehicleFilterBar::editRange(Kind kind, QWidget* opener)
{
    const auto number = [](std::optional<int> value) { return value ? QString::number(*value) : QString(); };
    const auto readNumber = [](const QString& text) -> std::optional<qint64> {
        bool ok = false;
        const int value = text.toInt(&ok);
        return ok && value >= 0 ? std::optional<qint64>(value) : std::nullopt;
    };
    QString from;
    QString to;
    QString complaint = tr("Write a whole number.");
    RangePopup::Read read = readNumber;
    if (kind == Kind::Year) {
        from = number(m_filter.yearFrom);
        to = number(m_filter.yearTo);
    } else if (kind == Kind::Days) {
        from = number(m_filter.daysInPhaseFrom);
        to = number(m_filter.daysInPhaseTo);
    } else {
        const auto amount = [this](std::optional<qint64> minor) {
            return minor ? Money{*minor, m_filter.priceCurrency}.toString() : QString();
        };
        from = amount(m_filter.priceFrom);
        to = amount(m_filter.priceTo);
        complaint = tr("Write an amount like 24950 or 12,000,000 XOF.");
        read = [this](const QString& text) -> std::optional<qint64> {
            const auto money = Money::parse(text, m_filter.priceCurrency);
            if (!money || money->minor < 0)
                return std::nullopt;
            m_filter.priceCurrency = money->currency;
            return money->minor;
        };
    }
    auto* popup = new RangePopup(name(kind), from, to, read, complaint, this);
    connect(popup, &RangePopup::chosen, this, [this, kind](std::optional<qint64> low, std::optional<qint64> high) {
        const auto whole = [](std::optional<qint64> value) {
            return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
        };
        VehicleFilter next = m_filter;
        if (kind == Kind::Year) {
            next.yearFrom = whole(low);
            next.yearTo = whole(high);
        } else if (kind == Kind::Days) {
            next.daysInPhaseFrom = whole(low);
            next.daysInPhaseTo = whole(high);
        } else {
            next.priceFrom = low;
            next.priceTo = high;
        }
        change(next);
    });
    popup->popupBelow(opener);
}

void VehicleFilterBar::retranslate()
{
    setAccessibleName(tr("Filters"));
    m_text->setPrompt(tr("Filter…"));
    if (m_add) {
        m_flow->removeWidget(m_add);
        m_add->deleteLater();
    }
    m_add = new Chip(tr("Filter"), Chip::Kind::Add, this);
    m_add->setAccessibleName(tr("Add a filter"));
    connect(m_add, &QAbstractButton::clicked, this, &VehicleFilterBar::showAddMenu);
    m_flow->addWidget(m_add);
    m_add->show();
    rebuildChips();
}

void VehicleFilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        m_text->setFixedWidth(Theme::px(170));
}

}  // namespace Forecourt
