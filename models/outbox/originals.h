// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace Forecourt {

/// When originals and videos, which are most of the bytes, go to the server. All other sizes of a photo always go.
/// Remembered on this computer.
enum class OriginalsPolicy {
    Always,
    Unmetered,  ///< not while the connection is paid by volume, or slow
    OnRequest,  ///< only when the person says so
};

/// Whether originals go to the server now.
struct OriginalsStatus {
    enum class Hold {
        None,
        OnRequest,  ///< by the policy
        Metered,
        Slow,
    };
    OriginalsPolicy policy = OriginalsPolicy::Unmetered;
    Hold hold = Hold::None;
    std::optional<bool> metered{};  ///< none: this computer cannot tell
    int waiting = 0;                ///< originals and videos that are not on the server yet
    qint64 bytes = 0;               ///< of them

    friend bool operator==(const OriginalsStatus&, const OriginalsStatus&) = default;
};

}  // namespace Forecourt
