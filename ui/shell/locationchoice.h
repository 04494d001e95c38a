// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QVBoxLayout;

namespace Forecourt {

struct Location;

/// Which locations a person may see: all of them, or those that are ticked.
class LocationChoice : public QWidget {
    Q_OBJECT

public:
    explicit LocationChoice(QWidget* parent = nullptr);

    /// What can be ticked; `all` says that everything can be given at once.
    void offer(const std::vector<Location>& locations, bool all);
    /// Ascending; empty: all.
    void setChosen(const std::vector<LocationId>& locations);
    std::vector<LocationId> chosen() const;
    /// Neither all nor any: nothing that could be sent.
    bool isEmpty() const;
    void retranslate();

private:
    void follow();

    QCheckBox* m_all;
    QVBoxLayout* m_list;
    std::vector<std::pair<LocationId, QCheckBox*>> m_ticks;
    std::vector<LocationId> m_unknown;  ///< chosen, but not offered: they stay
};

}  // namespace Forecourt
