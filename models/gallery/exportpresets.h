// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/gallery/exportpreset.h"
#include "models/outbox/edittransaction.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace Forecourt {

class Connection;

/// A preset of the dealership under its name.
struct NamedExportPreset {
    ExportPresetId id;
    QString name;
    ExportPreset preset;

    friend bool operator==(const NamedExportPreset&, const NamedExportPreset&) = default;
};

/// Reads presets, on the thread that owns the connection.
namespace ExportPresetRepository {

/// In their order. Errors as Connection::run.
Expected<std::vector<NamedExportPreset>> all(Connection& connection);

}  // namespace ExportPresetRepository

/// Presets that come with the program; ui names them.
enum class BuiltInPreset { Website, Square, SmallFiles };
ExportPreset builtInPreset(BuiltInPreset preset);

// Edits of presets, each one transaction and one undo step. Errors: InvalidInput for an empty name or a preset that
// cannot work, NotFound for one that is gone.

/// A new one goes to the end; of an existing one, settings that a later version wrote stay.
struct SaveExportPreset {
    ExportPresetId id;  ///< made by the caller
    QString name;
    ExportPreset preset;

    Expected<void> apply(EditTransaction& transaction) const;
};

struct RemoveExportPreset {
    ExportPresetId id;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::NamedExportPreset)
