// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/peernetwork.h"

#include <algorithm>

namespace Forecourt {

namespace {

constexpr int PeerNetworkBytes = 8;

}  // namespace

QString peerNetwork(const QHostAddress& peer)
{
    bool isIPv4 = false;
    const quint32 plain = peer.toIPv4Address(&isIPv4);  // also of one written as IPv6
    if (isIPv4)
        return QHostAddress(plain).toString();
    QHostAddress network = peer;
    network.setScopeId({});
    Q_IPV6ADDR bytes = network.toIPv6Address();
    std::fill(std::begin(bytes.c) + PeerNetworkBytes, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString();
}

}  // namespace Forecourt
