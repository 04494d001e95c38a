// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/connection.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace Forecourt {

/// What became of a file.
struct BlobNote {
    enum class Fact {
        OnServer,  ///< the server has it
        Here,      ///< it arrived from the server
        Found,     ///< it was here already: whether the server has it, nobody knows
        Lost,      ///< it is not on this computer any more
    };
    Fact fact = Fact::OnServer;
    QByteArray sha;
    qint64 size = 0;
};

/// What a workstation's store knows of its files, asked and told without waiting: where the answer comes from is not
/// the business of those who move files.
class BlobRecords {
public:
    struct Upload {
        QByteArray sha;
        qint64 size = 0;
        bool original = false;  ///< or a video: may be held back
    };
    using Uploads = std::vector<Upload>;
    enum class Originals { LeaveOut, Include };
    using Downloads = std::vector<QByteArray>;
    using Notes = std::shared_ptr<const std::vector<BlobNote>>;

    virtual ~BlobRecords() = default;

    /// Where the files lie.
    virtual QString directory() const = 0;
    /// Files that the server has to get, at most `limit`: the small sizes first, among those of a size the newest. Or
    /// that it may have to get, if it was put back from a backup.
    virtual void uploads(int limit, Originals originals, std::function<void(const Expected<Uploads>&)> done) = 0;
    /// Files that rows name and that are not here, in the same order, without those that come only when somebody wants
    /// them.
    virtual void downloads(std::function<void(const Expected<Downloads>&)> done) = 0;
    /// All of them together, or none.
    virtual void write(Notes notes, std::function<void(const Expected<void>&)> done) = 0;

protected:
    // The same on a connection, for whoever has one.
    static Expected<Uploads> readUploads(Connection& connection, int limit, Originals originals);
    static Expected<Downloads> readDownloads(Connection& connection);
    static Expected<void> writeNotes(Connection& connection, const std::vector<BlobNote>& notes);
};

}  // namespace Forecourt
