// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclewords.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString vehicleSearchExpression(const QString& text)
{
    // Cut as the tokenizer of the index (unicode61) cuts; it folds case and accents by itself.
    const QString composed = text.normalized(QString::NormalizationForm_C);
    QString expression;
    QString word;
    const auto finish = [&] {
        if (word.isEmpty())
            return;
        if (!expression.isEmpty())
            expression += u' ';
        expression += u'"' + word + "\"*"_L1;
        word.clear();
    };
    for (const char32_t character : composed.toUcs4()) {
        if (QChar::isLetterOrNumber(character))
            word += QString::fromUcs4(&character, 1);
        else
            finish();
    }
    finish();
    return expression;
}

}  // namespace Forecourt
