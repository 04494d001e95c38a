// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"
#include "models/base/id.h"

#include <QVariant>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// State of a row, or the part of it that changed, as the server has it. Fields that are not named stay as they are.
struct RemoteRow {
    struct FieldState {
        std::uint16_t field = 0;
        QVariant value;
        Hlc clock;

        friend bool operator==(const FieldState&, const FieldState&) = default;
    };

    std::uint16_t table = 0;
    Uuid id;
    qint64 seq = 0;  ///< server sequence of the change
    bool deleted = false;
    Hlc base;  ///< base clock of the row when its whole state is given; null when only some fields are
    std::vector<FieldState> fields;

    friend bool operator==(const RemoteRow&, const RemoteRow&) = default;
};

/// A row that this person may not see any more.
struct ForgottenRow {
    std::uint16_t table = 0;
    Uuid id;

    friend bool operator==(const ForgottenRow&, const ForgottenRow&) = default;
};

/// What changes about the scope of a store together with rows of the server.
struct RemoteScope {
    std::vector<ForgottenRow> forgotten{};  ///< removed before the rows are stored
    QByteArray view{};                      ///< not empty: what the store is complete for from now on
    bool last = true;                       ///< nothing more follows at once
};

}  // namespace Forecourt
