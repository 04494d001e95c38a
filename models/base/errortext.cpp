// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/errortext.h"

#include "models/base/passwordwords.h"

namespace Forecourt {

namespace {

QString named(const Error& error, const QString& general, const QString& particular)
{
    return error.subject.isEmpty() ? general : particular.arg(error.subject);
}

/// What the server says no to, by its code.
QString refused(const QString& code)
{
    if (code == QStringLiteral("not_found"))
        return ErrorText::tr("This is not there any more.");
    if (code == QStringLiteral("wrong_password"))
        return ErrorText::tr("The password is wrong.");
    if (code == QStringLiteral("code_needed"))
        return ErrorText::tr("The code of your telephone is needed besides the password.");
    if (code == QStringLiteral("new_password_needed"))
        return ErrorText::tr("Somebody else has given this password; a password of one's own is needed.");
    if (code == QStringLiteral("wrong_code"))
        return ErrorText::tr("The code is wrong, or was used before.");
    if (const auto flaw = PasswordWords::fromCode(code))
        return PasswordWords::reason(*flaw);
    return ErrorText::tr("The server did not do this.");
}

}  // namespace

QString ErrorText::summary(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Cancelled: return tr("Stopped.");
    case ErrorCode::InvalidInput: return named(error, tr("A value cannot be used."), tr("%1 cannot be used."));
    case ErrorCode::NotFound: return named(error, tr("This record is not here."), tr("%1 was not found."));
    case ErrorCode::NotAllowed:
        return named(error, tr("Your role does not permit this."), tr("Your role does not permit changing %1."));
    case ErrorCode::StoreInUse: return tr("Forecourt is already open on this store (%1).").arg(error.subject);
    case ErrorCode::StoreTooNew: return tr("The store %1 was written by a newer Forecourt.").arg(error.subject);
    case ErrorCode::StoreDamaged: return tr("The store %1 is damaged.").arg(error.subject);
    case ErrorCode::StoreUnreadable: return tr("The store %1 cannot be opened.").arg(error.subject);
    case ErrorCode::DiskFull: return tr("The disk is full.");
    case ErrorCode::MigrationFailed: return tr("The store %1 could not be brought up to date.").arg(error.subject);
    case ErrorCode::QueryFailed: return tr("The store refused an operation.");
    case ErrorCode::DatabaseUnreachable: return tr("The database %1 cannot be used.").arg(error.subject);
    case ErrorCode::FileUnreadable: return named(error, tr("The file cannot be read."), tr("%1 cannot be read."));
    case ErrorCode::FileUnwritable: return named(error, tr("The file cannot be written."), tr("%1 cannot be written."));
    case ErrorCode::FileTooLarge: return named(error, tr("The file is too large."), tr("%1 is too large."));
    case ErrorCode::FileEmpty: return named(error, tr("The file is empty."), tr("%1 is empty."));
    case ErrorCode::VinLength: return tr("A VIN has 17 characters; this one has %1.").arg(error.detail);
    case ErrorCode::VinCharacter: return tr("“%1” cannot be part of a VIN.").arg(error.detail);
    case ErrorCode::VinCheckDigit: return tr("The check digit should be %1.").arg(error.detail);
    case ErrorCode::VinDuplicate: return tr("%1 already has this VIN.").arg(error.subject);
    case ErrorCode::StockNumberMissing: return tr("The stock number is missing.");
    case ErrorCode::StockNumberDuplicate: return tr("Stock number %1 is taken.").arg(error.subject);
    case ErrorCode::PriceNegative: return tr("A price cannot be below zero.");
    case ErrorCode::PriceUnreadable: return tr("“%1” is not an amount.").arg(error.detail);
    case ErrorCode::YearOutOfRange: return tr("%1 is not a model year.").arg(error.detail);
    case ErrorCode::OdometerOutOfRange: return tr("%1 is not an odometer reading.").arg(error.detail);
    case ErrorCode::CurrencyUnknown: return tr("“%1” is not a currency in use here.").arg(error.detail);
    case ErrorCode::PhaseUnknown: return tr("“%1” is not a phase.").arg(error.detail);
    case ErrorCode::LocationUnknown: return tr("“%1” is not one of your locations.").arg(error.detail);
    case ErrorCode::FieldUnknown: return tr("“%1” is not a field of a vehicle.").arg(error.detail);
    case ErrorCode::NumberUnreadable: return tr("“%1” is not a number that fits here.").arg(error.detail);
    case ErrorCode::CsvEncoding: return tr("%1 is not text in a known encoding.").arg(error.subject);
    case ErrorCode::CsvShape: return tr("%1 is not a table of comma separated values.").arg(error.subject);
    case ErrorCode::CsvNoHeader: return tr("%1 has no header line.").arg(error.subject);
    case ErrorCode::CsvCells: return tr("The number of cells (%1) differs from the header.").arg(error.detail);
    case ErrorCode::CsvQuote: return tr("A quotation mark is opened and never closed.");
    case ErrorCode::CsvRepeated: return tr("Line %1 is about the same vehicle.").arg(error.detail);
    case ErrorCode::PhotoNotAnImage: return tr("%1 is neither a picture nor a video.").arg(error.subject);
    case ErrorCode::PhotoFormatUnsupported:
        return tr("%1 is of a kind that Forecourt does not read.").arg(error.subject);
    case ErrorCode::PhotoTruncated: return tr("%1 is incomplete or damaged.").arg(error.subject);
    case ErrorCode::PhotoTooManyPixels: return tr("%1 has too many pixels (%2).").arg(error.subject, error.detail);
    case ErrorCode::PhotoDecoderCrashed: return tr("%1 is damaged so badly that reading it failed.").arg(error.subject);
    case ErrorCode::PhotoDecoderTimeout: return tr("%1 took too long to read.").arg(error.subject);
    case ErrorCode::GalleryFull: return tr("A vehicle has at most 50 photos.");
    case ErrorCode::ConflictDecided:
        return named(error, tr("Somebody has decided this conflict meanwhile."),
                     tr("Somebody has decided the conflict about %1 meanwhile."));
    case ErrorCode::CarryForeign: return tr("%1 is not a file of waiting changes.").arg(error.subject);
    case ErrorCode::CarryDamaged: return tr("%1 is damaged or incomplete.").arg(error.subject);
    case ErrorCode::CarryTooNew: return tr("%1 was written by a newer Forecourt.").arg(error.subject);
    case ErrorCode::CarryDealership: return tr("The changes in %1 belong to another dealership.").arg(error.subject);
    case ErrorCode::CarryOwn: return tr("The changes in %1 were saved on this computer.").arg(error.subject);
    case ErrorCode::NotSignedIn: return tr("You are not signed in to the server.");
    case ErrorCode::WrongPassword: return tr("The user name or the password is wrong.");
    case ErrorCode::SignInLocked: return tr("Too many wrong passwords for this user name.");
    case ErrorCode::AccountDisabled: return tr("The account %1 is disabled.").arg(error.subject);
    case ErrorCode::DeviceSignedOut:
        return error.detail.isEmpty() ? tr("This computer was signed out by the server.")
                                      : tr("This computer was signed out by %1.").arg(error.detail);
    case ErrorCode::ServerUnreachable: return tr("The server %1 is not answering.").arg(error.subject);
    case ErrorCode::ServerForeign: return tr("%1 is not a Forecourt server.").arg(error.subject);
    case ErrorCode::ProtocolTooOld: return tr("This Forecourt is too old for the server %1.").arg(error.subject);
    case ErrorCode::ProtocolTooNew: return tr("The server %1 is older than this Forecourt.").arg(error.subject);
    case ErrorCode::RequestNeedsServer: return tr("This needs the server, which cannot be reached now.");
    case ErrorCode::RequestTooNew: return tr("The server is too old for this.");
    case ErrorCode::RequestUnanswered: return tr("The connection was lost before the server answered.");
    case ErrorCode::RequestRefused: return refused(error.detail);
    case ErrorCode::MessageMalformed: return tr("The server sent something that cannot be understood.");
    case ErrorCode::OtherDealership:
        return tr("The server %1 belongs to another dealership than this store.").arg(error.subject);
    case ErrorCode::SecretUnavailable: return tr("The sign-in cannot be remembered on this computer.");
    case ErrorCode::RateLimited: return tr("Too many tries.");
    case ErrorCode::ServerFault: return tr("The server could not do this.");
    case ErrorCode::CertificateUntrusted:
        return tr("This computer does not know the certificate of %1.").arg(error.subject);
    case ErrorCode::CertificateChanged: return tr("The certificate of %1 has changed.").arg(error.subject);
    case ErrorCode::TlsFailed: return tr("No encrypted connection to %1.").arg(error.subject);
    case ErrorCode::ServerWantsTls: return tr("The server %1 speaks only encrypted.").arg(error.subject);
    }
    Q_UNREACHABLE();
    return {};
}

QString ErrorText::advice(const Error& error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput: return error.detail;
    case ErrorCode::NotAllowed: return tr("Ask a manager of this location.");
    case ErrorCode::StoreInUse: return tr("Use the window that is open, or close it first.");
    case ErrorCode::StoreTooNew: return tr("Nothing was changed. Update Forecourt on this computer.");
    case ErrorCode::StoreDamaged:
        return tr(
            "Nothing was overwritten. Copy the folder to a safe place, then sign in with an empty store: "
            "everything that was sent is on the server.");
    case ErrorCode::StoreUnreadable:
        return tr("Check that the folder exists and that you may write to it.") + detailOf(error);
    case ErrorCode::DiskFull:
        return tr("What is stored is safe; the last change was not saved. Free some space and try again.");
    case ErrorCode::MigrationFailed: return tr("It is as it was before; a copy lies beside it.") + detailOf(error);
    case ErrorCode::QueryFailed: return tr("What is stored is safe; the last change was not saved.") + detailOf(error);
    case ErrorCode::DatabaseUnreachable:
        return tr("Check that PostgreSQL runs there, and the name and the password.") + detailOf(error);
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable: return tr("Check that it exists and that you may open it.") + detailOf(error);
    case ErrorCode::FileTooLarge: return error.detail;
    case ErrorCode::VinLength: return tr("Look at it again; letters I, O and Q are never used.");
    case ErrorCode::VinCharacter: return tr("Only digits and capital letters except I, O and Q are used.");
    case ErrorCode::VinCheckDigit: return tr("Look at the VIN again; one character differs.");
    case ErrorCode::VinDuplicate: return tr("Open that vehicle instead, or correct the VIN.");
    case ErrorCode::StockNumberMissing: return tr("Give the number on the key tag.");
    case ErrorCode::StockNumberDuplicate: return tr("Choose another number.");
    case ErrorCode::PriceUnreadable: return tr("Write it like 24950.00 CAD.");
    case ErrorCode::YearOutOfRange: return tr("Give a year from 1900 to next year.");
    case ErrorCode::OdometerOutOfRange: return tr("Give kilometres from 0 to 2,000,000.");
    case ErrorCode::CurrencyUnknown: return tr("Use CAD, USD, EUR or XOF.");
    case ErrorCode::PhaseUnknown: return tr("Use incoming, fixing, ready, listed, reserved, sold or delivered.");
    case ErrorCode::LocationUnknown: return tr("Use the code of a location, such as MTL.");
    case ErrorCode::CsvEncoding: return tr("Save it again as UTF-8.");
    case ErrorCode::CsvShape: return tr("Save it again as CSV.") + detailOf(error);
    case ErrorCode::CsvNoHeader: return tr("The first line must name the columns.");
    case ErrorCode::PhotoNotAnImage:
    case ErrorCode::PhotoFormatUnsupported:
        return tr("Use JPEG, PNG, WebP, TIFF, HEIC or AVIF, and for videos MP4, MOV, WebM, MKV or AVI.") +
               detailOf(error);
    case ErrorCode::PhotoTruncated:
    case ErrorCode::PhotoDecoderCrashed:
    case ErrorCode::PhotoDecoderTimeout: return tr("Copy it from the camera again.");
    case ErrorCode::PhotoTooManyPixels:
        return tr("Save it smaller: JPEG may have 200 million pixels, other kinds 64 million, a video 36 million.");
    case ErrorCode::GalleryFull: return tr("Choose which photos to keep.");
    case ErrorCode::ConflictDecided: return tr("Look at the record as it is now; nothing of yours was changed.");
    case ErrorCode::CarryForeign: return tr("Choose a file that was saved with “Save waiting changes to a file”.");
    case ErrorCode::CarryDamaged: return tr("Nothing was imported. Copy it again, or save it again.");
    case ErrorCode::CarryTooNew: return tr("Nothing was imported. Update Forecourt on this computer.");
    case ErrorCode::CarryDealership: return tr("Nothing was imported.");
    case ErrorCode::CarryOwn: return tr("They wait here already and are sent when the server answers.");
    case ErrorCode::NotSignedIn: return tr("Work goes on; sign in to send your changes.");
    case ErrorCode::WrongPassword: return tr("Type it again; mind capital letters.");
    case ErrorCode::SignInLocked: {
        const int seconds = error.detail.toInt();
        const QString wait = seconds < 60 ? tr("Try again in %n second(s).", nullptr, seconds)
                                          : tr("Try again in %n minute(s).", nullptr, (seconds + 59) / 60);
        return wait + u' ' + tr("If that was not you, tell your manager.");
    }
    case ErrorCode::AccountDisabled: return tr("Ask your manager.");
    case ErrorCode::DeviceSignedOut:
        return tr("What you typed is kept here. Sign in again; if you do not know why, tell your manager.");
    case ErrorCode::ServerUnreachable:
        return tr("Your work is safe on this computer and is sent when the server answers.") + detailOf(error);
    case ErrorCode::ServerForeign: return tr("Check the address.");
    case ErrorCode::ProtocolTooOld:
        return tr("Update Forecourt on this computer. Your changes are kept and sent afterwards.");
    case ErrorCode::ProtocolTooNew:
        return tr("Ask for the server to be updated. Your changes are kept and sent afterwards.");
    case ErrorCode::RequestNeedsServer: return tr("Nothing was changed. Try again when you are online.");
    case ErrorCode::RequestTooNew: return tr("Ask for the server to be updated.");
    case ErrorCode::RequestUnanswered: return tr("It may have been done or not. Look again before you repeat it.");
    case ErrorCode::RequestRefused:
        if (error.detail == QStringLiteral("wrong_code"))
            return tr("Wait for the next one and type that, or use a recovery code.");
        if (error.detail == QStringLiteral("new_password_needed"))
            return tr("Choose one in the window, or with forecourtctl login on a terminal.");
        if (error.detail == QStringLiteral("code_needed"))
            return tr("Its program for sign-in codes shows one; a recovery code does as well.");
        return tr("Nothing was changed.") + (refused(error.detail) == refused({}) ? detailOf(error) : QString());
    case ErrorCode::MessageMalformed: return tr("The connection was closed and is tried again.") + detailOf(error);
    case ErrorCode::OtherDealership: return tr("Nothing was sent. Use another store folder for that server.");
    case ErrorCode::SecretUnavailable:
        return tr("You will be asked for the password at the next start.") + detailOf(error);
    case ErrorCode::RateLimited: return tr("Wait a minute, then try again.");
    case ErrorCode::ServerFault: return tr("Your changes are kept here and tried again.") + detailOf(error);
    case ErrorCode::CertificateUntrusted:
        return tr("Compare its fingerprint with the one that the person who runs the server reads to you: %1")
            .arg(error.detail);
    case ErrorCode::CertificateChanged:
        return tr("Nothing was sent. Ask the person who runs the server; if it was changed on purpose, sign in again "
                  "and compare the new fingerprint: %1")
            .arg(error.detail);
    case ErrorCode::TlsFailed: return tr("Check the address: https or http.") + detailOf(error);
    case ErrorCode::ServerWantsTls: return tr("Begin the address with https://.");
    case ErrorCode::Cancelled:
    case ErrorCode::NotFound:
    case ErrorCode::FileEmpty:
    case ErrorCode::PriceNegative:
    case ErrorCode::FieldUnknown:
    case ErrorCode::NumberUnreadable:
    case ErrorCode::CsvCells:
    case ErrorCode::CsvQuote:
    case ErrorCode::CsvRepeated: return {};
    }
    Q_UNREACHABLE();
    return {};
}

QString ErrorText::full(const Error& error)
{
    const QString more = advice(error);
    return more.isEmpty() ? summary(error) : summary(error) + u' ' + more;
}

QString ErrorText::detailOf(const Error& error)
{
    return error.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.detail);
}

QString ErrorText::code(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled: return QStringLiteral("CANCELLED");
    case ErrorCode::InvalidInput: return QStringLiteral("INVALID-INPUT");
    case ErrorCode::NotFound: return QStringLiteral("NOT-FOUND");
    case ErrorCode::NotAllowed: return QStringLiteral("NOT-ALLOWED");
    case ErrorCode::StoreInUse: return QStringLiteral("STORE-IN-USE");
    case ErrorCode::StoreTooNew: return QStringLiteral("STORE-TOO-NEW");
    case ErrorCode::StoreDamaged: return QStringLiteral("STORE-DAMAGED");
    case ErrorCode::StoreUnreadable: return QStringLiteral("STORE-UNREADABLE");
    case ErrorCode::DiskFull: return QStringLiteral("DISK-FULL");
    case ErrorCode::MigrationFailed: return QStringLiteral("STORE-MIGRATION");
    case ErrorCode::QueryFailed: return QStringLiteral("STORE-QUERY");
    case ErrorCode::DatabaseUnreachable: return QStringLiteral("DATABASE");
    case ErrorCode::FileUnreadable: return QStringLiteral("FILE-READ");
    case ErrorCode::FileUnwritable: return QStringLiteral("FILE-WRITE");
    case ErrorCode::FileTooLarge: return QStringLiteral("FILE-SIZE");
    case ErrorCode::FileEmpty: return QStringLiteral("FILE-EMPTY");
    case ErrorCode::VinLength: return QStringLiteral("VIN-LENGTH");
    case ErrorCode::VinCharacter: return QStringLiteral("VIN-CHARACTER");
    case ErrorCode::VinCheckDigit: return QStringLiteral("VIN-CHECK-DIGIT");
    case ErrorCode::VinDuplicate: return QStringLiteral("VIN-DUPLICATE");
    case ErrorCode::StockNumberMissing: return QStringLiteral("STOCK-MISSING");
    case ErrorCode::StockNumberDuplicate: return QStringLiteral("STOCK-DUPLICATE");
    case ErrorCode::PriceNegative: return QStringLiteral("PRICE-NEGATIVE");
    case ErrorCode::PriceUnreadable: return QStringLiteral("PRICE-UNREADABLE");
    case ErrorCode::YearOutOfRange: return QStringLiteral("YEAR-RANGE");
    case ErrorCode::OdometerOutOfRange: return QStringLiteral("ODOMETER-RANGE");
    case ErrorCode::CurrencyUnknown: return QStringLiteral("CURRENCY-UNKNOWN");
    case ErrorCode::PhaseUnknown: return QStringLiteral("PHASE-UNKNOWN");
    case ErrorCode::LocationUnknown: return QStringLiteral("LOCATION-UNKNOWN");
    case ErrorCode::FieldUnknown: return QStringLiteral("FIELD-UNKNOWN");
    case ErrorCode::NumberUnreadable: return QStringLiteral("NUMBER-UNREADABLE");
    case ErrorCode::CsvEncoding: return QStringLiteral("CSV-ENCODING");
    case ErrorCode::CsvShape: return QStringLiteral("CSV-SHAPE");
    case ErrorCode::CsvNoHeader: return QStringLiteral("CSV-HEADER");
    case ErrorCode::CsvCells: return QStringLiteral("CSV-CELLS");
    case ErrorCode::CsvQuote: return QStringLiteral("CSV-QUOTE");
    case ErrorCode::CsvRepeated: return QStringLiteral("CSV-REPEATED");
    case ErrorCode::PhotoNotAnImage: return QStringLiteral("PHOTO-NO-IMAGE");
    case ErrorCode::PhotoFormatUnsupported: return QStringLiteral("PHOTO-FORMAT");
    case ErrorCode::PhotoTruncated: return QStringLiteral("PHOTO-TRUNCATED");
    case ErrorCode::PhotoTooManyPixels: return QStringLiteral("PHOTO-PIXELS");
    case ErrorCode::PhotoDecoderCrashed: return QStringLiteral("PHOTO-CRASH");
    case ErrorCode::PhotoDecoderTimeout: return QStringLiteral("PHOTO-TIMEOUT");
    case ErrorCode::GalleryFull: return QStringLiteral("GALLERY-FULL");
    case ErrorCode::ConflictDecided: return QStringLiteral("CONFLICT-DECIDED");
    case ErrorCode::CarryForeign: return QStringLiteral("CARRY-FOREIGN");
    case ErrorCode::CarryDamaged: return QStringLiteral("CARRY-DAMAGED");
    case ErrorCode::CarryTooNew: return QStringLiteral("CARRY-TOO-NEW");
    case ErrorCode::CarryDealership: return QStringLiteral("CARRY-DEALERSHIP");
    case ErrorCode::CarryOwn: return QStringLiteral("CARRY-OWN");
    case ErrorCode::NotSignedIn: return QStringLiteral("SIGN-IN-NEEDED");
    case ErrorCode::WrongPassword: return QStringLiteral("SIGN-IN-PASSWORD");
    case ErrorCode::SignInLocked: return QStringLiteral("SIGN-IN-LOCKED");
    case ErrorCode::AccountDisabled: return QStringLiteral("SIGN-IN-DISABLED");
    case ErrorCode::DeviceSignedOut: return QStringLiteral("SIGN-IN-REVOKED");
    case ErrorCode::ServerUnreachable: return QStringLiteral("NET-UNREACHABLE");
    case ErrorCode::ServerForeign: return QStringLiteral("NET-FOREIGN");
    case ErrorCode::ProtocolTooOld: return QStringLiteral("NET-PROTOCOL-OLD");
    case ErrorCode::ProtocolTooNew: return QStringLiteral("NET-PROTOCOL-NEW");
    case ErrorCode::RequestNeedsServer: return QStringLiteral("ASK-OFFLINE");
    case ErrorCode::RequestTooNew: return QStringLiteral("ASK-TOO-NEW");
    case ErrorCode::RequestUnanswered: return QStringLiteral("ASK-UNANSWERED");
    case ErrorCode::RequestRefused: return QStringLiteral("ASK-REFUSED");
    case ErrorCode::MessageMalformed: return QStringLiteral("NET-MALFORMED");
    case ErrorCode::OtherDealership: return QStringLiteral("NET-DEALERSHIP");
    case ErrorCode::SecretUnavailable: return QStringLiteral("SECRET-STORE");
    case ErrorCode::RateLimited: return QStringLiteral("NET-RATE");
    case ErrorCode::ServerFault: return QStringLiteral("SERVER-FAULT");
    case ErrorCode::CertificateUntrusted: return QStringLiteral("TLS-UNKNOWN");
    case ErrorCode::CertificateChanged: return QStringLiteral("TLS-CHANGED");
    case ErrorCode::TlsFailed: return QStringLiteral("TLS-FAILED");
    case ErrorCode::ServerWantsTls: return QStringLiteral("TLS-NEEDED");
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace Forecourt
