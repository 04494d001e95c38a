// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>

namespace Forecourt {

/// The state of sync in words: one place, so that chip, panel, sign-in and status texts never disagree.
class SyncWords {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)

public:
    /// Short words with their icon and colour. Precedence: no connection, refused changes, conflicts, what moves.
    struct Chip {
        QString text;
        QString iconName;
        Tone tone = Tone::Neutral;

        friend bool operator==(const Chip&, const Chip&) = default;
    };
    static Chip chip(const SyncStatus& status, UtcMs now);

    /// Heading of the panel: the link alone, without counts.
    static QString headline(const SyncStatus& status, UtcMs now);
    /// What is safe and what happens next: "12 changes are safe on this computer. Next try in 40 s."
    static QString reassurance(const SyncStatus& status, UtcMs now);
    /// "Last full sync 09:11"; "Never synced" before the first.
    static QString lastSync(const SyncStatus& status, UtcMs now);
    /// "This computer’s clock is 7 min slow." from 2 minutes on; empty below.
    static QString clockNotice(const SyncStatus& status);
    /// Whether only a person who signs in can bring the server back.
    static bool needsSignIn(const SyncStatus& status);
    /// Files that go to the server by themselves: without originals that are held back.
    struct Files {
        int count = 0;
        qint64 bytes = 0;
    };
    static Files toSend(const SyncStatus& status);
    /// Whether this computer works without the server now.
    static bool isOffline(const SyncStatus& status);

private:
    /// Of a refusal that is about the certificate; otherwise empty.
    static QString certificateWords(const SyncStatus& status);
    /// Time of day for today, the day otherwise. With a format of its own where the time of the person's language would
    /// read as a length: « depuis 9 h 12 ».
    static QString since(UtcMs moment, UtcMs now, const QString& timeFormat);
};

}  // namespace Forecourt
