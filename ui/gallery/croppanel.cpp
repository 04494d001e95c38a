// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/croppanel.h"

#include "ui/gallery/croptool.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace Forecourt {

namespace {

constexpr std::array<CropTool::Ratio, 4> Ratios{{{4, 3}, {3, 2}, {16, 9}, {1, 1}}};

}  // namespace

CropPanel::CropPanel(CropTool& tool, QWidget* parent)
    : QWidget(parent), m_tool(tool), m_title(new LightboxLabel(TextRole::Body))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    auto* flow = new FlowLayout(nullptr, 6, 6);
    for (int shape = 0; shape < FirstRatio + static_cast<int>(Ratios.size()); ++shape) {
        auto* button = new LightboxButton(QString());
        m_shapes.push_back(button);
        flow->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, shape] { choose(shape); });
    }
    column->addLayout(flow);
    retranslate();
}

void CropPanel::choose(int shape)
{
    m_chosen = shape;
    CropTool::Ratio ratio;
    if (shape == AsTaken)
        ratio = m_tool.asTaken();
    else if (shape >= FirstRatio)
        ratio = Ratios[static_cast<size_t>(shape - FirstRatio)];
    if (shape >= FirstRatio && m_upright)
        std::swap(ratio.width, ratio.height);
    m_tool.setRatio(ratio);
    retranslate();
}

void CropPanel::turned()
{
    m_upright = !m_upright;
    choose(m_chosen);
}

void CropPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CropPanel::retranslate()
{
    m_title->setText(tr("Shape"));
    for (int shape = 0; shape < static_cast<int>(m_shapes.size()); ++shape) {
        LightboxButton& button = *m_shapes[static_cast<size_t>(shape)];
        if (shape == Free)
            button.setName(tr("Free", "shape of a crop"), true);
        else if (shape == AsTaken)
            button.setName(tr("As taken", "shape of a crop"), true);
        else {
            CropTool::Ratio ratio = Ratios[static_cast<size_t>(shape - FirstRatio)];
            if (m_upright)
                std::swap(ratio.width, ratio.height);
            button.setName(tr("%1:%2", "width to height").arg(ratio.width).arg(ratio.height), true);
        }
        button.setLit(shape == m_chosen);
    }
}

}  // namespace Forecourt
