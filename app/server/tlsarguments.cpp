// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/tlsarguments.h"

namespace Forecourt {

Expected<TlsIdentity> tlsIdentity(const ServerArguments& arguments)
{
    return arguments.tlsCertificate.isEmpty() ? TlsIdentity::ownIn(arguments.store.directory)
                                              : TlsIdentity::load(arguments.tlsCertificate, arguments.tlsKey);
}

}  // namespace Forecourt
