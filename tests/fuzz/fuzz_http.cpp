// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http.h"

#include <cstdint>
#include <cstdlib>

using namespace Forecourt;

/// The start of a connection of nobody: what is read stays within its bounds, and is never more than what came.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const HttpParse parse = parseHttp(bytes);
    if (parse.headerSize > HttpMaxHeader || parse.bodySize > HttpMaxBody || parse.bodySize < 0)
        std::abort();
    if (parse.state == HttpParse::State::Complete &&
        (parse.headerSize + parse.bodySize > bytes.size() || parse.request.body.size() != parse.bodySize))
        std::abort();
    return 0;
}
