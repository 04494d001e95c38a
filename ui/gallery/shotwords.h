// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/shotlist.h"

#include <QCoreApplication>

namespace Forecourt {

/// What people call shots, in the language of the moment.
class ShotWords {
    Q_DECLARE_TR_FUNCTIONS(ShotWords)

public:
    /// The name that the dealership gave, else that of the built-in shot, else the code.
    static QString name(const Shot& shot);
    /// Of a photo: empty where it is nothing of the list and has no code either.
    static QString name(const ShotList& list, const QString& code);
};

}  // namespace Forecourt
