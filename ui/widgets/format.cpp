// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <cmath>

namespace Forecourt {

namespace {

constexpr QChar NarrowBlank(0x202F);
constexpr QChar HardBlank(0x00A0);
constexpr QChar MinusSign(0x2212);

constexpr qint64 MsPerSecond = 1000;
constexpr qint64 MsPerMinute = 60 * MsPerSecond;
constexpr qint64 MsPerHour = 60 * MsPerMinute;
constexpr qint64 MsPerDay = 24 * MsPerHour;

struct FormatWords {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

bool isFrench(const QLocale& locale)
{
    return locale.language() == QLocale::French;
}

/// Names of days and months. The Canadian tables of CLDR change their dots between versions; these do not.
QLocale namesOf(const QLocale& locale)
{
    return isFrench(locale) ? QLocale(QLocale::French, QLocale::France)
                            : QLocale(QLocale::English, QLocale::UnitedStates);
}

QString grouped(std::uint64_t value, bool french)
{
    QString digits = QString::number(value);
    const QChar mark = french ? NarrowBlank : QChar(u',');
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, mark);
    return digits;
}

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

QString decimalText(double value, int decimals, bool french)
{
    const double scale = std::pow(10.0, decimals);
    const auto scaled = static_cast<std::uint64_t>(std::llround(std::abs(value) * scale));
    const auto unit = static_cast<std::uint64_t>(scale);
    QString text = grouped(scaled / unit, french);
    if (decimals > 0)
        text += QChar(french ? u',' : u'.') + QString::number(scaled % unit).rightJustified(decimals, u'0');
    return value < 0 && scaled > 0 ? MinusSign + text : text;
}

QString unsignedFigure(const Money& money, bool french)
{
    const std::uint64_t amount = magnitude(money.minor);
    if (currencyDecimals(money.currency) == 0)
        return grouped(amount, french);
    const std::uint64_t cents = amount % 100;
    QString text = grouped(amount / 100, french);
    if (cents != 0)
        text += QChar(french ? u',' : u'.') + QString::number(cents).rightJustified(2, u'0');
    return text;
}

QString signOf(const Money& money)
{
    return money.minor < 0 ? QString(MinusSign) : QString();
}

QString francName()
{
    return QStringLiteral("F") + HardBlank + QStringLiteral("CFA");
}

QString symbolOf(Currency currency, bool french)
{
    switch (currency) {
    case Currency::CAD: return QStringLiteral("$");
    case Currency::USD: return french ? QStringLiteral("$") + HardBlank + QStringLiteral("US") : QStringLiteral("US$");
    case Currency::EUR: return QString(QChar(0x20AC));
    case Currency::XOF: return francName();
    }
    Q_UNREACHABLE();
    return {};
}

QString timeText(QTime time, bool french)
{
    const QString minutes = QString::number(time.minute()).rightJustified(2, u'0');
    if (french)
        return QString::number(time.hour()) + HardBlank + u'h' + HardBlank + minutes;
    return QString::number(time.hour()).rightJustified(2, u'0') + u':' + minutes;
}

QString relativeText(qint64 distance, bool future)
{
    if (distance < MsPerHour) {
        const int minutes = static_cast<int>(distance / MsPerMinute);
        return future ? FormatWords::tr("in %n min", "time from now", minutes)
                      : FormatWords::tr("%n min ago", nullptr, minutes);
    }
    const int hours = static_cast<int>(distance / MsPerHour);
    return future ? FormatWords::tr("in %n h", "time from now", hours) : FormatWords::tr("%n h ago", nullptr, hours);
}

}  // namespace

QString formatMoneyFigure(const Money& money, const QLocale& locale)
{
    return signOf(money) + unsignedFigure(money, isFrench(locale));
}

QString formatMoney(const Money& money, const QLocale& locale)
{
    const bool french = isFrench(locale);
    const QString figure = unsignedFigure(money, french);
    const QString symbol = symbolOf(money.currency, french);
    if (french)
        return signOf(money) + figure + HardBlank + symbol;
    const bool apart = money.currency == Currency::XOF;
    return signOf(money) + symbol + (apart ? QString(HardBlank) : QString()) + figure;
}

QString formatMoneyMixed(const Money& money, const QLocale& locale)
{
    const QString name = money.currency == Currency::XOF ? francName() : currencyCode(money.currency);
    const QString figure = formatMoneyFigure(money, locale);
    return isFrench(locale) ? figure + HardBlank + name : name + HardBlank + figure;
}

QString formatDistanceKm(qint64 km, const QLocale& locale)
{
    return formatCount(km, locale) + HardBlank + QStringLiteral("km");
}

QString formatPercent(double percent, int decimals, const QLocale& locale)
{
    const bool french = isFrench(locale);
    const QString figure = decimalText(percent, decimals, french);
    return french ? figure + HardBlank + u'%' : figure + u'%';
}

QString formatCount(qint64 count, const QLocale& locale)
{
    const QString figure = grouped(magnitude(count), isFrench(locale));
    return count < 0 ? MinusSign + figure : figure;
}

QString formatBytes(qint64 bytes, const QLocale& locale)
{
    struct Unit {
        double size;
        QString name;
    };
    const std::array units{
        Unit{1e9, FormatWords::tr("GB", "gigabytes")},
        Unit{1e6, FormatWords::tr("MB", "megabytes")},
        Unit{1e3, FormatWords::tr("kB", "kilobytes")},
    };
    for (const Unit& unit : units) {
        const double value = static_cast<double>(bytes) / unit.size;
        if (value < 0.9995)
            continue;
        const int decimals = value < 99.95 ? 1 : 0;
        return decimalText(value, decimals, isFrench(locale)) + HardBlank + unit.name;
    }
    return formatCount(bytes, locale) + HardBlank + FormatWords::tr("bytes", "unit after a number");
}

QString formatDate(QDate date, const QLocale& locale)
{
    const QString text = namesOf(locale).toString(date, QStringLiteral("ddd d MMM yyyy"));
    return QString(text).replace(u' ', HardBlank);
}

QString formatDayMonth(QDate date, const QLocale& locale)
{
    const QString text = namesOf(locale).toString(date, QStringLiteral("d MMM"));
    return QString(text).replace(u' ', HardBlank);
}

QString formatTime(QTime time, const QLocale& locale)
{
    return timeText(time, isFrench(locale));
}

QString formatDate(UtcMs moment, const QLocale& locale)
{
    return formatDate(QDateTime::fromMSecsSinceEpoch(moment).date(), locale);
}

QString formatTime(UtcMs moment, const QLocale& locale)
{
    return formatTime(QDateTime::fromMSecsSinceEpoch(moment).time(), locale);
}

QString formatDateTime(UtcMs moment, const QLocale& locale)
{
    return formatDate(moment, locale) + QStringLiteral(", ") + formatTime(moment, locale);
}

QString formatRelative(UtcMs moment, UtcMs now, const QLocale& locale)
{
    const qint64 distance = std::abs(now - moment);
    if (distance < MsPerMinute)
        return FormatWords::tr("just now");
    if (distance >= MsPerDay)
        return formatDate(moment, locale);
    return relativeText(distance, moment > now);
}

QString formatDuration(qint64 milliseconds, const QLocale& locale)
{
    const auto two = [](qint64 value) { return QString::number(value).rightJustified(2, u'0'); };
    const qint64 length = std::max<qint64>(0, milliseconds);
    QString text;
    if (length < MsPerMinute)
        text = FormatWords::tr("%1 s", "seconds").arg(length / MsPerSecond);
    else if (length < MsPerHour)
        text = FormatWords::tr("%1 min", "minutes").arg(length / MsPerMinute);
    else if (length < MsPerDay)
        text = FormatWords::tr("%1 h %2", "hours and minutes")
                   .arg(length / MsPerHour)
                   .arg(two(length % MsPerHour / MsPerMinute));
    else
        text = FormatWords::tr("%1 d %2 h", "days and hours")
                   .arg(formatCount(length / MsPerDay, locale))
                   .arg(length % MsPerDay / MsPerHour);
    return text.replace(u' ', HardBlank);
}

}  // namespace Forecourt
