// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

namespace Forecourt::Wire {

/// The same message without what would let somebody else in: the tokens and proofs of a workstation, and every member
/// of a request's arguments or an answer's body whose name speaks of a password, a secret or a token.
ClientMessage withoutSecrets(ClientMessage message);
ServerMessage withoutSecrets(ServerMessage message);

}  // namespace Forecourt::Wire
