// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/passwordrules.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

// Outside the namespace, as Q_INIT_RESOURCE demands: the linker drops the resource of a static library otherwise.
static void initCommonPasswords()
{
    Q_INIT_RESOURCE(forecourt_passwords);
}

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype RulesRun = 3;  // so many characters in a row that follow each other are a run
constexpr unsigned RulesEveryWay = 15;
constexpr qsizetype RulesStrayLetters = 2;
constexpr qsizetype RulesNameLetters = 3;  // shorter parts of a name are in too many words

/// Small letters without accents: whoever guesses writes names so.
QString rulesFolded(const QString& text)
{
    QString folded = text.toCaseFolded().normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar letter) { return letter.isMark(); });
    return folded;
}

/// `P@ssw0rd` is `password` to a guesser. Applied to both sides of every comparison, so that it does not matter that
/// some digits stand for themselves; as long as what it is made of.
QString rulesPlain(QString folded)
{
    for (QChar& letter : folded) {
        switch (letter.unicode()) {
        case '0': letter = u'o'; break;
        case '1':
        case 'l':
        case '!': letter = u'i'; break;
        case '3': letter = u'e'; break;
        case '4':
        case '@': letter = u'a'; break;
        case '5':
        case '$': letter = u's'; break;
        case '7': letter = u't'; break;
        default: break;
        }
    }
    return folded;
}

/// The name as it stands, and its parts; together they may not be the main part either.
bool rulesHasName(const QString& plain, const QString& login, const QString& displayName)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    QStringList parts{u"forecourt"_s};
    for (const QString& name : {login, displayName}) {
        parts += name.split(between, Qt::SkipEmptyParts);
        // N’Diaye is written ndiaye as well.
        const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
        for (QString word : words)
            parts += word.remove(between);
    }
    for (QString& part : parts)
        part = rulesPlain(rulesFolded(part));
    // The longest first: a part of a part would leave crumbs of it.
    std::ranges::sort(parts, [](const QString& one, const QString& other) { return one.size() > other.size(); });
    QString rest = plain;
    for (const QString& part : std::as_const(parts)) {
        if (part.size() >= RulesNameLetters)
            rest.remove(part);
    }
    return rest.size() * 2 <= plain.size() && rest.size() < PasswordWords::Shortest;
}

const std::vector<QString>& rulesCommonWords()
{
    static const std::vector<QString> words = [] {
        initCommonPasswords();
        QFile file(u":/forecourt/passwords/common.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the list of common passwords is not in this program");
        std::vector<QString> read;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        read.reserve(static_cast<std::size_t>(lines.size()));
        for (const QString& line : lines)
            read.push_back(rulesPlain(rulesFolded(line)));
        return read;
    }();
    return words;
}

/// Such a word, repeated or not, with nothing else around it than what people hang onto words: digits, signs, a letter
/// or two.
bool rulesIsCommon(const QString& folded)
{
    const QString plain = rulesPlain(folded);
    return std::ranges::any_of(rulesCommonWords(), [&](const QString& word) {
        QString rest = folded;
        qsizetype removed = 0;
        for (qsizetype at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.size())) {
            rest.remove(at - removed, word.size());
            removed += word.size();
        }
        return removed * 2 >= plain.size() && rest.size() < PasswordWords::Shortest &&
               std::ranges::count_if(rest, [](QChar letter) { return letter.isLetter(); }) <= RulesStrayLetters;
    });
}

/// In which ways, one bit each, `next` follows `last`: in the alphabet or in counting, on a row of a keyboard, up or
/// down. The same character again goes with each of them.
unsigned rulesWays(uint last, uint next)
{
    if (last == next)
        return RulesEveryWay;
    const auto isPlain = [](uint letter) { return letter < 0x80 && QChar(char16_t(letter)).isLetterOrNumber(); };
    if (!isPlain(last) || !isPlain(next))
        return 0;
    static const QStringList rows{u"1234567890"_s, u"qwertyuiop"_s, u"asdfghjkl"_s,  u"zxcvbnm"_s, u"azertyuiop"_s,
                                  u"qsdfghjklm"_s, u"wxcvbn"_s,     u"qwertzuiop"_s, u"yxcvbnm"_s};
    unsigned ways = (next == last + 1 ? 1U : 0U) | (last == next + 1 ? 2U : 0U);
    for (const QString& row : rows) {
        const qsizetype from = row.indexOf(QChar(char16_t(last)));
        const qsizetype to = row.indexOf(QChar(char16_t(next)));
        if (from >= 0 && to >= 0)
            ways |= (to == from + 1 ? 4U : 0U) | (from == to + 1 ? 8U : 0U);
    }
    return ways;
}

/// More than half of it lies in runs such as 1234, cba, aaaa or qwer.
bool rulesIsRuns(const QList<uint>& letters)
{
    qsizetype inRuns = 0;
    for (qsizetype first = 0; first < letters.size();) {
        qsizetype end = first + 1;
        for (unsigned ways = RulesEveryWay; end < letters.size(); ++end) {
            ways &= rulesWays(letters[end - 1], letters[end]);
            if (ways == 0)
                break;
        }
        if (end - first >= RulesRun)
            inRuns += end - first;
        // Two letters that belong together by chance must not hide the beginning of a run.
        first = end - first >= RulesRun ? end : first + 1;
    }
    return inRuns * 2 > letters.size();
}

/// A short piece, again and again.
bool rulesRepeats(const QList<uint>& letters)
{
    const qsizetype most = std::min<qsizetype>(letters.size() / 2, PasswordWords::Shortest - 1);
    for (qsizetype period = 1; period <= most; ++period) {
        if (std::equal(letters.begin() + period, letters.end(), letters.begin()))
            return true;
    }
    return false;
}

}  // namespace

std::optional<PasswordFlaw> flawOfPassword(const QString& password, const QString& login, const QString& displayName)
{
    const QList<uint> letters = password.normalized(QString::NormalizationForm_C).toUcs4();
    if (letters.size() < PasswordWords::Shortest)
        return PasswordFlaw::TooShort;
    if (letters.size() > PasswordWords::Longest)
        return PasswordFlaw::TooLong;
    const QString folded = rulesFolded(password);
    if (rulesHasName(rulesPlain(folded), login, displayName))
        return PasswordFlaw::HasName;
    if (rulesIsCommon(folded))
        return PasswordFlaw::Common;
    if (rulesIsRuns(folded.toUcs4()) || rulesRepeats(folded.toUcs4()))
        return PasswordFlaw::Pattern;
    return std::nullopt;
}

}  // namespace Forecourt
