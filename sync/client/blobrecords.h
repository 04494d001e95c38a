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
    /// Hash and size of each.
    using Uploads = std::vector<std::pair<QByteArray, qint64>>;
    using Downloads = std::vector<QByteArray>;
    using Notes = std::shared_ptr<const std::vector<BlobNote>>;

    virtual ~BlobRecords() = default;

    /// Where the files lie.
    virtual QString directory() const = 0;
    /// Files that the server has to get, at most `limit`; or may have to, if it was put back from a backup.
    virtual void uploads(int limit, std::function<void(const Expected<Uploads>&)> done) = 0;
    /// Files that rows name and that are not here.
    virtual void downloads(std::function<void(const Expected<Downloads>&)> done) = 0;
    /// All of them together, or none.
    virtual void write(Notes notes, std::function<void(const Expected<void>&)> done) = 0;

protected:
    // The same on a connection, for whoever has one.
    static Expected<Uploads> readUploads(Connection& connection, int limit);
    static Expected<Downloads> readDownloads(Connection& connection);
    static Expected<void> writeNotes(Connection& connection, const std::vector<BlobNote>& notes);
};

}  // namespace Forecourt
