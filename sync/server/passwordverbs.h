// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/verb.h"

#include <span>

/// password.change: everybody their own.
namespace Forecourt::PasswordVerbs {

std::span<const Verb> all();

}  // namespace Forecourt::PasswordVerbs
