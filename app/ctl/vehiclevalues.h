// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/connection.h"
#include "models/vehicle/vehicle.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace Forecourt {

/// How the command line writes and reads single values of a vehicle: locations by code, people by login, money as
/// "24950.00 CAD", phases by code word, times in ISO 8601 (UTC).
class VehicleValues {
public:
    /// Reads the locations and people that values name. Errors as Connection::run.
    static Expected<VehicleValues> read(Connection& connection);

    /// "" for what is unknown.
    QString text(VehicleField field, const QVariant& value) const;
    /// Numbers stay numbers; null for what is unknown.
    QJsonValue json(VehicleField field, const QVariant& value) const;
    /// Errors: InvalidInput, PriceUnreadable, CurrencyUnknown, PhaseUnknown, LocationUnknown, NotFound (a login).
    Expected<QVariant> parse(VehicleField field, const QString& text) const;
    /// "make=Toyota" and the like. Errors: FieldUnknown, InvalidInput, and as parse().
    Expected<VehicleEdits> parseAll(const QStringList& assignments) const;

    /// Code of a location; empty for an unknown one.
    QString locationCode(LocationId id) const { return m_codes.value(id); }
    std::optional<LocationId> locationByCode(const QString& code) const;
    QString login(UserId id) const { return m_logins.value(id); }
    std::optional<UserId> userByLogin(const QString& login) const;

private:
    QHash<LocationId, QString> m_codes;
    QHash<UserId, QString> m_logins;
};

/// "2026-11-20T14:31:00.000Z".
QString isoTime(UtcMs time);

}  // namespace Forecourt
