// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/outbox/undostep.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <vector>

namespace Forecourt {

class Journal;

/// Edits of all pages in the order they were made, with the way back for each. One history per window: Ctrl+Z takes
/// back the newest edit wherever it was made. Taking back is a new edit, so it also works after the edit was sent.
class UndoHistory : public QObject {
    Q_OBJECT

public:
    /// Names an edit in the language of the moment, in the past tense and without a full stop: "B26-1201 moved to
    /// Ready". Called again after a language switch.
    using Text = std::function<QString()>;
    /// What takes a step back and gives the way forward again.
    using Revert = std::function<QFuture<Expected<UndoStep>>(UndoStep)>;

    explicit UndoHistory(Revert revert, QObject* parent = nullptr);
    /// Takes back through `journal`, which must outlive this object.
    explicit UndoHistory(Journal& journal, QObject* parent = nullptr);

    /// Notes an edit that was just made. Forgets what could be redone. A step that changed nothing is not noted.
    void push(Text text, UndoStep step);
    /// Starts taking back the newest edit; does nothing while another one is under way.
    void undo();
    void redo();
    void clear();

    bool canUndo() const { return !m_done.empty() && !m_busy; }
    bool canRedo() const { return !m_undone.empty() && !m_busy; }
    /// Name of the edit that undo() or redo() would concern; empty when there is none.
    QString undoText() const;
    QString redoText() const;

Q_SIGNALS:
    /// What can be undone or redone is different now.
    void changed();
    /// An edit was made: `text` names it.
    void pushed(const QString& text);
    void undone(const QString& text);
    void redone(const QString& text);
    /// Undo or redo of the edit named `text` did not work; the entry stays where it was.
    void failed(const QString& text, const Forecourt::Error& error);

private:
    struct Entry {
        Text text;
        UndoStep step;
    };
    void move(std::vector<Entry>& from, std::vector<Entry>& to, void (UndoHistory::*done)(const QString&));

    Revert m_revert;
    std::vector<Entry> m_done;
    std::vector<Entry> m_undone;
    bool m_busy = false;
};

}  // namespace Forecourt
