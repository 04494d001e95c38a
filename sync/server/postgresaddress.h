// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QMap>
#include <QString>

namespace Forecourt {

/// Where a PostgreSQL database is and who we are there.
struct PostgresAddress {
    /// By the names that libpq gives them ("host", "dbname", "sslmode" …): PostgreSQL manual, "Parameter Key Words".
    QMap<QString, QString> parameters;

    /// From "postgresql://user:password@host:port/database?sslmode=verify-full"; every part may be left out, then
    /// libpq's own defaults hold, among them PGPASSFILE and ~/.pgpass for the password. A Unix socket:
    /// "?host=/run/postgresql". Errors: InvalidInput (`subject`: the address without its password).
    static Expected<PostgresAddress> parse(const QString& url);
    /// The first line of `file`, which must not be readable by everybody: it may hold the password.
    /// Errors: FileUnreadable, those of parse().
    static Expected<PostgresAddress> read(const QString& file);

    bool hasPassword() const { return parameters.contains(QStringLiteral("password")); }
    /// For people: without the password.
    QString shown() const;
    /// As QSqlDatabase::setConnectOptions() takes it.
    QString connectOptions() const;
};

}  // namespace Forecourt
