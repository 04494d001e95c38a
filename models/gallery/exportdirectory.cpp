// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportdirectory.h"

#include "models/base/whendone.h"

namespace Forecourt {

ExportDirectory::ExportDirectory(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::ExportPresets) || changes.contains(Table::Logos))
            read();
    });
    read();
}

void ExportDirectory::read()
{
    using Both = std::pair<std::vector<NamedExportPreset>, std::vector<Logo>>;
    const auto both = [](Connection& connection) -> Expected<Both> {
        auto presets = ExportPresetRepository::all(connection);
        if (!presets)
            return fail(presets.error());
        auto logos = LogoRepository::all(connection);
        if (!logos)
            return fail(logos.error());
        return Both{std::move(*presets), std::move(*logos)};
    };
    whenDone(m_store.read(both), this, [this](Expected<Both> read) {
        if (!read || (read->first == m_presets && read->second == m_logos))
            return;
        m_presets = std::move(read->first);
        m_logos = std::move(read->second);
        Q_EMIT changed();
    });
}

}  // namespace Forecourt
