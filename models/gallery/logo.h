// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/edittransaction.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <vector>

namespace Forecourt {

class Connection;

/// A mark of the dealership, for watermarks and for covering plates.
struct Logo {
    LogoId id;
    QString name;
    QByteArray sha;  ///< of a PNG in the BlobStore

    friend bool operator==(const Logo&, const Logo&) = default;
};

/// Reads logos, on the thread that owns the connection.
namespace LogoRepository {

/// In their order. Errors as Connection::run.
Expected<std::vector<Logo>> all(Connection& connection);

}  // namespace LogoRepository

/// Longer side of a logo at most, in pixels: what a watermark on 2048 px may need.
inline constexpr int LogoPixels = 1024;

/// Reads a picture that a person chose and makes a PNG of it that is small enough for a logo; transparency is kept.
/// Takes milliseconds: not for the GUI thread. Errors: FileUnreadable, PhotoNotAnImage, PhotoTooManyPixels,
/// PhotoTruncated.
Expected<QByteArray> makeLogo(const QString& path);

/// Adds a logo at the end; its file is in the BlobStore already. Errors: InvalidInput (no name).
struct AddLogo {
    LogoId id;
    QString name;
    QByteArray sha;
    qint64 size = 0;  ///< bytes of the file

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Presets that name it export without a watermark from then on, and say so. Errors: NotFound.
struct RemoveLogo {
    LogoId id;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Logo)
