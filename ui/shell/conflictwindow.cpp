// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/conflictwindow.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/decideconflicts.h"
#include "models/outbox/journal.h"
#include "models/user/userdirectory.h"
#include "ui/shell/conflictresult.h"
#include "ui/shell/conflictrow.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConflictWindowWidth = 1140;
constexpr int ConflictWindowHeight = 650;
// Below this the side panel leaves: the values are what matters.
constexpr int ConflictSideFrom = 1040;

class ConflictPicture : public QWidget {
public:
    explicit ConflictPicture(QWidget* parent) : QWidget(parent) { setFixedSize(Theme::px(22), Theme::px(22)); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        IconProvider::paint(painter, rect(), u"git-compare"_s, Theme::color(Token::BadText), Theme::px(20));
    }
};

/// A strip of a token's colour.
class ConflictGround : public QWidget {
public:
    ConflictGround(Token token, QWidget* parent) : QWidget(parent), m_token(token) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        painter.fillRect(rect(), Theme::color(m_token));
    }

private:
    Token m_token;
};

/// Whether the record has another value by now than the one that was kept.
bool changedSince(const ConflictedRecord& record, const Conflict& conflict)
{
    if (record.removed)
        return false;
    for (auto it = conflict.kept.cbegin(); it != conflict.kept.cend(); ++it)
        if (record.present.contains(it.key()) && record.present.value(it.key()) != it.value())
            return true;
    return false;
}

bool conflictTypesText(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

}  // namespace

ConflictWindow::ConflictWindow(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window)
    : PopupFrame(window, Behaviour::Modeless),
      m_context(context),
      m_reader(new ConflictReader(*context.store, words, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(1, 1, 1, 1);

    m_title = new Label(QString(), TextRole::DialogTitle, Token::Ink, this);
    m_subtitle = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_subtitle->setEliding(true);
    m_place = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_previous = new IconButton(u"chevron-left"_s, QString(), this);
    m_previous->setShortcutHint(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_next = new IconButton(u"chevron-right"_s, QString(), this);
    m_next->setShortcutHint(QKeySequence(Qt::ALT | Qt::Key_Down));
    m_close = new IconButton(u"x"_s, QString(), this);
    m_close->setShortcutHint(Qt::Key_Escape);
    for (IconButton* button : {m_previous, m_next, m_close})
        button->setKind(Button::Kind::Ghost);
    auto* said = new QVBoxLayout;
    said->setSpacing(Theme::px(2));
    said->addWidget(m_title);
    said->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Theme::px(18), Theme::px(12), Theme::px(14), Theme::px(12));
    head->setSpacing(Theme::px(12));
    head->addWidget(new ConflictPicture(this), 0, Qt::AlignTop);
    head->addLayout(said, 1);
    head->addWidget(m_place);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    head->addWidget(m_close);
    contentLayout()->addLayout(head);
    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));

    m_body = new QWidget(this);
    auto* body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    auto* main = new QVBoxLayout;
    main->setSpacing(0);
    m_columns = new ConflictGround(Token::Sunken, m_body);
    auto* headings = new QHBoxLayout(m_columns);
    headings->setContentsMargins(Theme::px(18), Theme::px(7), Theme::px(14), Theme::px(7));
    headings->setSpacing(Theme::px(12));
    for (const int share : ConflictRow::ColumnShares) {
        m_headings.push_back(new Label(QString(), TextRole::SecondMedium, Token::Ink2, m_columns));
        m_headings.back()->setEliding(true);
        headings->addWidget(m_headings.back(), share);
    }
    main->addWidget(m_columns);
    m_scroll = new QScrollArea(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    main->addWidget(m_scroll, 1);
    auto* notes = new QVBoxLayout;
    notes->setContentsMargins(Theme::px(18), Theme::px(8), Theme::px(18), Theme::px(10));
    notes->setSpacing(Theme::px(8));
    m_note = new Note(Tone::Info, QString(), m_body);
    m_failure = new Note(Tone::Bad, QString(), m_body);
    m_failure->setDismissible(true);
    m_failure->hide();
    notes->addWidget(m_failure);
    notes->addWidget(m_note);
    main->addLayout(notes);
    body->addLayout(main, 1);
    m_result = new ConflictResult(m_body);
    body->addWidget(new Divider(Qt::Vertical, m_body));
    body->addWidget(m_result);
    contentLayout()->addWidget(m_body, 1);

    m_empty = new EmptyState(EmptyState::Drawing::Connection, this);
    m_empty->hide();
    contentLayout()->addWidget(m_empty, 1);

    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));
    m_allMine = new Button(QString(), Button::Kind::Default, this);
    m_allMine->setKeyHint(QKeySequence(Qt::ALT | Qt::Key_1));
    m_allTheirs = new Button(QString(), Button::Kind::Default, this);
    m_allTheirs->setKeyHint(QKeySequence(Qt::ALT | Qt::Key_2));
    m_promise = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_promise->setEliding(true);
    m_later = new Button(QString(), Button::Kind::Default, this);
    m_later->setKeyHint(Qt::Key_Escape);
    m_keep = new Button(QString(), Button::Kind::Primary, this);
    m_keep->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(18), Theme::px(10), Theme::px(18), Theme::px(12));
    foot->setSpacing(Theme::px(8));
    foot->addWidget(m_allMine);
    foot->addWidget(m_allTheirs);
    foot->addSpacing(Theme::px(4));
    foot->addWidget(m_promise, 1);
    foot->addWidget(m_later);
    foot->addWidget(m_keep);
    contentLayout()->addLayout(foot);

    connect(m_reader, &ConflictReader::done, this, &ConflictWindow::take);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { go(1); });
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_later, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_allMine, &QAbstractButton::clicked, this, [this] { pickAll(1); });
    connect(m_allTheirs, &QAbstractButton::clicked, this, [this] { pickAll(2); });
    connect(m_keep, &QAbstractButton::clicked, this, &ConflictWindow::keepResult);
    connect(m_note, &Note::linkActivated, this, [this](const QString& link) {
        if (link != "merged"_L1)
            return;
        m_mergedShown = !m_mergedShown;
        makeMerged();
    });
    connect(&context.store->changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        const bool mine = std::ranges::any_of(changes.rows, [this](const ChangeSet::Row& row) {
            return row.table == Table::Conflicts ||
                   std::ranges::any_of(m_items, [&row](const Item& item) { return item.record.record == row.id; });
        });
        if (changes.everything || mine)
            m_reader->read();
    });
    const QSize room = window->size() - QSize(40, 60);
    resizePanel(QSize(Theme::px(ConflictWindowWidth), Theme::px(ConflictWindowHeight)).boundedTo(room));
    m_result->setVisible(width() >= Theme::px(ConflictSideFrom));
    retranslate();
    whenDone(context.journal->identity(), this, [this](const Expected<Journal::Identity>& identity) {
        m_me = identity ? identity->user : UserId();
        m_reader->setPerson(m_me);
        m_reader->read();
    });
}

void ConflictWindow::showRecord(Uuid record)
{
    m_wanted = record;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].record.record == record) {
            m_at = i;
            showCurrent();
        }
    }
}

void ConflictWindow::take(std::vector<Item> items)
{
    const bool first = !std::exchange(m_loaded, true);
    const auto ids = [](const Item& item) {
        std::vector<ConflictId> all;
        for (const Conflict& conflict : item.record.conflicts)
            all.insert(all.end(), conflict.ids.begin(), conflict.ids.end());
        return all;
    };
    const Uuid shown = m_at < m_items.size() ? m_items[m_at].record.record : m_wanted;
    const bool unchanged = m_at < m_items.size() && [&] {
        const auto same = std::ranges::find(items, shown, [](const Item& item) { return item.record.record; });
        return same != items.end() && ids(*same) == ids(m_items[m_at]) &&
               same->record.removed == m_items[m_at].record.removed;
    }();
    const std::size_t before = m_at;
    std::vector<Item> old = std::exchange(m_items, std::move(items));
    const auto found = std::ranges::find(m_items, shown, [](const Item& item) { return item.record.record; });
    m_at = found != m_items.end() ? static_cast<std::size_t>(found - m_items.begin())
                                  : std::min(before, m_items.empty() ? 0 : m_items.size() - 1);
    if (unchanged && !first) {
        // What was picked or typed stays.
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i]->setPresent(m_items[m_at].text.rows[i].present,
                                  changedSince(m_items[m_at].record, m_items[m_at].record.conflicts[i]));
        showCurrent();
        return;
    }
    if (!first && found == m_items.end() && before < old.size() && shown != m_decided) {
        m_failure->setTone(Tone::Info);
        m_failure->setText(
            tr("The conflict about %1 was decided by somebody else.").arg(old[before].text.name.toHtmlEscaped()));
        m_failure->show();
    }
    makeRows();
    showCurrent();
}

void ConflictWindow::go(int step)
{
    const auto next = static_cast<qsizetype>(m_at) + step;
    if (next < 0 || next >= static_cast<qsizetype>(m_items.size()))
        return;
    m_at = static_cast<std::size_t>(next);
    m_failure->hide();
    makeRows();
    showCurrent();
}

void ConflictWindow::goSoon(int step)
{
    // The rows go, and with them the widget that the key was pressed in.
    QMetaObject::invokeMethod(
        this, [this, step] { go(step); }, Qt::QueuedConnection);
}

QString ConflictWindow::authorLine(UserId user, UtcMs at) const
{
    const User* person = user.isNull() ? nullptr : m_context.users->find(user);
    const QString name = !user.isNull() && user == m_me ? tr("You") : person ? person->displayName : tr("Somebody");
    const UtcMs now = m_context.store->clock().now();
    const bool today = QDateTime::fromMSecsSinceEpoch(at).date() == QDateTime::fromMSecsSinceEpoch(now).date();
    const QString when =
        today ? formatTime(at) : formatDayMonth(QDateTime::fromMSecsSinceEpoch(at).date()) + u' ' + formatTime(at);
    return name + u", "_s + when;
}

QString ConflictWindow::headline() const
{
    const Item& item = m_items[m_at];
    const bool removal =
        item.record.removed || std::ranges::any_of(item.record.conflicts, [](const Conflict& conflict) {
            return conflict.kind == Conflict::Kind::Removal;
        });
    return removal ? tr("%1 was removed while somebody changed it").arg(item.text.name)
                   : tr("Two people changed %1").arg(item.text.name);
}

void ConflictWindow::makeRows()
{
    m_mergedShown = false;
    m_row = 0;
    m_rows.clear();
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_at < m_items.size()) {
        const Item& item = m_items[m_at];
        RecordWords* words = m_reader->wordsFor(item.record.table);
        const bool removed = item.record.removed;
        for (std::size_t i = 0; i < item.record.conflicts.size(); ++i) {
            const Conflict& conflict = item.record.conflicts[i];
            const bool keptIsMine = !m_me.isNull() && conflict.keptBy == m_me;
            const bool lostIsMine = !m_me.isNull() && conflict.lostBy == m_me;
            ConflictRow::Wording wording;
            wording.text = item.text.rows[i];
            wording.keptFirst = keptIsMine || !lostIsMine;
            const bool sides = keptIsMine != lostIsMine;
            wording.keptSide = !sides ? tr("Stands now") : keptIsMine ? tr("Yours") : tr("Theirs");
            wording.lostSide = !sides ? tr("The other") : lostIsMine ? tr("Yours") : tr("Theirs");
            wording.keptLine = authorLine(conflict.keptBy, conflict.keptAt);
            wording.lostLine = authorLine(conflict.lostBy, conflict.lostAt);
            wording.beforeKnown = !conflict.before.isEmpty();
            if (conflict.kind == Conflict::Kind::Removal) {
                wording.text.kept = tr("Keep it");
                wording.text.lost = tr("Remove it");
                wording.hint = tr("keep or remove");
            } else if (removed) {
                wording.text.kept = tr("Stays removed");
                wording.hint = tr("a value brings it back");
            } else {
                wording.hint = tr("pick one");
                wording.changedSince = changedSince(item.record, conflict);
            }
            auto* row = new ConflictRow(words, item.record, i, std::move(wording), list);
            connect(row, &ConflictRow::changed, this, [this] { m_result->setRows(m_rows); });
            connect(row, &ConflictRow::focused, this, [this, at = static_cast<int>(i)] { setCurrentRow(at); });
            column->addWidget(row);
            m_rows.push_back(row);
        }
        m_result->setPortrait(words->makePortrait(item.record, m_result));
        // Keys of the window count everywhere but where text is typed.
        for (QWidget* inner : list->findChildren<QWidget*>())
            inner->installEventFilter(this);
    }
    column->addStretch();
    m_list = list;
    m_scroll->setWidget(list);
    if (!m_rows.empty()) {
        setCurrentRow(0);
        if (auto* choice = m_rows.front()->findChild<QRadioButton*>())
            choice->setFocus(Qt::OtherFocusReason);
    }
}

void ConflictWindow::showCurrent()
{
    const bool any = m_at < m_items.size();
    m_body->setVisible(any);
    m_empty->setVisible(!any && m_loaded);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_allMine, m_allTheirs, m_promise, m_keep, m_place, m_previous, m_next})
        widget->setVisible(any);
    m_later->setText(any || !m_loaded ? tr("Decide later") : tr("Close"));
    if (!any) {
        m_title->setText(tr("Conflicts"));
        m_subtitle->setText(QString());
        setAccessibleName(tr("Conflicts"));
        return;
    }
    const Item& item = m_items[m_at];
    m_title->setText(headline());
    setAccessibleName(headline());
    const QString noticed = tr("noticed %1").arg(formatDateTime(item.record.noticedAt()));
    m_subtitle->setText(item.text.subtitle.isEmpty() ? noticed : item.text.subtitle + u" · "_s + noticed);
    const int count = static_cast<int>(m_items.size());
    //: Which of the records with conflicts is shown
    m_place->setText(tr("%1 of %n conflict(s)", nullptr, count).arg(formatCount(static_cast<int>(m_at) + 1)));
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < m_items.size());

    bool mine = false;
    UtcMs beforeAt = 0;
    bool beforeKnown = false;
    for (const Conflict& conflict : item.record.conflicts) {
        mine = mine || (!m_me.isNull() && (conflict.keptBy == m_me) != (conflict.lostBy == m_me));
        beforeKnown = beforeKnown || !conflict.before.isEmpty();
        beforeAt = std::max(beforeAt, conflict.beforeAt);
    }
    m_headings[0]->setText(tr("Field"));
    m_headings[1]->setText(beforeKnown ? tr("Before") : QString());
    m_headings[2]->setText(mine ? tr("Yours") : tr("Stands now"));
    m_headings[3]->setText(mine ? tr("Theirs") : tr("The other"));
    m_headings[4]->setText(tr("Result"));
    m_allMine->setText(mine ? tr("All mine") : tr("All as they stand"));
    m_allTheirs->setText(mine ? tr("All theirs") : tr("All the others"));
    makeMerged();
    m_result->setRows(m_rows);
}

void ConflictWindow::makeMerged()
{
    const Item& item = m_items[m_at];
    const auto count = static_cast<int>(item.text.merged.size());
    const bool changed = std::ranges::any_of(
        item.record.conflicts, [&item](const Conflict& conflict) { return changedSince(item.record, conflict); });
    QStringList lines;
    if (item.record.removed)
        lines << tr("Nothing that was typed is lost: picking a value brings %1 back with it.")
                     .arg(item.text.name.toHtmlEscaped());
    if (changed)
        lines << tr("%1 was changed again since. Where you keep what stands, the newest value stays.")
                     .arg(item.text.name.toHtmlEscaped());
    if (count > 0) {
        lines << tr("%n other field(s) were merged by themselves because only one side changed them.", nullptr, count) +
                     u" <a href='merged'>"_s + (m_mergedShown ? tr("Hide them") : tr("Show them")) + u"</a>"_s;
        if (m_mergedShown) {
            QStringList shown;
            for (const ConflictText::Merged& field : item.text.merged)
                shown << tr("%1: %2").arg(field.field, field.value).toHtmlEscaped();
            //: Heading of fields that two people changed without getting into each other's way
            lines << u"<b>"_s + tr("Both kept") + u"</b><br>"_s + shown.join(u"<br>"_s);
        }
    }
    m_note->setText(lines.join(u"<br>"_s));
    m_note->setVisible(!lines.isEmpty());
}

void ConflictWindow::setCurrentRow(int row)
{
    m_row = row;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setCurrent(static_cast<int>(i) == row);
    if (row < static_cast<int>(m_rows.size()))
        m_scroll->ensureWidgetVisible(m_rows[static_cast<std::size_t>(row)], 0, 0);
}

void ConflictWindow::pickAll(int column)
{
    for (ConflictRow* row : m_rows)
        row->pick(column);
}

void ConflictWindow::keepResult()
{
    if (m_at >= m_items.size() || m_deciding)
        return;
    DecideConflicts command;
    for (ConflictRow* row : m_rows) {
        auto decision = row->decision();
        if (!decision) {
            m_scroll->ensureWidgetVisible(row);
            return;
        }
        command.decisions.push_back(std::move(*decision));
    }
    m_deciding = true;
    m_decided = m_items[m_at].record.record;
    m_failure->hide();
    const QString name = m_items[m_at].text.name;
    whenDone(m_context.journal->run(std::move(command)), this, [this, name](const Expected<EditOutcome>& outcome) {
        m_deciding = false;
        if (outcome) {
            m_context.undo->push([name] { return tr("Conflict about %1 decided").arg(name); }, outcome->undo);
            return;
        }
        m_decided = Uuid();
        m_failure->setTone(Tone::Bad);
        m_failure->setText(ErrorText::full(outcome.error()).toHtmlEscaped());
        m_failure->show();
        m_reader->read();
    });
}

void ConflictWindow::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (modifiers == Qt::ControlModifier && enter)
        return keepResult();
    if (key == Qt::Key_Escape && m_row < static_cast<int>(m_rows.size()) &&
        m_rows[static_cast<std::size_t>(m_row)]->isTyping())
        return m_rows[static_cast<std::size_t>(m_row)]->pick(1);
    if (modifiers == Qt::AltModifier && (key == Qt::Key_1 || key == Qt::Key_2))
        return pickAll(key == Qt::Key_1 ? 1 : 2);
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down))
        return goSoon(key == Qt::Key_Up ? -1 : 1);
    if (modifiers == Qt::NoModifier && key >= Qt::Key_1 && key <= Qt::Key_3 && m_row < static_cast<int>(m_rows.size()))
        return m_rows[static_cast<std::size_t>(m_row)]->pick(key - Qt::Key_0);
    PopupFrame::keyPressEvent(event);
}

bool ConflictWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys of the page behind would work here too, as this window belongs to its window.
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (modifiers == Qt::NoModifier || modifiers == Qt::AltModifier ||
            (modifiers == Qt::ControlModifier && enter)) {
            event->accept();
            return true;
        }
    }
    return PopupFrame::event(event);
}

bool ConflictWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return PopupFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    auto* widget = qobject_cast<QWidget*>(watched);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    // Ctrl+Enter would be taken by a text that has several lines.
    if (modifiers == Qt::ControlModifier && enter) {
        keepResult();
        return true;
    }
    const bool up = key->key() == Qt::Key_Up;
    // A button would take the arrow for itself.
    if (modifiers == Qt::AltModifier && (up || key->key() == Qt::Key_Down)) {
        goSoon(up ? -1 : 1);
        return true;
    }
    if (conflictTypesText(widget) || modifiers != Qt::NoModifier)
        return PopupFrame::eventFilter(watched, event);
    if (qobject_cast<QRadioButton*>(widget) && (up || key->key() == Qt::Key_Down)) {
        const int next = std::clamp(m_row + (up ? -1 : 1), 0, static_cast<int>(m_rows.size()) - 1);
        const auto choices = m_rows[static_cast<std::size_t>(next)]->findChildren<QRadioButton*>();
        for (QRadioButton* choice : choices)
            if (choice->isChecked())
                choice->setFocus(Qt::TabFocusReason);
        return true;
    }
    return PopupFrame::eventFilter(watched, event);
}

void ConflictWindow::retranslate()
{
    m_previous->setName(tr("Previous record"));
    m_next->setName(tr("Next record"));
    m_close->setName(tr("Close"));
    m_result->retranslate();
    m_promise->setText(tr("Nothing is lost: undo brings both versions back."));
    m_keep->setText(tr("Keep this result"));
    m_empty->setTitle(tr("Nothing to decide"));
    m_empty->setText(tr("Where two people change the same thing without seeing each other’s change, you choose here."));
    showCurrent();
}

void ConflictWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // The words of the rows are made by their features.
        m_items.clear();
        m_at = 0;
        makeRows();
        m_reader->read();
    }
    PopupFrame::changeEvent(event);
}

}  // namespace Forecourt
