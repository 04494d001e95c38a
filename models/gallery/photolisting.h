// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <optional>
#include <vector>

namespace Forecourt {

/// A file that somebody wants to import.
struct ListedFile {
    QString path;
    QString name;
    qint64 size = 0;
    bool video = false;
    std::optional<Error> error;  ///< why it cannot be a photo or video, as far as its size and first bytes tell
};

/// The files that `paths` name, in that order; folders give what is in them and below, sorted by name as people sort
/// ("2" before "10"), without hidden files. Stops at `most` files. Reads at most the first bytes of each. Blocks.
std::vector<ListedFile> listPhotoFiles(const QStringList& paths, int most, const std::atomic<bool>& cancelled);

}  // namespace Forecourt
