// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sessiontokens.h"

#include "models/base/sha256.h"
#include "sync/protocol/deviceproof.h"
#include "sync/server/secrets.h"

namespace Forecourt {

namespace {

constexpr qsizetype TokenFamilySize = 16;
constexpr qsizetype TokenSize = 32;

}  // namespace

Expected<SessionTokens::Pair> SessionTokens::start(std::uint32_t device, Uuid user, const QByteArray& secret)
{
    FC_TRY(m_storage.removeAccessTokens(device));
    DeviceSession session;
    session.device = device;
    session.family = secretBytes(TokenFamilySize);
    session.user = user;
    session.secret = secret;
    session.startedAt = m_now;
    return give(std::move(session));
}

Expected<SessionTokens::Pair> SessionTokens::give(DeviceSession session)
{
    Pair pair;
    pair.access = secretText(secretBytes(TokenSize));
    pair.refresh = secretText(session.family + secretBytes(TokenSize));
    pair.accessEndsAt = m_now + AccessTokenLife;
    session.refresh = sha256(pair.refresh);
    session.used = false;
    session.refreshedAt = m_now;
    FC_TRY(m_storage.putSession(session));
    FC_TRY(m_storage.removeAccessTokensBefore(m_now));
    FC_TRY(m_storage.putAccessToken(
        {sha256(pair.access), session.device, session.family, session.refresh, pair.accessEndsAt}));
    return pair;
}

Expected<SessionTokens::Renewal> SessionTokens::renew(const QByteArray& refreshToken, const QByteArray& proof)
{
    Renewal renewal;
    const QByteArray bytes = secretFromText(refreshToken);
    if (bytes.size() != TokenFamilySize + TokenSize)
        return renewal;
    auto found = m_storage.sessionByFamily(bytes.first(TokenFamilySize));
    if (!found)
        return fail(found.error());
    renewal.session = *found;
    if (!*found)
        return renewal;
    DeviceSession session = **found;
    if (session.revokedAt != 0) {
        renewal.outcome = Renewal::Outcome::Revoked;
        return renewal;
    }
    const QByteArray hash = sha256(refreshToken);
    const bool proven = sameSecret(proof, Wire::refreshProof(session.secret, refreshToken));
    const bool newest = session.refresh.isEmpty() || hash == session.refresh;
    const bool answerLost = !newest && !session.used && hash == session.before;
    if (!newest && !answerLost) {
        // Only who has seen a token of this family knows its first part.
        const auto revoked = revoke(session.device);
        if (!revoked)
            return fail(revoked.error());
        renewal.outcome = Renewal::Outcome::Reused;
        return renewal;
    }
    if (!proven || m_now - session.refreshedAt > RefreshTokenLife)
        return renewal;
    session.before = hash;
    auto pair = give(std::move(session));
    if (!pair)
        return fail(pair.error());
    renewal.outcome = Renewal::Outcome::Renewed;
    renewal.tokens = std::move(*pair);
    return renewal;
}

Expected<std::optional<SessionTokens::Shown>> SessionTokens::show(const QByteArray& tokenHash)
{
    const auto token = m_storage.accessToken(tokenHash);
    if (!token)
        return fail(token.error());
    if (!*token || (*token)->endsAt <= m_now)
        return std::nullopt;
    const auto session = m_storage.sessionOf((*token)->device);
    if (!session)
        return fail(session.error());
    if (!*session || (*session)->revokedAt != 0 || (*session)->family != (*token)->family)
        return std::nullopt;
    return Shown{**token, **session};
}

Expected<void> SessionTokens::arrived(const Shown& shown)
{
    return shown.session.used ? Expected<void>() : m_storage.markRefreshUsed(shown.session.device, shown.token.refresh);
}

Expected<bool> SessionTokens::revoke(std::uint32_t device, Uuid by)
{
    auto session = m_storage.sessionOf(device);
    if (!session)
        return fail(session.error());
    if (!*session || (*session)->revokedAt != 0)
        return false;
    (*session)->revokedAt = m_now;
    (*session)->revokedBy = by;
    FC_TRY(m_storage.putSession(**session));
    FC_TRY(m_storage.removeAccessTokens(device));
    return true;
}

}  // namespace Forecourt
