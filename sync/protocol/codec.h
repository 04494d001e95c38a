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

/// A value of a field as CBOR and back: for whoever stores values as they travel. Errors: MessageMalformed.
QByteArray encodeValue(const QVariant& value);
Expected<QVariant> decodeValue(const QByteArray& bytes);

}  // namespace Forecourt::Wire
