// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/roles.h"

#include <QString>

namespace Forecourt::Roles {

using namespace Qt::StringLiterals;

RoleSet of(QStringView role)
{
    if (role == "owner"_L1)
        return Owner;
    if (role == "manager"_L1)
        return Manager;
    if (role == "sales"_L1)
        return Sales;
    if (role == "support"_L1)
        return Support;
    if (role == "buyer"_L1)
        return Buyer;
    if (role == "viewer"_L1)
        return Viewer;
    return 1 << 30;
}

}  // namespace Forecourt::Roles
