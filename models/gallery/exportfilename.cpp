// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportfilename.h"

#include <QRegularExpression>
#include <QSet>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestPattern = 120;
// File systems take 255 bytes; a number and the suffix come besides.
constexpr int LongestName = 200;
constexpr auto ExportSuffix = ".jpg"_L1;

const QRegularExpression& exportToken()
{
    static const QRegularExpression token(uR"(\{([^{}]*)\})"_s);
    return token;
}

/// Nothing for a token that does not exist.
std::optional<QString> exportWord(const QString& token, const ExportWords& words)
{
    const QString name = token.section(u':', 0, 0);
    const QString format = token.section(u':', 1);
    if (name == "position"_L1) {
        static const QRegularExpression digits(u"^0[1-4]$"_s);
        if (!format.isEmpty() && !digits.match(format).hasMatch())
            return {};
        return QString::number(words.position).rightJustified(format.isEmpty() ? 0 : format[1].digitValue(), u'0');
    }
    if (!format.isEmpty())
        return {};
    if (name == "stock"_L1)
        return words.stock;
    if (name == "vin"_L1)
        return words.vin;
    if (name == "year"_L1)
        return words.year;
    if (name == "make"_L1)
        return words.make;
    if (name == "model"_L1)
        return words.model;
    if (name == "slot"_L1)
        return words.slot.isEmpty() ? u"photo"_s : words.slot;
    return {};
}

QString withoutJpg(const QString& name)
{
    return name.endsWith(ExportSuffix, Qt::CaseInsensitive) ? name.chopped(ExportSuffix.size()) : name;
}

/// What Windows forbids is more than what the others do; it also drops blanks and points at the end, and keeps the
/// names of its devices to itself (Microsoft, "Naming Files, Paths, and Namespaces").
QString fileSafe(QString name)
{
    for (QChar& letter : name)
        if (u"<>:\"/\\|?*"_s.contains(letter) || letter.category() == QChar::Other_Control)
            letter = u'-';
    qsizetype end = name.size();
    while (end > 0 && (name[end - 1] == u'.' || name[end - 1].isSpace()))
        --end;
    name.truncate(end);
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.toUtf8().size() > LongestName)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (name.isEmpty() || device.match(name.section(u'.', 0, 0)).hasMatch())
        name.prepend(u'_');
    return name;
}

}  // namespace

QString exportFileName(const QString& pattern, const ExportWords& words)
{
    QString name;
    qsizetype from = 0;
    const QString stem = withoutJpg(pattern);
    for (auto found = exportToken().globalMatch(stem); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        name += QStringView(stem).mid(from, match.capturedStart() - from);
        name += exportWord(match.captured(1), words).value_or(match.captured(0));
        from = match.capturedEnd();
    }
    return fileSafe(name + stem.mid(from)) + ExportSuffix;
}

Expected<void> checkExportFileName(const QString& pattern)
{
    if (pattern.trimmed().isEmpty() || pattern.size() > LongestPattern)
        return fail(ErrorCode::InvalidInput, pattern, u"name"_s);
    bool any = false;
    for (auto found = exportToken().globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (!exportWord(match.captured(1), {}))
            return fail(ErrorCode::InvalidInput, pattern, u"token:"_s + match.captured(0));
        any = true;
    }
    if (!any)
        return fail(ErrorCode::InvalidInput, pattern, u"name"_s);
    return {};
}

std::vector<QString> exportFileNames(const QString& pattern, const std::vector<ExportWords>& words)
{
    std::vector<QString> names;
    QSet<QString> taken;
    for (const ExportWords& one : words) {
        const QString wanted = exportFileName(pattern, one);
        QString name = wanted;
        for (int number = 2; taken.contains(name.toCaseFolded()); ++number)
            name = withoutJpg(wanted) + u'-' + QString::number(number) + ExportSuffix;
        taken.insert(name.toCaseFolded());
        names.push_back(name);
    }
    return names;
}

}  // namespace Forecourt
