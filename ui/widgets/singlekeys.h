// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QKeyEvent;

namespace Forecourt {

/// Letters that act alone, without Ctrl: J and K in lists, P on a photo. Whoever dictates, or has a hand that slips,
/// can switch them off in the settings; lists and grids ask here. On at first.
namespace SingleKeys {

bool areOn();
void setOn(bool on);
/// The letter was pressed without modifiers, and letters act.
bool isPressed(const QKeyEvent& event, int letter);

}  // namespace SingleKeys

}  // namespace Forecourt
