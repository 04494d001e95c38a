// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/user/signedindevice.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace Forecourt {

using namespace Qt::StringLiterals;

std::vector<SignedInDevice> SignedInDevice::fromAnswer(const QJsonObject& answer)
{
    std::vector<SignedInDevice> devices;
    const QJsonArray list = answer.value("devices"_L1).toArray();
    for (const auto& entry : list) {
        const QJsonObject told = entry.toObject();
        SignedInDevice device;
        device.number = told.value("device"_L1).toInteger();
        device.name = told.value("name"_L1).toString();
        device.person = told.value("user"_L1).toString();
        device.program = told.value("app"_L1).toString();
        device.address = told.value("address"_L1).toString();
        device.signedInAt = told.value("signed_in_at"_L1).toInteger();
        device.seenAt = told.value("seen_at"_L1).toInteger();
        device.connected = told.value("connected"_L1).toBool();
        device.isThis = told.value("this"_L1).toBool();
        device.maySignOut = told.value("may_sign_out"_L1).toBool(true);
        device.signedOutAt = told.value("signed_out_at"_L1).toInteger();
        device.signedOutBy = told.value("signed_out_by"_L1).toString();
        devices.push_back(std::move(device));
    }
    std::ranges::stable_sort(devices, std::ranges::less{}, [](const SignedInDevice& device) {
        return std::tuple(device.signedOutAt != 0, !device.isThis, !device.connected, -device.seenAt);
    });
    return devices;
}

}  // namespace Forecourt
