// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityfilter.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>

namespace Forecourt {

/// What the activity page says about entries of the audit log, in the language of the moment.
class ActivityWords {
    Q_DECLARE_TR_FUNCTIONS(ActivityWords)

public:
    static QString group(ActivityGroup group);
    /// "Last 7 days"; for days given by the filter: "1 Nov to 20 Nov".
    static QString period(const ActivityFilter& filter);
    static QString period(ActivityPeriod period);
    /// One word or two: "Changed", "Not accepted".
    static QString kind(ActivityKind kind);
    static QString iconName(ActivityKind kind);
    static Tone tone(ActivityKind kind);
    /// "Aïcha Diallo", "The server", "Somebody at the server", or the name that was typed.
    static QString who(const ActivityEntry& entry);
    /// "Front desk · 192.0.2.7".
    static QString from(const ActivityEntry& entry);
    /// "Aïcha Diallo changed B26-1187"; `record` is empty for what is about none.
    static QString title(const ActivityEntry& entry, const QString& record);
    /// Why something was refused; empty where nothing was.
    static QString why(const ActivityEntry& entry);
    /// A column of an account and its value.
    static QString accountField(const QString& column);
    static QString accountValue(const QString& column, const QVariant& value);
    /// What a record is called of which nothing is known here.
    static QString someRecord(std::uint16_t table);
    /// Heading of a day: "Today, 20 November".
    static QString day(QDate day, QDate today);
};

}  // namespace Forecourt
