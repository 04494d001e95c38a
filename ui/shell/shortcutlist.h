// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/popupframe.h"

#include <QKeySequence>

namespace Forecourt {

/// All keys that work now, in groups: the answer to F1.
class ShortcutList : public PopupFrame {
    Q_OBJECT

public:
    struct Key {
        QString text;
        QKeySequence keys;
    };
    struct Group {
        QString title;
        QList<Key> keys;
    };
    ShortcutList(const QList<Group>& groups, QWidget* window);
};

}  // namespace Forecourt
