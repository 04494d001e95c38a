// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/coverpanel.h"

#include "ui/gallery/covertool.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/widgets/flowlayout.h"

#include <QMenu>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

CoverPanel::CoverPanel(PhotoDraft& draft, CoverTool& tool, QWidget* parent)
    : QWidget(parent),
      m_draft(draft),
      m_tool(tool),
      m_count(new LightboxLabel(TextRole::Body)),
      m_hint(new LightboxLabel(TextRole::Caption, Token::Ink2)),
      m_materialName(new LightboxLabel(TextRole::Body)),
      m_add(new LightboxButton(u"plus"_s)),
      m_remove(new LightboxButton(u"trash"_s)),
      m_next(new LightboxButton(u"chevron-right"_s)),
      m_blur(new LightboxButton(u"eye-off"_s)),
      m_logo(new LightboxButton(u"photo"_s)),
      m_logoMenu(new QMenu(this))
{
    m_hint->setWordWrap(true);
    m_add->setKey(Qt::Key_Insert);
    m_remove->setKey(Qt::Key_Delete);
    m_next->setKey(Qt::Key_PageDown);
    auto* buttons = new FlowLayout(nullptr, 6, 6);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_next);
    auto* materials = new FlowLayout(nullptr, 6, 6);
    materials->addWidget(m_blur);
    materials->addWidget(m_logo);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_count);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    column->addSpacing(6);
    column->addWidget(m_materialName);
    column->addLayout(materials);
    connect(m_add, &QAbstractButton::clicked, this, &CoverPanel::addRequested);
    connect(m_remove, &QAbstractButton::clicked, &tool, &CoverTool::removeChosen);
    connect(m_next, &QAbstractButton::clicked, &tool, [&tool] { tool.chooseNext(); });
    connect(m_blur, &QAbstractButton::clicked, &tool, [&tool] { tool.setMaterial(PhotoCover::With::Blur, {}); });
    connect(m_logo, &QAbstractButton::clicked, this, [this] {
        if (m_logos.size() == 1)
            m_tool.setMaterial(PhotoCover::With::Logo, m_logos.front().sha);
        else
            m_logoMenu->popup(m_logo->mapToGlobal(QPoint(0, m_logo->height())));
    });
    connect(&tool, &CoverTool::chosenChanged, this, &CoverPanel::refresh);
    connect(&draft, &PhotoDraft::changed, this, &CoverPanel::refresh);
    retranslate();
}

void CoverPanel::setLogos(const std::vector<Logo>& logos)
{
    m_logos = logos;
    m_logoMenu->clear();
    for (const Logo& logo : logos)
        connect(m_logoMenu->addAction(logo.name), &QAction::triggered, &m_tool,
                [this, sha = logo.sha] { m_tool.setMaterial(PhotoCover::With::Logo, sha); });
    retranslate();
}

void CoverPanel::refresh()
{
    const auto count = static_cast<int>(m_draft.covers().size());
    m_count->setText(tr("%1 of %2 covers").arg(count).arg(PhotoCover::MaxCovers));
    m_add->setEnabled(!m_tool.isFull());
    m_remove->setEnabled(m_tool.chosen() >= 0);
    m_next->setEnabled(count > 0);
    const bool logo = m_tool.material().with == PhotoCover::With::Logo;
    m_blur->setLit(!logo);
    m_logo->setLit(logo);
}

void CoverPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CoverPanel::retranslate()
{
    m_hint->setText(tr("Draw a box over a plate or a face. Arrows move it, Shift and arrows size it."));
    m_materialName->setText(tr("Covered with"));
    m_add->setName(tr("Add a cover in the middle"));
    m_remove->setName(tr("Remove the cover"));
    m_next->setName(tr("Next cover"));
    m_blur->setName(tr("Blur"), true);
    m_logo->setName(tr("Logo"), true);
    m_logo->setEnabled(!m_logos.empty());
    m_logo->setToolTip(m_logos.empty() ? tr("The dealership has no logo yet. Add one where photos are exported.")
                                       : tr("A logo of the dealership"));
    refresh();
}

}  // namespace Forecourt
