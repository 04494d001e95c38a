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
    QStringList lines;
    if (!findings.elsewhere.empty())
        lines << tr("%1 is on another vehicle too").arg(number);
    if (findings.hints.testFlag(QualityHint::Blurred))
        lines << tr("%1 is blurry").arg(number);
    if (findings.hints.testFlag(QualityHint::TooDark))
        lines << tr("%1 is dark").arg(number);
    if (findings.hints.testFlag(QualityHint::TooBright))
        lines << tr("%1 is too bright").arg(number);
    if (findings.hints.testFlag(QualityHint::TooSmall))
        lines << tr("%1 is small").arg(number);
    if (!findings.nearDuplicates.empty())
        lines << tr("%1 is like %2").arg(number).arg(gallery.indexOf(findings.nearDuplicates.front()) + 1);
    return lines.join(u" · "_s);
}

}  // namespace Forecourt
