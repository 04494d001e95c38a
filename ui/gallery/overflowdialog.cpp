// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/overflowdialog.h"

#include "models/gallery/gallery.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ImportRowRole = Qt::UserRole;
constexpr int LineHeight = 30;

}  // namespace

OverflowDialog::OverflowDialog(PhotoImporter& importer, QWidget* parent)
    : QDialog(parent),
      m_free(importer.freeSlots()),
      m_list(new QListWidget),
      m_figure(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_take(new Button(QString(), Button::Kind::Primary))
{
    const std::vector<int> candidates = importer.candidates();
    setWindowTitle(tr("Choose photos"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto* title = new Label(m_free == 0 ? tr("The gallery is full") : tr("%n place(s) left", nullptr, m_free),
                            TextRole::DialogTitle);
    auto* text = new Label(tr("A vehicle has at most %1 photos, and %2 came. Choose which to take.")
                               .arg(Gallery::MaxPhotos)
                               .arg(candidates.size()),
                           TextRole::Body, Token::Ink2);
    text->setWordWrap(true);
    m_list->setAccessibleName(tr("Photos to choose from"));
    int chosen = 0;
    for (const int row : candidates) {
        const ImportItem& item = importer.items()[static_cast<size_t>(row)];
        auto* line = new QListWidgetItem(u"%1  ·  %2"_s.arg(item.name, formatBytes(item.size)), m_list);
        line->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        line->setCheckState(chosen++ < m_free ? Qt::Checked : Qt::Unchecked);
        line->setData(ImportRowRole, row);
        line->setToolTip(item.path);
        line->setSizeHint({0, Theme::px(LineHeight)});
    }
    auto* cancel = new Button(tr("Take none"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_figure, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    layout->addLayout(buttons);
    resize(460, 480);

    m_take->setDefault(true);
    connect(m_list, &QListWidget::itemChanged, this, &OverflowDialog::refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, &importer, [this, &importer] { importer.choose(chosenRows()); });
    connect(this, &QDialog::rejected, &importer, &PhotoImporter::cancel);
    refresh();
}

std::vector<int> OverflowDialog::chosenRows() const
{
    std::vector<int> rows;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            rows.push_back(m_list->item(i)->data(ImportRowRole).toInt());
    }
    return rows;
}

void OverflowDialog::refresh()
{
    const int chosen = static_cast<int>(chosenRows().size());
    m_figure->setText(tr("%1 of %2 chosen").arg(chosen).arg(m_free));
    m_figure->setToken(chosen > m_free ? Token::BadText : Token::Ink2);
    m_take->setText(tr("Take %n photo(s)", nullptr, chosen));
    m_take->setEnabled(chosen > 0 && chosen <= m_free);
}

}  // namespace Forecourt
