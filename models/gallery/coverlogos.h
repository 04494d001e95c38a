// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/renderrecipe.h"

namespace Forecourt {

class BlobStore;

/// Reads the logos that the covers of a recipe want into it. Reads files: not for the GUI thread. False while one of
/// them is not on this computer.
bool readCoverLogos(const BlobStore& blobs, RenderRecipe& recipe);

}  // namespace Forecourt
