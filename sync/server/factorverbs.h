// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/verb.h"

#include <span>

/// factor.state, factor.begin, factor.confirm, factor.codes and factor.off: everybody their own.
namespace Forecourt::FactorVerbs {

std::span<const Verb> all();

}  // namespace Forecourt::FactorVerbs
