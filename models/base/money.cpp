// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/money.h"

namespace Forecourt {

QString currencyCode(Currency currency)
{
    switch (currency) {
    case Currency::CAD: return QStringLiteral("CAD");
    case Currency::USD: return QStringLiteral("USD");
    case Currency::EUR: return QStringLiteral("EUR");
    case Currency::XOF: return QStringLiteral("XOF");
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<Currency> currencyFromCode(QStringView code)
{
    for (const Currency currency : AllCurrencies) {
        if (code.compare(currencyCode(currency), Qt::CaseInsensitive) == 0)
            return currency;
    }
    return std::nullopt;
}

int currencyDecimals(Currency currency)
{
    return currency == Currency::XOF ? 0 : 2;
}

QString Money::toString() const
{
    const int decimals = currencyDecimals(currency);
    const std::int64_t scale = decimals == 2 ? 100 : 1;
    const bool negative = minor < 0;
    const std::uint64_t amount = negative ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
    QString text = negative ? QStringLiteral("-") : QString();
    text += QString::number(amount / static_cast<std::uint64_t>(scale));
    if (decimals == 2)
        text += u'.' + QStringLiteral("%1").arg(amount % 100, 2, 10, QLatin1Char('0'));
    return text + u' ' + currencyCode(currency);
}

namespace {

struct Parts {
    QString digits;  // digits and marks only
    QString letters;
    bool negative = false;
    bool strange = false;
};

Parts split(QStringView text)
{
    Parts parts;
    for (const QChar c : text) {
        if (c.isDigit())
            parts.digits += QChar(u'0' + c.digitValue());
        else if (c == u'.' || c == u',')
            parts.digits += c;
        else if (c == u'-' || c == u'\u2212')
            parts.negative = true;
        else if (c.isLetter())
            parts.letters += c.toUpper();
        else if (c == u'$' || c == u'\u20ac' || c == u'\'' || c == u'\u2019' || c.isSpace())
            continue;
        else
            parts.strange = true;
    }
    return parts;
}

}  // namespace

Expected<Money> Money::parse(QStringView text, Currency fallback)
{
    const auto unreadable = [&] { return fail(ErrorCode::PriceUnreadable, {}, text.toString()); };
    Parts parts = split(text);
    Money money{0, fallback};
    if (parts.letters == u"FCFA" || parts.letters == u"CFA" || parts.letters == u"F")
        parts.letters = QStringLiteral("XOF");
    if (!parts.letters.isEmpty()) {
        const auto named = currencyFromCode(parts.letters);
        if (!named)
            return fail(ErrorCode::CurrencyUnknown, {}, parts.letters);
        money.currency = *named;
    } else if (text.contains(u'\u20ac')) {
        money.currency = Currency::EUR;
    }
    if (parts.strange || parts.digits.isEmpty())
        return unreadable();

    // The last mark is the decimal one unless exactly three digits follow it, or it appears more than once.
    const qsizetype mark = std::max(parts.digits.lastIndexOf(u'.'), parts.digits.lastIndexOf(u','));
    QString whole = parts.digits;
    QString fraction;
    if (mark >= 0) {
        const qsizetype after = parts.digits.size() - mark - 1;
        const bool groups = after == 3 || parts.digits.count(parts.digits.at(mark)) > 1;
        if (!groups) {
            whole = parts.digits.left(mark);
            fraction = parts.digits.mid(mark + 1);
        }
    }
    whole.remove(u'.').remove(u',');
    const int decimals = currencyDecimals(money.currency);
    // "12334000,00" is a fair way to write whole francs; other digits behind the mark would be lost.
    while (fraction.size() > decimals && fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > decimals || (whole.isEmpty() && fraction.isEmpty()))
        return unreadable();
    fraction = fraction.leftJustified(decimals, u'0');

    bool ok = false;
    const qlonglong amount = (whole + fraction).toLongLong(&ok);
    if (!ok)
        return unreadable();
    money.minor = parts.negative ? -amount : amount;
    return money;
}

}  // namespace Forecourt
