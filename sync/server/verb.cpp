// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/verb.h"

#include "sync/server/auditverbs.h"
#include "sync/server/deviceverbs.h"
#include "sync/server/factorverbs.h"
#include "sync/server/passwordverbs.h"
#include "sync/server/peopleverbs.h"

#include <algorithm>

namespace Forecourt {

const Verb* verbNamed(const QString& name)
{
    for (const auto verbs :
         {AuditVerbs::all(), DeviceVerbs::all(), FactorVerbs::all(), PasswordVerbs::all(), PeopleVerbs::all()}) {
        const auto found = std::ranges::find(verbs, name, [](const Verb& verb) { return QString(verb.name); });
        if (found != verbs.end())
            return &*found;
    }
    return nullptr;
}

}  // namespace Forecourt
