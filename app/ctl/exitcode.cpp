// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/exitcode.h"

namespace Forecourt {

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
    case ErrorCode::FileUnreadable: return ExitCode::NotFound;
    case ErrorCode::InvalidInput:
    case ErrorCode::NotAllowed:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileEmpty:
    case ErrorCode::VinLength:
    case ErrorCode::VinCharacter:
    case ErrorCode::VinCheckDigit:
    case ErrorCode::VinDuplicate:
    case ErrorCode::StockNumberDuplicate:
    case ErrorCode::PriceNegative:
    case ErrorCode::PriceUnreadable:
    case ErrorCode::YearOutOfRange:
    case ErrorCode::OdometerOutOfRange:
    case ErrorCode::CurrencyUnknown:
    case ErrorCode::PhaseUnknown:
    case ErrorCode::LocationUnknown:
    case ErrorCode::FieldUnknown:
    case ErrorCode::CsvEncoding:
    case ErrorCode::CsvShape:
    case ErrorCode::CsvNoHeader:
    case ErrorCode::PhotoNotAnImage:
    case ErrorCode::PhotoFormatUnsupported:
    case ErrorCode::PhotoTruncated:
    case ErrorCode::PhotoTooManyPixels:
    case ErrorCode::PhotoDecoderCrashed:
    case ErrorCode::PhotoDecoderTimeout:
    case ErrorCode::GalleryFull:
    case ErrorCode::ConflictDecided:
    case ErrorCode::CarryForeign:
    case ErrorCode::CarryDamaged:
    case ErrorCode::CarryTooNew:
    case ErrorCode::CarryDealership:
    case ErrorCode::CarryOwn: return ExitCode::Refused;
    case ErrorCode::RequestNeedsServer:
    case ErrorCode::RequestUnanswered:
    case ErrorCode::ServerUnreachable:
    case ErrorCode::ServerForeign:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateChanged:
    case ErrorCode::TlsFailed:
    case ErrorCode::ServerWantsTls:
    case ErrorCode::ProtocolTooOld:
    case ErrorCode::ProtocolTooNew:
    case ErrorCode::OtherDealership: return ExitCode::Unreachable;
    case ErrorCode::NotSignedIn:
    case ErrorCode::WrongPassword:
    case ErrorCode::RequestRefused:  // of what this program asks: the second factor at sign-in
    case ErrorCode::SignInLocked:
    case ErrorCode::AccountDisabled:
    case ErrorCode::DeviceSignedOut:
    case ErrorCode::RateLimited: return ExitCode::NotSignedIn;
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreTooNew:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreUnreadable:
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DiskFull:
    case ErrorCode::MigrationFailed: return ExitCode::Store;
    default: return ExitCode::Failed;
    }
}

}  // namespace Forecourt
