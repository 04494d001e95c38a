// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/storeblobrecords.h"

#include "models/base/whendone.h"

namespace Forecourt {

void StoreBlobRecords::uploads(int limit, Originals originals, std::function<void(const Expected<Uploads>&)> done)
{
    const auto job = [limit, originals](Connection& connection) { return readUploads(connection, limit, originals); };
    whenDone(m_store.read(job), this, std::move(done));
}

void StoreBlobRecords::downloads(std::function<void(const Expected<Downloads>&)> done)
{
    whenDone(m_store.read([](Connection& connection) { return readDownloads(connection); }), this, std::move(done));
}

void StoreBlobRecords::write(Notes notes, std::function<void(const Expected<void>&)> done)
{
    const auto job = [notes = std::move(notes)](Connection& connection) { return writeNotes(connection, *notes); };
    whenDone(m_store.write(job), this, [this, done = std::move(done)](const Expected<void>& stored) {
        if (stored)
            m_store.announceOutbox();
        done(stored);
    });
}

}  // namespace Forecourt
