// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/originals.h"

#include <QtGlobal>

namespace Forecourt {

/// Decides whether originals may go to the server: by what the person has chosen, by the kind of connection, and by how
/// fast files have travelled. Times are steady milliseconds.
class OriginalsGate {
public:
    /// Bytes per second, 256 kbit/s: an original of a telephone would take two minutes.
    static constexpr qint64 SlowBelow = 32 * 1024;
    /// Measured over so long without a break.
    static constexpr qint64 SlowFor = 20'000;
    /// Originals wait for so long; then it is measured anew.
    static constexpr qint64 WaitFor = 10 * 60'000;

    void setPolicy(OriginalsPolicy policy);
    void setMetered(std::optional<bool> metered) { m_metered = metered; }
    /// Whether files are on their way to the server: only that time counts.
    void setBusy(bool busy, qint64 now);
    /// So much more of them is there.
    void moved(qint64 bytes, qint64 now);
    /// The person wants those that wait to go now, whatever the connection is.
    void sendNow() { m_sendNow = true; }
    /// All have gone: the next ones wait again.
    void allSent() { m_sendNow = false; }

    /// Without how many wait.
    OriginalsStatus status(qint64 now) const;

private:
    OriginalsPolicy m_policy = OriginalsPolicy::Unmetered;
    std::optional<bool> m_metered;
    qint64 m_busySince = -1;  ///< begin of what is measured; -1: nothing moves
    qint64 m_bytes = 0;       ///< since then
    qint64 m_slowUntil = -1;
    bool m_sendNow = false;
};

}  // namespace Forecourt
