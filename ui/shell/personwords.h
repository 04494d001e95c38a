// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/user/managedperson.h"

#include <QCoreApplication>

namespace Forecourt {

class LocationDirectory;

/// Who may sign in, in words.
class PersonWords {
    Q_DECLARE_TR_FUNCTIONS(PersonWords)

public:
    /// "Sales"; the code itself of a role that this version does not know.
    static QString role(const QString& code);
    /// What somebody of this role sees and does.
    static QString roleHint(const QString& code);
    /// "All sites", or their names one after the other.
    static QString locations(const std::vector<LocationId>& locations, const LocationDirectory& directory);
    /// Why the server did not do it, and what to do.
    static QString refusal(const Error& error);
};

}  // namespace Forecourt
