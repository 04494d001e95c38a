// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/base/id.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>

namespace Forecourt {

class ImageWorkerPool;
class Journal;

/// Makes the renditions of edited and covered photos again, from their untouched originals, in the helper processes.
///
/// Follows the store: whatever changes an edit (a person, an undo, another computer), the renditions come after. Photos
/// whose original is not on this computer are left to one that has it; if none comes, the original is wanted. What a
/// helper cannot read is tried again after the next change of the photo, when a person wishes it, or in the next
/// session. Lives on the thread that made it; journal and pool must outlive it.
class RenditionKeeper : public QObject {
    Q_OBJECT

public:
    /// `patience`: for how long photos are left to a computer that has their original.
    RenditionKeeper(Journal& journal, ImageWorkerPool& pool, QObject* parent = nullptr,
                    std::chrono::milliseconds patience = std::chrono::minutes(2));
    ~RenditionKeeper() override;

    /// Looks for photos whose renditions are behind, now and after every change from here on.
    void start();
    /// A file has come to this computer.
    void fileArrived(const QByteArray& sha);
    /// Whether it has nothing more to do for now.
    bool isIdle() const;
    /// Photos that could not be made as they were edited last, and why.
    const QHash<PhotoId, Error>& failures() const;
    /// Tries those once more.
    void retry();

Q_SIGNALS:
    void rendered(Forecourt::PhotoId photo);
    /// The renditions of a photo can only be made here once this file has come.
    void originalWanted(const QByteArray& sha);
    /// Errors: those of ImageWorkerPool::renderEdited(), DiskFull, FileUnwritable, those of Journal::edit().
    void failed(Forecourt::PhotoId photo, const Forecourt::Error& error);
    /// failures() is another now.
    void failuresChanged();
    /// All that can be made here is made.
    void settled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
