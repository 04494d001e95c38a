// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photoeditpanel.h"

#include "models/gallery/photodraft.h"
#include "ui/gallery/coverpanel.h"
#include "ui/gallery/croppanel.h"
#include "ui/gallery/croptool.h"
#include "ui/gallery/editslider.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr double StraightenStep = 0.1;
constexpr double ExposureStep = 0.1;

/// "+1.3", "−0.5", "0.0".
QString signedFigure(double value)
{
    const QString figure = QLocale().toString(std::abs(value), 'f', 1);
    return value > 0 ? u'+' + figure : value < 0 ? QChar(0x2212) + figure : figure;
}

}  // namespace

PhotoEditPanel::PhotoEditPanel(PhotoDraft& draft, CropTool& crop, CoverTool& cover, QWidget* parent)
    : QWidget(parent),
      m_draft(draft),
      m_turnLeft(new LightboxButton(u"rotate"_s)),
      m_turnRight(new LightboxButton(u"rotate-clockwise"_s)),
      m_straighten(new EditSlider(PhotoEdit::MaxStraighten, StraightenStep)),
      m_exposure(new EditSlider(PhotoEdit::MaxExposure, ExposureStep)),
      m_crop(new CropPanel(crop)),
      m_cover(new CoverPanel(draft, cover))
{
    auto* tools = new FlowLayout(nullptr, 6, 6);
    const std::array<QString, 3> icons{u"crop"_s, u"layout-grid"_s, u"eye-off"_s};
    for (size_t tool = 0; tool < m_tools.size(); ++tool) {
        m_tools[tool] = new LightboxButton(icons[tool]);
        m_tools[tool]->setKey(QKeySequence(Qt::Key_1 + static_cast<int>(tool)));
        tools->addWidget(m_tools[tool]);
        connect(m_tools[tool], &QAbstractButton::clicked, this,
                [this, tool] { Q_EMIT toolChosen(static_cast<int>(tool)); });
    }
    m_turnLeft->setKey(Qt::SHIFT | Qt::Key_R);
    m_turnRight->setKey(Qt::Key_R);
    auto* turns = new FlowLayout(nullptr, 6, 6);
    turns->addWidget(m_turnLeft);
    turns->addWidget(m_turnRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(14);
    column->addLayout(tools);
    column->addLayout(turns);
    column->addWidget(m_straighten);
    column->addWidget(m_exposure);
    column->addWidget(m_crop);
    column->addWidget(m_cover);
    column->addStretch(1);
    connect(m_turnLeft, &QAbstractButton::clicked, this, [this] { turn(-1); });
    connect(m_turnRight, &QAbstractButton::clicked, this, [this] { turn(1); });
    const auto begin = [this] { m_gesture = m_draft.newGesture(); };
    connect(m_straighten, &EditSlider::pullBegun, this, begin);
    connect(m_exposure, &EditSlider::pullBegun, this, begin);
    connect(m_straighten, &EditSlider::valueChosen, this, &PhotoEditPanel::straighten);
    connect(m_exposure, &EditSlider::valueChosen, this, &PhotoEditPanel::expose);
    connect(m_cover, &CoverPanel::addRequested, this, &PhotoEditPanel::addCoverRequested);
    connect(&draft, &PhotoDraft::changed, this, &PhotoEditPanel::refresh);
    setTool(Crop);
    retranslate();
}

void PhotoEditPanel::setTool(Tool tool)
{
    for (size_t i = 0; i < m_tools.size(); ++i)
        m_tools[i]->setLit(static_cast<int>(i) == tool);
    m_crop->setVisible(tool == Crop);
    m_cover->setVisible(tool == Cover);
}

void PhotoEditPanel::turn(int quarters)
{
    m_draft.setEdit(m_draft.edit().turned(quarters));
    m_crop->turned();
}

void PhotoEditPanel::setLogos(const std::vector<Logo>& logos)
{
    m_cover->setLogos(logos);
}

void PhotoEditPanel::straighten(double degrees, bool pulled)
{
    PhotoEdit edit = m_draft.edit();
    edit.straighten = degrees;
    m_draft.setEdit(edit, pulled ? m_gesture : 0);
}

void PhotoEditPanel::expose(double exposure, bool pulled)
{
    PhotoEdit edit = m_draft.edit();
    edit.exposure = exposure;
    m_draft.setEdit(edit, pulled ? m_gesture : 0);
}

void PhotoEditPanel::refresh()
{
    const PhotoEdit& edit = m_draft.edit();
    m_straighten->setValue(edit.straighten, tr("%1°").arg(signedFigure(edit.straighten)));
    m_exposure->setValue(edit.exposure, tr("%1 EV", "exposure value").arg(signedFigure(edit.exposure)));
}

void PhotoEditPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PhotoEditPanel::retranslate()
{
    m_tools[Crop]->setName(tr("Crop"), true);
    m_tools[Straighten]->setName(tr("Straighten"), true);
    m_tools[Cover]->setName(tr("Cover"), true);
    m_turnLeft->setName(tr("Turn left"), true);
    m_turnRight->setName(tr("Turn right"), true);
    m_straighten->setName(tr("Straighten"), tr("Do not straighten"));
    m_exposure->setName(tr("Exposure"), tr("Light as taken"));
    refresh();
}

}  // namespace Forecourt
