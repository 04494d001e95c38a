// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/syncsettings.h"

#include <QSettings>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString syncSettingsFile(const QString& storeDirectory)
{
    return storeDirectory + u"/sync.ini"_s;
}

}  // namespace

SyncSettings SyncSettings::load(const QString& storeDirectory)
{
    const QSettings file(syncSettingsFile(storeDirectory), QSettings::IniFormat);
    SyncSettings settings;
    settings.server = QUrl(file.value("server"_L1).toString());
    settings.userName = file.value("user"_L1).toString();
    settings.lastSyncAt = file.value("last_sync_at"_L1).toLongLong();
    return settings;
}

void SyncSettings::save(const QString& storeDirectory) const
{
    QSettings file(syncSettingsFile(storeDirectory), QSettings::IniFormat);
    file.setValue("server"_L1, server.toString());
    file.setValue("user"_L1, userName);
    file.setValue("last_sync_at"_L1, qlonglong(lastSyncAt));
    file.sync();
}

}  // namespace Forecourt
