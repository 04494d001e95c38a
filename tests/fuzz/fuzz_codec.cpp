// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"

#include <cstdint>
#include <cstdlib>

using namespace Forecourt;

/// Whatever can be read can be written and read again, and is the same then.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto message = Wire::decodeClientMessage(bytes)) {
        const auto again = Wire::decodeClientMessage(Wire::encode(*message));
        if (!again || *again != *message)
            std::abort();
    }
    if (const auto message = Wire::decodeServerMessage(bytes)) {
        const auto again = Wire::decodeServerMessage(Wire::encode(*message));
        if (!again || *again != *message)
            std::abort();
    }
    if (const auto fields = Wire::decodeFields(bytes)) {
        const auto again = Wire::decodeFields(Wire::encodeFields(*fields));
        if (!again || *again != *fields)
            std::abort();
    }
    return 0;
}
