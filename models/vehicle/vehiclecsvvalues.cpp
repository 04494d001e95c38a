// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclecsvvalues.h"

#include "models/store/connection.h"

#include <QDate>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct CsvPhaseWords {
    Phase phase;
    const char16_t* english;
    const char16_t* french;
};

/// Words of the file format, in both languages; the same as the program shows.
constexpr std::array CsvPhases{
    CsvPhaseWords{Phase::Incoming, u"Incoming", u"À venir"}, CsvPhaseWords{Phase::Fixing, u"Fixing", u"En réparation"},
    CsvPhaseWords{Phase::Ready, u"Ready", u"Prêt"},          CsvPhaseWords{Phase::Listed, u"Listed", u"En vente"},
    CsvPhaseWords{Phase::Reserved, u"Reserved", u"Réservé"}, CsvPhaseWords{Phase::Sold, u"Sold", u"Vendu"},
    CsvPhaseWords{Phase::Delivered, u"Delivered", u"Livré"},
};

/// Without case, accents and punctuation.
QString foldedWord(QStringView text)
{
    QString folded;
    for (const QChar character : text.toString().normalized(QString::NormalizationForm_KD))
        if (character.isLetterOrNumber())
            folded += character.toLower();
    return folded;
}

Expected<QVariant> parseCsvPhase(const QString& cell)
{
    const QString folded = foldedWord(cell);
    for (const CsvPhaseWords& words : CsvPhases)
        if (folded == foldedWord(words.english) || folded == foldedWord(words.french))
            return QVariant::fromValue(words.phase);
    return fail(ErrorCode::PhaseUnknown, {}, cell);
}

Expected<QVariant> parseCsvNumber(const QString& cell, bool isDistance)
{
    constexpr double KilometresPerMile = 1.609344;
    QString digits;
    QString unit;
    for (const QChar character : cell) {
        const bool groups = character.isSpace() || character == u',' || character == u'.' || character == u'\'' ||
                            character == QChar(0x2019);
        if (character.isDigit() && unit.isEmpty())
            digits += character;
        else if (!groups)
            unit += character.toLower();
    }
    // "84.5" is no grouping: a group has three digits.
    const qsizetype mark = std::max(cell.lastIndexOf(u'.'), cell.lastIndexOf(u','));
    if (mark >= 0) {
        qsizetype following = 0;
        for (qsizetype i = mark + 1; i < cell.size() && cell[i].isDigit(); ++i)
            ++following;
        const bool isZeroFraction =
            following > 0 && following < 3 && QStringView(cell).mid(mark + 1, following).count(u'0') == following;
        if (isZeroFraction)
            digits.chop(following);
        else if (following != 3)
            return fail(ErrorCode::NumberUnreadable, {}, cell);
    }
    bool ok = false;
    const qlonglong number = digits.toLongLong(&ok);
    const bool isMiles = isDistance && (unit == u"mi" || unit == u"miles" || unit == u"milles");
    const bool isKnownUnit = unit.isEmpty() || isMiles || (isDistance && (unit == u"km" || unit == u"kms"));
    if (!ok || !isKnownUnit)
        return fail(ErrorCode::NumberUnreadable, {}, cell);
    return QVariant(isMiles ? std::llround(static_cast<double>(number) * KilometresPerMile) : number);
}

Expected<QVariant> parseCsvDate(const QString& cell)
{
    QDate date = QDate::fromString(cell.left(10), Qt::ISODate);
    if (!date.isValid())
        date = QDate::fromString(cell.left(10), u"yyyy/MM/dd"_s);
    if (!date.isValid())
        return fail(ErrorCode::NumberUnreadable, {}, cell);
    return QVariant(static_cast<qlonglong>(date.startOfDay(Qt::UTC).toMSecsSinceEpoch()));
}

QString csvAmount(const Money& money, CsvLanguage language)
{
    // "24950.00 CAD" without the currency, which has its own column.
    QString amount = money.toString().section(u' ', 0, 0);
    if (language == CsvLanguage::French)
        amount.replace(u'.', u',');
    return amount;
}

}  // namespace

Expected<VehicleCsvValues> VehicleCsvValues::read(Connection& connection)
{
    auto locations = LocationRepository::all(connection);
    if (!locations)
        return fail(locations.error());
    auto users = UserRepository::all(connection);
    if (!users)
        return fail(users.error());
    return VehicleCsvValues(std::move(*locations), std::move(*users));
}

Currency VehicleCsvValues::currencyAt(LocationId location) const
{
    const auto found = std::ranges::find(m_locations, location, &Location::id);
    return found == m_locations.end() ? Currency::CAD : found->currency;
}

Expected<QVariant> VehicleCsvValues::parse(VehicleField field, const QString& cell, Currency currency) const
{
    switch (field) {
    case VehicleField::Year:
    case VehicleField::Doors:
    case VehicleField::Seats: return parseCsvNumber(cell, false);
    case VehicleField::Odometer: return parseCsvNumber(cell, true);
    case VehicleField::AcquiredAt: return parseCsvDate(cell);
    case VehicleField::Phase: return parseCsvPhase(cell);
    case VehicleField::Asking:
    case VehicleField::Cost: {
        const auto money = Money::parse(cell, currency);
        if (!money)
            return fail(money.error());
        return QVariant::fromValue(*money);
    }
    case VehicleField::Location: {
        const QString folded = foldedWord(cell);
        for (const Location& location : m_locations)
            if (folded == foldedWord(location.code) || folded == foldedWord(location.name) ||
                folded == foldedWord(location.city))
                return QVariant::fromValue(location.id);
        return fail(ErrorCode::LocationUnknown, {}, cell);
    }
    case VehicleField::Owner: {
        const QString folded = foldedWord(cell);
        for (const User& user : m_users)
            if (folded == foldedWord(user.login) || folded == foldedWord(user.displayName))
                return QVariant::fromValue(user.id);
        return fail(ErrorCode::NotFound, cell);
    }
    default: return QVariant(cell);
    }
}

QString VehicleCsvValues::format(const Vehicle& vehicle, const VehicleCsvTarget& target, CsvLanguage language) const
{
    const QVariant value = vehicleValue(vehicle, target.field);
    if (!value.isValid())
        return {};
    switch (target.field) {
    case VehicleField::Asking:
    case VehicleField::Cost: {
        const Money money = value.value<Money>();
        return target.currency ? currencyCode(money.currency) : csvAmount(money, language);
    }
    case VehicleField::Phase: {
        const auto words = std::ranges::find(CsvPhases, vehicle.phase, &CsvPhaseWords::phase);
        return QString::fromUtf16(language == CsvLanguage::French ? words->french : words->english);
    }
    case VehicleField::Location: {
        const auto location = std::ranges::find(m_locations, vehicle.location, &Location::id);
        return location == m_locations.end() ? QString() : location->code;
    }
    case VehicleField::Owner: {
        const auto user = std::ranges::find(m_users, vehicle.owner, &User::id);
        return user == m_users.end() ? QString() : user->displayName;
    }
    case VehicleField::AcquiredAt:
        return QDateTime::fromMSecsSinceEpoch(*vehicle.acquiredAt, Qt::UTC).date().toString(Qt::ISODate);
    default: return value.toString();
    }
}

}  // namespace Forecourt
