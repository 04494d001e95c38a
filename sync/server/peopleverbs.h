// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/verb.h"

#include <span>

/// people.list, people.add, people.edit and people.password: owners and managers say who may sign in, as what and
/// where. What each of them may do with whom is in accountrules.h.
namespace Forecourt::PeopleVerbs {

std::span<const Verb> all();

}  // namespace Forecourt::PeopleVerbs
