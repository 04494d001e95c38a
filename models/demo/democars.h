// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>

namespace Forecourt {

/// Where cars of a model are usually found.
enum class DemoMarket : std::uint8_t { Canada = 1, Africa = 2, Both = 3 };

/// One model of the made-up stock, with real words and a real beginning of its VINs. Texts are UTF-8.
struct DemoCar {
    const char* make;
    const char* model;
    const char* trim;
    const char* body;  ///< as VinDecoder names bodies
    const char* gearbox;
    const char* drivetrain;
    const char* stem;  ///< positions 1 to 8 of the VIN
    char plant;        ///< position 11
    int yearFrom;
    int yearTo;
    int seats;
    int price;  ///< thousands of CAD when new
    int weight;
    DemoMarket market;
    const char* picture;  ///< of resources/demo-photos that shows this model; may be empty
    // For models that are not sold in North America; the VIN tells these of the others.
    const char* engine = "";
    const char* fuel = "";
    int doors = 0;
};

std::span<const DemoCar> demoCars();

}  // namespace Forecourt
