// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"

#include <QSet>

#include <vector>

namespace Forecourt {

/// Writes down where files are, many in one transaction: one write at a time, and what comes up meanwhile is written by
/// the next.
class BlobNotes : public QObject {
    Q_OBJECT

public:
    enum class Fact {
        OnServer,  ///< the server has it
        Here,      ///< it arrived from the server
        Lost,      ///< it is not on this computer any more
    };

    explicit BlobNotes(Store& store, QObject* parent = nullptr) : QObject(parent), m_store(store) {}

    void add(Fact fact, const QByteArray& sha, qint64 size = 0);
    bool isWriting() const { return !m_pending.isEmpty(); }
    /// Something about this file is on its way to the disk.
    bool isPending(const QByteArray& sha) const { return m_pending.contains(sha); }

Q_SIGNALS:
    /// These are on the disk now.
    void written(const std::vector<std::pair<Forecourt::BlobNotes::Fact, QByteArray>>& facts);
    void failed(const Forecourt::Error& error);

private:
    struct Note {
        Fact fact;
        QByteArray sha;
        qint64 size;
    };
    void write();

    Store& m_store;
    std::vector<Note> m_next;
    QSet<QByteArray> m_pending;
    bool m_writing = false;
};

}  // namespace Forecourt
