// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

#include <QtGlobal>

namespace Forecourt {

/// The way to the server for uploads and downloads, while the socket of files is open.
class BlobLink {
public:
    virtual ~BlobLink() = default;
    virtual void send(const Wire::ClientMessage& message) = 0;
    /// Bytes that the network has not taken yet.
    virtual qint64 bytesToWrite() const = 0;
};

}  // namespace Forecourt
