// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vin/vindecoder.h"

#include "models/vin/vin.h"
#include "models/vin/vintables.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// The best value of each field, from the patterns that name the most characters.
class VinFindings {
public:
    VinFindings(const VinTables& tables, const std::vector<VinTables::SchemaMatch>& schemas) : m_tables(tables)
    {
        const int best = bestModel(schemas);
        m_tellsModel = best >= 0;
        for (const auto& schema : schemas) {
            // A schema that describes other models says nothing about this vehicle.
            if (m_tellsModel && schema.tellsModels && modelScore(schema) < best)
                continue;
            for (const auto& match : schema.matches)
                take(match);
        }
    }

    bool tellsModel() const { return m_tellsModel; }
    QString first(VinField field) const
    {
        const auto& found = m_best[index(field)];
        return found.texts.empty() ? QString() : m_tables.text(found.texts.front());
    }
    QStringList all(VinField field) const
    {
        QStringList texts;
        for (const int text : m_best[index(field)].texts)
            texts += m_tables.text(text);
        return texts;
    }

private:
    struct Best {
        int named = -1;
        std::vector<int> texts;
    };

    static size_t index(VinField field) { return static_cast<size_t>(field) - 1; }

    static int modelScore(const VinTables::SchemaMatch& schema)
    {
        int score = -1;
        for (const auto& match : schema.matches) {
            for (const auto& fact : match.facts) {
                if (fact.field == VinField::Model)
                    score = qMax(score, match.named);
            }
        }
        return score;
    }

    static int bestModel(const std::vector<VinTables::SchemaMatch>& schemas)
    {
        int best = -1;
        for (const auto& schema : schemas)
            best = qMax(best, modelScore(schema));
        return best;
    }

    void take(const VinTables::Match& match)
    {
        for (const auto& fact : match.facts) {
            Best& best = m_best[index(fact.field)];
            if (match.named < best.named)
                continue;
            if (match.named > best.named)
                best = {match.named, {}};
            if (std::find(best.texts.begin(), best.texts.end(), fact.text) == best.texts.end())
                best.texts.push_back(fact.text);
        }
    }

    const VinTables& m_tables;
    std::array<Best, VinFieldCount> m_best;
    bool m_tellsModel = false;
};

bool vinTextNames(const QString& text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString fuelOf(const VinFindings& findings, const QString& names)
{
    QString first = findings.first(VinField::Fuel);
    const QString second = findings.first(VinField::SecondFuel);
    const bool plugs = !findings.first(VinField::Plug).isEmpty() ||
                       vinTextNames(names, {"plug-in"_L1, "phev"_L1, "prime"_L1, "energi"_L1, "4xe"_L1});
    if (first == "Electric"_L1)
        return second.isEmpty() ? first : u"Plug-in hybrid"_s;
    if (second == "Electric"_L1 || (first == "Gasoline"_L1 && vinTextNames(names, {"hybrid"_L1})))
        return plugs ? u"Plug-in hybrid"_s : u"Hybrid"_s;
    if (first == "Gasoline"_L1 && second == "Ethanol"_L1)
        return u"Flex fuel"_s;
    return first;
}

QString engineOf(const VinFindings& findings, const QString& fuel)
{
    if (fuel == "Electric"_L1)
        return fuel;
    QStringList parts;
    if (const QString litres = findings.first(VinField::Litres); !litres.isEmpty())
        parts += litres + " L"_L1;
    if (const QString cylinders = findings.first(VinField::Cylinders); !cylinders.isEmpty()) {
        const QString layout = findings.first(VinField::Layout);
        parts += layout.isEmpty() ? cylinders + " cyl."_L1 : layout + cylinders;
    }
    if (!parts.isEmpty() && !findings.first(VinField::Turbo).isEmpty())
        parts += u"turbo"_s;
    return parts.join(u' ');
}

/// Some trucks carry their load class as a series: "Silverado", "1500".
QString modelWithClass(const QString& model, const QString& series)
{
    const bool isClass = series == "1500"_L1 || series == "2500"_L1 || series == "3500"_L1;
    return isClass && model != series && !model.contains(series) ? model + u' ' + series : model;
}

DecodedVin describe(const VinFindings& findings, const VinTables::Maker& maker)
{
    DecodedVin decoded;
    const QStringList makeAndModel = findings.first(VinField::Model).split(u'\t');
    const QString series = findings.first(VinField::Series);
    decoded.make = maker.make;
    if (makeAndModel.size() == 2) {
        decoded.make = makeAndModel[0];
        decoded.model = modelWithClass(makeAndModel[1], series);
    }
    constexpr qsizetype MostTrims = 3;
    const QStringList trims = findings.all(VinField::Trim);
    if (!trims.isEmpty() && trims.size() <= MostTrims)
        decoded.trim = trims.join(u'/');
    else if (trims.isEmpty() && !decoded.model.contains(series))
        decoded.trim = series;
    decoded.body = findings.first(VinField::Body);
    decoded.fuel = fuelOf(findings, decoded.model + u' ' + decoded.trim + u' ' + series);
    decoded.engine = engineOf(findings, decoded.fuel);
    decoded.drivetrain = findings.first(VinField::Drive);
    if (const int doors = findings.first(VinField::Doors).toInt(); doors > 0)
        decoded.doors = doors;
    return decoded;
}

}  // namespace

DecodedVin VinDecoder::decode(QStringView vin, int latestYear)
{
    if (vinCheckDigit(vin).isNull())
        return {};
    const VinTables& tables = VinTables::embedded();
    const VinTables::Maker maker = tables.maker(vinMaker(vin));
    const std::vector<int> years = vinModelYears(vin, latestYear);
    const QByteArray key = vin.sliced(3, 5).toLatin1() + '|' + vin.sliced(9).toLatin1();

    DecodedVin decoded;
    decoded.make = maker.make;
    if (!years.empty()) {
        // The rule that tells the cycles apart is one for cars and light trucks of the North American market; without a
        // model to say that this is one, the newer year is the likelier one.
        const bool followsRule = maker.known && isNorthAmericanVin(vin);
        decoded.year = followsRule ? years.front() : *std::max_element(years.begin(), years.end());
    }
    for (const int year : years) {
        const auto schemas = tables.match(maker, year, key);
        const VinFindings findings(tables, schemas);
        if (findings.tellsModel()) {
            decoded = describe(findings, maker);
            decoded.year = year;
            break;
        }
    }
    return decoded;
}

}  // namespace Forecourt
