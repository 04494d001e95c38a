// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleconflictwords.h"

#include "models/location/locationdirectory.h"
#include "models/outbox/recordlabel.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclecolumnvalues.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/vehicle/typedvehiclevalue.h"
#include "ui/vehicle/vehicleportrait.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/format.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool isVehicle(std::uint16_t table)
{
    return table == static_cast<std::uint16_t>(Table::Vehicles);
}

/// The field that a conflict is about; nothing where a person knows none.
std::optional<VehicleField> conflictedField(const Fields& columns)
{
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        if (const auto field = vehicleFieldOfColumn(it.key()))
            return field;
    return std::nullopt;
}

/// The columns of `record` that `columns` names.
Fields presentOf(const ConflictedRecord& record, const Fields& columns)
{
    Fields present;
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        if (record.present.contains(it.key()))
            present.insert(it.key(), record.present.value(it.key()));
    return present;
}

}  // namespace

Expected<std::vector<VehicleConflictWords::Names>> VehicleConflictWords::readNames(
    Connection& connection, const std::vector<ConflictedRecord>& records)
{
    std::vector<Names> read;
    for (const ConflictedRecord& record : records) {
        Names names;
        auto label = recordLabel(connection, record.table, record.record);
        if (!label)
            return fail(label.error());
        names.label = *label;
        if (isVehicle(record.table)) {
            names.vehicle = record.removed ? Uuid() : record.record;
            const auto value = [&record](QLatin1StringView column) { return record.present.value(column).toString(); };
            names.name = QStringList{value("year"_L1), value("make"_L1), value("model"_L1), value("trim"_L1)}
                             .join(u' ')
                             .simplified();
        } else if (static_cast<Table>(record.table) == Table::Photos) {
            names.vehicle = Uuid::fromBytes(record.present.value(u"vehicle_id"_s).toByteArray());
            if (!names.vehicle.isNull()) {
                auto vehicle = recordLabel(connection, static_cast<std::uint16_t>(Table::Vehicles), names.vehicle);
                if (!vehicle)
                    return fail(vehicle.error());
                names.name = *vehicle;
            }
        }
        read.push_back(std::move(names));
    }
    return read;
}

ConflictText VehicleConflictWords::text(const ConflictedRecord& record, const Names& names) const
{
    ConflictText text;
    text.name = names.label;
    text.subtitle = names.name;
    if (!names.vehicle.isNull())
        text.route = {u"inventory"_s, {u"vehicle"_s, names.vehicle.toString()}};
    for (const Conflict& conflict : record.conflicts) {
        ConflictText::Row row;
        if (conflict.kind == Conflict::Kind::Removal) {
            row.field = isVehicle(record.table) ? tr("The vehicle") : tr("The record");
        } else {
            row.field = fieldName(record.table, conflict.lost);
            row.before = value(record, conflict.before);
            row.kept = value(record, conflict.kept);
            row.lost = value(record, conflict.lost);
            row.present = value(record, presentOf(record, conflict.lost));
        }
        text.rows.push_back(std::move(row));
    }
    Fields merged;
    for (const MergedField& field : record.merged)
        merged.insert(field.name, field.value);
    const auto add = [&](const QString& field, const QString& value) {
        text.merged.push_back({field, value.isEmpty() ? u"—"_s : value});
    };
    if (isVehicle(record.table)) {
        const VehicleEdits edits = vehicleEditsOfColumns(merged);
        for (auto it = edits.cbegin(); it != edits.cend(); ++it)
            add(VehicleWords::fieldName(it.key()), vehicleValueText(it.key(), it.value()));
    } else {
        for (auto it = merged.cbegin(); it != merged.cend(); ++it)
            add(columnName(it.key()), plainText(it.key(), it.value()));
    }
    return text;
}

QString VehicleConflictWords::fieldName(std::uint16_t table, const Fields& columns) const
{
    const auto field = isVehicle(table) ? conflictedField(columns) : std::nullopt;
    if (field)
        return VehicleWords::fieldName(*field);
    return columns.isEmpty() ? QString() : columnName(columns.firstKey());
}

QString VehicleConflictWords::value(const ConflictedRecord& record, const Fields& columns) const
{
    if (columns.isEmpty())
        return {};
    const auto field = isVehicle(record.table) ? conflictedField(columns) : std::nullopt;
    if (field)
        return vehicleValueText(*field, vehicleEditsOfColumns(columns).value(*field));
    return plainText(columns.firstKey(), columns.first());
}

QStringList VehicleConflictWords::lines(std::uint16_t table, const Fields& columns) const
{
    QStringList lines;
    if (isVehicle(table)) {
        const VehicleEdits edits = vehicleEditsOfColumns(columns);
        for (auto it = edits.cbegin(); it != edits.cend(); ++it) {
            const QString value = vehicleValueText(it.key(), it.value());
            lines << tr("%1: %2").arg(VehicleWords::fieldName(it.key()), value.isEmpty() ? u"—"_s : value);
        }
        return lines;
    }
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        if (it.value().typeId() != QMetaType::QByteArray)
            lines << tr("%1: %2").arg(columnName(it.key()), plainText(it.key(), it.value()));
    return lines;
}

QString VehicleConflictWords::vehicleValueText(VehicleField field, const QVariant& value) const
{
    if (!value.isValid() || value.isNull())
        return {};
    switch (field) {
    case VehicleField::Asking:
    case VehicleField::Cost: return VehicleWords::money(value.value<Money>());
    case VehicleField::Phase: return VehicleWords::phase(value.value<Phase>());
    case VehicleField::Odometer: return formatDistanceKm(value.toLongLong());
    case VehicleField::AcquiredAt: return formatDate(value.toLongLong());
    case VehicleField::Location: {
        const Location* place = m_services.locations->find(value.value<LocationId>());
        return place ? place->name : tr("a site that is not here");
    }
    case VehicleField::Owner: {
        const User* user = m_services.users->find(value.value<UserId>());
        return user ? user->displayName : tr("a person who is not here");
    }
    case VehicleField::PrimaryPhoto: return tr("a photo");
    default: return value.toString();
    }
}

QString VehicleConflictWords::plainText(const QString& column, const QVariant& value)
{
    if (value.isNull())
        return {};
    if (value.typeId() == QMetaType::QByteArray)
        return tr("data");
    if (column.endsWith("_at"_L1))
        return formatDateTime(value.toLongLong());
    return value.toString();
}

QString VehicleConflictWords::columnName(const QString& column)
{
    if (column == "caption"_L1)
        return tr("Caption");
    if (column == "name"_L1)
        return tr("Name");
    if (column == "definition"_L1)
        return tr("Filters and columns");
    if (column == "vehicle_id"_L1)
        return tr("Vehicle");
    QString words = column;
    words.replace(u'_', u' ');
    return words;
}

QWidget* VehicleConflictWords::makeEditor(const ConflictedRecord& record, const Conflict& conflict,
                                          QWidget* parent) const
{
    const auto field = isVehicle(record.table) ? conflictedField(conflict.lost) : std::nullopt;
    if (!field || *field == VehicleField::PrimaryPhoto || *field == VehicleField::AcquiredAt)
        return nullptr;
    const QVariant present =
        vehicleEditsOfColumns(record.removed ? conflict.lost : presentOf(record, conflict.lost)).value(*field);
    if (*field == VehicleField::Phase || *field == VehicleField::Location || *field == VehicleField::Owner) {
        auto* combo = new QComboBox(parent);
        if (*field == VehicleField::Phase) {
            for (const Phase phase : AllPhases)
                combo->addItem(VehicleWords::phase(phase), static_cast<int>(phase));
            combo->setCurrentIndex(combo->findData(static_cast<int>(present.value<Phase>())));
        } else if (*field == VehicleField::Location) {
            for (const Location& location : m_services.locations->covered())
                combo->addItem(location.code + u" – "_s + location.name, location.id.toBytes());
            combo->setCurrentIndex(std::max(0, combo->findData(present.value<LocationId>().toBytes())));
        } else {
            combo->addItem(tr("Nobody"), QByteArray());
            for (const User& user : m_services.users->all())
                if (!user.disabled)
                    combo->addItem(user.displayName, user.id.toBytes());
            combo->setCurrentIndex(std::max(0, combo->findData(present.value<UserId>().toBytes())));
        }
        return combo;
    }
    if (*field == VehicleField::Notes) {
        auto* text = new QPlainTextEdit(present.toString(), parent);
        text->setTabChangesFocus(true);
        return text;
    }
    const bool money = *field == VehicleField::Asking || *field == VehicleField::Cost;
    return new QLineEdit(money && present.isValid() ? present.value<Money>().toString() : present.toString(), parent);
}

Expected<Fields> VehicleConflictWords::typed(const ConflictedRecord& record, const Conflict& conflict,
                                             const QWidget* editor, UtcMs now) const
{
    const auto field = isVehicle(record.table) ? conflictedField(conflict.lost) : std::nullopt;
    if (!field || !editor)
        return fail(ErrorCode::InvalidInput);
    if (const auto* combo = qobject_cast<const QComboBox*>(editor)) {
        const QVariant chosen = combo->currentData();
        if (*field == VehicleField::Phase)
            return vehicleChosenColumns(*field, QVariant::fromValue(static_cast<Phase>(chosen.toInt())), now);
        const Uuid id = Uuid::fromBytes(chosen.toByteArray());
        return vehicleChosenColumns(
            *field,
            *field == VehicleField::Location ? QVariant::fromValue(LocationId(id)) : QVariant::fromValue(UserId(id)),
            now);
    }
    const auto* text = qobject_cast<const QPlainTextEdit*>(editor);
    const auto* line = qobject_cast<const QLineEdit*>(editor);
    const QVariant lost = vehicleEditsOfColumns(conflict.lost).value(*field);
    const Currency fallback = lost.canConvert<Money>() && lost.isValid() ? lost.value<Money>().currency : Currency::CAD;
    const auto value = text ? Expected<QVariant>(text->toPlainText())
                            : typedVehicleValue(*field, line ? line->text().trimmed() : QString(), fallback);
    if (!value)
        return fail(value.error());
    return vehicleChosenColumns(*field, *value, now);
}

QWidget* VehicleConflictWords::makePortrait(const ConflictedRecord& record, QWidget* parent) const
{
    if (!isVehicle(record.table) || !m_services.thumbnails)
        return nullptr;
    const Location* site =
        m_services.locations->find(LocationId(Uuid::fromBytes(record.present.value(u"location_id"_s).toByteArray())));
    auto* portrait = new VehiclePortrait(*m_services.thumbnails, parent);
    portrait->setVehicle(VehicleId(record.record), record.present.value(u"stock_number"_s).toString(),
                         site ? site->code : QString(), site ? site->name : QString());
    return portrait;
}

}  // namespace Forecourt
