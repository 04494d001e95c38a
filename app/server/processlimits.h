// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Forecourt {

/// Lets the process open as many files as the system allows, a socket being one, and live on where a file may not grow:
/// that is answered like a full disk. Nothing to do on Windows.
void raiseProcessLimits();

/// What the process writes is for its owner alone: rows, hashes of passwords, backups. Nothing to do on Windows, where
/// folders decide.
void keepFilesPrivate();

}  // namespace Forecourt
