// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/verb.h"

#include <span>

/// devices.list and devices.revoke: a person's own devices, everybody's for owners and managers.
namespace Forecourt::DeviceVerbs {

std::span<const Verb> all();

}  // namespace Forecourt::DeviceVerbs
