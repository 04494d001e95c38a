// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "sync/protocol/messages.h"

namespace Forecourt::Wire {

/// Messages as bytes of one binary WebSocket message: CBOR (RFC 8949), compressed by zstd above a threshold.
/// Shapes: PROTOCOL.md.
QByteArray encode(const ClientMessage& message);
QByteArray encode(const ServerMessage& message);

/// Reads what came over the wire. Never trusts it: sizes are checked before memory is taken. Unknown trailing elements
/// and unknown keys are skipped, for later versions. Errors: MessageMalformed.
Expected<ClientMessage> decodeClientMessage(const QByteArray& bytes);
Expected<ServerMessage> decodeServerMessage(const QByteArray& bytes);

/// Fields of one row with their values, in ascending order of field.
using FieldValues = std::vector<std::pair<std::uint16_t, QVariant>>;

/// Values as a CBOR map and back: for whoever stores rows as they travel. Errors: MessageMalformed.
QByteArray encodeFields(const FieldValues& values);
Expected<FieldValues> decodeFields(const QByteArray& bytes);

/// A value of a field as CBOR and back. Errors: MessageMalformed.
QByteArray encodeValue(const QVariant& value);
Expected<QVariant> decodeValue(const QByteArray& bytes);

}  // namespace Forecourt::Wire
