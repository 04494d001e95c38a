// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "ui/shell/conflictreader.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/popupframe.h"

#include <optional>

class QScrollArea;

namespace Forecourt {

class Button;
class ConflictResult;
class ConflictRow;
class EmptyState;
class IconButton;
class Label;
class Note;

/// Where a person decides what two people changed at the same time, record by record and field by field. Modeless: the
/// rest of the program goes on. Follows what others decide meanwhile.
///
/// Keys: 1 and 2 pick a side of the current row, 3 another value, Alt+1 and Alt+2 a side for all rows, Ctrl+Enter keeps
/// the result, Alt+Up and Alt+Down go to another record, Esc decides later.
class ConflictWindow : public PopupFrame {
    Q_OBJECT

public:
    ConflictWindow(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window);

    /// Shows this record as soon as the conflicts are read; a null id: the newest.
    void showRecord(Uuid record);

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Item = ConflictReader::Item;

    void take(std::vector<Item> items);
    void go(int step);
    void goSoon(int step);
    void showCurrent();
    void makeRows();
    void makeMerged();
    void setCurrentRow(int row);
    void pickAll(int column);
    void keepResult();
    void retranslate();
    QString authorLine(UserId user, UtcMs at) const;
    QString headline() const;

    ShellContext m_context;
    ConflictReader* m_reader;
    UserId m_me;
    std::vector<Item> m_items;
    Uuid m_wanted;
    std::size_t m_at = 0;
    bool m_loaded = false;
    bool m_deciding = false;
    Uuid m_decided;  ///< by this window
    std::vector<ConflictRow*> m_rows;
    int m_row = 0;
    bool m_mergedShown = false;

    Label* m_title;
    Label* m_subtitle;
    Label* m_place;
    IconButton* m_previous;
    IconButton* m_next;
    IconButton* m_close;
    QWidget* m_body;
    QWidget* m_columns;
    std::vector<Label*> m_headings;
    QScrollArea* m_scroll;
    QWidget* m_list = nullptr;
    Note* m_note;
    Note* m_failure;
    ConflictResult* m_result;
    Button* m_allMine;
    Button* m_allTheirs;
    Label* m_promise;
    Button* m_later;
    Button* m_keep;
    EmptyState* m_empty;
};

}  // namespace Forecourt
