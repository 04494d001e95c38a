// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclerecordwords.h"

#include "models/base/whendone.h"
#include "models/gallery/photorepository.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/recordlabel.h"
#include "models/store/store.h"
#include "models/vehicle/vehiclecolumnvalues.h"
#include "models/vehicle/vehiclefield.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/vehicle/vehicleportrait.h"
#include "ui/vehicle/vehiclewords.h"

#include <QPromise>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QVariant recordValue(const OutboxEntry& entry, QLatin1StringView column)
{
    for (std::size_t i = 0; i < entry.fields.size(); ++i)
        if (entry.fields[i] == column)
            return entry.values.value(static_cast<qsizetype>(i));
    return {};
}

Expected<VehicleRecordWords::Names> readRecordNames(Connection& connection, const std::vector<OutboxEntry>& entries)
{
    VehicleRecordWords::Names names;
    const auto label = [&](std::uint16_t table, Uuid id) -> Expected<void> {
        if (names.labels.contains(id))
            return {};
        const auto said = recordLabel(connection, table, id);
        if (!said)
            return fail(said.error());
        names.labels.insert(id, *said);
        return {};
    };
    for (const OutboxEntry& entry : entries) {
        FC_TRY(label(entry.table, entry.id));
        if (static_cast<Table>(entry.table) != Table::Photos)
            continue;
        Uuid vehicle = Uuid::fromBytes(recordValue(entry, "vehicle_id"_L1).toByteArray());
        if (vehicle.isNull())
            if (const auto photo = PhotoRepository(connection).find(PhotoId(entry.id)))
                vehicle = photo->vehicle.uuid();
        if (vehicle.isNull())
            continue;
        names.vehicles.insert(entry.id, vehicle);
        FC_TRY(label(static_cast<std::uint16_t>(Table::Vehicles), vehicle));
    }
    return names;
}

/// Its name; empty for a record that is not on this computer.
Expected<QString> knownLabel(Connection& connection, std::uint16_t table, Uuid id)
{
    auto label = recordLabel(connection, table, id);
    if (label && *label == id.toString())
        label->clear();
    return label;
}

Expected<RecordTitle> readTitle(Connection& connection, const RecordKey& key)
{
    RecordTitle title;
    const auto label = knownLabel(connection, key.table, key.id);
    if (!label)
        return fail(label.error());
    title.name = *label;
    Uuid vehicle = key.id;
    if (static_cast<Table>(key.table) == Table::Photos) {
        const auto photo = PhotoRepository(connection).find(PhotoId(key.id));
        vehicle = photo ? photo->vehicle.uuid() : Uuid();
    } else if (static_cast<Table>(key.table) != Table::Vehicles) {
        return title;
    }
    // Removed vehicles have a name, and no page.
    const auto found = VehicleRepository::find(connection, VehicleId(vehicle));
    if (!found)
        return title;
    if (vehicle == key.id)
        title.name = found->stockNumber;
    title.subtitle = vehicle == key.id ? vehicleName(*found) : found->stockNumber;
    title.route = {u"inventory"_s, {u"vehicle"_s, vehicle.toString()}};
    if (found->asking)
        title.units.insert(u"asking_currency"_s, currencyCode(found->asking->currency));
    if (found->cost)
        title.units.insert(u"cost_currency"_s, currencyCode(found->cost->currency));
    return title;
}

}  // namespace

VehicleRecordWords::VehicleRecordWords(const ShellContext& context, const VehicleServices& services, QObject* parent)
    : RecordWords(parent), m_context(context), m_services(services), m_words(services)
{
}

bool VehicleRecordWords::knows(std::uint16_t table) const
{
    switch (static_cast<Table>(table)) {
    case Table::Vehicles:
    case Table::Photos:
    case Table::Locations:
    case Table::SavedViews:
    case Table::ShotLists:
    case Table::ExportPresets:
    case Table::Logos: return true;
    case Table::Users:
    case Table::Conflicts:
    case Table::Refusals: break;
    }
    return false;
}

QFuture<Expected<std::vector<RecordLine>>> VehicleRecordWords::changes(std::vector<OutboxEntry> entries)
{
    auto promise = std::make_shared<QPromise<Expected<std::vector<RecordLine>>>>();
    promise->start();
    auto future = promise->future();
    auto shared = std::make_shared<std::vector<OutboxEntry>>(std::move(entries));
    whenDone(m_context.store->read([shared](Connection& connection) { return readRecordNames(connection, *shared); }),
             this, [this, promise, shared](const Expected<Names>& names) {
                 if (names)
                     promise->addResult(Expected<std::vector<RecordLine>>(lines(*shared, *names)));
                 else
                     promise->addResult(Expected<std::vector<RecordLine>>(fail(names.error())));
                 promise->finish();
             });
    return future;
}

std::vector<RecordLine> VehicleRecordWords::lines(const std::vector<OutboxEntry>& entries, const Names& names) const
{
    std::vector<RecordLine> said;
    const auto details = [this](const OutboxEntry& entry) {
        Fields columns;
        for (std::size_t i = 0; i < entry.fields.size(); ++i)
            columns.insert(entry.fields[i], entry.values.value(static_cast<qsizetype>(i)));
        return m_words.lines(entry.table, columns);
    };
    // Photos of one vehicle that share a fate share a line: 50 imported photos are one thing that waits.
    struct Group {
        Uuid vehicle;
        OutboxOp::Kind kind;
        bool create;
        std::size_t line;
        int count;
    };
    std::vector<Group> groups;
    for (const OutboxEntry& entry : entries) {
        switch (static_cast<Table>(entry.table)) {
        case Table::Vehicles:
            said.push_back(vehicleLine(entry, names));
            said.back().details = details(entry);
            break;
        case Table::Photos: {
            const Uuid vehicle = names.vehicles.value(entry.id);
            const QString label = names.labels.value(vehicle);
            auto group = std::ranges::find_if(groups, [&](const Group& one) {
                return one.vehicle == vehicle && one.kind == entry.kind && one.create == entry.create;
            });
            if (group == groups.end()) {
                said.emplace_back();
                groups.push_back({vehicle, entry.kind, entry.create, said.size() - 1, 0});
                group = groups.end() - 1;
            }
            ++group->count;
            std::vector<qint64> opids = std::move(said[group->line].opids);
            opids.push_back(entry.opid);
            const QStringList typed = said[group->line].details + details(entry);
            said[group->line] = photoLine(entry, group->count, label);
            said[group->line].opids = std::move(opids);
            said[group->line].details = typed;
            if (!vehicle.isNull())
                said[group->line].route = {u"inventory"_s, {u"vehicle"_s, vehicle.toString(), u"photos"_s}};
            break;
        }
        case Table::Locations:
            said.push_back(
                {tr("Site %1").arg(names.labels.value(entry.id)), {}, u"map-pin"_s, {}, {entry.opid}, details(entry)});
            break;
        case Table::ShotLists:
            said.push_back({tr("Shot list “%1”").arg(names.labels.value(entry.id)),
                            {},
                            u"photo"_s,
                            {},
                            {entry.opid},
                            details(entry)});
            break;
        case Table::ExportPresets:
            said.push_back({tr("Export preset “%1”").arg(names.labels.value(entry.id)),
                            {},
                            u"photo"_s,
                            {},
                            {entry.opid},
                            details(entry)});
            break;
        case Table::Logos:
            said.push_back(
                {tr("Logo “%1”").arg(names.labels.value(entry.id)), {}, u"photo"_s, {}, {entry.opid}, details(entry)});
            break;
        default:
            said.push_back({tr("Saved view “%1”").arg(names.labels.value(entry.id)),
                            {},
                            u"bookmark"_s,
                            {},
                            {entry.opid},
                            details(entry)});
        }
    }
    return said;
}

RecordLine VehicleRecordWords::vehicleLine(const OutboxEntry& entry, const Names& names) const
{
    const QString typed = recordValue(entry, "stock_number"_L1).toString();
    // A vehicle that is not here goes by what was typed.
    const QString vehicle = entry.create && !typed.isEmpty() ? typed : names.labels.value(entry.id);
    RecordLine line;
    line.opids = {entry.opid};
    line.iconName = u"car"_s;
    line.route = {u"inventory"_s, {u"vehicle"_s, entry.id.toString()}};
    if (entry.kind == OutboxOp::Kind::Delete) {
        line.title = tr("%1 removed").arg(vehicle);
        line.iconName = u"trash"_s;
        line.route = {};
    } else if (entry.create) {
        line.title = tr("%1 added").arg(vehicle);
    } else {
        line.title = fieldChange(entry, vehicle);
        if (recordValue(entry, "asking_minor"_L1).isValid())
            line.iconName = u"tag"_s;
    }
    return line;
}

QString VehicleRecordWords::fieldChange(const OutboxEntry& entry, const QString& vehicle) const
{
    std::vector<VehicleField> fields;
    for (const QString& column : entry.fields)
        if (const auto field = vehicleFieldOfColumn(column))
            fields.push_back(*field);
    if (fields.size() == 1) {
        switch (fields.front()) {
        case VehicleField::Asking: {
            const QVariant amount = recordValue(entry, "asking_minor"_L1);
            const auto currency = currencyFromCode(recordValue(entry, "asking_currency"_L1).toString());
            if (amount.isNull())
                return tr("Price of %1 taken away").arg(vehicle);
            // Without its currency an amount cannot be said.
            if (!currency)
                break;
            return tr("Price of %1 to %2").arg(vehicle, VehicleWords::money(Money{amount.toLongLong(), *currency}));
        }
        case VehicleField::Phase:
            return tr("%1 moved to %2")
                .arg(vehicle, VehicleWords::phase(static_cast<Phase>(recordValue(entry, "phase"_L1).toInt())));
        case VehicleField::Location: {
            const Location* place = m_context.locations->find(
                LocationId(Uuid::fromBytes(recordValue(entry, "location_id"_L1).toByteArray())));
            if (place)
                return tr("%1 at %2").arg(vehicle, place->name);
            break;
        }
        default: break;
        }
    }
    QStringList changed;
    for (const VehicleField field : fields)
        changed.append(VehicleWords::fieldName(field));
    return changed.isEmpty() ? vehicle : tr("%1: %2").arg(vehicle, changed.join(u", "_s));
}

RecordLine VehicleRecordWords::photoLine(const OutboxEntry& entry, int count, const QString& vehicle)
{
    RecordLine line;
    line.iconName = u"photo"_s;
    const QString of = vehicle.isEmpty() ? tr("a vehicle") : vehicle;
    if (entry.kind == OutboxOp::Kind::Delete) {
        line.title = tr("%n photo(s) removed from %1", nullptr, count).arg(of);
        line.iconName = u"trash"_s;
    } else if (entry.create) {
        line.title = tr("%n photo(s) of %1", nullptr, count).arg(of);
        line.iconName = u"photo-plus"_s;
    } else {
        line.title = tr("%n photo(s) of %1 changed", nullptr, count).arg(of);
    }
    return line;
}

QFuture<Expected<std::vector<ConflictText>>> VehicleRecordWords::conflicts(std::vector<ConflictedRecord> records)
{
    using Texts = std::vector<ConflictText>;
    auto promise = std::make_shared<QPromise<Expected<Texts>>>();
    promise->start();
    auto future = promise->future();
    auto shared = std::make_shared<std::vector<ConflictedRecord>>(std::move(records));
    whenDone(m_context.store->read(
                 [shared](Connection& connection) { return VehicleConflictWords::readNames(connection, *shared); }),
             this, [this, promise, shared](const Expected<std::vector<VehicleConflictWords::Names>>& names) {
                 if (!names) {
                     promise->addResult(Expected<Texts>(fail(names.error())));
                 } else {
                     Texts texts;
                     for (std::size_t i = 0; i < shared->size(); ++i)
                         texts.push_back(m_words.text((*shared)[i], (*names)[i]));
                     promise->addResult(Expected<Texts>(std::move(texts)));
                 }
                 promise->finish();
             });
    return future;
}

QFuture<Expected<std::vector<RecordTitle>>> VehicleRecordWords::titles(std::vector<RecordKey> records)
{
    return m_context.store->read(
        [keys = std::move(records)](Connection& connection) -> Expected<std::vector<RecordTitle>> {
            std::vector<RecordTitle> titles;
            titles.reserve(keys.size());
            for (const RecordKey& key : keys) {
                auto title = readTitle(connection, key);
                if (!title)
                    return fail(title.error());
                titles.push_back(std::move(*title));
            }
            return titles;
        });
}

std::vector<FieldChangeText> VehicleRecordWords::fieldChanges(std::uint16_t table, const Fields& before,
                                                              const Fields& after, const Fields& units) const
{
    return m_words.changes(table, before, after, units);
}

QStringList VehicleRecordWords::columnsNamed(const QString& text) const
{
    return VehicleConflictWords::columnsNamed(text);
}

QWidget* VehicleRecordWords::makeValueEditor(const ConflictedRecord& record, const Conflict& conflict,
                                             QWidget* parent) const
{
    return m_words.makeEditor(record, conflict, parent);
}

Expected<Fields> VehicleRecordWords::typedValue(const ConflictedRecord& record, const Conflict& conflict,
                                                const QWidget* editor) const
{
    return m_words.typed(record, conflict, editor, m_context.store->clock().now());
}

QString VehicleRecordWords::valueText(const ConflictedRecord& record, const Fields& columns) const
{
    return m_words.value(record, columns);
}

QWidget* VehicleRecordWords::makePortrait(const ConflictedRecord& record, QWidget* parent) const
{
    QWidget* portrait = m_words.makePortrait(record, parent);
    if (auto* vehicle = qobject_cast<VehiclePortrait*>(portrait)) {
        const VehicleId id = vehicle->vehicle();
        const auto read = m_context.store->read([id](Connection& connection) {
            return VehicleRepository::summaries(connection, std::span<const VehicleId>(&id, 1));
        });
        whenDone(read, vehicle, [vehicle](const Expected<std::vector<VehicleSummary>>& summaries) {
            if (summaries && !summaries->empty())
                vehicle->setPhoto(summaries->front().primaryMedium);
        });
    }
    return portrait;
}

std::optional<RecordLine> VehicleRecordWords::notification(const Notification& notification) const
{
    if (notification.kind == "conflict"_L1 && knows(notification.table)) {
        RecordLine line;
        line.title = tr("Two people changed %1").arg(notification.arguments.value(0));
        line.subtitle = tr("You choose what stays.");
        line.iconName = u"git-compare"_s;
        line.route = {ConflictRoute, {notification.record.toString()}};
        return line;
    }
    if (notification.kind == "refused_other"_L1 && knows(notification.table)) {
        const QString name = notification.arguments.value(0);
        RecordLine line;
        line.title = name.isEmpty() ? tr("What somebody added was not accepted")
                                    : tr("A change of %1 was not accepted").arg(name);
        line.subtitle = tr("Whoever made it may not. You can make it in your name.");
        line.iconName = u"file-alert"_s;
        line.route = {OthersRefusalsRoute, {}};
        return line;
    }
    if (notification.kind == "access_lost"_L1) {
        const int records = notification.arguments.value(1).toInt();
        RecordLine line;
        line.title = tr("You no longer work at %1").arg(notification.arguments.value(0));
        line.subtitle = tr("%n record(s) left this computer. The server keeps them.", nullptr, records);
        line.iconName = u"map-pin"_s;
        return line;
    }
    if (notification.kind != "duplicate_vin"_L1)
        return std::nullopt;
    RecordLine line;
    line.title =
        tr("%1 and %2 have the same VIN").arg(notification.arguments.value(0), notification.arguments.value(1));
    line.subtitle = notification.arguments.value(2);
    line.iconName = u"copy"_s;
    line.route = {u"inventory"_s, {u"vehicle"_s, notification.record.toString()}};
    return line;
}

}  // namespace Forecourt
