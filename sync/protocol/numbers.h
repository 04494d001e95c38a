// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <cstdint>

/// Numbers on the wire, never reused. Only the two halves of the codec and their tests need them.
namespace Forecourt::Wire {

enum class MessageType : std::uint8_t {
    Hello = 1,
    Welcome = 2,
    Push = 3,
    Pushed = 4,
    Page = 5,
    Ack = 6,
    Ping = 7,
    Pong = 8,
    Bye = 9,
    Offer = 10,
    Have = 11,
    Put = 12,
    Got = 13,
    Get = 14,
    Chunk = 15,
    Missing = 16,
    Challenge = 20,
    Proof = 21,
    Token = 22,
    Renewed = 23,
    Request = 24,
    Answer = 25,
    Snapshot = 30,
    Take = 31,
    Piece = 32,
    Gone = 33,
    Making = 34,
};

/// Keys of hello's map.
enum class HelloKey : std::uint8_t {
    OldestProtocol = 1,
    NewestProtocol = 2,
    App = 3,
    Schema = 4,
    Token = 5,
    Device = 6,
    Epoch = 7,
    Cursor = 8,
    NextOpid = 9,
    View = 10,
    Snapshots = 11,
    Location = 12,
    SnapshotHere = 13,
};

/// Keys of welcome's map.
enum class WelcomeKey : std::uint8_t {
    Protocol = 1,
    Epoch = 2,
    ServerTime = 3,
    PushedOpid = 4,
    Seq = 5,
    Credit = 6,
    Schema = 7,
    Dealership = 8,
    User = 9,
    Role = 10,
    DisplayName = 11,
    Locations = 12,
    Withheld = 13,
    Fresh = 14,
    TokenEndsAt = 20,
    Lease = 21,
};

/// Keys of snapshot's map.
enum class SnapshotKey : std::uint8_t {
    Sha = 1,
    PackedSize = 2,
    Size = 3,
    Rows = 4,
    Upto = 5,
    View = 6,
};

/// Bits of an operation's flags.
inline constexpr quint64 OpDelete = 1;
inline constexpr quint64 OpCreate = 2;
inline constexpr quint64 OpSuspect = 4;
inline constexpr quint64 OpCarried = 8;

/// Bits of a row's flags.
inline constexpr quint64 RowDeleted = 1;
inline constexpr quint64 RowWhole = 2;

}  // namespace Forecourt::Wire
