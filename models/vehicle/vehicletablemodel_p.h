// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/readticket.h"
#include "models/vehicle/ridset.h"
#include "models/vehicle/vehiclelister.h"
#include "models/vehicle/vehiclesummarycache.h"
#include "models/vehicle/vehicletablemodel.h"

#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace Forecourt {

/// The rows of a VehicleTableModel: which they are, how they are read, how they follow changes.
class VehicleTableModel::Private {
public:
    // Details kept: some 20 screens. At about 1 KB each they stay small.
    static constexpr int KeptSummaries = 1000;
    // A burst of commits is taken in together.
    static constexpr std::chrono::milliseconds GatherTime{20};

    /// What a listing job brings back.
    struct Listing {
        std::optional<RidList> rids;            ///< unless only details were asked for
        std::vector<VehicleSummary> summaries;  ///< of the first page and of what was asked again
    };

    Private(VehicleTableModel& model, Store& theStore) : q(model), store(theStore), summaries(KeptSummaries) {}

    VehicleTableModel& q;
    Store& store;
    std::shared_ptr<VehicleLister> lister = std::make_shared<VehicleLister>();
    VehicleQuery query;
    bool loading = true;
    std::function<QString(VehicleColumn)> headerText;
    std::function<QVariant(const VehicleSummary&, VehicleColumn, int)> wording;

    RidList rids;
    VehicleSummaryCache summaries;

    // ---- listing: one job at a time, a newer one takes the older one's place
    std::shared_ptr<ReadTicket> ticket;  ///< of the job under way
    bool listUnderWay = false;           ///< whether it reads the list, not only details
    bool listWanted = true;              ///< something happened that may move rows
    bool changesWait = false;            ///< changes came in meanwhile: go on when it is done
    QSet<std::uint32_t> stale;           ///< loaded rows to read again
    QSet<std::uint32_t> beingRead;       ///< of those, the ones the job under way reads
    QTimer gather;

    // ---- details of rows: one fetch at a time
    std::vector<int> wanted;   ///< rows asked for by the view, latest last
    QSet<std::uint32_t> gone;  ///< not found: not asked for again until the next list
    bool fetching = false;
    bool fetchPosted = false;

    void startListing();
    void takeListing(const std::shared_ptr<ReadTicket>& done, const QSet<std::uint32_t>& asked,
                     Expected<Listing> listing);
    void takeChanges(const ChangeSet& changes);
    QSet<std::uint32_t> keep(const QSet<std::uint32_t>& asked, std::vector<VehicleSummary> read);
    void showList(RidList next);
    void rearrange(RidList next);
    std::optional<int> rowOfRid(std::uint32_t rid) const;
    void announce(const QSet<std::uint32_t>& changed);
    void want(int row);
    void fetch();
};

}  // namespace Forecourt
