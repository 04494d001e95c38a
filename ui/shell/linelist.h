// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace Forecourt {

class Button;

/// A short list of two-line rows in a pop-over: icon, title, second line, a badge or buttons at the right. Rows with a
/// route are buttons.
class LineList : public QWidget {
    Q_OBJECT

public:
    explicit LineList(QWidget* parent = nullptr);

    struct Row {
        QString iconName;
        Tone iconTone = Tone::Neutral;
        QString title;
        QString subtitle;
        QString badge;
        Tone badgeTone = Tone::Warn;
        QString time;         ///< at the right of the title
        bool strong = false;  ///< not read yet: stands out
        QStringList buttons;
        bool clickable = false;
    };
    void clear();
    void add(const Row& row);
    int count() const { return m_count; }

Q_SIGNALS:
    void activated(int row);
    void buttonClicked(int row, int button);

private:
    QVBoxLayout* m_rows;
    int m_count = 0;
};

}  // namespace Forecourt
