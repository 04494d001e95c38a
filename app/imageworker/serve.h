// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/imageworkermessages.h"

#include <functional>

namespace Forecourt {

/// What a helper process of ImageWorkerPool does, apart from decoding.
struct Helper {
    const char* name;     ///< of the program
    const char* purpose;  ///< for whoever starts it by hand
    std::function<Expected<Renditions>(const RenderRequest&)> render;
};

/// Answers requests from the standard input on the standard output, one at a time, until the input ends; within the
/// limits of PhotoLimits. Returns the exit code.
int runHelper(int argc, char* argv[], const Helper& helper);

}  // namespace Forecourt
