// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/originalsgate.h"

namespace Forecourt {

void OriginalsGate::setPolicy(OriginalsPolicy policy)
{
    m_policy = policy;
    m_sendNow = false;
    m_busySince = -1;
    m_slowUntil = -1;
}

void OriginalsGate::setBusy(bool busy, qint64 now)
{
    if (busy == (m_busySince >= 0))
        return;
    m_busySince = busy ? now : -1;
    m_bytes = 0;
}

void OriginalsGate::moved(qint64 bytes, qint64 now)
{
    m_bytes += bytes;
    if (m_busySince < 0 || now - m_busySince < SlowFor)
        return;
    const bool slow = m_bytes * 1000 / (now - m_busySince) < SlowBelow;
    m_slowUntil = slow ? now + WaitFor : -1;
    m_busySince = now;
    m_bytes = 0;
}

OriginalsStatus OriginalsGate::status(qint64 now) const
{
    using Hold = OriginalsStatus::Hold;
    OriginalsStatus status{m_policy, Hold::None, m_metered};
    if (m_sendNow || m_policy == OriginalsPolicy::Always)
        return status;
    if (m_policy == OriginalsPolicy::OnRequest)
        status.hold = Hold::OnRequest;
    else if (m_metered.value_or(false))
        status.hold = Hold::Metered;
    else if (now < m_slowUntil)
        status.hold = Hold::Slow;
    return status;
}

}  // namespace Forecourt
