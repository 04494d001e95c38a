// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclesummary.h"
#include "ui/shell/searchprovider.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleservices.h"

namespace Forecourt {

/// Vehicles in the palette: by stock number, VIN or its last 6 or 8, make, model, year.
class VehicleSearch : public SearchProvider {
    Q_OBJECT

public:
    VehicleSearch(const ShellContext& context, const VehicleServices& services, QObject* parent);

    QString title() const override;
    QChar prefix() const override { return u'#'; }
    QString prefixWord() const override;
    QFuture<Expected<std::vector<SearchHit>>> search(const QString& text, LocationId site, int limit) override;
    QString hint(const QString& text) const override;
    Route allResults(const QString& text) const override;
    QFuture<QImage> thumbnail(const SearchHit& hit) override;
    QWidget* createPreview(const SearchHit& hit, QWidget* parent) override;

private:
    std::vector<SearchHit> hitsFor(std::vector<VehicleSummary> vehicles, LocationId site, int limit) const;

    ShellContext m_context;
    VehicleServices m_services;
};

}  // namespace Forecourt
