// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/phase.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString phaseCode(Phase phase)
{
    switch (phase) {
    case Phase::Incoming: return u"incoming"_s;
    case Phase::Fixing: return u"fixing"_s;
    case Phase::Ready: return u"ready"_s;
    case Phase::Listed: return u"listed"_s;
    case Phase::Reserved: return u"reserved"_s;
    case Phase::Sold: return u"sold"_s;
    case Phase::Delivered: return u"delivered"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Phase> phaseFromCode(QStringView code)
{
    for (Phase phase : AllPhases)
        if (code.compare(phaseCode(phase), Qt::CaseInsensitive) == 0)
            return phase;
    return std::nullopt;
}

std::optional<Phase> phaseFromNumber(qint64 number)
{
    if (number < 0 || number >= static_cast<qint64>(AllPhases.size()))
        return std::nullopt;
    return AllPhases[static_cast<size_t>(number)];
}

}  // namespace Forecourt
