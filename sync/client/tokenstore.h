// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace QKeychain {
class Job;
}

namespace Forecourt {

/// Keeps the token of one store: in the keychain of the system, or, where none answers, in the file `token` of the
/// store's folder, readable by the owner only. Never in the store's tables, never in a log.
/// FORECOURT_NO_KEYCHAIN=1 in the environment takes the file at once.
class TokenStore : public QObject {
    Q_OBJECT

public:
    struct Secret {
        QByteArray token;     ///< empty: there is none
        bool inFile = false;  ///< no keychain was found
    };
    using Done = std::function<void(Expected<Secret>)>;

    /// `key` names the token among those of other stores.
    TokenStore(QString storeDirectory, QString key, QObject* parent = nullptr);

    /// Delivered on this object's thread, after four seconds at the latest.
    void read(Done done);
    /// Delivers where the token went. Errors: SecretUnavailable.
    void write(const QByteArray& token, const Done& done);
    void forget();

private:
    void start(QKeychain::Job* job, std::function<void(bool answered)> done);
    QString file() const;
    QByteArray readFile() const;
    bool writeFile(const QByteArray& token) const;

    const QString m_directory;
    const QString m_key;
    const bool m_keychain;
};

}  // namespace Forecourt
