// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>

namespace Forecourt {

/// Something that the palette can do besides opening a record: go to a page, run an action of the page.
struct PaletteCommand {
    QString title;
    QString subtitle;
    QString iconName;
    QKeySequence key;
    std::function<void()> run;
    /// What the command leads to, where the title says more: whoever types just that means it before all else.
    QString name = {};

    /// How well typed words fit the command; 0 = not at all.
    int fitness(const QString& typed) const;

    /// How well typed words fit the title: each must begin one of its words, accents and case aside; 0 = not at all.
    /// An empty text fits everything.
    static int fitness(const QString& title, const QString& typed);
};

}  // namespace Forecourt
