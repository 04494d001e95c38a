// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/transfercard.h"

#include "models/base/errortext.h"
#include "ui/shell/originalschoice.h"
#include "ui/shell/syncwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/thinprogress.h"

#include <QEvent>
#include <QHBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

TransferCard::TransferCard(SyncControl& sync, SyncControl::Transfer transfer, QWidget* parent)
    : Card(parent),
      m_sync(sync),
      m_transfer(transfer),
      m_title(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)),
      m_left(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_bar(new ThinProgress(this)),
      m_pause(new Button(QString(), Button::Kind::Default, this)),
      m_error(new Note(Tone::Bad, QString(), this))
{
    m_left->setWordWrap(true);
    auto* said = new QVBoxLayout;
    said->setSpacing(2);
    said->addWidget(m_title);
    said->addWidget(m_left);
    auto* head = new QHBoxLayout;
    head->addLayout(said, 1);
    head->addWidget(m_pause, 0, Qt::AlignTop);
    contentLayout()->setSpacing(8);
    contentLayout()->addLayout(head);
    contentLayout()->addWidget(m_bar);
    m_retry = m_error->addAction(QString());
    contentLayout()->addWidget(m_error);
    if (transfer == SyncControl::Transfer::Sending) {
        contentLayout()->addWidget(new Divider(Qt::Horizontal, this));
        contentLayout()->addWidget(new OriginalsChoice(m_sync, this));
    }
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        const SyncStatus now = m_sync.status();
        const bool paused = m_transfer == SyncControl::Transfer::Sending ? now.sending.paused : now.fetching.paused;
        m_sync.setPaused(m_transfer, !paused);
    });
    connect(m_retry, &QAbstractButton::clicked, this, [this] { m_sync.retryTransfers(); });
    connect(&m_sync, &SyncControl::statusChanged, this, &TransferCard::refresh);
    refresh();
}

QString TransferCard::leftText(const SyncStatus& status, SyncControl::Transfer transfer)
{
    const bool up = transfer == SyncControl::Transfer::Sending;
    const TransferStatus& moving = up ? status.sending : status.fetching;
    const SyncWords::Files sending = SyncWords::toSend(status);
    const int files = up ? sending.count : status.counts.blobsToFetch;
    const qint64 bytes = up ? sending.bytes : status.counts.bytesToFetch;
    if (files == 0 && up)
        return status.counts.blobsToSend > 0 ? tr("Everything else of this computer is on the server.")
                                             : tr("Every photo of this computer is on the server.");
    if (files == 0)
        return tr(
            "Every photo is on this computer. Its large size and its original come when somebody opens or "
            "exports it.");
    QStringList parts{tr("%n file(s) left", nullptr, files)};
    // How large a file is that has never been here is not known before it comes.
    if (bytes > 0)
        parts << formatBytes(bytes);
    if (moving.paused) {
        parts << tr("paused");
    } else if (SyncWords::isOffline(status)) {
        parts << tr("waits for the connection");
    } else if (moving.bytesPerSecond > 0) {
        parts << tr("%1/s").arg(formatBytes(moving.bytesPerSecond));
        if (up && bytes > 0)
            parts << tr("about %1").arg(formatDuration(bytes * 1000 / moving.bytesPerSecond));
    }
    return parts.join(u" · "_s);
}

void TransferCard::refresh()
{
    const SyncStatus status = m_sync.status();
    const bool up = m_transfer == SyncControl::Transfer::Sending;
    const TransferStatus& moving = up ? status.sending : status.fetching;
    const int files = up ? SyncWords::toSend(status).count : status.counts.blobsToFetch;
    m_title->setText(up ? tr("Photos and files to the server") : tr("Photos and files from the server"));
    setAccessibleName(m_title->text());
    m_left->setText(leftText(status, m_transfer));
    m_bar->setVisible(files > 0);
    m_bar->setTone(moving.paused ? Tone::Warn : Tone::Accent);
    m_bar->setProgress(moving.filesDone, moving.filesDone + files);
    m_pause->setText(moving.paused ? tr("Go on") : tr("Pause"));
    m_pause->setIconName(moving.paused ? u"player-play"_s : u"player-pause"_s);
    m_pause->setAccessibleName(m_pause->text() + u' ' + m_title->text());
    m_retry->setText(tr("Try again"));
    m_error->setVisible(moving.error.has_value());
    if (moving.error)
        m_error->setText(ErrorText::full(*moving.error).toHtmlEscaped());
}

void TransferCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace Forecourt
