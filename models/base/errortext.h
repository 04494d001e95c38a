// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QCoreApplication>

namespace Forecourt {

/// Turns an Error into words in the language of the program. Lives below ui so that the command line and the window
/// say exactly the same.
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    /// What failed and for which record, as one sentence.
    static QString summary(const Error& error);
    /// What is safe and what to do now; empty where the summary says it all.
    static QString advice(const Error& error);
    /// Summary and advice together.
    static QString full(const Error& error);
    /// The technical reason in brackets after a blank, or nothing.
    static QString detailOf(const Error& error);
    /// Short code that support staff can search for, in no language: "STORE-IN-USE".
    static QString code(ErrorCode code);
};

}  // namespace Forecourt
