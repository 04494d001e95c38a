// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/othersrefusalstab.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "ui/shell/outboxlist.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

OthersRefusalsTab::OthersRefusalsTab(const ShellContext& context, const OutboxLines& lines, QWidget* parent)
    : QWidget(parent), m_context(context), m_lines(lines), m_list(new OutboxList(lines, this))
{
    m_list->installEventFilter(this);
    m_take = new Button(QString(), Button::Kind::Default, this);
    m_take->setIconName(u"check"_s);
    m_take->setKeyHint(Qt::Key_T);
    m_copy = new Button(QString(), Button::Kind::Default, this);
    m_copy->setIconName(u"copy"_s);
    m_copy->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_C));
    m_aside = new Button(QString(), Button::Kind::Danger, this);
    m_aside->setIconName(u"trash"_s);
    m_aside->setKeyHint(Qt::Key_Delete);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(Theme::px(18), Theme::px(8), Theme::px(18), Theme::px(8));
    actions->setSpacing(Theme::px(8));
    for (Button* button : {m_take, m_copy, m_aside})
        actions->addWidget(button);
    actions->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addLayout(actions);
    connect(m_take, &QAbstractButton::clicked, this, &OthersRefusalsTab::takeOver);
    connect(m_copy, &QAbstractButton::clicked, this, &OthersRefusalsTab::copy);
    connect(m_aside, &QAbstractButton::clicked, this, &OthersRefusalsTab::putAside);
    connect(m_list, &OutboxList::openRequested, this, &OthersRefusalsTab::openRequested);
    connect(m_list, &OutboxList::choiceChanged, this, &OthersRefusalsTab::refresh);
    retranslate();
}

std::vector<Uuid> OthersRefusalsTab::selected() const
{
    std::vector<qint64> numbers;
    for (const OutboxLine* line : m_list->chosen())
        std::ranges::copy(line->words.opids, std::back_inserter(numbers));
    return m_lines.refusals(numbers);
}

void OthersRefusalsTab::refresh()
{
    const bool any = m_list->selectionModel()->hasSelection();
    for (Button* button : {m_take, m_copy, m_aside}) {
        button->setEnabled(any);
        button->setToolTip(any ? QString() : tr("Choose what this is for first."));
    }
}

void OthersRefusalsTab::takeOver()
{
    const std::vector<Uuid> ids = selected();
    if (ids.empty())
        return;
    whenDone(m_context.journal->run(TakeOverRefusals{ids}), this,
             [this, count = static_cast<int>(ids.size())](const Expected<EditOutcome>& outcome) {
                 if (!outcome) {
                     Q_EMIT said(Tone::Bad, ErrorText::full(outcome.error()));
                     return;
                 }
                 m_context.undo->push([count] { return tr("%n change(s) of others taken over", nullptr, count); },
                                      outcome->undo);
                 Q_EMIT said(Tone::Ok, tr("%n change(s) made in your name.", nullptr, count));
             });
}

void OthersRefusalsTab::putAside()
{
    const std::vector<Uuid> ids = selected();
    if (ids.empty())
        return;
    whenDone(m_context.journal->run(PutAsideRefusals{ids}), this,
             [this, count = static_cast<int>(ids.size())](const Expected<EditOutcome>& outcome) {
                 if (!outcome) {
                     Q_EMIT said(Tone::Bad, ErrorText::full(outcome.error()));
                     return;
                 }
                 m_context.undo->push([count] { return tr("%n change(s) of others put aside", nullptr, count); },
                                      outcome->undo);
                 Q_EMIT said(Tone::Ok, tr("%n change(s) put aside. Undo brings them back.", nullptr, count));
             });
}

void OthersRefusalsTab::copy()
{
    QStringList texts;
    for (const OutboxLine* line : m_list->chosen())
        texts << (QStringList{line->words.title, line->words.subtitle} + line->words.details).join(u'\n');
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    Q_EMIT said(Tone::Ok,
                tr("%n change(s) copied with everything that was typed.", nullptr, static_cast<int>(texts.size())));
}

bool OthersRefusalsTab::eventFilter(QObject* watched, QEvent* event)
{
    // A list would search for the letter and copy a title only.
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && key->key() == Qt::Key_T)
            takeOver();
        else if (plain && key->key() == Qt::Key_Delete)
            putAside();
        else if (key->matches(QKeySequence::Copy))
            copy();
        else
            return false;
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void OthersRefusalsTab::retranslate()
{
    m_list->setAccessibleName(tr("Changes that were refused to others"));
    m_take->setText(tr("Take over"));
    m_copy->setText(tr("Copy"));
    m_aside->setText(tr("Put aside"));
    refresh();
}

}  // namespace Forecourt
