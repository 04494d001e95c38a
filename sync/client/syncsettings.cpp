// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/syncsettings.h"

#include <QSettings>

#include <algorithm>
#include <iterator>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString syncSettingsFile(const QString& storeDirectory)
{
    return storeDirectory + u"/sync.ini"_s;
}

constexpr QLatin1StringView SyncOriginals[] = {"always"_L1, "unmetered"_L1, "on_request"_L1};

}  // namespace

OriginalsPolicy SyncSettings::originals(const QString& storeDirectory)
{
    const QSettings file(syncSettingsFile(storeDirectory), QSettings::IniFormat);
    const auto* known = std::ranges::find(SyncOriginals, file.value("originals"_L1).toString());
    return known == std::end(SyncOriginals) ? OriginalsPolicy::Unmetered
                                            : static_cast<OriginalsPolicy>(known - std::begin(SyncOriginals));
}

void SyncSettings::setOriginals(const QString& storeDirectory, OriginalsPolicy policy)
{
    QSettings(syncSettingsFile(storeDirectory), QSettings::IniFormat)
        .setValue("originals"_L1, QString(SyncOriginals[static_cast<size_t>(policy)]));
}

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
