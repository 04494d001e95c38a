// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/galleryneedsmodel.h"

#include <algorithm>

namespace Forecourt {

void GalleryNeedsModel::setEntries(std::vector<GalleryGlance> entries)
{
    const bool same = std::ranges::equal(entries, m_entries, {}, &GalleryGlance::vehicle, &GalleryGlance::vehicle);
    if (!same) {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
        return;
    }
    for (size_t row = 0; row < entries.size(); ++row) {
        if (entries[row] == m_entries[row])
            continue;
        m_entries[row] = std::move(entries[row]);
        const QModelIndex changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed);
    }
}

int GalleryNeedsModel::rowOf(VehicleId vehicle) const
{
    const auto found = std::ranges::find(m_entries, vehicle, &GalleryGlance::vehicle);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int GalleryNeedsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant GalleryNeedsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GalleryGlance& glance = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return glance.name;
    case GlanceRole: return QVariant::fromValue(glance);
    default: return {};
    }
}

}  // namespace Forecourt
