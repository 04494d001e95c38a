// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Forecourt {

/// Random bytes from the system's generator, by libsodium.
QByteArray secretBytes(qsizetype count);

/// The same in letters: base64url without padding.
QByteArray secretText(const QByteArray& bytes);

/// What secretText() made of it, or nothing.
QByteArray secretFromText(const QByteArray& text);

/// Takes as long for secrets that differ late as for those that differ early.
bool sameSecret(const QByteArray& one, const QByteArray& other);

}  // namespace Forecourt
