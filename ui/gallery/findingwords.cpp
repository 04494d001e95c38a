// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/findingwords.h"

#include <QStringList>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString FindingWords::badge(const PhotoFindings& findings, const Gallery& gallery)
{
    if (!findings.elsewhere.empty())
        return tr("Other car");
    if (findings.hints.testFlag(QualityHint::Blurred))
        return tr("Blurry");
    if (findings.hints.testFlag(QualityHint::TooDark))
        return tr("Dark");
    if (findings.hints.testFlag(QualityHint::TooBright))
        return tr("Bright");
    if (!findings.nearDuplicates.empty())
        return tr("Same as %1").arg(gallery.indexOf(findings.nearDuplicates.front()) + 1);
    if (findings.hints.testFlag(QualityHint::TooSmall))
        return tr("Small");
    return {};
}

QString FindingWords::icon(const PhotoFindings& findings)
{
    if (!findings.elsewhere.empty())
        return u"car"_s;
    if (findings.hints.testFlag(QualityHint::Blurred))
        return u"focus-centered"_s;
    if (findings.hints.testFlag(QualityHint::TooDark))
        return u"moon"_s;
    if (findings.hints.testFlag(QualityHint::TooBright))
        return u"sun-high"_s;
    return findings.nearDuplicates.empty() ? u"arrows-maximize"_s : u"copy"_s;
}

QString FindingWords::line(const PhotoFindings& findings, const Gallery& gallery)
{
    const QString number = QString::number(gallery.indexOf(findings.photo) + 1);
    QStringList words;
    if (!findings.elsewhere.empty())
        words << tr("on another vehicle too");
    if (findings.hints.testFlag(QualityHint::Blurred))
        words << tr("blurry");
    if (findings.hints.testFlag(QualityHint::TooDark))
        words << tr("dark");
    if (findings.hints.testFlag(QualityHint::TooBright))
        words << tr("too bright");
    if (findings.hints.testFlag(QualityHint::TooSmall))
        words << tr("small");
    if (!findings.nearDuplicates.empty())
        words << tr("like %1", "number of a photo").arg(gallery.indexOf(findings.nearDuplicates.front()) + 1);
    return tr("%1: %2", "number of a photo, what was found").arg(number, words.join(u", "_s));
}

}  // namespace Forecourt
