// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/fractionalindex.h"

#include <algorithm>

namespace Forecourt::FractionalIndex {

namespace {

constexpr QLatin1StringView KeyDigits{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"};
constexpr int KeyBase = 62;

// Keys at either end are whole numbers of this many digits, a step apart, so that adding at an end does not lengthen
// them; the step leaves a digit of room between two of them.
constexpr int EndDigits = 4;
constexpr int EndStep = KeyBase;
constexpr int EndLimit = KeyBase * KeyBase * KeyBase * KeyBase;

int digitOf(QChar c)
{
    return static_cast<int>(KeyDigits.indexOf(c));
}

QChar digit(int value)
{
    return KeyDigits[value];
}

int digitAt(QStringView key, qsizetype place)
{
    return place < key.size() ? digitOf(key[place]) : 0;
}

int endNumber(QStringView key)
{
    int number = 0;
    for (int place = 0; place < EndDigits; ++place)
        number = number * KeyBase + digitAt(key, place);
    return number;
}

QString fromEndNumber(int number)
{
    QString key(EndDigits, u'0');
    for (int place = EndDigits - 1; place >= 0; --place, number /= KeyBase)
        key[place] = digit(number % KeyBase);
    while (key.endsWith(u'0'))
        key.chop(1);
    return key;
}

// The shortest key near the middle of two.
QString middle(QStringView before, QStringView after)
{
    QString key;
    for (qsizetype place = 0;; ++place) {
        const int low = digitAt(before, place);
        const int high = place < after.size() ? digitOf(after[place]) : KeyBase;
        if (low == high) {
            key += digit(low);
            continue;
        }
        if (high - low > 1)
            return key + digit((low + high) / 2);
        if (place + 1 < after.size())
            return key + digit(high);
        key += digit(low);
        after = {};  // what follows a smaller digit is below `after`, whatever it is
    }
}

void spread(QStringView before, QStringView after, int count, std::vector<QString>& out)
{
    if (count == 0)
        return;
    const QString key = middle(before, after);
    const int left = (count - 1) / 2;
    spread(before, key, left, out);
    out.push_back(key);
    spread(key, after, count - 1 - left, out);
}

}  // namespace

bool isValid(QStringView key)
{
    return !key.isEmpty() && !key.endsWith(u'0') &&
           std::ranges::all_of(key, [](QChar c) { return c.unicode() < 128 && digitOf(c) >= 0; });
}

QString between(QStringView before, QStringView after)
{
    Q_ASSERT(before.isEmpty() || isValid(before));
    Q_ASSERT(after.isEmpty() || (isValid(after) && before < after));
    if (after.isEmpty()) {
        const int number = before.isEmpty() ? EndLimit / 2 : endNumber(before) + EndStep;
        if (number < EndLimit)
            return fromEndNumber(number);
    } else if (before.isEmpty()) {
        if (const int number = endNumber(after) - EndStep; number > 0)
            return fromEndNumber(number);
    }
    return middle(before, after);
}

std::vector<QString> between(QStringView before, QStringView after, int count)
{
    std::vector<QString> keys;
    keys.reserve(static_cast<size_t>(std::max(count, 0)));
    if (!before.isEmpty() && !after.isEmpty()) {
        spread(before, after, count, keys);
    } else if (after.isEmpty()) {
        for (int i = 0; i < count; ++i)
            keys.push_back(between(i == 0 ? before : QStringView(keys.back()), {}));
    } else {
        for (int i = 0; i < count; ++i)
            keys.push_back(between({}, i == 0 ? after : QStringView(keys.back())));
        std::ranges::reverse(keys);
    }
    return keys;
}

}  // namespace Forecourt::FractionalIndex
