// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

#include <QHash>

namespace Forecourt {

/// When somebody was last heard of on a computer where they are, or were last, signed in. Nobody else is in it.
Expected<QHash<Uuid, UtcMs>> lastSeen(ServerStorage& storage);

}  // namespace Forecourt
