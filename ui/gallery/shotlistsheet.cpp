// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/shotlistsheet.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/gallery/shotlistdirectory.h"
#include "models/outbox/journal.h"
#include "ui/gallery/shotwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShotCodeRole = Qt::UserRole;
constexpr int ShotOptionalRole = Qt::UserRole + 1;
constexpr int ShotLineHeight = 32;

}  // namespace

ShotListSheet::ShotListSheet(Journal& journal, ShotListDirectory& directory, QWidget* parent)
    : SideSheet(parent),
      m_journal(journal),
      m_directory(directory),
      m_about(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_list(new QListWidget(this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_add(new Button(QString(), Button::Kind::Default, this)),
      m_rename(new Button(QString(), Button::Kind::Default, this)),
      m_remove(new Button(QString(), Button::Kind::Danger, this)),
      m_up(new Button(QString(), Button::Kind::Default, this)),
      m_down(new Button(QString(), Button::Kind::Default, this))
{
    m_about->setWordWrap(true);
    m_trouble->setDismissible(true);
    m_trouble->hide();
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->installEventFilter(this);
    m_add->setIconName(u"plus"_s);
    m_rename->setIconName(u"pencil"_s);
    m_remove->setIconName(u"trash"_s);
    m_up->setIconName(u"arrow-up"_s);
    m_down->setIconName(u"arrow-down"_s);
    m_add->setKeyHint(Qt::Key_Insert);
    m_rename->setKeyHint(Qt::Key_F2);
    m_remove->setKeyHint(Qt::Key_Delete);
    m_up->setKeyHint(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down->setKeyHint(QKeySequence(Qt::ALT | Qt::Key_Down));
    auto* buttons = new FlowLayout(nullptr, Theme::px(6), Theme::px(6));
    for (Button* button : {m_add, m_rename, m_remove, m_up, m_down}) {
        button->setSize(Button::Size::Small);
        buttons->addWidget(button);
    }
    contentLayout()->addWidget(m_about);
    contentLayout()->addWidget(m_trouble);
    contentLayout()->addWidget(m_list, 1);
    contentLayout()->addLayout(buttons);

    connect(m_add, &QAbstractButton::clicked, this, &ShotListSheet::addShot);
    connect(m_rename, &QAbstractButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QAbstractButton::clicked, this, &ShotListSheet::removeShot);
    connect(m_up, &QAbstractButton::clicked, this, [this] { moveShot(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { moveShot(1); });
    connect(m_list, &QListWidget::itemChanged, this, &ShotListSheet::renamed);
    connect(m_list, &QListWidget::currentRowChanged, this, &ShotListSheet::refresh);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        if (!m_filling)
            save(shown(), tr("Shot list put in order"));
    });
    connect(&directory, &ShotListDirectory::changed, this, &ShotListSheet::fill);
    m_list->setFocus();
    retranslate();
}

void ShotListSheet::setGallery(const Gallery& gallery)
{
    m_gallery = gallery;
    fill();
}

void ShotListSheet::fill()
{
    m_filling = true;
    const QListWidgetItem* current = m_list->currentItem();
    const QString wanted = !m_wanted.isEmpty() ? m_wanted
                           : current           ? current->data(ShotCodeRole).toString()
                                               : QString();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Shot& shot : m_directory.list().shots) {
        const bool there =
            std::ranges::any_of(m_gallery.photos, [&shot](const Photo& photo) { return photo.slot == shot.code; });
        auto* item = new QListWidgetItem(ShotWords::name(shot), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled);
        item->setData(ShotCodeRole, shot.code);
        item->setData(ShotOptionalRole, shot.optional);
        item->setIcon(IconProvider::icon(there           ? u"circle-check"_s
                                         : shot.optional ? u"circle-minus"_s
                                                         : u"circle-dashed"_s));
        const QString state = there ? tr("there is a photo") : shot.optional ? tr("not needed") : tr("missing");
        item->setToolTip(state);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2", "shot, state").arg(ShotWords::name(shot), state));
        item->setSizeHint({0, Theme::px(ShotLineHeight)});
        if (shot.code == wanted)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    m_wanted.clear();
    m_filling = false;
    refresh();
}

std::vector<Shot> ShotListSheet::shown() const
{
    std::vector<Shot> shots;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        const QString code = item->data(ShotCodeRole).toString();
        const Shot* known = m_directory.list().find(code);
        Shot shot{code, known ? known->name : QString(), item->data(ShotOptionalRole).toBool()};
        // A built-in name stays a word of the program, in everybody's language.
        if (const QString typed = item->text().trimmed(); typed != ShotWords::name(shot))
            shot.name = typed;
        shots.push_back(shot);
    }
    return shots;
}

void ShotListSheet::addShot()
{
    std::vector<Shot> shots = m_directory.list().shots;
    const QString name = tr("New shot");
    const QString code = m_directory.list().newCode(name);
    shots.push_back({code, name, false});
    m_wanted = code;
    save(shots, tr("Shot added to the list"));
}

void ShotListSheet::removeShot()
{
    const int row = m_list->currentRow();
    std::vector<Shot> shots = shown();
    if (row < 0 || row >= static_cast<int>(shots.size()))
        return;
    shots.erase(shots.begin() + row);
    save(shots, tr("Shot taken out of the list"));
}

void ShotListSheet::moveShot(int by)
{
    const int row = m_list->currentRow();
    std::vector<Shot> shots = shown();
    if (row < 0 || row + by < 0 || row + by >= static_cast<int>(shots.size()))
        return;
    std::swap(shots[static_cast<size_t>(row)], shots[static_cast<size_t>(row + by)]);
    m_wanted = shots[static_cast<size_t>(row + by)].code;
    save(shots, tr("Shot list put in order"));
}

void ShotListSheet::renamed(QListWidgetItem* item)
{
    if (m_filling)
        return;
    if (item->text().trimmed().isEmpty())
        return fill();
    save(shown(), tr("Shot list changed"));
}

void ShotListSheet::save(const std::vector<Shot>& shots, const QString& text)
{
    whenDone(m_journal.run(SaveShotList{{m_directory.list().id, shots}}), this,
             [this, text](const Expected<EditOutcome>& outcome) {
                 m_trouble->setVisible(!outcome);
                 if (outcome) {
                     Q_EMIT edited(text, outcome->undo);
                     return;
                 }
                 const QString& detail = outcome.error().detail;
                 m_trouble->setText(detail == "empty"_L1  ? tr("The list needs at least one shot.")
                                    : detail == "many"_L1 ? tr("A list has at most %1 shots.").arg(ShotList::MaxShots)
                                    : detail == "name"_L1 ? tr("A name has at most %1 letters.").arg(ShotList::MaxName)
                                                          : ErrorText::full(outcome.error()));
                 fill();
             });
}

void ShotListSheet::refresh()
{
    const int row = m_list->currentRow();
    m_rename->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0 && m_list->count() > 1);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_add->setEnabled(m_list->count() < ShotList::MaxShots);
    const auto missing = static_cast<int>(m_directory.list().missing(m_gallery).size());
    m_about->setText(
        (missing == 0 ? tr("No shot is missing.") : tr("%n shot(s) of this vehicle are missing.", nullptr, missing)) +
        u' ' + tr("Drag a photo to a gap, or choose its shot beside it. The list is the same for everybody here."));
}

bool ShotListSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return SideSheet::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool alt = key->modifiers() == Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveShot(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->key() == Qt::Key_Insert)
        addShot();
    else if (key->key() == Qt::Key_Delete && m_remove->isEnabled())
        removeShot();
    else if (key->key() == Qt::Key_Space && m_list->currentItem()) {
        m_list->currentItem()->setData(ShotOptionalRole, !m_list->currentItem()->data(ShotOptionalRole).toBool());
    } else {
        return SideSheet::eventFilter(watched, event);
    }
    return true;
}

void ShotListSheet::retranslate()
{
    setTitle(tr("Shot list"));
    m_list->setAccessibleName(tr("Shots in their order"));
    m_add->setText(tr("Add"));
    m_rename->setText(tr("Rename"));
    m_remove->setText(tr("Take out"));
    m_up->setText(tr("Up"));
    m_down->setText(tr("Down"));
    fill();
}

void ShotListSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SideSheet::changeEvent(event);
}

}  // namespace Forecourt
