// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclewords.h"

#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Cut as the tokenizer of the index (unicode61) cuts; it folds case and accents by itself.
QStringList vehicleSearchWords(const QString& text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    };
    for (const char32_t character : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (QChar::isLetterOrNumber(character))
            word += QString::fromUcs4(&character, 1);
        else
            finish();
    }
    finish();
    return words;
}

}  // namespace

QString vehicleSearchExpression(const QString& text)
{
    QStringList expression;
    for (const QString& word : vehicleSearchWords(text))
        expression.append(u'"' + word + "\"*"_L1);
    return expression.join(u' ');
}

QueuedVehicleSearch::QueuedVehicleSearch(const QString& text)
    : sql(u"SELECT w.rid FROM search_queue q CROSS JOIN vehicle_words w ON w.rid = q.rid WHERE 1"_s)
{
    for (const QString& word : vehicleSearchWords(text)) {
        sql += " AND w.words LIKE ?"_L1;
        parameters.append(u'%' + word + u'%');
    }
}

}  // namespace Forecourt
