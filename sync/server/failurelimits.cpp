// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/failurelimits.h"

#include "models/base/sha256.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Addresses are not kept longer than needed, and nobody has to be able to read them.
QByteArray failureSource(const FailureLimit& limit, const QByteArray& who)
{
    return sha256(QByteArray(limit.of.data(), limit.of.size()) + '\n' + who);
}

}  // namespace

const FailureLimit FailureLimit::SignInsOfAddress{"sign-ins of an address"_L1, 10};
const FailureLimit FailureLimit::SignInsOfDevice{"sign-ins of a device"_L1, 10};
// A whole dealership renews from one address; what fails there is rare.
const FailureLimit FailureLimit::RenewalsOfAddress{"renewals of an address"_L1, 30};
const FailureLimit FailureLimit::RenewalsOfDevice{"renewals of a device"_L1, 10};

Expected<UtcMs> FailureLimits::waitFor(const FailureLimit& limit, const QByteArray& who)
{
    const auto failures = m_storage.failureCount(failureSource(limit, who));
    if (!failures)
        return fail(failures.error());
    // A clock that was set back must not keep anybody out.
    if (failures->count < limit.most || failures->since > m_now)
        return 0;
    return std::max<UtcMs>(failures->since + Window - m_now, 0);
}

Expected<void> FailureLimits::failed(const FailureLimit& limit, const QByteArray& who)
{
    FC_TRY(m_storage.countFailure(failureSource(limit, who), m_now, m_now - Window));
    return m_storage.forgetFailuresBefore(m_now - Window);
}

}  // namespace Forecourt
