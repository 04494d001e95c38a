// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"
#include "sync/client/blobrecords.h"

#include <QObject>

namespace Forecourt {

/// Asks and tells a store on the store's own threads; answers arrive on that of this object, and none after its end.
class StoreBlobRecords final : public QObject, public BlobRecords {
public:
    explicit StoreBlobRecords(Store& store, QObject* parent = nullptr) : QObject(parent), m_store(store) {}

    QString directory() const override { return m_store.blobDirectory(); }
    void uploads(int limit, Originals originals, std::function<void(const Expected<Uploads>&)> done) override;
    void downloads(std::function<void(const Expected<Downloads>&)> done) override;
    void write(Notes notes, std::function<void(const Expected<void>&)> done) override;

private:
    Store& m_store;
};

}  // namespace Forecourt
