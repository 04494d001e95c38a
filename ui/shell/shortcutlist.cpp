// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/shortcutlist.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QScrollArea>

namespace Forecourt {

using namespace Qt::StringLiterals;

ShortcutList::ShortcutList(const QList<Group>& groups, QWidget* window) : PopupFrame(window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Keyboard shortcuts"));
    contentLayout()->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(12), Theme::px(12));
    contentLayout()->setSpacing(Theme::px(8));
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Keyboard shortcuts"), TextRole::DialogTitle, Token::Ink, this), 1);
    auto* cross = new IconButton(u"x"_s, tr("Close"), this);
    cross->setKind(Button::Kind::Ghost);
    connect(cross, &Button::clicked, this, &QWidget::close);
    head->addWidget(cross);
    contentLayout()->addLayout(head);

    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, Theme::px(8), 0);
    columns->setSpacing(Theme::px(32));
    QVBoxLayout* halves[2] = {new QVBoxLayout, new QVBoxLayout};
    int filled[2] = {0, 0};
    for (const Group& group : groups) {
        if (group.keys.isEmpty())
            continue;
        const int half = filled[0] <= filled[1] ? 0 : 1;
        filled[half] += static_cast<int>(group.keys.size()) + 2;
        auto* grid = new QGridLayout;
        grid->setVerticalSpacing(Theme::px(4));
        grid->setHorizontalSpacing(Theme::px(12));
        grid->setColumnStretch(0, 1);
        grid->addWidget(new Label(group.title, TextRole::SecondMedium, Token::Ink3, content), 0, 0, 1, 2);
        for (int row = 0; row < group.keys.size(); ++row) {
            const Key& key = group.keys.at(row);
            grid->addWidget(new Label(key.text, TextRole::Body, Token::Ink, content), row + 1, 0);
            grid->addWidget(new KeyCap(key.keys, content), row + 1, 1, Qt::AlignRight);
        }
        halves[half]->addLayout(grid);
        halves[half]->addSpacing(Theme::px(12));
    }
    for (QVBoxLayout* half : halves) {
        half->addStretch(1);
        columns->addLayout(half, 1);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    contentLayout()->addWidget(scroll, 1);
    const int height = qMin(content->sizeHint().height() + Theme::px(72), window->height() - Theme::px(80));
    resizePanel({Theme::px(680), height});
}

}  // namespace Forecourt
