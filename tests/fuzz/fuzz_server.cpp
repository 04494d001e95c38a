// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/serverbench.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace Forecourt;
using namespace Forecourt::Tests;

namespace {

constexpr int FuzzInputsPerServer = 300;

/// Somebody may sign in, so that what follows hello is reached as well.
struct FuzzServer {
    FuzzServer() { device = bench.enrol(QStringLiteral("awa"), "token"); }

    ServerBench bench{{}, StoreKind::Sqlite};
    std::uint32_t device = 0;
};

}  // namespace

/// A conversation of up to three sockets in which anything may be said: the server lives, and remembers no session that
/// has ended.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // Never deleted at the end: Qt's drivers are gone by then.
    static FuzzServer* server = nullptr;
    static int inputs = 0;
    if (!server || ++inputs % FuzzInputsPerServer == 0) {
        delete server;
        server = new FuzzServer;
    }
    ServerBench& bench = server->bench;
    FuzzedDataProvider input(data, size);
    std::vector<SessionId> open;
    while (input.remaining_bytes() > 0) {
        switch (input.ConsumeIntegralInRange(0, 7)) {
        case 0:
            if (open.size() < 3)
                open.push_back(bench.connectSocket(input.ConsumeBool() ? SocketKind::Rows : SocketKind::Blobs));
            break;
        case 1:
            if (open.size() < 3)
                open.push_back(bench.join("token", input.ConsumeIntegral<std::int16_t>(),
                                          input.ConsumeBool() ? SocketKind::Rows : SocketKind::Blobs));
            break;
        case 2: bench.advance(input.ConsumeIntegralInRange(0, 200'000)); break;
        case 3:
            if (!open.empty()) {
                bench.leave(open.back());
                open.pop_back();
            }
            break;
        default:
            if (!open.empty()) {
                const std::string bytes = input.ConsumeRandomLengthString(4096);
                bench.sendBytes(open[input.ConsumeIntegralInRange<std::size_t>(0, open.size() - 1)],
                                QByteArray::fromStdString(bytes));
            }
        }
    }
    for (const SessionId session : open)
        bench.leave(session);
    if (bench.core().sessions() != 0)
        std::abort();
    return 0;
}
