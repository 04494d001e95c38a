// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/linkedviews.h"

#include "ui/gallery/lightboxcanvas.h"

namespace Forecourt {

LinkedViews::LinkedViews(LightboxCanvas& one, LightboxCanvas& other, QObject* parent)
    : QObject(parent), m_one(one), m_other(other)
{
    connect(&one, &LightboxCanvas::viewChanged, this, [this] { follow(m_one); });
    connect(&other, &LightboxCanvas::viewChanged, this, [this] { follow(m_other); });
}

void LinkedViews::link(LightboxCanvas& leader)
{
    m_linked = true;
    follow(leader);
}

void LinkedViews::follow(const LightboxCanvas& leader)
{
    if (m_linked)
        (&leader == &m_one ? m_other : m_one).setView(leader.view());
}

}  // namespace Forecourt
