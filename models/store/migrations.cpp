// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/migrations.h"

#include <QDir>
#include <QFile>

static void initSchemaResources()
{
    Q_INIT_RESOURCE(schema);
}

namespace Forecourt {

using namespace Qt::StringLiterals;

std::vector<Migration> migrations()
{
    initSchemaResources();
    std::vector<Migration> steps;
    const QDir folder(u":/schema"_s);
    for (const QString& file : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile source(folder.filePath(file));
        if (!source.open(QIODevice::ReadOnly))
            qFatal("Schema step %s is missing", qUtf8Printable(file));
        steps.push_back({file.left(4).toInt(), file.mid(5).chopped(4), QString::fromUtf8(source.readAll())});
    }
    return steps;
}

int currentSchemaVersion()
{
    static const int version = migrations().back().number;
    return version;
}

Expected<void> migrate(Connection& connection, const std::vector<Migration>& steps)
{
    auto version = connection.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    const int present = version->toInt();
    if (!steps.empty() && present > steps.back().number)
        return fail(ErrorCode::StoreTooNew, {}, u"%1 > %2"_s.arg(present).arg(steps.back().number));
    for (const Migration& step : steps) {
        if (step.number <= present)
            continue;
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return fail(transaction.error());
        auto done = connection.script(step.sql);
        if (done)
            done = connection.script(u"PRAGMA user_version = %1"_s.arg(step.number));
        if (done)
            done = transaction->commit();
        if (!done) {
            if (done.error().code == ErrorCode::DiskFull)
                return done;
            return fail(ErrorCode::MigrationFailed, {},
                        u"%1 %2: %3"_s.arg(step.number).arg(step.name, done.error().detail));
        }
    }
    return {};
}

}  // namespace Forecourt
