// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Forecourt {

/// Key that the secrets of second factors are encrypted with in the store (XChaCha20-Poly1305, bound to the person), so
/// that a copy of the database or a backup alone gives nobody a code. It lies beside the store, and protects nothing
/// from whoever reads that folder.
class FactorKey {
public:
    /// None: nothing can be sealed or opened.
    FactorKey() = default;
    /// The one in this file, which only its owner may read; made if there is none. Servers that share a directory share
    /// it. Errors: FileUnreadable, DiskFull, InvalidInput (not such a file).
    static Expected<FactorKey> in(const QString& file);

    /// Errors: FileUnreadable, where there is no key.
    Expected<QByteArray> seal(const QByteArray& secret, Uuid user) const;
    /// Nothing if it was sealed with another key or for another person.
    std::optional<QByteArray> open(const QByteArray& sealed, Uuid user) const;

private:
    QByteArray m_key;
};

}  // namespace Forecourt
