// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/recordwords.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/popupframe.h"

namespace Forecourt {

class Button;
class Label;
class LineList;
class NotificationList;

/// What happened, newest first; opening one marks it read.
class NotificationPanel : public PopupFrame {
    Q_OBJECT

public:
    NotificationPanel(const ShellContext& context, NotificationList& list, const std::vector<RecordWords*>& words,
                      QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    ShellContext m_context;
    NotificationList& m_list;
    std::vector<RecordWords*> m_words;
    Label* m_title;
    Button* m_markAll;
    Label* m_empty;
    LineList* m_lines;
    struct Shown {
        qint64 nid;
        Route route;
    };
    std::vector<Shown> m_shown;
};

}  // namespace Forecourt
