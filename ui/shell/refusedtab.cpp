// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/refusedtab.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/outbox/refusals.h"
#include "ui/shell/outboxlist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

RefusedTab::RefusedTab(const ShellContext& context, const OutboxLines& lines, QWidget* parent)
    : QWidget(parent), m_context(context), m_lines(lines)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedWidget(this);
    m_list = new OutboxList(lines, this);
    m_list->installEventFilter(this);
    m_empty = new EmptyState(EmptyState::Drawing::None, this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_again = new Button(QString(), Button::Kind::Default, this);
    m_again->setIconName(u"refresh"_s);
    m_again->setKeyHint(Qt::Key_R);
    m_copy = new Button(QString(), Button::Kind::Default, this);
    m_copy->setIconName(u"copy"_s);
    m_copy->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_C));
    m_discard = new Button(QString(), Button::Kind::Danger, this);
    m_discard->setIconName(u"trash"_s);
    m_discard->setKeyHint(Qt::Key_Delete);
    m_selectAll = new Button(QString(), Button::Kind::Ghost, this);
    m_selectAll->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_A));
    m_bringBack = new Button(QString(), Button::Kind::Ghost, this);
    m_bringBack->setIconName(u"restore"_s);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(Theme::px(18), Theme::px(8), Theme::px(18), Theme::px(8));
    actions->setSpacing(Theme::px(8));
    for (Button* button : {m_again, m_copy, m_discard, m_selectAll})
        actions->addWidget(button);
    actions->addStretch(1);
    actions->addWidget(m_bringBack);
    column->addLayout(actions);
    connect(m_again, &QAbstractButton::clicked, this, &RefusedTab::sendAgain);
    connect(m_copy, &QAbstractButton::clicked, this, &RefusedTab::copy);
    connect(m_discard, &QAbstractButton::clicked, this, &RefusedTab::discard);
    connect(m_selectAll, &QAbstractButton::clicked, this, [this] {
        m_list->selectAll();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bringBack, &QAbstractButton::clicked, this, &RefusedTab::bringBack);
    connect(m_list, &OutboxList::openRequested, this, &RefusedTab::openRequested);
    connect(m_list, &OutboxList::choiceChanged, this, &RefusedTab::refresh);
    connect(&lines, &OutboxLines::changed, this, [this] {
        refresh();
        readDiscarded();
    });
    connect(&context.store->changes(), &ChangeNotifier::outboxChanged, this, &RefusedTab::readDiscarded);
    retranslate();
    readDiscarded();
}

void RefusedTab::refresh()
{
    const int count = m_list->count();
    m_stack->setCurrentIndex(count > 0 || !m_lines.isRead() ? 0 : 1);
    const auto chosen = static_cast<int>(m_list->chosen().size());
    for (Button* button : {m_again, m_copy, m_discard}) {
        button->setVisible(count > 0);
        button->setEnabled(chosen > 0);
        button->setToolTip(chosen > 0 ? QString() : tr("Choose what this is for first."));
    }
    m_selectAll->setVisible(count > 0);
    m_selectAll->setEnabled(chosen < count);
}

void RefusedTab::showDiscarded()
{
    m_bringBack->setText(tr("Bring back %n discarded", nullptr, static_cast<int>(m_discarded.size())));
    m_bringBack->setVisible(!m_discarded.empty());
}

void RefusedTab::readDiscarded()
{
    whenDone(m_context.store->read(Refusals::discarded), this, [this](const Expected<std::vector<qint64>>& discarded) {
        if (!discarded)
            return;
        m_discarded = *discarded;
        showDiscarded();
    });
}

std::vector<qint64> RefusedTab::selectedOpids() const
{
    std::vector<qint64> opids;
    for (const OutboxLine* line : m_list->chosen())
        std::ranges::copy(line->words.opids, std::back_inserter(opids));
    std::ranges::sort(opids);
    return opids;
}

void RefusedTab::sendAgain()
{
    const std::vector<qint64> opids = selectedOpids();
    const auto left = std::make_shared<std::size_t>(opids.size());
    const auto failed = std::make_shared<std::vector<Error>>();
    // In the order they were made: an edit may need the record that an earlier one adds.
    for (const qint64 opid : opids) {
        whenDone(m_context.journal->retryRejected(opid), this, [=, this](const Expected<EditOutcome>& outcome) {
            if (!outcome)
                failed->push_back(outcome.error());
            if (--*left > 0)
                return;
            if (failed->empty())
                Q_EMIT said(Tone::Ok,
                            tr("%n change(s) go to the server again.", nullptr, static_cast<int>(opids.size())));
            else
                Q_EMIT said(Tone::Bad, tr("%n change(s) cannot be sent again; copy them instead.", nullptr,
                                          static_cast<int>(failed->size())) +
                                           u' ' + ErrorText::summary(failed->front()));
        });
    }
}

void RefusedTab::copy()
{
    QStringList texts;
    for (const OutboxLine* line : m_list->chosen())
        texts << OutboxLines::plainText(*line);
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    Q_EMIT said(Tone::Ok,
                tr("%n change(s) copied with everything that was typed.", nullptr, static_cast<int>(texts.size())));
}

void RefusedTab::discard()
{
    const std::vector<qint64> opids = selectedOpids();
    if (opids.empty())
        return;
    whenDone(m_context.store->write([opids, now = m_context.store->clock().now()](Connection& connection) {
        return Refusals::discard(connection, opids, now);
    }),
             this, [this, count = static_cast<int>(opids.size())](const Expected<void>& done) {
                 m_context.store->announceOutbox();
                 if (done)
                     Q_EMIT said(Tone::Ok,
                                 tr("%n change(s) discarded. They can be brought back for a week.", nullptr, count));
                 else
                     Q_EMIT said(Tone::Bad, ErrorText::full(done.error()));
             });
}

void RefusedTab::bringBack()
{
    whenDone(m_context.store->write(
                 [opids = m_discarded](Connection& connection) { return Refusals::bringBack(connection, opids); }),
             this, [this](const Expected<void>& done) {
                 m_context.store->announceOutbox();
                 if (done)
                     Q_EMIT begun();
                 else
                     Q_EMIT said(Tone::Bad, ErrorText::full(done.error()));
             });
}

bool RefusedTab::handleKey(const QKeyEvent& event)
{
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event.key() == Qt::Key_R && plain)
        sendAgain();
    else if (event.key() == Qt::Key_Delete && plain)
        discard();
    else if (event.matches(QKeySequence::Copy))
        copy();
    else
        return false;
    return true;
}

bool RefusedTab::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress)
        return handleKey(*static_cast<QKeyEvent*>(event));
    return QWidget::eventFilter(watched, event);
}

void RefusedTab::retranslate()
{
    m_list->setAccessibleName(tr("Changes that were not accepted"));
    m_empty->setTitle(tr("Everything was accepted"));
    m_empty->setText(tr("A change that the server does not take comes back here, with everything you typed."));
    m_again->setText(tr("Send again"));
    m_copy->setText(tr("Copy"));
    m_discard->setText(tr("Discard"));
    m_selectAll->setText(tr("Select all"));
    showDiscarded();
    refresh();
}

}  // namespace Forecourt
