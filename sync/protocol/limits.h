// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Forecourt::Wire {

/// Versions of the protocol that this program speaks; hello carries both, welcome names the one in use.
/// Before 3 a workstation had one token for ever and nothing that showed that the token is its own: those do not count
/// any more, so nothing older is served.
inline constexpr int ProtocolMin = 3;
inline constexpr int ProtocolMax = 5;
/// The first version with requests.
inline constexpr int ProtocolWithRequests = 4;
/// The first version with snapshots.
inline constexpr int ProtocolWithSnapshots = 5;

/// Bounds of one message, checked before anything of that size is allocated.
inline constexpr qsizetype MaxMessage = qsizetype{1024} * 1024;       ///< bytes as sent
inline constexpr qsizetype MaxInflated = qsizetype{8} * 1024 * 1024;  ///< bytes after decompression
/// Of somebody who is not known yet, who has only hello, with a view, and proof to send.
inline constexpr qsizetype MaxGreeting = qsizetype{64} * 1024;
inline constexpr int MaxDepth = 8;                               ///< containers within containers
inline constexpr int MaxOps = 500;                               ///< operations of one push
inline constexpr int MaxRows = 1000;                             ///< rows of one page
inline constexpr int MaxForgotten = 4000;                        ///< rows that one page takes away
inline constexpr int MaxLocations = 1000;                        ///< of one person
inline constexpr qsizetype MaxView = qsizetype{32} * 1024;       ///< bytes of a view
inline constexpr qsizetype MaxArguments = qsizetype{64} * 1024;  ///< bytes of a request's arguments
inline constexpr qsizetype MaxAnswer = qsizetype{768} * 1024;    ///< bytes of an answer's body
inline constexpr int MaxFields = 256;                            ///< fields of one row or operation
inline constexpr qsizetype MaxName = 1024;                       ///< bytes of a code, a version, a reason, a token

/// Payloads up to this size are sent as they are: single edits grow when compressed.
inline constexpr qsizetype CompressAbove = 256;

/// How much a sender puts into one push or page.
inline constexpr int BatchRows = 500;
inline constexpr qsizetype BatchBytes = qsizetype{128} * 1024;

/// Pieces of a file. The last one may be shorter.
inline constexpr qsizetype ChunkSize = qsizetype{256} * 1024;
inline constexpr qint64 MaxBlob = 512LL * 1024 * 1024;

/// How far a workstation may run ahead of the answers: this bounds what the server keeps for it.
inline constexpr int MaxPushesAhead = 8;
inline constexpr int MaxPutsAhead = 16;
inline constexpr int MaxChunksAhead = 16;
inline constexpr int MaxRequestsAhead = 8;

/// What a snapshot is: a store of a workstation, packed as one zstd frame.
inline constexpr int SnapshotFormat = 1;
/// Pieces of a packed snapshot; the last one may be shorter.
inline constexpr qsizetype PieceSize = qsizetype{256} * 1024;
/// The largest, unpacked: what a workstation makes room for.
inline constexpr qint64 MaxSnapshot = 16LL * 1024 * 1024 * 1024;
/// Asked for and not here yet, of one session.
inline constexpr int MaxPiecesAhead = 8;

/// Silence after which the server closes a connection; workstations send a ping well before.
inline constexpr qint64 SilenceMs = 90'000;
inline constexpr qint64 HelloMs = 5'000;

}  // namespace Forecourt::Wire
