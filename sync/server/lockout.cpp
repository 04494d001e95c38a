// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/lockout.h"

#include "models/base/sha256.h"

#include <algorithm>

namespace Forecourt {

namespace {

/// The same for every way to write the name.
QByteArray lockoutKey(const QString& login)
{
    return sha256(login.toCaseFolded().toUtf8());
}

}  // namespace

Expected<UtcMs> Lockout::waitFor(const QString& login)
{
    const auto failures = m_storage.signInFailures(lockoutKey(login));
    if (!failures)
        return fail(failures.error());
    // A clock that was set back must not keep anybody out for longer than the rule says.
    return std::clamp<UtcMs>(failures->until - m_now, 0, LongestDelay);
}

Expected<UtcMs> Lockout::failed(const QString& login)
{
    const QByteArray key = lockoutKey(login);
    auto failures = m_storage.signInFailures(key);
    if (!failures)
        return fail(failures.error());
    if (m_now - failures->at > Memory)
        *failures = {};
    ++failures->count;
    UtcMs delay = 0;
    if (const int beyond = failures->count - FreeTries; beyond >= 0)
        delay = beyond >= 10 ? LongestDelay : std::min(FirstDelay << beyond, LongestDelay);
    failures->at = m_now;
    failures->until = m_now + delay;
    FC_TRY(m_storage.putSignInFailures(key, *failures));
    FC_TRY(m_storage.forgetSignInFailuresBefore(m_now - Memory));
    return delay;
}

Expected<void> Lockout::succeeded(const QString& login)
{
    return m_storage.putSignInFailures(lockoutKey(login), {});
}

}  // namespace Forecourt
