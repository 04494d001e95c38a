// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/syncpanel.h"

#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "ui/shell/linelist.h"
#include "ui/shell/originalschoice.h"
#include "ui/shell/outboxlines.h"
#include "ui/shell/syncwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toggle.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int SyncPanelRead = 200;
constexpr int SyncPanelRows = 6;
constexpr int SyncPanelWidth = 480;

class SyncPicture : public QWidget {
public:
    explicit SyncPicture(QWidget* parent) : QWidget(parent) { setFixedSize(Theme::px(22), Theme::px(22)); }
    SyncWords::Chip chip;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        const Token ink = chip.tone == Tone::Neutral ? Token::Ink2 : Tokens::text(chip.tone);
        IconProvider::paint(painter, rect(), chip.iconName, Theme::color(ink), Theme::px(22));
    }
};

QVBoxLayout* syncPanelColumn(QVBoxLayout* outer)
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(Theme::px(12), Theme::px(8), Theme::px(12), Theme::px(8));
    column->setSpacing(Theme::px(6));
    outer->addLayout(column);
    return column;
}

}  // namespace

SyncPanel::SyncPanel(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window)
    : PopupFrame(window),
      m_context(context),
      m_words(words),
      m_picture(new SyncPicture(this)),
      m_headline(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)),
      m_reassurance(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_tryNow(new Button(QString(), Button::Kind::Default, this)),
      m_clock(new Note(Tone::Warn, QString(), this)),
      m_secret(new Note(Tone::Info, QString(), this)),
      m_held(new Note(Tone::Warn, QString(), this)),
      m_sendHeld(m_held->addAction(QString())),
      m_refusedLines(new OutboxLines(OutboxLines::Which::Refused, SyncPanelRead, context, words, this)),
      m_waitingLines(new OutboxLines(OutboxLines::Which::Waiting, SyncPanelRead, context, words, this)),
      m_conflicts(new LineList(this)),
      m_rejected(new LineList(this)),
      m_waiting(new LineList(this)),
      m_more(new Button(QString(), Button::Kind::Ghost, this)),
      m_lastSync(new Label(QString(), TextRole::Second, Token::Ink3, this)),
      m_offline(new Toggle(QString(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(1, Theme::px(6), 1, Theme::px(2));
    contentLayout()->setSpacing(0);
    m_reassurance->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Theme::px(12), Theme::px(6), Theme::px(12), Theme::px(8));
    head->setSpacing(Theme::px(10));
    auto* said = new QVBoxLayout;
    said->setSpacing(Theme::px(2));
    said->addWidget(m_headline);
    said->addWidget(m_reassurance);
    head->addWidget(m_picture, 0, Qt::AlignTop);
    head->addLayout(said, 1);
    head->addWidget(m_tryNow, 0, Qt::AlignTop);
    contentLayout()->addLayout(head);
    QVBoxLayout* notes = syncPanelColumn(contentLayout());
    notes->setContentsMargins(Theme::px(12), 0, Theme::px(12), 0);
    notes->addWidget(m_clock);
    notes->addWidget(m_secret);
    notes->addWidget(m_held);
    contentLayout()->addSpacing(Theme::px(4));
    for (LineList* list : {m_conflicts, m_rejected, m_waiting})
        list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    contentLayout()->addWidget(m_conflicts);
    contentLayout()->addWidget(m_rejected);
    contentLayout()->addWidget(m_waiting);
    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(12), Theme::px(8), Theme::px(12), Theme::px(8));
    foot->setSpacing(Theme::px(8));
    foot->addWidget(m_more);
    foot->addWidget(m_offline);
    foot->addStretch(1);
    foot->addWidget(m_lastSync);
    contentLayout()->addLayout(foot);

    connect(m_tryNow, &Button::clicked, this, [this] {
        if (SyncWords::needsSignIn(m_context.sync->status())) {
            close();
            Q_EMIT signInRequested();
        } else {
            m_context.sync->tryNow();
        }
    });
    connect(m_sendHeld, &Button::clicked, this, [this] { m_context.sync->sendOriginalsNow(); });
    connect(m_offline, &Toggle::clicked, this, [this] { m_context.sync->setWorkOffline(m_offline->isChecked()); });
    connect(m_more, &Button::clicked, this, [this] {
        close();
        Q_EMIT allRequested();
    });
    connect(m_conflicts, &LineList::activated, this, [this] {
        close();
        m_context.navigator->open({ConflictRoute, {}});
    });
    connect(m_rejected, &LineList::buttonClicked, this, [this](int row, int button) {
        for (const qint64 opid : m_refusedLines->all().at(static_cast<std::size_t>(row)).words.opids) {
            if (button == 0)
                m_context.journal->retryRejected(opid);
            else
                m_context.journal->discardRejected(opid);
        }
    });
    const auto follow = [this](const OutboxLines& lines, int row) {
        const Route route = lines.all().at(static_cast<std::size_t>(row)).words.route;
        close();
        m_context.navigator->open(route);
    };
    connect(m_rejected, &LineList::activated, this, [this, follow](int row) { follow(*m_refusedLines, row); });
    connect(m_waiting, &LineList::activated, this, [this, follow](int row) { follow(*m_waitingLines, row); });
    connect(m_refusedLines, &OutboxLines::changed, this, [this] { showLines(OutboxLines::Which::Refused); });
    connect(m_waitingLines, &OutboxLines::changed, this, [this] { showLines(OutboxLines::Which::Waiting); });
    connect(m_context.sync, &SyncControl::statusChanged, this, &SyncPanel::refreshStatus);
    // "Next try in 40 s" counts down while somebody looks at it.
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &SyncPanel::refreshStatus);
    m_tick.start();
    retranslate();
}

void SyncPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_refusedLines->read();
        m_waitingLines->read();
    }
    PopupFrame::changeEvent(event);
}

void SyncPanel::retranslate()
{
    setAccessibleName(tr("What waits to be sent"));
    m_offline->setText(tr("Work offline"));
    m_secret->setText(
        tr("No keychain was found on this computer: your sign-in lies in a file that only you can read."));
    refreshStatus();
}

void SyncPanel::refreshStatus()
{
    const SyncStatus status = m_context.sync->status();
    const UtcMs now = m_context.store->clock().now();
    auto* picture = static_cast<SyncPicture*>(m_picture);
    picture->chip = SyncWords::chip(status, now);
    picture->update();
    m_headline->setText(SyncWords::headline(status, now));
    m_reassurance->setText(SyncWords::reassurance(status, now));
    m_lastSync->setText(SyncWords::lastSync(status, now));
    const bool out = status.link == SyncStatus::Link::NoServer || status.link == SyncStatus::Link::SignedOut;
    const bool signIn = SyncWords::needsSignIn(status);
    m_tryNow->setText(signIn ? tr("Sign in") : tr("Try now"));
    m_tryNow->setVisible(out || status.link == SyncStatus::Link::Waiting || status.link == SyncStatus::Link::Refused);
    const QString clock = SyncWords::clockNotice(status);
    m_clock->setText(clock);
    m_clock->setVisible(!clock.isEmpty());
    m_secret->setVisible(status.secretInFile);
    const QString held =
        status.link == SyncStatus::Link::NoServer ? QString() : OriginalsChoice::heldText(status.originals);
    m_held->setText(held);
    m_held->setVisible(!held.isEmpty());
    m_sendHeld->setText(tr("Send now"));
    const OutboxCounts& counts = status.counts;
    const QString conflicts =
        counts.conflicts > 0 ? tr("%Ln conflict(s) to review", nullptr, counts.conflicts) : QString();
    if (conflicts != m_conflictText) {
        m_conflictText = conflicts;
        m_conflicts->clear();
        if (!conflicts.isEmpty())
            m_conflicts->add({u"git-compare"_s,
                              Tone::Bad,
                              conflicts,
                              tr("Two people changed the same: you choose."),
                              {},
                              Tone::Bad,
                              {},
                              false,
                              {},
                              true});
    }
    m_more->setText(counts.waiting > 0 ? tr("Show all %L1").arg(counts.waiting) : tr("Show all"));
    m_offline->setVisible(!out);
    m_offline->setChecked(status.link == SyncStatus::Link::WorkOffline);
    fit();
}

void SyncPanel::showLines(OutboxLines::Which which)
{
    const bool refused = which == OutboxLines::Which::Refused;
    LineList* list = refused ? m_rejected : m_waiting;
    const std::vector<OutboxLine>& lines = (refused ? m_refusedLines : m_waitingLines)->all();
    list->clear();
    for (std::size_t i = 0; i < lines.size() && i < SyncPanelRows; ++i) {
        LineList::Row row;
        row.iconName = lines[i].words.iconName;
        row.title = lines[i].words.title;
        row.subtitle = lines[i].words.subtitle;
        row.clickable = !lines[i].words.route.isEmpty();
        // The word alone where it stands among others of its kind.
        row.badge =
            lines[i].state == OutboxLine::State::Waiting ? tr("Waiting") : OutboxLines::stateText(lines[i].state);
        row.badgeTone = OutboxLines::stateTone(lines[i].state);
        if (refused)
            row.buttons = {tr("Send again"), tr("Discard")};
        list->add(row);
    }
    refreshStatus();
}

void SyncPanel::fit()
{
    // Rows that came or went are measured once the layouts have heard of them.
    QTimer::singleShot(0, this, &SyncPanel::resizeToContent);
}

void SyncPanel::resizeToContent()
{
    contentLayout()->activate();
    const int width = Theme::px(SyncPanelWidth);
    int height = contentLayout()->hasHeightForWidth() ? contentLayout()->heightForWidth(width)
                                                      : contentLayout()->sizeHint().height();
    height = qMin(height, Theme::px(620));
    resizePanel({width, height});
}

}  // namespace Forecourt
