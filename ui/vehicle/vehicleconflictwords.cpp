// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleconflictwords.h"

#include "models/location/locationdirectory.h"
#include "models/outbox/recordlabel.h"
#include "models/store/schema.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclecolumnvalues.h"
#include "models/vehicle/vehiclerepository.h"
#include "ui/vehicle/photofieldwords.h"
#include "ui/vehicle/typedvehiclevalue.h"
#include "ui/vehicle/vehicleportrait.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/format.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool isVehicle(std::uint16_t table)
{
    return table == static_cast<std::uint16_t>(Table::Vehicles);
}

/// Columns that say nothing to a person beside those that they belong to.
bool hidesColumn(std::uint16_t table, const QString& column)
{
    if (isVehicle(table))
        return !vehicleFieldOfColumn(column);
    return column == "page"_L1 || column == "mime"_L1 || column == "width"_L1 || column == "height"_L1 ||
           column == "original_size"_L1 || column == "kind"_L1 || column == "rendered"_L1 ||
           column.startsWith("color_"_L1);
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
    if (auto words = PhotoFieldWords::value(column, value))
        return *words;
    if (column.endsWith("_at"_L1))
        return formatDateTime(value.toLongLong());
    return value.toString();
}

QString VehicleConflictWords::columnName(const QString& column)
{
    const std::pair<QLatin1StringView, QString> names[] = {
        {"caption"_L1, tr("Caption")},
        {"name"_L1, tr("Name")},
        {"definition"_L1, tr("Filters and columns")},
        {"vehicle_id"_L1, tr("Vehicle")},
        {"file_name"_L1, tr("File")},
        {"position"_L1, tr("Order")},
        {"sort_order"_L1, tr("Order")},
        {"taken_at"_L1, tr("Taken")},
        {"added_at"_L1, tr("Added")},
        {"slot"_L1, tr("Shot")},
        {"cull"_L1, tr("Choice")},
        {"edit"_L1, tr("Edit")},
        {"covers"_L1, tr("Covered places")},
        {"duration_ms"_L1, tr("Length")},
        {"shots"_L1, tr("Shots")},
        {"settings"_L1, tr("Settings")},
        {"code"_L1, tr("Code")},
        {"city"_L1, tr("City")},
        {"country"_L1, tr("Country")},
        {"currency"_L1, tr("Currency")},
        {"time_zone"_L1, tr("Time zone")},
    };
    for (const auto& [code, name] : names) {
        if (column == code)
            return name;
    }
    QString words = column;
    words.replace(u'_', u' ');
    return words;
}

QString VehicleConflictWords::columnText(std::uint16_t table, const QString& column, const Fields& columns) const
{
    const QVariant value = columns.value(column);
    const auto field = isVehicle(table) ? vehicleFieldOfColumn(column) : std::nullopt;
    if (!field)
        return plainText(column, value);
    const VehicleEdits edits = vehicleEditsOfColumns(columns);
    if (!value.isNull() && !edits.contains(*field))
        // An amount whose currency nobody here knows.
        return formatMoneyFigure(Money{value.toLongLong(), Currency::CAD});
    return vehicleValueText(*field, edits.value(*field));
}

std::vector<FieldChangeText> VehicleConflictWords::changes(std::uint16_t table, const Fields& before,
                                                           const Fields& after, const Fields& units) const
{
    Fields was = before;
    Fields is = after;
    for (auto unit = units.cbegin(); unit != units.cend(); ++unit) {
        if (!is.contains(unit.key())) {
            was.insert(unit.key(), unit.value());
            is.insert(unit.key(), unit.value());
        }
    }
    std::vector<FieldChangeText> texts;
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        const QString& column = it.key();
        const auto field = isVehicle(table) ? vehicleFieldOfColumn(column) : std::nullopt;
        const bool technical = it.value().typeId() == QMetaType::QByteArray ||
                               before.value(column).typeId() == QMetaType::QByteArray || hidesColumn(table, column);
        if (!field && technical)
            continue;
        texts.push_back({field ? VehicleWords::fieldName(*field) : columnName(column), columnText(table, column, was),
                         columnText(table, column, is)});
    }
    // What a person looks for first comes first.
    if (isVehicle(table))
        std::ranges::stable_sort(texts, [](const FieldChangeText& one, const FieldChangeText& other) {
            const auto rank = [](const FieldChangeText& text) {
                for (std::size_t i = 0; i < AllVehicleFields.size(); ++i)
                    if (VehicleWords::fieldName(AllVehicleFields[i]) == text.field)
                        return i;
                return AllVehicleFields.size();
            };
            return rank(one) < rank(other);
        });
    return texts;
}

QStringList VehicleConflictWords::columnsNamed(const QString& text)
{
    QStringList columns;
    for (const Table table : {Table::Vehicles, Table::Photos, Table::Locations, Table::SavedViews, Table::ShotLists,
                              Table::ExportPresets, Table::Logos}) {
        const auto number = static_cast<std::uint16_t>(table);
        for (const Field& column : Schema::current().table(table).fields) {
            const auto field = isVehicle(number) ? vehicleFieldOfColumn(column.name) : std::nullopt;
            if (!field && (column.type == FieldType::Blob || hidesColumn(number, column.name)))
                continue;
            const QString name = field ? VehicleWords::fieldName(*field) : columnName(column.name);
            if (name.contains(text, Qt::CaseInsensitive) && !columns.contains(column.name))
                columns << column.name;
        }
    }
    return columns;
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
