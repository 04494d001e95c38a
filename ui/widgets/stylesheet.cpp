// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/stylesheet.h"

#include "ui/widgets/tokens.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString styleSheetForTheme(bool dark, int textPercent)
{
    QFile file(u":/look/styles/forecourt.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("The style sheet is missing from the program's resources");
        return {};
    }
    const QString sheet = QString::fromUtf8(file.readAll());
    static const QRegularExpression blank(u"@(?:(\\d+)px|(\\w+))"_s);
    QString filled;
    filled.reserve(sheet.size() * 2);
    qsizetype done = 0;
    for (auto it = blank.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        filled += QStringView(sheet).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        if (match.hasCaptured(1)) {
            filled += QString::number(qRound(match.captured(1).toInt() * textPercent / 100.0)) + "px"_L1;
        } else if (match.captured(2) == "theme"_L1) {
            filled += dark ? "dark"_L1 : "light"_L1;
        } else if (match.captured(2) == "radioRadius"_L1) {
            // Half of a radio button with its edge of 1 px, rounded down: Qt draws a square where a radius is too
            // large.
            filled += QString::number((qRound(14 * textPercent / 100.0) + 2) / 2) + "px"_L1;
        } else if (const auto token = Tokens::byName(match.captured(2))) {
            filled += Tokens::value(*token, dark).name();
        } else {
            qWarning("The style sheet names the unknown colour %ls", qUtf16Printable(match.captured(0)));
        }
    }
    filled += QStringView(sheet).mid(done);
    return filled;
}

}  // namespace Forecourt
