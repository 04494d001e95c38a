// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/vehiclevalues.h"

#include "models/location/location.h"
#include "models/user/user.h"

#include <QDateTime>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> unusable(VehicleField field, const QString& text)
{
    return fail(ErrorCode::InvalidInput, u"%1=%2"_s.arg(vehicleFieldCode(field), text));
}

Expected<QVariant> parseNumber(VehicleField field, const QString& text)
{
    bool number = false;
    const qlonglong value = text.toLongLong(&number);
    if (!number)
        return unusable(field, text);
    return QVariant(value);
}

Expected<QVariant> parseTime(VehicleField field, const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return unusable(field, text);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return QVariant(time.toMSecsSinceEpoch());
}

template <class Id>
std::optional<Id> findByName(const QHash<Id, QString>& names, const QString& name)
{
    for (auto i = names.begin(); i != names.end(); ++i)
        if (i.value().compare(name, Qt::CaseInsensitive) == 0)
            return i.key();
    return {};
}

}  // namespace

QString isoTime(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

Expected<VehicleValues> VehicleValues::read(Connection& connection)
{
    VehicleValues values;
    const auto locations = LocationRepository::all(connection);
    if (!locations)
        return fail(locations.error());
    for (const Location& location : *locations)
        values.m_codes.insert(location.id, location.code);
    const auto users = UserRepository::all(connection);
    if (!users)
        return fail(users.error());
    for (const User& user : *users)
        values.m_logins.insert(user.id, user.login);
    return values;
}

QString VehicleValues::text(VehicleField field, const QVariant& value) const
{
    const QJsonValue json = this->json(field, value);
    return json.isDouble() ? QString::number(json.toInteger()) : json.toString();
}

QJsonValue VehicleValues::json(VehicleField field, const QVariant& value) const
{
    if (!value.isValid() || value.isNull())
        return QJsonValue::Null;
    switch (field) {
    case VehicleField::Year:
    case VehicleField::Doors:
    case VehicleField::Seats:
    case VehicleField::Odometer: return value.toLongLong();
    case VehicleField::AcquiredAt: return isoTime(value.toLongLong());
    case VehicleField::Asking:
    case VehicleField::Cost: return value.value<Money>().toString();
    case VehicleField::Phase: return phaseCode(value.value<Phase>());
    case VehicleField::Location: {
        const auto id = value.value<LocationId>();
        return id.isNull() ? QJsonValue() : QJsonValue(locationCode(id));
    }
    case VehicleField::Owner: {
        const auto id = value.value<UserId>();
        return id.isNull() ? QJsonValue() : QJsonValue(login(id));
    }
    case VehicleField::PrimaryPhoto: {
        const auto id = value.value<PhotoId>();
        return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
    }
    default: return value.toString();
    }
}

Expected<QVariant> VehicleValues::parse(VehicleField field, const QString& text) const
{
    if (text.isEmpty() && field != VehicleField::Phase)
        return QVariant();
    switch (field) {
    case VehicleField::Year:
    case VehicleField::Doors:
    case VehicleField::Seats:
    case VehicleField::Odometer: return parseNumber(field, text);
    case VehicleField::AcquiredAt: return parseTime(field, text);
    case VehicleField::Asking:
    case VehicleField::Cost: {
        const auto money = Money::parse(text, Currency::CAD);
        if (!money)
            return fail(money.error());
        return QVariant::fromValue(*money);
    }
    case VehicleField::Phase: {
        const auto phase = phaseFromCode(text);
        if (!phase)
            return fail(ErrorCode::PhaseUnknown, {}, text);
        return QVariant::fromValue(*phase);
    }
    case VehicleField::Location: {
        const auto id = locationByCode(text);
        if (!id)
            return fail(ErrorCode::LocationUnknown, {}, text);
        return QVariant::fromValue(*id);
    }
    case VehicleField::Owner: {
        const auto id = userByLogin(text);
        if (!id)
            return fail(ErrorCode::NotFound, text);
        return QVariant::fromValue(*id);
    }
    case VehicleField::PrimaryPhoto: {
        const auto id = Uuid::fromString(text);
        if (!id)
            return unusable(field, text);
        return QVariant::fromValue(PhotoId(*id));
    }
    default: return QVariant(text);
    }
}

Expected<VehicleEdits> VehicleValues::parseAll(const QStringList& assignments) const
{
    VehicleEdits edits;
    for (const QString& assignment : assignments) {
        const auto sign = assignment.indexOf(u'=');
        const QString code = assignment.left(sign);
        const auto field = sign > 0 ? vehicleFieldFromCode(code) : std::nullopt;
        if (!field)
            return fail(ErrorCode::FieldUnknown, {}, sign > 0 ? code : assignment);
        auto value = parse(*field, assignment.mid(sign + 1));
        if (!value)
            return fail(value.error());
        edits.insert(*field, *value);
    }
    return edits;
}

std::optional<LocationId> VehicleValues::locationByCode(const QString& code) const
{
    return findByName(m_codes, code);
}

std::optional<UserId> VehicleValues::userByLogin(const QString& login) const
{
    return findByName(m_logins, login);
}

}  // namespace Forecourt
