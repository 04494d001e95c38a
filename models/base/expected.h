// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <tl/expected.hpp>

namespace Forecourt {

/// A value or the Error that prevented it. No exceptions cross a layer.
/// The interface is that of std::expected (C++23), which replaces it when compilers allow.
template <class T>
using Expected = tl::expected<T, Error>;

/// Shorthand for returning a failure from a function that returns Expected.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace Forecourt

/// Leaves the calling function with the error of `expression`, an Expected, if it holds one.
#define FC_TRY(expression)                                                       \
    do {                                                                         \
        if (auto fcTried = (expression); !fcTried.has_value()) [[unlikely]]      \
            return tl::unexpected<Forecourt::Error>(std::move(fcTried).error()); \
    } while (false)
