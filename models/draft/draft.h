// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"

#include <QMap>
#include <QString>

#include <optional>

namespace Forecourt {

class Connection;

/// What somebody has typed into a form and not saved yet, so that a crash or a power cut does not take it away. Stays
/// on this computer; never synced.
struct Draft {
    QString form;                  ///< which form, and of which record: "vehicle/new", "vehicle/<id>"
    QMap<QString, QString> texts;  ///< as typed, by code word of the field
    UtcMs at = 0;                  ///< last keystroke

    friend bool operator==(const Draft&, const Draft&) = default;
};

/// Keeps drafts. Writing needs the writer's connection (Store::write), reading any. Errors as Connection::run.
namespace DraftRepository {

/// Replaces an earlier draft of the same form.
[[nodiscard]] Expected<void> save(Connection& connection, const Draft& draft);
Expected<std::optional<Draft>> find(Connection& connection, const QString& form);
[[nodiscard]] Expected<void> remove(Connection& connection, const QString& form);

}  // namespace DraftRepository

}  // namespace Forecourt
