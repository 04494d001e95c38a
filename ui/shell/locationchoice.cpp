// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/locationchoice.h"

#include "models/location/location.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

LocationChoice::LocationChoice(QWidget* parent) : QWidget(parent), m_all(new QCheckBox(this)), m_list(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(6));
    column->addWidget(m_all);
    column->addLayout(m_list);
    m_list->setContentsMargins(Theme::px(22), 0, 0, 0);
    m_list->setSpacing(Theme::px(6));
    m_all->setObjectName(u"allLocations"_s);
    setFocusProxy(m_all);
    connect(m_all, &QCheckBox::toggled, this, &LocationChoice::follow);
    retranslate();
}

void LocationChoice::offer(const std::vector<Location>& locations, bool all)
{
    m_all->setVisible(all);
    for (const auto& [id, tick] : m_ticks)
        delete tick;
    m_ticks.clear();
    for (const Location& location : locations) {
        auto* tick = new QCheckBox(location.name, this);
        tick->setAccessibleName(location.name);
        tick->setObjectName(location.code);
        m_list->addWidget(tick);
        m_ticks.emplace_back(location.id, tick);
    }
    follow();
}

void LocationChoice::setChosen(const std::vector<LocationId>& locations)
{
    m_all->setChecked(locations.empty() && m_all->isVisibleTo(this));
    m_unknown = locations;
    for (const auto& [id, tick] : m_ticks) {
        tick->setChecked(std::ranges::binary_search(locations, id));
        std::erase(m_unknown, id);
    }
    follow();
}

std::vector<LocationId> LocationChoice::chosen() const
{
    if (m_all->isChecked())
        return {};
    std::vector<LocationId> chosen = m_unknown;
    for (const auto& [id, tick] : m_ticks) {
        if (tick->isChecked())
            chosen.push_back(id);
    }
    std::ranges::sort(chosen);
    return chosen;
}

bool LocationChoice::isEmpty() const
{
    return !m_all->isChecked() && chosen().empty();
}

void LocationChoice::follow()
{
    for (const auto& [id, tick] : m_ticks)
        tick->setVisible(!m_all->isChecked());
}

void LocationChoice::retranslate()
{
    m_all->setText(tr("All sites, also those to come"));
    m_all->setAccessibleName(m_all->text());
}

}  // namespace Forecourt
