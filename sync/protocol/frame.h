// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>

namespace Forecourt::Wire {

/// Puts the first byte in front of a payload: 0 = plain, 1 = zstd. Compresses where that makes it smaller.
QByteArray wrapFrame(const QByteArray& payload);

/// The payload of a message. Errors: MessageMalformed for an unknown first byte, a broken or oversized body.
Expected<QByteArray> unwrapFrame(const QByteArray& bytes);

}  // namespace Forecourt::Wire
