// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Forecourt {

/// A recovery code as a person reads it, and what is kept of it.
struct RecoveryCode {
    QString shown;
    QByteArray hash;
};

/// Where work on the storage thread gets its hashes by Argon2id from. Each takes tens of milliseconds, in which that
/// thread would store nobody's edit; so a deferred hasher does not compute: a hash that it does not have yet is an
/// error, upon which the work undoes its transaction. Somebody calls work() on another thread then, and the storage
/// thread begins the same work anew, which so sees what has changed meanwhile, until it wants no other hash.
/// Used by one thread at a time.
class PasswordHasher {
public:
    enum class Mode { AtOnce, Deferred };
    explicit PasswordHasher(Mode mode = Mode::AtOnce) : m_mode(mode) {}

    // Errors: Cancelled where isWanting() from now on; ServerFault when memory is short.
    /// See hashPassword().
    Expected<QByteArray> hash(const QString& password);
    /// See passwordMatches().
    Expected<bool> matches(const QByteArray& hash, const QString& password);
    Expected<QByteArray> recoveryHash(const QString& code, const QByteArray& salt);
    /// As many new ones; the same ones however often the work begins anew.
    Expected<std::vector<RecoveryCode>> recoveryCodes(const QByteArray& salt, int count);

    /// A hash was missing: what the work came to does not count.
    bool isWanting() const { return m_wanted.has_value(); }
    /// Computes what was missing. On any thread.
    void work();

private:
    enum class Kind { Password, Match, RecoveryCode, NewRecoveryCodes };
    struct Task {
        Kind kind;
        QString text;     ///< what was typed
        QByteArray with;  ///< hash or salt
        int count = 1;

        friend bool operator==(const Task&, const Task&) = default;
    };
    using Result = Expected<std::vector<RecoveryCode>>;
    struct Done {
        Task task;
        Result result;
    };
    static Result compute(const Task& task);
    Result resultOf(const Task& task);
    Expected<QByteArray> hashOf(const Task& task);

    Mode m_mode;
    std::optional<Task> m_wanted;
    std::vector<Done> m_done;
};

}  // namespace Forecourt
