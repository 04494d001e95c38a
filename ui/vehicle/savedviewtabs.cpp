// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/savedviewtabs.h"

#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/view/savedviewcommands.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/columnchooser.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QMenu>

namespace Forecourt {

using namespace Qt::StringLiterals;

QJsonObject InventoryView::toJson() const
{
    QJsonArray names;
    for (const VehicleColumn column : columns)
        names.append(vehicleColumnCode(column));
    QJsonObject json = query.toJson();
    json.insert(u"columns"_s, names);
    return json;
}

InventoryView InventoryView::fromJson(const QJsonObject& json)
{
    InventoryView view{VehicleQuery::fromJson(json), {}};
    for (const auto& name : json.value(u"columns"_s).toArray()) {
        if (const auto column = vehicleColumnFromCode(name.toString()))
            view.columns.append(*column);
    }
    if (view.columns.isEmpty())
        view.columns = ColumnChooser::standard();
    return view;
}

SavedViewTabs::SavedViewTabs(const ShellContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new TabStrip(this)),
      m_save(new Button(QString(), Button::Kind::Ghost, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_tabs);
    row->addWidget(m_save);
    row->addStretch();
    m_save->setIconName(u"plus"_s);
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    m_chosen.columns = ColumnChooser::standard();
    m_present = m_chosen;
    connect(m_tabs, &QTabBar::tabBarClicked, this, &SavedViewTabs::choose);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (m_tabs->hasFocus())
            choose(index);
    });
    connect(m_tabs, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) { showMenu(m_tabs->tabAt(position), position); });
    connect(m_save, &QAbstractButton::clicked, this,
            [this] { askName(QString(), [this](const QString& name) { saveNew(name); }); });
    connect(&m_context.store->changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.contains(Table::SavedViews))
            read();
        else if (changes.contains(Table::Vehicles))
            count();
    });
    retranslate();
    read();
}

void SavedViewTabs::read()
{
    whenDone(m_context.journal->identity(), this, [this](const Expected<Journal::Identity>& identity) {
        const UserId user = identity ? identity->user : UserId();
        whenDone(m_context.store->read([user](Connection& connection) {
            return SavedViewRepository::forPage(connection, u"inventory"_s, user);
        }),
                 this, [this](const Expected<std::vector<SavedView>>& views) {
                     if (!views)
                         return;
                     const auto has = [this](const std::vector<SavedView>& list) {
                         return std::ranges::any_of(list,
                                                    [this](const SavedView& view) { return view.id == m_wanted; });
                     };
                     // The view in use is gone: the list stays as it is and can be saved again.
                     if (has(m_views) && !has(*views)) {
                         m_wanted = {};
                         m_chosen = InventoryView{{}, ColumnChooser::standard()};
                         m_save->setVisible(!(m_present == m_chosen));
                     }
                     m_views = *views;
                     fill();
                 });
    });
}

void SavedViewTabs::fill()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_tabs->addTab(tr("All stock"));
    for (const SavedView& view : m_views)
        m_tabs->addTab(view.name);
    int current = 0;
    for (size_t i = 0; i < m_views.size(); ++i) {
        if (m_views[i].id == m_wanted)
            current = static_cast<int>(i) + 1;
    }
    m_tabs->setCurrentIndex(current);
    count();
}

void SavedViewTabs::count()
{
    std::vector<VehicleFilter> filters{VehicleFilter{}};
    for (const SavedView& view : m_views)
        filters.push_back(InventoryView::fromJson(view.definition).query.filter);
    whenDone(m_context.store->read(
                 [filters, now = m_context.store->clock().now()](Connection& connection) -> Expected<QList<int>> {
                     QList<int> counts;
                     for (const VehicleFilter& filter : filters) {
                         auto count = VehicleRepository::count(connection, filter, now);
                         if (!count)
                             return fail(count.error());
                         counts.append(*count);
                     }
                     return counts;
                 }),
             this, [this](const Expected<QList<int>>& counts) {
                 if (!counts || counts->size() != m_tabs->count())
                     return;
                 for (int i = 0; i < m_tabs->count(); ++i)
                     m_tabs->setCount(i, counts->at(i));
             });
}

void SavedViewTabs::choose(int index)
{
    if (index < 0 || index > static_cast<int>(m_views.size()))
        return;
    m_wanted = index == 0 ? SavedViewId() : m_views[static_cast<size_t>(index) - 1].id;
    if (index == 0) {
        m_chosen = InventoryView{{}, ColumnChooser::standard()};
    } else {
        m_chosen = InventoryView::fromJson(m_views[static_cast<size_t>(index) - 1].definition);
    }
    Q_EMIT viewChosen(m_chosen);
}

void SavedViewTabs::setPresent(const InventoryView& view)
{
    m_present = view;
    m_save->setVisible(!(m_present == m_chosen));
}

QString SavedViewTabs::currentName() const
{
    return m_tabs->tabText(m_tabs->currentIndex());
}

void SavedViewTabs::showMenu(int index, const QPoint& position)
{
    if (index <= 0)
        return;
    const SavedView view = m_views[static_cast<size_t>(index) - 1];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto note = [this](std::function<QString()> text) {
        return [this, text = std::move(text)](const Expected<EditOutcome>& outcome) {
            if (outcome)
                m_context.undo->push(text, outcome->undo);
        };
    };
    connect(menu->addAction(tr("Replace with what is shown now")), &QAction::triggered, this, [this, view, note] {
        SavedView next = view;
        next.definition = m_present.toJson();
        m_chosen = m_present;
        m_save->hide();
        whenDone(m_context.journal->run(SaveView{next}), this,
                 note([name = view.name] { return tr("View “%1” changed").arg(name); }));
    });
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this, [this, view, note] {
        askName(view.name, [this, view, note](const QString& name) {
            whenDone(m_context.journal->run(RenameView{view.id, name}), this,
                     note([name] { return tr("View renamed to “%1”").arg(name); }));
        });
    });
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, view, note] {
        whenDone(m_context.journal->run(DeleteView{view.id}), this,
                 note([name = view.name] { return tr("View “%1” deleted").arg(name); }));
    });
    menu->popup(m_tabs->mapToGlobal(position));
}

void SavedViewTabs::askName(const QString& present, std::function<void(const QString&)> then)
{
    auto* popup = new PopupFrame(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    constexpr int Inset = PopupFrame::Margin + 12;
    popup->contentLayout()->setContentsMargins(Inset, Inset, Inset, Inset);
    popup->contentLayout()->setSpacing(8);
    popup->contentLayout()->addWidget(new Label(tr("Name of the view"), TextRole::BodyStrong, Token::Ink, popup));
    auto* line = new QLineEdit(present, popup);
    line->setAccessibleName(tr("Name of the view"));
    popup->contentLayout()->addWidget(line);
    auto* save = new Button(tr("Save"), Button::Kind::Primary, popup);
    save->setKeyHint(Qt::Key_Return);
    save->setEnabled(!present.isEmpty());
    popup->contentLayout()->addWidget(save, 0, Qt::AlignLeft);
    const auto accept = [popup, line, then = std::move(then)] {
        const QString name = line->text().trimmed();
        if (name.isEmpty())
            return;
        popup->close();
        then(name);
    };
    connect(line, &QLineEdit::textChanged, save,
            [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); });
    connect(line, &QLineEdit::returnPressed, popup, accept);
    connect(save, &QAbstractButton::clicked, popup, accept);
    popup->resizePanel({Theme::px(260), Theme::px(136)});
    popup->popupBelow(m_save->isVisible() ? static_cast<QWidget*>(m_save) : m_tabs);
    line->setFocus();
}

void SavedViewTabs::saveNew(const QString& name)
{
    SavedView view;
    view.id = SavedViewId::create();
    view.page = u"inventory"_s;
    view.name = name;
    view.definition = m_present.toJson();
    m_wanted = view.id;
    m_chosen = m_present;
    m_save->hide();
    whenDone(m_context.journal->run(SaveView{view}), this, [this, name](const Expected<EditOutcome>& outcome) {
        if (outcome)
            m_context.undo->push([name] { return tr("View “%1” saved").arg(name); }, outcome->undo);
    });
}

void SavedViewTabs::retranslate()
{
    m_tabs->setAccessibleName(tr("Saved views"));
    m_save->setText(tr("Save this view"));
    if (m_tabs->count() > 0)
        m_tabs->setTabText(0, tr("All stock"));
}

void SavedViewTabs::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
