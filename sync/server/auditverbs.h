// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/verb.h"

#include <span>

/// audit.list: the audit log, for owners and managers.
namespace Forecourt::AuditVerbs {

std::span<const Verb> all();

}  // namespace Forecourt::AuditVerbs
