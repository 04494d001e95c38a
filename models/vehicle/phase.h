// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace Forecourt {

/// Where a vehicle stands in the work of the dealership. The underlying value is what the column `phase` holds.
/// Being in transit, at port or afloat is no phase: it follows from transfers and shipments.
enum class Phase : std::uint8_t {
    Incoming = 0,
    Fixing = 1,
    Ready = 2,
    Listed = 3,
    Reserved = 4,
    Sold = 5,
    Delivered = 6
};

inline constexpr std::array AllPhases{Phase::Incoming, Phase::Fixing, Phase::Ready,    Phase::Listed,
                                      Phase::Reserved, Phase::Sold,   Phase::Delivered};

/// Code word for files, scripts and saved views: "incoming", …, "delivered". The same in every language.
QString phaseCode(Phase phase);
/// From a code word in any case.
std::optional<Phase> phaseFromCode(QStringView code);
/// From a value of the column; nothing for a phase that this version does not know.
std::optional<Phase> phaseFromNumber(qint64 number);

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Phase)
