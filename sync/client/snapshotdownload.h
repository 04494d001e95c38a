// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>

namespace Forecourt {

/// Part of a snapshot that is on this computer.
struct SnapshotPart {
    QByteArray sha;            ///< of the whole; empty: there is none
    std::uint32_t pieces = 0;  ///< from the first one on

    friend bool operator==(const SnapshotPart&, const SnapshotPart&) = default;
};

/// The folder beside the store in which a snapshot gathers, so that a cut or a new start of the program does not begin
/// it again. Holds one at most, readable by its owner only.
class SnapshotDownload {
public:
    explicit SnapshotDownload(QString directory) : m_directory(std::move(directory)) {}

    SnapshotPart part() const;
    /// Gets ready for the pieces of this one, after those that part() tells if it is that one. Anything else in the
    /// folder goes. Errors: DiskFull, also where `room` bytes are not free; FileUnwritable.
    Expected<void> begin(const QByteArray& sha, qint64 room);
    /// Appends the next piece. Errors: DiskFull, FileUnwritable.
    Expected<void> add(const QByteArray& piece);
    /// No more pieces; gives back what unpack() needs.
    QString finish();
    /// Removes everything.
    void clear();

    /// Where unpack() puts the snapshot of a packed file.
    static QString unpackedFile(const QString& packedFile);
    /// Checks the SHA-256 of a packed file and unpacks it. Takes time; any thread. Errors: MessageMalformed for another
    /// file than was promised, FileUnreadable, FileUnwritable, DiskFull, Cancelled.
    static Expected<void> unpack(const QString& packedFile, const QByteArray& sha, qint64 size,
                                 const std::atomic<bool>& stop);

private:
    QString fileOf(const QByteArray& sha) const;

    const QString m_directory;
    std::unique_ptr<QFile> m_file;
};

}  // namespace Forecourt
