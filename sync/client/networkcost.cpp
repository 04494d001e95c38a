// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/networkcost.h"

#include <QNetworkInformation>
#include <QTimer>

namespace Forecourt {

NetworkCost::NetworkCost(QObject* parent) : QObject(parent)
{
    QTimer::singleShot(0, this, &NetworkCost::look);
}

void NetworkCost::look()
{
    // The plugin for this system may not be installed, or not know it.
    QNetworkInformation* system = QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered)
                                      ? QNetworkInformation::instance()
                                      : nullptr;
    if (!system || !system->supports(QNetworkInformation::Feature::Metered)) {
        Q_EMIT changed(std::nullopt);
        return;
    }
    connect(system, &QNetworkInformation::isMeteredChanged, this, &NetworkCost::changed);
    Q_EMIT changed(system->isMetered());
}

}  // namespace Forecourt
