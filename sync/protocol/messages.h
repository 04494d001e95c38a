// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"
#include "models/base/id.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

/// What travels between a workstation and the server. PROTOCOL.md tells the conversation, codec.h turns these into
/// bytes. Values are an invalid QVariant (no value), qlonglong, double, QString or QByteArray.
namespace Forecourt::Wire {

/// One operation of a workstation.
struct Op {
    enum class Kind : std::uint8_t { Upsert = 0, Delete = 1 };
    struct FieldEdit {
        std::uint16_t field = 0;
        QVariant value;
        Hlc base;  ///< clock of the value that the person saw; null for a new row
        /// That value, where it is known and short: what a conflict shows as "before".
        std::optional<QVariant> seen = std::nullopt;

        friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
    };

    qint64 opid = 0;  ///< gapless per device
    qint64 txn = 0;   ///< operations of one edit share it
    std::uint16_t table = 0;
    Uuid id;
    Kind kind = Kind::Upsert;
    bool create = false;   ///< the row is new, or comes back from the dead
    bool suspect = false;  ///< stamped while the clock of that computer was in doubt
    Hlc clock;
    /// For Delete: what was seen, without values. Field 0 with the newest clock, others if theirs is older
    /// or of this device.
    std::vector<FieldEdit> fields;
    bool carried = false;  ///< made on another workstation and brought here in a file

    friend bool operator==(const Op&, const Op&) = default;
};

/// The answer to one operation where it is not a plain yes.
struct OpException {
    enum class Status : std::uint8_t {
        Merged = 1,     ///< another value stays, or both count: the row comes back with the next page
        Restamped = 2,  ///< accepted with a new clock: likewise
        Rejected = 3,   ///< not accepted, see code
    };
    qint64 opid = 0;
    Status status = Status::Merged;
    QString code;    ///< for Rejected: no_access, unknown_table, wrong_type, too_large
    QString reason;  ///< for Rejected: words for support, English

    friend bool operator==(const OpException&, const OpException&) = default;
};

/// State of a row, or the part of it that changed. Fields that are not named stay as they are.
struct Row {
    struct FieldState {
        std::uint16_t field = 0;
        QVariant value;
        Hlc clock;

        friend bool operator==(const FieldState&, const FieldState&) = default;
    };

    std::uint16_t table = 0;
    Uuid id;
    qint64 seq = 0;  ///< server sequence of the change
    bool deleted = false;
    Hlc base;  ///< base clock of the row when its whole state is given; null when only some fields are
    std::vector<FieldState> fields;

    friend bool operator==(const Row&, const Row&) = default;
};

/// A row that went out of sight of a person. Unlike a deleted one it lives on for others; this store must not keep it.
struct ForgottenRow {
    std::uint16_t table = 0;
    Uuid id;

    friend bool operator==(const ForgottenRow&, const ForgottenRow&) = default;
};

/// Fields of a table that are kept from a person.
struct WithheldFields {
    std::uint16_t table = 0;
    std::vector<std::uint16_t> fields;

    friend bool operator==(const WithheldFields&, const WithheldFields&) = default;
};

// ---- both sockets ---------------------------------------------------------------------------------------------

/// First message of a workstation, within 5 s of connecting. Answered by challenge, or bye.
struct Hello {
    int protocolMin = 0;
    int protocolMax = 0;
    QString app;       ///< program and version: "forecourt 0.1.0"
    int schema = 0;    ///< version of the workstation's store
    QByteArray token;  ///< access token
    std::uint32_t device = 0;
    QByteArray epoch;           ///< of the last welcome; empty before the first
    qint64 cursor = 0;          ///< every row up to this sequence is applied
    qint64 nextOpid = 1;        ///< of the next operation that will be made
    QByteArray view{};          ///< of the last page that brought one: what the store holds up to its cursor
    int snapshots = 0;          ///< the newest format of snapshots that the workstation takes; 0: none
    Uuid location{};            ///< whose rows are wanted first; null: of no one in particular
    QByteArray snapshotHere{};  ///< hash of a snapshot of which pieces are here already; empty: none

    friend bool operator==(const Hello&, const Hello&) = default;
};

/// 32 random bytes, once per connection: what the proof has to be about.
struct Challenge {
    QByteArray nonce;

    friend bool operator==(const Challenge&, const Challenge&) = default;
};

/// That the token of hello was given to the device that speaks: deviceproof.h. Answered by welcome, or bye.
struct Proof {
    QByteArray mac;

    friend bool operator==(const Proof&, const Proof&) = default;
};

/// The server's answer to the proof.
struct Welcome {
    int protocol = 0;
    QByteArray epoch;  ///< differs from hello's when the server was restored: the pages start at 0 then
    UtcMs serverTime = 0;
    qint64 pushedOpid = 0;  ///< every operation up to this one is stored; where a workstation was put back from a copy
                            ///< and would give a number again, it numbers its operations anew from here
    qint64 seq = 0;         ///< newest sequence of the server: where catching up ends
    int credit = 1;         ///< pages that the server sends ahead of their ack
    int schema = 0;         ///< version of the server's schema
    QByteArray dealership;  ///< 16 bytes
    Uuid user;
    QString role;  ///< owner, manager, sales, support, buyer, viewer
    QString displayName;
    std::vector<Uuid> locations{};           ///< whose rows this person receives; empty: all
    std::vector<WithheldFields> withheld{};  ///< never sent to this person, and not taken either
    bool fresh = false;     ///< away too long to be told what to forget: drop every row, the pages start at 0
    UtcMs tokenEndsAt = 0;  ///< server's time; the workstation sends another token before
    qint64 leaseMs = 0;     ///< how long the store may be opened without contact from now on; 0: without limit

    friend bool operator==(const Welcome&, const Welcome&) = default;
};

/// A newer access token of the same sign-in, while the connection goes on. Answered by renewed, or bye.
struct Token {
    QByteArray token;

    friend bool operator==(const Token&, const Token&) = default;
};

struct Renewed {
    UtcMs tokenEndsAt = 0;  ///< server's time

    friend bool operator==(const Renewed&, const Renewed&) = default;
};

/// Asks for the time; the answer carries `sent` back, so that the caller knows the round trip.
struct Ping {
    UtcMs sent = 0;

    friend bool operator==(const Ping&, const Ping&) = default;
};

struct Pong {
    UtcMs sent = 0;
    UtcMs serverTime = 0;

    friend bool operator==(const Pong&, const Pong&) = default;
};

/// The last message of either side before it closes.
struct Bye {
    QString code;             ///< PROTOCOL.md lists them
    QString reason;           ///< words for support, English
    qint64 retryAfterMs = 0;  ///< come back no earlier; 0 = as usual

    friend bool operator==(const Bye&, const Bye&) = default;
};

// ---- socket of rows -------------------------------------------------------------------------------------------

/// Operations in order, opids without a gap. Answered by pushed; at most MaxPushesAhead may wait for their answer.
struct Push {
    std::vector<Op> ops;

    friend bool operator==(const Push&, const Push&) = default;
};

/// Every operation up to `upto` is on the server's disk, except as said.
struct Pushed {
    qint64 upto = 0;
    qint64 seq = 0;  ///< newest sequence given to one of them
    std::vector<OpException> exceptions;

    friend bool operator==(const Pushed&, const Pushed&) = default;
};

/// Rows in order of sequence, both while catching up and live.
struct Page {
    qint64 upto = 0;    ///< the cursor after this page; may lie beyond the last row
    bool more = false;  ///< another page follows at once: still catching up
    std::vector<Row> rows;
    std::vector<ForgottenRow> forgotten{};  ///< to be removed before the rows are stored
    QByteArray view{};                      ///< not empty: what the store holds after this page; opaque

    friend bool operator==(const Page&, const Page&) = default;
};

/// The page up to `seq` is on the workstation's disk: one more may be sent.
struct Ack {
    qint64 seq = 0;

    friend bool operator==(const Ack&, const Ack&) = default;
};

/// A question to the server itself, or something that only the server may do (PROTOCOL.md lists them). Never kept in
/// the outbox: it is answered now or not at all. Answered by answer; at most MaxRequestsAhead may wait for theirs.
struct Request {
    qint64 number = 0;     ///< given by the workstation, comes back with the answer
    QString name;          ///< what is asked for: "devices.list"
    QByteArray arguments;  ///< a JSON object, UTF-8; may be empty

    friend bool operator==(const Request&, const Request&) = default;
};

struct Answer {
    qint64 number = 0;
    QString code;     ///< empty: done; otherwise nothing was done, and why
    QByteArray body;  ///< a JSON object, UTF-8

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// The rows that this person receives, up to a sequence, as one file: instead of the pages with which a store that has
/// nothing yet, or only the first page of one location, would get them. The workstation takes it, puts it into its
/// store and connects anew. Offered once in a connection, or again in another as long as it is there.
struct Snapshot {
    QByteArray sha;         ///< SHA-256 of the packed file, 32 bytes
    qint64 packedSize = 0;  ///< bytes
    qint64 size = 0;        ///< bytes, unpacked
    qint64 rows = 0;
    qint64 upto = 0;  ///< the cursor that comes with it, unless the workstation's own is smaller and not 0
    QByteArray view;  ///< what the store holds afterwards; opaque

    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// The snapshot is being made; told now and then until snapshot comes, or pages do.
struct Making {
    qint64 rows = 0;   ///< done
    qint64 total = 0;  ///< about

    friend bool operator==(const Making&, const Making&) = default;
};

/// Asks for `count` pieces from `piece` on of the snapshot that was offered on this socket, at most MaxPiecesAhead on
/// their way at a time. Pieces beyond the end are not sent.
struct Take {
    QByteArray sha;
    std::uint32_t piece = 0;
    std::uint32_t count = 1;

    friend bool operator==(const Take&, const Take&) = default;
};

struct Piece {
    QByteArray sha;
    std::uint32_t piece = 0;
    QByteArray data;

    friend bool operator==(const Piece&, const Piece&) = default;
};

/// A snapshot that was named in hello or taken is not here any more: its pieces are of no use. Another one, or pages,
/// follow.
struct Gone {
    QByteArray sha;

    friend bool operator==(const Gone&, const Gone&) = default;
};

// ---- socket of files ------------------------------------------------------------------------------------------

/// A workstation has a file for the server. Answered by have, got or missing.
struct Offer {
    QByteArray sha;  ///< SHA-256 of the whole file, 32 bytes
    qint64 size = 0;

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// The chunks that the server has: the answer to offer and to each put. Also sent unasked, complete, for a file that
/// the server first answered `missing` to.
struct Have {
    QByteArray sha;
    qint64 size = 0;
    bool complete = false;
    QByteArray chunks;  ///< bit n (least significant first) = chunk n is there; empty when complete or when none is

    friend bool operator==(const Have&, const Have&) = default;
};

/// One chunk on its way to the server; the file must have been offered on this socket. Answered by have (with the
/// chunks as they are then), got (that was the last one) or missing. At most MaxPutsAhead may wait for their answer.
struct Put {
    QByteArray sha;
    std::uint32_t chunk = 0;
    QByteArray data;

    friend bool operator==(const Put&, const Put&) = default;
};

/// The whole file is on the server's disk and its hash is right.
struct Got {
    QByteArray sha;

    friend bool operator==(const Got&, const Got&) = default;
};

/// Asks for `count` chunks from `chunk` on, at most MaxChunksAhead on their way at a time. Chunks beyond the end of the
/// file are not sent.
struct Get {
    QByteArray sha;
    std::uint32_t chunk = 0;
    std::uint32_t count = 1;

    friend bool operator==(const Get&, const Get&) = default;
};

/// One chunk on its way to a workstation.
struct Chunk {
    QByteArray sha;
    qint64 size = 0;  ///< of the whole file
    std::uint32_t chunk = 0;
    QByteArray data;

    friend bool operator==(const Chunk&, const Chunk&) = default;
};

/// The server does not have the file, or did not take it.
struct Missing {
    QByteArray sha;
    QString code;  ///< unknown (not here yet), mismatch (wrong hash: chunks dropped), too_large, disk_full, no_access

    friend bool operator==(const Missing&, const Missing&) = default;
};

using ClientMessage = std::variant<Hello, Push, Ack, Ping, Bye, Offer, Put, Get, Proof, Token, Request, Take>;
using ServerMessage = std::variant<Welcome, Pushed, Page, Pong, Bye, Have, Got, Chunk, Missing, Challenge, Renewed,
                                   Answer, Snapshot, Making, Piece, Gone>;

}  // namespace Forecourt::Wire
