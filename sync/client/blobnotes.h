// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/client/blobrecords.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace Forecourt {

/// Writes down where files are, many in one transaction: one write at a time, and what comes up meanwhile is written by
/// the next.
class BlobNotes : public QObject {
    Q_OBJECT

public:
    using Fact = BlobNote::Fact;

    /// `records` must outlive the object.
    explicit BlobNotes(BlobRecords& records, QObject* parent = nullptr) : QObject(parent), m_records(records) {}

    void add(Fact fact, const QByteArray& sha, qint64 size = 0);
    /// The connection is gone: what it confirmed and is not being written yet is asked again on the next one, which may
    /// be to a server that was put back from a backup.
    void dropWaiting();
    bool isWriting() const { return !m_pending.isEmpty(); }
    /// Something about this file is on its way to the disk.
    bool isPending(const QByteArray& sha) const { return m_pending.contains(sha); }

Q_SIGNALS:
    /// These are on the disk now.
    void written(const std::vector<std::pair<Forecourt::BlobNote::Fact, QByteArray>>& facts);
    void failed(const Forecourt::Error& error);

private:
    void write();

    BlobRecords& m_records;
    std::vector<BlobNote> m_next;
    QSet<QByteArray> m_pending;
    bool m_writing = false;
};

}  // namespace Forecourt
