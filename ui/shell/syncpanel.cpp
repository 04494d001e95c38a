// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/syncpanel.h"

#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "ui/shell/linelist.h"
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
constexpr int SyncPanelWidth = 400;

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
      m_rejected(new LineList(this)),
      m_waiting(new LineList(this)),
      m_more(new Label(QString(), TextRole::Second, Token::Ink2, this)),
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
    contentLayout()->addSpacing(Theme::px(4));
    contentLayout()->addWidget(m_rejected);
    contentLayout()->addWidget(m_waiting);
    m_more->setContentsMargins(Theme::px(42), Theme::px(4), Theme::px(12), Theme::px(6));
    contentLayout()->addWidget(m_more);
    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(12), Theme::px(8), Theme::px(12), Theme::px(8));
    foot->addWidget(m_offline);
    foot->addStretch(1);
    foot->addWidget(m_lastSync);
    contentLayout()->addLayout(foot);

    connect(m_tryNow, &Button::clicked, this, [this] {
        const auto link = m_context.sync->status().link;
        if (link == SyncStatus::Link::NoServer || link == SyncStatus::Link::SignedOut) {
            close();
            Q_EMIT signInRequested();
        } else {
            m_context.sync->tryNow();
        }
    });
    connect(m_offline, &Toggle::clicked, this, [this] { m_context.sync->setWorkOffline(m_offline->isChecked()); });
    connect(m_rejected, &LineList::buttonClicked, this, [this](int row, int button) {
        for (const qint64 opid : m_rejectedLines.at(static_cast<std::size_t>(row)).opids) {
            if (button == 0)
                whenDone(m_context.journal->retryRejected(opid), this, [this](const auto&) { readLists(); });
            else
                whenDone(m_context.journal->discardRejected(opid), this, [this](const auto&) { readLists(); });
        }
    });
    const auto follow = [this](const std::vector<RecordLine>& lines, int row) {
        const Route route = lines.at(static_cast<std::size_t>(row)).route;
        close();
        m_context.navigator->open(route);
    };
    connect(m_rejected, &LineList::activated, this, [this, follow](int row) { follow(m_rejectedLines, row); });
    connect(m_waiting, &LineList::activated, this, [this, follow](int row) { follow(m_waitingLines, row); });
    connect(m_context.sync, &SyncControl::statusChanged, this, &SyncPanel::refreshStatus);
    connect(&m_context.store->changes(), &ChangeNotifier::outboxChanged, this, &SyncPanel::readLists);
    // "Next try in 40 s" counts down while somebody looks at it.
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &SyncPanel::refreshStatus);
    m_tick.start();
    retranslate();
    readLists();
}

void SyncPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        readLists();
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
    m_tryNow->setText(out ? tr("Sign in") : tr("Try now"));
    m_tryNow->setVisible(out || status.link == SyncStatus::Link::Waiting || status.link == SyncStatus::Link::Refused);
    const QString clock = SyncWords::clockNotice(status);
    m_clock->setText(clock);
    m_clock->setVisible(!clock.isEmpty());
    m_secret->setVisible(status.secretInFile);
    m_offline->setVisible(!out);
    m_offline->setChecked(status.link == SyncStatus::Link::WorkOffline);
    fit();
}

void SyncPanel::readLists()
{
    if (std::exchange(m_reading, true)) {
        m_stale = true;
        return;
    }
    whenDone(m_context.journal->rejected(SyncPanelRead), this, [this](Expected<std::vector<OutboxEntry>> entries) {
        if (entries)
            describe(std::move(*entries), true);
    });
    whenDone(m_context.journal->waiting(SyncPanelRead), this, [this](Expected<std::vector<OutboxEntry>> entries) {
        m_reading = false;
        if (entries)
            describe(std::move(*entries), false);
        if (std::exchange(m_stale, false))
            readLists();
    });
}

void SyncPanel::describe(std::vector<OutboxEntry> entries, bool rejected)
{
    // Each feature words its own; tables that nobody knows get general words.
    auto lines = std::make_shared<std::vector<RecordLine>>();
    auto open = std::make_shared<int>(1);
    auto all = std::make_shared<std::vector<OutboxEntry>>(std::move(entries));
    const auto finish = [this, lines, open, all, rejected] {
        if (--*open > 0)
            return;
        std::ranges::stable_sort(*lines, std::greater<>(),
                                 [](const RecordLine& line) { return line.opids.empty() ? 0 : line.opids.front(); });
        showLines(*lines, *all, rejected);
    };
    for (RecordWords* words : m_words) {
        std::vector<OutboxEntry> theirs;
        std::ranges::copy_if(*all, std::back_inserter(theirs),
                             [words](const OutboxEntry& entry) { return words->knows(entry.table); });
        if (theirs.empty())
            continue;
        ++*open;
        whenDone(words->changes(std::move(theirs)), this, [lines, finish](Expected<std::vector<RecordLine>> said) {
            if (said)
                std::ranges::move(*said, std::back_inserter(*lines));
            finish();
        });
    }
    for (const OutboxEntry& entry : *all) {
        if (std::ranges::any_of(m_words, [&entry](RecordWords* words) { return words->knows(entry.table); }))
            continue;
        RecordLine line;
        line.title = tr("A change of your settings");
        line.iconName = u"settings"_s;
        line.opids = {entry.opid};
        lines->push_back(std::move(line));
    }
    finish();
}

void SyncPanel::showLines(const std::vector<RecordLine>& lines, const std::vector<OutboxEntry>& entries, bool rejected)
{
    LineList* list = rejected ? m_rejected : m_waiting;
    (rejected ? m_rejectedLines : m_waitingLines) = lines;
    list->clear();
    for (std::size_t i = 0; i < lines.size() && i < SyncPanelRows; ++i) {
        const RecordLine& line = lines[i];
        const auto entry = std::ranges::find(entries, line.opids.empty() ? 0 : line.opids.front(), &OutboxEntry::opid);
        LineList::Row row;
        row.iconName = line.iconName;
        row.title = line.title;
        row.subtitle = line.subtitle;
        row.clickable = !line.route.isEmpty();
        if (entry != entries.end()) {
            if (row.subtitle.isEmpty())
                row.subtitle = tr("You · %1").arg(formatTime(entry->at));
            row.badge = rejected ? tr("Not accepted") : entry->sent ? tr("Sending") : tr("Waiting");
            row.badgeTone = rejected ? Tone::Bad : entry->sent ? Tone::Info : Tone::Warn;
        }
        if (rejected) {
            if (entry != entries.end() && !entry->code.isEmpty())
                row.subtitle = entry->code == "no_access"_L1 ? tr("Your role does not permit this.")
                                                             : tr("The server did not take it (%1).").arg(entry->code);
            row.buttons = {tr("Send again"), tr("Discard")};
        }
        list->add(row);
    }
    if (!rejected) {
        const auto rest = static_cast<int>(lines.size()) - SyncPanelRows;
        m_more->setText(rest > 0 ? tr("and %Ln more", nullptr, rest) : QString());
        m_more->setVisible(rest > 0);
    }
    fit();
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
