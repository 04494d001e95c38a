// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <optional>

namespace Forecourt {

/// Whether this computer's connection is paid by volume, as the system says. Lives on the GUI thread.
class NetworkCost : public QObject {
    Q_OBJECT

public:
    /// Looks soon, not now: the system may take a moment to answer.
    explicit NetworkCost(QObject* parent = nullptr);

Q_SIGNALS:
    /// None: this system does not tell, or Qt has no way to ask it. Told once in any case.
    void changed(std::optional<bool> metered);

private:
    void look();
};

}  // namespace Forecourt
