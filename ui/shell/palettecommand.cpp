// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/palettecommand.h"

#include <QStringList>

#include <algorithm>

namespace Forecourt {

namespace {

QStringList paletteWords(const QString& text)
{
    QString folded;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.category() == QChar::Mark_NonSpacing)
            continue;
        folded += letter.isLetterOrNumber() ? letter.toLower() : QChar(u' ');
    }
    return folded.split(u' ', Qt::SkipEmptyParts);
}

}  // namespace

int PaletteCommand::fitness(const QString& typed) const
{
    return qMax(fitness(title, typed), name.isEmpty() ? 0 : fitness(name, typed));
}

int PaletteCommand::fitness(const QString& title, const QString& typed)
{
    const QStringList wanted = paletteWords(typed);
    const QStringList words = paletteWords(title);
    int fit = 1;
    for (const QString& want : wanted) {
        const auto found = std::ranges::find_if(words, [&want](const QString& word) { return word.startsWith(want); });
        if (found == words.end())
            return 0;
        // A match at the start of the title is what the person most likely means.
        fit += found == words.begin() ? 10 : 3;
        fit += found->size() == want.size() ? 2 : 0;
    }
    return fit;
}

}  // namespace Forecourt
