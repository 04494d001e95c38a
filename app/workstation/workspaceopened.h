// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workstation/workspace.h"
#include "models/outbox/journal.h"
#include "models/store/store.h"

namespace Forecourt {

struct Workspace::Opened {
    std::unique_ptr<Store> store;
    std::unique_ptr<Journal> journal;
};

}  // namespace Forecourt
