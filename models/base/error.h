// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Forecourt {

/// What went wrong, grouped by the layer that notices it. Words for people are made from it in
/// models/base/errortext, so that the window and the command line say the same.
enum class ErrorCode {
    // base
    Cancelled,     ///< the person said no, or the work was stopped: never shown as a failure
    InvalidInput,  ///< `detail` says what is wrong with the value
    NotFound,      ///< the record named by `subject` is not in the store
    NotAllowed,    ///< the role of this person does not permit it
    // store
    StoreInUse,           ///< another process holds the directory
    StoreTooNew,          ///< written by a newer program
    StoreDamaged,         ///< quick_check failed
    StoreUnreadable,      ///< cannot be opened or created
    DiskFull,             ///< nothing was written
    MigrationFailed,      ///< the store is as it was before
    QueryFailed,          ///< SQLite refused a statement: our mistake, `detail` has its words
    DatabaseUnreachable,  ///< of a server: PostgreSQL does not answer, or turns us away
    // files
    FileUnreadable,
    FileUnwritable,
    FileTooLarge,
    FileEmpty,
    // vehicles
    VinLength,
    VinCharacter,
    VinCheckDigit,
    VinDuplicate,
    StockNumberMissing,
    StockNumberDuplicate,
    PriceNegative,
    PriceUnreadable,
    YearOutOfRange,
    OdometerOutOfRange,
    CurrencyUnknown,
    PhaseUnknown,
    LocationUnknown,
    FieldUnknown,
    NumberUnreadable,
    // comma separated files
    CsvEncoding,
    CsvShape,
    CsvNoHeader,
    CsvCells,     ///< a line has another number of cells than the header; `detail`: how many
    CsvQuote,     ///< a quotation mark is never closed
    CsvRepeated,  ///< an earlier line is about the same vehicle; `detail`: its number
    // photos
    PhotoNotAnImage,
    PhotoFormatUnsupported,
    PhotoTruncated,
    PhotoTooManyPixels,
    PhotoDecoderCrashed,
    PhotoDecoderTimeout,
    GalleryFull,
    // conflicts, and changes carried in a file
    ConflictDecided,  ///< somebody else has decided it meanwhile
    CarryForeign,     ///< not a file of waiting changes
    CarryDamaged,     ///< one, but not complete or changed since it was written
    CarryTooNew,      ///< written by a newer program
    CarryDealership,  ///< from a workstation of another dealership
    CarryOwn,         ///< from this very workstation
    // sync
    NotSignedIn,
    WrongPassword,
    AccountDisabled,
    SignInLocked,     ///< too many wrong passwords for this name; `detail`: seconds until one counts again
    DeviceSignedOut,  ///< by somebody else, or because two had its sign-in
    ServerUnreachable,
    ServerForeign,   ///< something answers there, but it is not a Forecourt server
    ProtocolTooOld,  ///< this program is older than the server accepts
    ProtocolTooNew,  ///< the server is older than this program accepts
    MessageMalformed,
    RequestNeedsServer,  ///< only the server can do this, and there is no connection to it
    RequestTooNew,       ///< the server is too old for this
    RequestUnanswered,   ///< the connection went before the answer came: perhaps it was done, perhaps not
    RequestRefused,      ///< the server said no; `detail` is its code
    OtherDealership,     ///< the store belongs to another dealership than the server
    SecretUnavailable,   ///< no place to keep the token
    RateLimited,
    ServerFault,
    CertificateUntrusted,  ///< of a server: this computer does not know it; detail is its fingerprint
    CertificateChanged,    ///< of a server: not the one that was accepted; detail is its fingerprint
    TlsFailed,             ///< no encrypted connection: the other end does not speak TLS, or not as we do
    ServerWantsTls,        ///< the address begins with http, and the server speaks only https
};

/// One failure. `subject` names the record or file it is about, as a person knows it (stock number, file name);
/// `detail` is the technical reason and may be empty.
struct Error {
    ErrorCode code = ErrorCode::InvalidInput;
    QString subject;
    QString detail;

    friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace Forecourt
