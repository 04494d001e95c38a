// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/schema.h"
#include "sync/protocol/limits.h"
#include "sync/server/httpfront.h"
#include "sync/server/metricsaccess.h"
#include "sync/server/storelocation.h"
#include "sync/server/tlsidentity.h"

#include <QHostAddress>
#include <QObject>

#include <memory>
#include <optional>

namespace Forecourt {

/// A whole server: sockets, timers and threads around ServerCore. Lives on a thread with an event loop.
class ServerHost : public QObject {
    Q_OBJECT

public:
    struct Options {
        StoreLocation store;
        QHostAddress address = QHostAddress::LocalHost;
        quint16 port = 0;                ///< 0 picks one
        QList<QHostAddress> proxies;     ///< see HttpFront::setProxies
        std::optional<TlsIdentity> tls;  ///< none: speaks plainly
        HttpFront::Limits limits{};
        qint64 leaseMs = 0;            ///< how long a workstation may open its store without contact; 0: without limit
        qint64 snapshotsFrom = 5'000;  ///< rows: whoever gets as many at once is offered a snapshot; 0: nobody is
        int maxSessions = 4'096;       ///< WebSockets, two for each workstation
        qint64 silenceMs = Wire::SilenceMs;  ///< who says nothing, or takes nothing, for so long is cut off
        MetricsAccess metrics{};
        qint64 minFreeDisk = 0;          ///< bytes; with less, it says that it is not well
        const Clock* clock = nullptr;    ///< null: the system's; must outlive the server
        const Schema* schema = nullptr;  ///< the shared one; null: that of this version
    };

    /// Opens the store and listens. Errors: those of StoreLocation::open, InvalidInput (address in use).
    static Expected<std::unique_ptr<ServerHost>> start(const Options& options);
    ~ServerHost() override;

    /// "https://127.0.0.1:8471", or http without TLS
    QString url() const;
    /// For the connections from now on.
    void setTls(const TlsIdentity& identity);
    /// Says good-bye to all workstations and stops listening. What was accepted is stored by the destructor, which cuts
    /// off whoever is still connected.
    void shutDown();

private:
    class Private;
    explicit ServerHost(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
