// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/blobstore.h"
#include "models/outbox/outboxops.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Forecourt {

/// Waiting changes of one workstation in a file, for another workstation of the same dealership. CARRYFILE.md tells the
/// format byte by byte.
struct CarryFile {
    /// Who wrote it, where and when.
    struct Header {
        QByteArray dealership;  ///< 16 bytes
        Uuid device;            ///< id of the store
        UserId user;
        QString userName;
        QString program;  ///< "forecourt 0.1.0"
        UtcMs writtenAt = 0;
        int schema = 0;  ///< version of the store
    };
    struct Op {
        OutboxOp op;  ///< its number and transaction are those of the other workstation
        UtcMs at = 0;
    };
    /// A photo or other file that the changes name and that the server does not have.
    struct Blob {
        QByteArray sha;
        qint64 size = 0;
        BlobPriority priority = BlobPriority::Original;
        bool included = false;  ///< its bytes are in the file too
    };

    static constexpr int Format = 1;
    /// Larger files are named only.
    static constexpr qint64 MaxIncluded = 128LL * 1024 * 1024;

    Header header;
    std::vector<Op> ops;
    std::vector<Blob> blobs;

    /// Reads a file and checks that it is whole; the bytes of blobs stay in it. Blocks: call it off the GUI thread.
    /// Errors: FileUnreadable, CarryForeign, CarryDamaged, CarryTooNew; subject: the file.
    static Expected<CarryFile> read(const QString& file);
    /// Writes the file as a whole or not at all. Bytes of blobs that are marked `included` come from `files`; those
    /// that cannot be read are named only. Blocks. Errors: FileUnwritable, DiskFull.
    Expected<void> write(const QString& file, const BlobStore& files) const;
    /// Puts the included blobs into `files`. Blocks. Gives back those that are there now. Errors as read(), and those
    /// of BlobStore::put.
    static Expected<std::vector<Blob>> takeBlobs(const QString& file, const BlobStore& files);
};

}  // namespace Forecourt
