// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/outboxlines.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

namespace Forecourt {

class Button;
class OutboxList;

/// For managers: changes that were refused to others who had lost the right to the record, to be made as one's own or
/// put aside. Part of the OutboxWindow.
///
/// Keys: T takes over, Ctrl+C copies, Delete puts aside; Enter shows the record.
class OthersRefusalsTab : public QWidget {
    Q_OBJECT

public:
    /// `lines` are of OutboxLines::Which::OfOthers and outlive the tab.
    OthersRefusalsTab(const ShellContext& context, const OutboxLines& lines, QWidget* parent);

    OutboxList* list() const { return m_list; }
    void retranslate();

Q_SIGNALS:
    void said(Forecourt::Tone tone, const QString& text);
    void openRequested(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::vector<Uuid> selected() const;
    void refresh();
    void takeOver();
    void putAside();
    void copy();

    ShellContext m_context;
    const OutboxLines& m_lines;
    OutboxList* m_list;
    Button* m_take;
    Button* m_copy;
    Button* m_aside;
};

}  // namespace Forecourt
