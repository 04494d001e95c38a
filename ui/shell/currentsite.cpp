// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/currentsite.h"

namespace Forecourt {

void CurrentSite::setId(LocationId id)
{
    if (id == m_id)
        return;
    m_id = id;
    Q_EMIT changed(id);
}

}  // namespace Forecourt
