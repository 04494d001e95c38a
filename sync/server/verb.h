// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/roles.h"
#include "sync/server/opcheck.h"
#include "sync/server/requests.h"

#include <QJsonObject>

#include <vector>

/// What a workstation may ask of the server besides its rows: each such request is a verb. Verbs run on the storage
/// thread, one after the other, and are answered at once, or once a password is hashed; PROTOCOL.md lists their
/// arguments and answers.
namespace Forecourt {

class PasswordHasher;
class StorageEngine;

/// One request, as a verb gets it.
struct VerbCall {
    Author author;  ///< with the rights that count now
    QJsonObject arguments;
    std::vector<std::uint32_t> connected;  ///< devices that speak with this server now, ascending
    PasswordHasher& hasher;
};

/// What came of it. Either something was done, or a code says why nothing was.
struct VerbOutcome {
    QString code;  ///< empty: done
    QJsonObject body;

    static VerbOutcome refused(QLatin1StringView code) { return {QString(code), {}}; }
};

struct Verb {
    QLatin1StringView name;
    RoleSet roles = Roles::All;  ///< who may ask; everybody else gets no_access
    bool changes = false;
    /// An error is one of the storage: the person gets `fault`, the log the reason; or one of the hasher, which wants
    /// to work first, and what was begun has to be undone, as the verb runs again then.
    Expected<VerbOutcome> (*run)(StorageEngine& engine, const VerbCall& call) = nullptr;
};

/// The verb of this name, or null.
const Verb* verbNamed(const QString& name);

}  // namespace Forecourt
