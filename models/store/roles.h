// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <cstdint>

namespace Forecourt {

/// A set of roles, one bit each. The bits are kept in the server's store: they are never reused.
using RoleSet = std::uint32_t;

namespace Roles {

inline constexpr RoleSet Owner = 1 << 0;
inline constexpr RoleSet Manager = 1 << 1;
inline constexpr RoleSet Sales = 1 << 2;
inline constexpr RoleSet Support = 1 << 3;
inline constexpr RoleSet Buyer = 1 << 4;
inline constexpr RoleSet Viewer = 1 << 5;
/// Every role, also those that this version has no name for.
inline constexpr RoleSet All = 0x7fffffff;

/// The bit of the role of an account. One that this version does not know is in All only.
RoleSet of(QStringView role);

}  // namespace Roles

}  // namespace Forecourt
