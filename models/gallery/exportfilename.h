// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QString>

#include <vector>

namespace Forecourt {

/// What a name of an exported file may be made of.
struct ExportWords {
    QString stock, vin, year, make, model;
    QString slot;      ///< what the photo shows: "front-left"; empty: "photo"
    int position = 1;  ///< in the gallery, from 1
};

/// The name of an exported file from a pattern such as `{stock}-{position:02}.jpg`. Tokens: {stock} {vin} {year} {make}
/// {model} {slot} {position}, and {position:02} for at least two digits. Whatever a file system of Windows, macOS or
/// Linux does not take in a name becomes `-`; the name always ends in `.jpg`.
QString exportFileName(const QString& pattern, const ExportWords& words);

/// Errors: InvalidInput with the detail "token:{…}" for a token that does not exist, "name" for a pattern that is
/// empty, longer than 120 characters, or without any token, so that all names were the same.
Expected<void> checkExportFileName(const QString& pattern);

/// One name for each, in order: where two would be the same, capitals aside, the later ones get "-2", "-3".
std::vector<QString> exportFileNames(const QString& pattern, const std::vector<ExportWords>& words);

}  // namespace Forecourt
