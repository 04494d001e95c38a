// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

namespace Forecourt {

/// What counts as one address for limits: of IPv6 the network (/64), of which everybody has a whole one.
QString peerNetwork(const QHostAddress& peer);

}  // namespace Forecourt
