// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/failurelimiter.h"
#include "sync/server/httpfront.h"
#include "sync/server/storagethread.h"

#include <QThreadPool>

namespace Forecourt {

/// POST /api/v1/auth/token/: name, password and, where it is on, the second factor against tokens for one device.
/// PROTOCOL.md has the JSON. Passwords are hashed on a thread of their own, one at a time: a crowd of guesses must not
/// take the memory.
class SignIn : public QObject {
    Q_OBJECT

public:
    /// `storage` is only used in handle() and what follows from it; its thread must have ended when this object goes.
    SignIn(StorageThread& storage, const Clock& clock, QObject* parent = nullptr);
    ~SignIn() override;

    void handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond);

private:
    struct Attempt;
    enum class Verdict { WrongPassword, CodeNeeded, WrongCode, Right };

    void verify(const std::shared_ptr<Attempt>& attempt, const std::optional<Account>& account);
    void enrol(const std::shared_ptr<Attempt>& attempt, const Account& account);
    /// On the storage thread: what counts of it.
    void judge(const std::shared_ptr<Attempt>& attempt, const std::optional<Account>& account, bool matches,
               StorageEngine& engine);
    /// Likewise, inside a transaction; uses up a code that is right.
    Expected<Verdict> verdictOn(const Attempt& attempt, const std::optional<Account>& account, bool matches,
                                StorageEngine& engine);
    /// Likewise, inside a transaction.
    [[nodiscard]] Expected<void> noteRefusal(const Attempt& attempt, const std::optional<Account>& account,
                                             const QString& code, ServerStorage& storage);
    void refuseDisabled(const std::shared_ptr<Attempt>& attempt, const Account& account);
    void refuseLocked(const std::shared_ptr<Attempt>& attempt, UtcMs wait);
    void refuse(const std::shared_ptr<Attempt>& attempt, int status, const QByteArray& code);

    StorageThread& m_storage;
    const Clock& m_clock;
    FailureLimiter m_limiter;
    QThreadPool m_hashing;
};

}  // namespace Forecourt
