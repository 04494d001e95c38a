// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/findingspanel.h"

#include "ui/gallery/findingwords.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace Forecourt {

namespace {

constexpr int FindingHeight = 28;
constexpr int MostFindingLines = 8;

}  // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent), m_title(new Label(QString(), TextRole::BodyStrong)), m_list(new QListWidget)
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    column->addWidget(m_title);
    column->addWidget(m_list);
    const auto choose = [this](const QListWidgetItem* item) {
        if (const int row = m_list->row(item); row >= 0 && row < static_cast<int>(m_findings.size()))
            Q_EMIT photoChosen(m_findings[static_cast<size_t>(row)].photo);
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    hide();
}

void FindingsPanel::setFindings(const std::vector<PhotoFindings>& findings, const Gallery& gallery)
{
    m_findings = findings;
    m_gallery = gallery;
    fill();
}

void FindingsPanel::fill()
{
    m_title->setText(tr("To look at"));
    m_list->setAccessibleName(tr("Photos to look at"));
    m_list->clear();
    for (const PhotoFindings& findings : m_findings) {
        auto* item = new QListWidgetItem(IconProvider::icon(FindingWords::icon(findings)),
                                         FindingWords::line(findings, m_gallery), m_list);
        item->setSizeHint({0, Theme::px(FindingHeight)});
        item->setToolTip(item->text());
    }
    const int lines = qMin(MostFindingLines, m_list->count());
    m_list->setFixedHeight(lines * Theme::px(FindingHeight) + 2);
    setVisible(!m_findings.empty());
}

void FindingsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

}  // namespace Forecourt
