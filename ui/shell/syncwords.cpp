// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/syncwords.h"

#include "models/base/errortext.h"
#include "ui/widgets/format.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// From here on a wrong clock puts edits in a wrong order, and people notice (sync design, clocks).
constexpr qint64 ClockTolerance = 2 * 60 * 1000;

}  // namespace

bool SyncWords::isOffline(const SyncStatus& status)
{
    return status.link != SyncStatus::Link::Online && status.link != SyncStatus::Link::Connecting;
}

bool SyncWords::needsSignIn(const SyncStatus& status)
{
    return status.link == SyncStatus::Link::NoServer || status.link == SyncStatus::Link::SignedOut ||
           (status.link == SyncStatus::Link::Refused && !certificateWords(status).isEmpty());
}

QString SyncWords::certificateWords(const SyncStatus& status)
{
    if (!status.error)
        return {};
    switch (status.error->code) {
    case ErrorCode::CertificateChanged: return tr("The server’s certificate has changed");
    case ErrorCode::CertificateUntrusted: return tr("The server’s certificate is not known");
    default: return {};
    }
}

SyncWords::Chip SyncWords::chip(const SyncStatus& status, UtcMs now)
{
    const OutboxCounts& counts = status.counts;
    if (isOffline(status)) {
        const bool bad = status.link == SyncStatus::Link::Refused;
        QString text = headline(status, now);
        if (counts.waiting > 0)
            text += u" · "_s + tr("%Ln change(s) waiting", nullptr, counts.waiting);
        const bool local = status.link == SyncStatus::Link::NoServer;
        return {text, bad ? u"cloud-x"_s : u"cloud-off"_s, bad ? Tone::Bad : local ? Tone::Neutral : Tone::Warn};
    }
    if (status.link == SyncStatus::Link::Connecting)
        return {headline(status, now), u"refresh"_s, Tone::Neutral};
    if (counts.rejected > 0)
        return {tr("%Ln change(s) not accepted", nullptr, counts.rejected), u"cloud-x"_s, Tone::Bad};
    if (counts.conflicts > 0)
        return {tr("%Ln conflict(s) to review", nullptr, counts.conflicts), u"git-compare"_s, Tone::Bad};
    if (counts.waiting > 0)
        return {tr("Syncing %Ln change(s)", nullptr, counts.waiting), u"refresh"_s, Tone::Info};
    if (const Files files = toSend(status); files.count > 0)
        return {tr("Sending %Ln photo(s)", nullptr, files.count), u"refresh"_s, Tone::Info};
    if (status.receiving)
        return {tr("Receiving changes"), u"refresh"_s, Tone::Info};
    return {tr("Online"), u"cloud-check"_s, Tone::Ok};
}

SyncWords::Files SyncWords::toSend(const SyncStatus& status)
{
    const OriginalsStatus& originals = status.originals;
    Files files{status.counts.blobsToSend, status.counts.bytesToSend};
    // The two counts are not of the same moment.
    if (originals.hold != OriginalsStatus::Hold::None) {
        files.count = std::max(0, files.count - originals.waiting);
        files.bytes = std::max<qint64>(0, files.bytes - originals.bytes);
    }
    return files;
}

QString SyncWords::headline(const SyncStatus& status, UtcMs now)
{
    switch (status.link) {
    case SyncStatus::Link::NoServer: return tr("Only on this computer");
    case SyncStatus::Link::SignedOut: return tr("Signed out");
    case SyncStatus::Link::Connecting: return tr("Connecting…");
    case SyncStatus::Link::Online: return tr("Online");
    case SyncStatus::Link::Refused: {
        const QString certificate = certificateWords(status);
        return certificate.isEmpty() ? tr("Refused by the server") : certificate;
    }
    case SyncStatus::Link::WorkOffline:
    case SyncStatus::Link::Waiting: break;
    }
    return status.linkSince > 0 ? tr("Offline since %1").arg(since(status.linkSince, now, u"HH:mm"_s)) : tr("Offline");
}

QString SyncWords::reassurance(const SyncStatus& status, UtcMs now)
{
    const int waiting = status.counts.waiting;
    QString safe = waiting > 0 ? tr("%Ln change(s) are safe on this computer.", nullptr, waiting) : QString();
    const auto with = [&safe](const QString& more) { return safe.isEmpty() ? more : safe + u' ' + more; };
    switch (status.link) {
    case SyncStatus::Link::NoServer:
    case SyncStatus::Link::SignedOut: return with(tr("Sign in to share your work with your colleagues."));
    case SyncStatus::Link::WorkOffline: return with(tr("You chose to work offline."));
    case SyncStatus::Link::Connecting: return safe;
    case SyncStatus::Link::Refused:
        return status.error ? with(ErrorText::full(*status.error)) : with(tr("Work goes on here."));
    case SyncStatus::Link::Waiting: {
        const qint64 left = status.nextTryAt - now;
        return with(left > 0 ? tr("Next try in %1.").arg(formatDuration(left)) : tr("Trying now."));
    }
    case SyncStatus::Link::Online: break;
    }
    if (waiting > 0)
        return tr("Sending; nothing to do.");
    if (status.receiving)
        return tr("Changes of your colleagues are coming in.");
    return tr("Everything is saved and sent.");
}

QString SyncWords::lastSync(const SyncStatus& status, UtcMs now)
{
    return status.lastSyncAt > 0 ? tr("Last full sync %1").arg(since(status.lastSyncAt, now, {})) : tr("Never synced");
}

QString SyncWords::clockNotice(const SyncStatus& status)
{
    const qint64 off = std::abs(status.clockOffset);
    if (off < ClockTolerance)
        return {};
    const QString length = formatDuration(off);
    // The offset is server − this computer: a positive one means that this clock is behind.
    return status.clockOffset > 0
               ? tr("This computer’s clock is %1 slow. Your changes are stamped with the server’s time.").arg(length)
               : tr("This computer’s clock is %1 fast. Your changes are stamped with the server’s time.").arg(length);
}

QString SyncWords::since(UtcMs moment, UtcMs now, const QString& timeFormat)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(moment);
    const QString time = timeFormat.isEmpty() ? formatTime(at.time()) : at.time().toString(timeFormat);
    if (at.date() == QDateTime::fromMSecsSinceEpoch(now).date())
        return time;
    return formatDayMonth(at.date()) + u' ' + time;
}

}  // namespace Forecourt
