// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/serverarguments.h"
#include "sync/server/tlsidentity.h"

namespace Forecourt {

/// The certificate that the command line names; without one, that of the data directory, made if there is none. Errors:
/// those of TlsIdentity.
Expected<TlsIdentity> tlsIdentity(const ServerArguments& arguments);

}  // namespace Forecourt
