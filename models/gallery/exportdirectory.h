// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/exportpresets.h"
#include "models/gallery/logo.h"
#include "models/store/store.h"

#include <QObject>

namespace Forecourt {

/// The presets and logos of the dealership, kept up to date.
class ExportDirectory : public QObject {
    Q_OBJECT

public:
    /// Starts reading; changed() tells when they are there. `store` must outlive the directory.
    explicit ExportDirectory(Store& store, QObject* parent = nullptr);

    const std::vector<NamedExportPreset>& presets() const { return m_presets; }
    const std::vector<Logo>& logos() const { return m_logos; }

Q_SIGNALS:
    void changed();

private:
    void read();

    Store& m_store;
    std::vector<NamedExportPreset> m_presets;
    std::vector<Logo> m_logos;
};

}  // namespace Forecourt
