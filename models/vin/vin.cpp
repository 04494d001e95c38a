// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vin/vin.h"

#include <array>
#include <string_view>

namespace Forecourt {

namespace {

constexpr int VinCheckPosition = 8;
constexpr int VinYearPosition = 9;
constexpr int VinCyclePosition = 6;
constexpr int VinYearCycle = 30;
constexpr int VinFirstYear = 1980;
constexpr std::string_view VinYearCodes = "ABCDEFGHJKLMNPRSTVWXY123456789";
constexpr std::array<int, VinSize> VinWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

/// Number a character counts as in the check digit; -1 for one that no VIN has.
int vinCharacterValue(QChar character)
{
    static constexpr std::string_view Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    static constexpr std::string_view Values = "12345678123457923456789";
    static_assert(Letters.size() == Values.size());
    const char latin = character.toLatin1();
    if (latin >= '0' && latin <= '9')
        return latin - '0';
    const auto at = latin == 0 ? std::string_view::npos : Letters.find(latin);
    return at == std::string_view::npos ? -1 : Values[at] - '0';
}

bool isVinDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

}  // namespace

QString normaliseVin(QStringView typed)
{
    QString vin;
    vin.reserve(typed.size());
    for (const QChar character : typed) {
        const bool separates =
            character.isSpace() || character == u'.' || character.category() == QChar::Punctuation_Dash;
        if (!separates)
            vin += character.toUpper();
    }
    return vin;
}

QString vinKey(QStringView vin)
{
    QString key;
    key.reserve(vin.size());
    for (QChar character : vin) {
        // SQLite's upper() knows ASCII only.
        if (character >= u'a' && character <= u'z')
            character = QChar(static_cast<char16_t>(character.unicode() - u'a' + u'A'));
        switch (character.unicode()) {
        case u' ':
        case u'.':
        case u'-': break;
        case u'O':
        case u'Q': key += u'0'; break;
        case u'I': key += u'1'; break;
        default: key += character;
        }
    }
    return key;
}

QChar vinCheckDigit(QStringView vin)
{
    if (vin.size() != VinSize)
        return {};
    int sum = 0;
    for (int i = 0; i < VinSize; ++i) {
        const int value = vinCharacterValue(vin[i]);
        if (value < 0)
            return {};
        sum += value * VinWeights[static_cast<size_t>(i)];
    }
    const int remainder = sum % 11;
    return remainder == 10 ? QChar(u'X') : QChar(static_cast<char16_t>(u'0' + remainder));
}

VinCheck checkVin(QStringView vin)
{
    for (int i = 0; i < vin.size(); ++i) {
        if (vinCharacterValue(vin[i]) < 0)
            return {VinCheck::Level::Error, Error{ErrorCode::VinCharacter, vin.toString(), QString(vin[i])}, i};
    }
    if (vin.size() != VinSize)
        return {VinCheck::Level::Error, Error{ErrorCode::VinLength, vin.toString(), QString::number(vin.size())}, -1};
    const QChar expected = vinCheckDigit(vin);
    if (vin[VinCheckPosition] == expected)
        return {};
    return {isNorthAmericanVin(vin) ? VinCheck::Level::Error : VinCheck::Level::Warning,
            Error{ErrorCode::VinCheckDigit, vin.toString(), QString(expected)}, VinCheckPosition};
}

bool isNorthAmericanVin(QStringView vin)
{
    return !vin.isEmpty() && vin[0] >= u'1' && vin[0] <= u'5';
}

QString vinMaker(QStringView vin)
{
    if (vin.size() < 3)
        return {};
    QString maker = vin.first(3).toString();
    if (maker[2] == u'9' && vin.size() >= 14)
        maker += vin.mid(11, 3);
    return maker;
}

std::vector<int> vinModelYears(QStringView vin, int latestYear)
{
    if (vin.size() <= VinYearPosition)
        return {};
    const char code = vin[VinYearPosition].toLatin1();
    const auto at = code == 0 ? std::string_view::npos : VinYearCodes.find(code);
    if (at == std::string_view::npos)
        return {};
    const int early = VinFirstYear + static_cast<int>(at);
    const int late = early + VinYearCycle;
    if (late > latestYear)
        return early > latestYear ? std::vector<int>{} : std::vector<int>{early};
    const bool followsCycleRule = isNorthAmericanVin(vin) || vin[VinCheckPosition] == vinCheckDigit(vin);
    if (followsCycleRule && isVinDigit(vin[VinCyclePosition]))
        return {early, late};
    return {late, early};
}

QString vinLast8(QStringView vin)
{
    return vin.last(qMin<qsizetype>(8, vin.size())).toString();
}

QString vinLast6(QStringView vin)
{
    return vin.last(qMin<qsizetype>(6, vin.size())).toString();
}

}  // namespace Forecourt
