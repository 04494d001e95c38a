// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>
#include <QVariant>

#include <optional>

namespace Forecourt {

/// Words for values of photos, shot lists and export presets that are codes or JSON in the store.
class PhotoFieldWords {
    Q_DECLARE_TR_FUNCTIONS(Forecourt::PhotoFieldWords)

public:
    /// Nothing for a column whose value says itself.
    static std::optional<QString> value(const QString& column, const QVariant& value);
};

}  // namespace Forecourt
