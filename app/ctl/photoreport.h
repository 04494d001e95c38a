// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/output.h"
#include "models/base/expected.h"
#include "models/gallery/gallery.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace Forecourt {

class Session;

/// The gallery of a vehicle that is named as Lookup::vehicle takes it.
Expected<Gallery> readGallery(Session& session, const QString& vehicle);

/// How photos look on the command line.
struct PhotoReport {
    Q_DECLARE_TR_FUNCTIONS(PhotoReport)

public:
    /// A table, or {"vehicle": id, "photos": […]}.
    static void gallery(Output& output, const Gallery& gallery);
    static QJsonObject toJson(const Gallery& gallery);
};

}  // namespace Forecourt
