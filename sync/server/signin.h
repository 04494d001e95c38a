// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/hashingpool.h"
#include "sync/server/httpfront.h"
#include "sync/server/storagethread.h"
#include "sync/server/turnedaway.h"

namespace Forecourt {

/// POST /api/v1/auth/token/: name, password and, where it is on, the second factor against tokens for one device.
/// PROTOCOL.md has the JSON.
class SignIn : public QObject {
    Q_OBJECT

public:
    /// `storage` and `hashing` are only used in handle() and what follows from it; the thread of the former must have
    /// ended when this object goes, and that of the latter before.
    SignIn(StorageThread& storage, HashingPool& hashing, const Clock& clock, QObject* parent = nullptr);

    void handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond);

private:
    struct Attempt;
    enum class Verdict { WrongPassword, NewPasswordNeeded, NewPasswordRefused, CodeNeeded, WrongCode, Right };

    /// What counts of an attempt.
    struct Judgement {
        // How long nothing counts from there, or for this name; the rest is not looked at then.
        UtcMs addressWaits = 0;
        UtcMs deviceWaits = 0;
        UtcMs locked = 0;
        Verdict verdict = Verdict::WrongPassword;
        QLatin1StringView flaw;  ///< of the new password, where that is refused
        std::optional<Account> account;
    };
    /// On the storage thread; again after each hash that was missing.
    void judge(const std::shared_ptr<Attempt>& attempt, StorageEngine& engine);
    /// Likewise, inside a transaction; uses up a code that is right.
    Expected<Judgement> judgementOn(Attempt& attempt, StorageEngine& engine);
    /// Likewise: what comes of a hash that is there.
    Expected<void> decide(Attempt& attempt, Judgement& found, StorageEngine& engine);
    Expected<Verdict> verdictOn(Attempt& attempt, Judgement& found, StorageEngine& engine);
    /// Likewise: the person's own password takes the place of the one that somebody gave them.
    [[nodiscard]] Expected<void> choosePassword(Attempt& attempt, Account& account, StorageEngine& engine);
    void hash(const std::shared_ptr<Attempt>& attempt);
    void answer(const std::shared_ptr<Attempt>& attempt, const Expected<Judgement>& judged);
    void enrol(const std::shared_ptr<Attempt>& attempt, const Account& account);
    /// Likewise, inside a transaction.
    [[nodiscard]] Expected<void> noteRefusal(const Attempt& attempt, const std::optional<Account>& account,
                                             const QString& code, ServerStorage& storage);
    void refuseDisabled(const std::shared_ptr<Attempt>& attempt, const Account& account);
    void refuseForRate(const std::shared_ptr<Attempt>& attempt, UtcMs wait);
    void refuseLocked(const std::shared_ptr<Attempt>& attempt, UtcMs wait);
    void refuse(const std::shared_ptr<Attempt>& attempt, int status, const QByteArray& code);

    StorageThread& m_storage;
    HashingPool& m_hashing;
    const Clock& m_clock;
    TurnedAway m_turnedAway;
};

}  // namespace Forecourt
