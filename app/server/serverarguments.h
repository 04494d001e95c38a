// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/httpfront.h"
#include "sync/server/serverlog.h"
#include "sync/server/storelocation.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>

namespace Forecourt {

/// How the program ends; documented in --help.
enum class ExitCode : int {
    Success = 0,
    Failed = 1,   ///< it could not be done; the reason is on stderr
    Usage = 2,    ///< the command line makes no sense
    InUse = 3,    ///< another server works in this data directory
    Address = 4,  ///< the address cannot be listened on
    Damaged = 5,  ///< store or backup is damaged, or newer than this program
};

/// The command line, read.
struct ServerArguments {
    StoreLocation store;
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 8471;
    QList<QHostAddress> proxies;
    bool tls = false;        ///< with a certificate of its own making, unless one is given
    QString tlsCertificate;  ///< file; empty: none
    QString tlsKey;          ///< file
    ServerLog::Options log;
    HttpFront::Limits limits;
    int leaseDays = 0;  ///< how long a workstation may be opened without contact
    int maxSessions = 0;
    int silenceSeconds = 0;    ///< after which a connection is cut off
    QString metricsTokenFile;  ///< empty: none
    int minFreeDisk = 200;     ///< MB
    bool insecure = false;     ///< may listen for others without TLS
    bool demo = false;
    int demoSize = 400;
    QString role;
    std::optional<QString> displayName;
    QStringList locations;  ///< of --location, as typed
    bool allLocations = false;
    bool disable = false;
    bool enable = false;
    bool passwordFromStdin = false;
    bool keepPassword = false;  ///< nobody has to choose another at the next sign-in
    std::optional<QString> login;
    bool json = false;        ///< lists as one JSON document
    bool checkBlobs = false;  ///< read every file when checking
    QString auditFrom;        ///< as typed, like the three below; empty: not given
    QString auditTo;
    QString auditUser;
    QString auditRecord;
    QStringList command;  ///< "user", "add", "NAME" …; empty to serve
    QString problem;      ///< not empty: what is wrong with it
};

/// Ends the process for --help and --version.
ServerArguments readServerArguments();

}  // namespace Forecourt
