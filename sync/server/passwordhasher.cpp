// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/passwordhasher.h"

#include "sync/server/password.h"
#include "sync/server/recoverycode.h"

#include <algorithm>

namespace Forecourt {

Expected<QByteArray> PasswordHasher::hash(const QString& password)
{
    return hashOf({Kind::Password, password, {}});
}

Expected<bool> PasswordHasher::matches(const QByteArray& hash, const QString& password)
{
    const auto result = resultOf({Kind::Match, password, hash});
    if (!result)
        return fail(result.error());
    return !result->empty();
}

Expected<QByteArray> PasswordHasher::recoveryHash(const QString& code, const QByteArray& salt)
{
    return hashOf({Kind::RecoveryCode, code, salt});
}

Expected<std::vector<RecoveryCode>> PasswordHasher::recoveryCodes(const QByteArray& salt, int count)
{
    return resultOf({Kind::NewRecoveryCodes, {}, salt, count});
}

void PasswordHasher::work()
{
    if (!m_wanted)
        return;
    m_done.push_back({*m_wanted, compute(*m_wanted)});
    m_wanted.reset();
}

PasswordHasher::Result PasswordHasher::compute(const Task& task)
{
    std::vector<RecoveryCode> made;
    const auto keep = [&](QString shown, Expected<QByteArray> hash) -> Expected<void> {
        if (!hash)
            return fail(hash.error());
        made.push_back({std::move(shown), std::move(*hash)});
        return {};
    };
    switch (task.kind) {
    case Kind::Password: FC_TRY(keep({}, hashPassword(task.text))); break;
    case Kind::Match:
        if (passwordMatches(task.with, task.text))
            made.push_back({{}, task.with});
        break;
    case Kind::RecoveryCode: FC_TRY(keep({}, recoveryCodeHash(task.text, task.with))); break;
    case Kind::NewRecoveryCodes:
        for (int number = 0; number < task.count; ++number) {
            const QString code = makeRecoveryCode();
            FC_TRY(keep(shownRecoveryCode(code), recoveryCodeHash(code, task.with)));
        }
        break;
    }
    return made;
}

PasswordHasher::Result PasswordHasher::resultOf(const Task& task)
{
    if (m_mode == Mode::AtOnce)
        return compute(task);
    const auto done = std::ranges::find(m_done, task, &Done::task);
    if (done != m_done.end())
        return done->result;
    m_wanted = task;
    return fail(ErrorCode::Cancelled);
}

Expected<QByteArray> PasswordHasher::hashOf(const Task& task)
{
    auto result = resultOf(task);
    if (!result)
        return fail(result.error());
    return result->front().hash;
}

}  // namespace Forecourt
