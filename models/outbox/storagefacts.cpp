// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/storagefacts.h"

#include <QDir>
#include <QFileInfo>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<StorageFacts> StorageFacts::read(Connection& connection, const QString& directory)
{
    StorageFacts facts;
    for (const QFileInfo& file : QDir(directory).entryInfoList({u"forecourt.sqlite*"_s}, QDir::Files))
        facts.databaseBytes += file.size();
    // The table knows every file; walking a folder of 100,000 photos would take seconds.
    auto query = connection.run(u"SELECT count(*), ifnull(sum(size), 0) FROM blobs WHERE here = 1"_s);
    if (!query)
        return fail(query.error());
    if (query->next()) {
        facts.files = static_cast<int>(query->integer(0));
        facts.fileBytes = query->integer(1);
    }
    return facts;
}

}  // namespace Forecourt
