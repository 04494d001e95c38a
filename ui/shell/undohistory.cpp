// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/undohistory.h"

#include "models/base/whendone.h"
#include "models/outbox/journal.h"

namespace Forecourt {

namespace {

constexpr std::size_t UndoLimit = 200;

}  // namespace

UndoHistory::UndoHistory(Revert revert, QObject* parent) : QObject(parent), m_revert(std::move(revert)) {}

UndoHistory::UndoHistory(Journal& journal, QObject* parent)
    : UndoHistory(
          [&journal](UndoStep step) {
              return journal.revert(std::move(step)).then([](Expected<EditOutcome> outcome) -> Expected<UndoStep> {
                  if (!outcome)
                      return fail(outcome.error());
                  return std::move(outcome->undo);
              });
          },
          parent)
{
}

void UndoHistory::push(Text text, UndoStep step)
{
    if (step.isEmpty())
        return;
    const QString words = text();
    m_undone.clear();
    m_done.push_back({std::move(text), std::move(step)});
    if (m_done.size() > UndoLimit)
        m_done.erase(m_done.begin());
    Q_EMIT changed();
    Q_EMIT pushed(words);
}

void UndoHistory::undo()
{
    move(m_done, m_undone, &UndoHistory::undone);
}

void UndoHistory::redo()
{
    move(m_undone, m_done, &UndoHistory::redone);
}

void UndoHistory::clear()
{
    m_done.clear();
    m_undone.clear();
    Q_EMIT changed();
}

QString UndoHistory::undoText() const
{
    return m_done.empty() ? QString() : m_done.back().text();
}

QString UndoHistory::redoText() const
{
    return m_undone.empty() ? QString() : m_undone.back().text();
}

void UndoHistory::move(std::vector<Entry>& from, std::vector<Entry>& to, void (UndoHistory::*done)(const QString&))
{
    if (m_busy || from.empty())
        return;
    m_busy = true;
    // The entry leaves its list at once: an edit made meanwhile is pushed behind it and must not be taken for it.
    auto entry = std::make_shared<Entry>(std::move(from.back()));
    from.pop_back();
    Q_EMIT changed();
    whenDone(m_revert(entry->step), this, [this, entry, &from, &to, done](Expected<UndoStep> step) {
        m_busy = false;
        const QString words = entry->text();
        if (!step) {
            from.push_back(std::move(*entry));
            Q_EMIT changed();
            Q_EMIT failed(words, step.error());
            return;
        }
        // Nothing was left to take back (somebody else changed it since): there is no way forward either.
        if (!step->isEmpty()) {
            entry->step = std::move(*step);
            to.push_back(std::move(*entry));
        }
        Q_EMIT changed();
        Q_EMIT(this->*done)(words);
    });
}

}  // namespace Forecourt
