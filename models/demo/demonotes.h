// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Forecourt {

class DemoRandom;

/// What somebody might have noted about a vehicle, in French or English as people there write.
QString demoNote(bool inAfrica, DemoRandom& random);

}  // namespace Forecourt
