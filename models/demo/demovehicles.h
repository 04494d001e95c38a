// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/demo/demopeople.h"
#include "models/demo/demorandom.h"
#include "models/vehicle/vehicle.h"
#include "models/vin/vindecoder.h"

#include <QHash>

#include <array>
#include <optional>
#include <vector>

namespace Forecourt {

struct DemoCar;

/// Makes up the stock, one vehicle after the other.
class DemoVehicles {
public:
    /// `wanted` vehicles will be asked for.
    DemoVehicles(const DemoCompany& company, DemoRandom& random, UtcMs now, int wanted);

    struct Made {
        Vehicle vehicle;
        int picture = 0;              ///< index into demoPictures()
        int location = 0;             ///< index into DemoCompany::locations
        int car = 0;                  ///< index into demoCars()
        bool isPhotographed = false;  ///< the one whose VIN plate is among the photos
    };
    /// The first one is the blue-grey RAV4 of the photos. Among a hundred or more, one car is there twice: it was sold
    /// and came back.
    Made next();

private:
    Made any();
    Made photographed();
    Made comesBack();
    void work(Made& made);
    VehicleId nextId();
    Vehicle fromCar(const DemoCar& car, int year);
    const DecodedVin& decoded(const QString& vin);
    void place(Vehicle& vehicle, int location);
    void age(Vehicle& vehicle);
    void price(Vehicle& vehicle, const DemoCar& car, int location);
    UtcMs before(UtcMs moment, int fromDays, int toDays);

    const DemoCompany& m_company;
    DemoRandom& m_random;
    UtcMs m_now;
    int m_year;
    int m_wanted;
    int m_made = 0;
    int m_firstSerial = 0;
    std::array<std::vector<int>, 4> m_weights;  ///< of demoCars(), by location
    std::array<int, 4> m_numbers{1188, 801, 201, 401};
    std::array<std::vector<UserId>, 4> m_keepers;
    QHash<QString, DecodedVin> m_decoded;  ///< by the VIN without check digit and serial number
    std::optional<Made> m_soldBefore;
};

}  // namespace Forecourt
