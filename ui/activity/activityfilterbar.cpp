// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activityfilterbar.h"

#include "models/store/store.h"
#include "models/user/userdirectory.h"
#include "ui/activity/activitydays.h"
#include "ui/activity/activityrecords.h"
#include "ui/activity/activitywords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// The server is asked when somebody stops typing.
constexpr int TypingMs = 350;
constexpr int TextWidth = 190;

}  // namespace

ActivityFilterBar::ActivityFilterBar(const ShellContext& context, const ActivityRecords& records, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_records(records),
      m_text(new SearchField(u"search"_s, this)),
      m_groups(new SegmentedControl(this)),
      m_flow(new FlowLayout(this, 8, 6))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_text->setKeyHint(Qt::Key_Slash);
    m_text->setMaxLength(200);
    m_text->setFixedWidth(Theme::px(TextWidth));
    m_flow->addWidget(m_text);
    for (const ActivityGroup group : AllActivityGroups)
        m_groups->addSegment(ActivityWords::group(group));
    m_flow->addWidget(m_groups);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, &ActivityFilterBar::takeText);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &ActivityFilterBar::takeText);
    connect(m_groups, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        ActivityFilter next = m_filter;
        next.group = AllActivityGroups[static_cast<std::size_t>(index)];
        change(next);
    });
    connect(context.users, &UserDirectory::changed, this, &ActivityFilterBar::rebuildChips);
    retranslate();
}

void ActivityFilterBar::setFilter(const ActivityFilter& filter)
{
    m_filter = filter;
    {
        const QSignalBlocker quietText(m_text);
        const QSignalBlocker quietGroups(m_groups);
        if (m_text->text().trimmed() != filter.text)
            m_text->setText(filter.text);
        m_groups->setCurrentIndex(static_cast<int>(filter.group));
    }
    rebuildChips();
}

void ActivityFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void ActivityFilterBar::takeText()
{
    m_typing.stop();
    ActivityFilter next = m_filter;
    next.text = m_text->text().trimmed();
    next.fields = m_records.columnsNamed(next.text);
    change(next);
}

void ActivityFilterBar::change(const ActivityFilter& filter)
{
    if (filter == m_filter)
        return;
    setFilter(filter);
    Q_EMIT filterChanged(m_filter);
}

bool ActivityFilterBar::isSet(Part part) const
{
    switch (part) {
    case Part::Period: return m_filter.period != ActivityPeriod::Always;
    case Part::Person: return !m_filter.person.isNull();
    case Part::Device: return m_filter.device != 0;
    case Part::Record: return !m_filter.record.isNull();
    }
    return false;
}

void ActivityFilterBar::clear(Part part)
{
    ActivityFilter next = m_filter;
    switch (part) {
    case Part::Period: next.period = ActivityPeriod::Always; break;
    case Part::Person: next.person = Uuid(); break;
    case Part::Device: next.device = 0; break;
    case Part::Record: next.record = Uuid(); break;
    }
    change(next);
}

QString ActivityFilterBar::words(Part part) const
{
    switch (part) {
    case Part::Period: return ActivityWords::period(m_filter);
    case Part::Person: {
        const User* user = m_context.users->find(UserId(m_filter.person));
        return user ? user->displayName : tr("A person who is not here");
    }
    case Part::Device: return tr("On %1").arg(m_filter.deviceName);
    case Part::Record: return m_records.name(RecordKey{m_filter.table, m_filter.record});
    }
    return {};
}

void ActivityFilterBar::rebuildChips()
{
    for (QWidget* chip : m_chips) {
        // A chip may ask for this from within its own click.
        chip->hide();
        m_flow->removeWidget(chip);
        chip->deleteLater();
    }
    m_chips.clear();
    for (const Part part : {Part::Record, Part::Period, Part::Person, Part::Device}) {
        if (!isSet(part))
            continue;
        auto* chip = new Chip(words(part), Chip::Kind::Filter, this);
        connect(chip, &QAbstractButton::clicked, this, [this, part, chip] { edit(part, chip); });
        connect(chip, &Chip::removeRequested, this, [this, part] { clear(part); });
        m_flow->insertWidget(static_cast<int>(m_chips.size()) + 2, chip);
        chip->show();
        m_chips.append(chip);
    }
    updateGeometry();
}

void ActivityFilterBar::edit(Part part, QWidget* opener)
{
    if (part == Part::Period)
        choosePeriod(opener);
    else if (part == Part::Person)
        choosePerson(opener);
}

void ActivityFilterBar::showAddMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Period")), &QAction::triggered, this, [this] { choosePeriod(m_add); });
    connect(menu->addAction(tr("Person")), &QAction::triggered, this, [this] { choosePerson(m_add); });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 4)));
}

void ActivityFilterBar::choosePeriod(QWidget* opener)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActivityPeriod period : AllActivityPeriods) {
        QAction* action = menu->addAction(ActivityWords::period(period));
        action->setCheckable(true);
        action->setChecked(m_filter.period == period);
        connect(action, &QAction::triggered, this, [this, period, place = QPointer(opener)] {
            if (period == ActivityPeriod::Between)
                return chooseDays(place ? place.data() : m_add);
            ActivityFilter next = m_filter;
            next.period = period;
            change(next);
        });
    }
    menu->popup(opener->mapToGlobal(QPoint(0, opener->height() + 4)));
}

void ActivityFilterBar::chooseDays(QWidget* opener)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.store->clock().now()).date();
    auto* days = new ActivityDays(m_filter.from, m_filter.until, today, this);
    connect(days, &ActivityDays::chosen, this, [this](QDate from, QDate until) {
        ActivityFilter next = m_filter;
        next.period = ActivityPeriod::Between;
        next.from = from;
        next.until = until;
        change(next);
    });
    days->popupBelow(opener);
}

void ActivityFilterBar::choosePerson(QWidget* opener)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<User> people = m_context.users->all();
    std::ranges::sort(people, [](const User& one, const User& other) {
        return QString::localeAwareCompare(one.displayName, other.displayName) < 0;
    });
    for (const User& user : people) {
        QAction* action = menu->addAction(QString(user.displayName).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_filter.person == user.id.uuid());
        connect(action, &QAction::triggered, this, [this, id = user.id.uuid()] {
            ActivityFilter next = m_filter;
            next.person = id;
            change(next);
        });
    }
    menu->popup(opener->mapToGlobal(QPoint(0, opener->height() + 4)));
}

void ActivityFilterBar::retranslate()
{
    setAccessibleName(tr("Filters"));
    m_text->setPrompt(tr("Find in activity…"));
    m_groups->setAccessibleName(tr("Kinds of activity"));
    for (const ActivityGroup group : AllActivityGroups)
        m_groups->setSegmentText(static_cast<int>(group), ActivityWords::group(group));
    if (m_add) {
        m_flow->removeWidget(m_add);
        m_add->deleteLater();
    }
    m_add = new Chip(tr("Filter"), Chip::Kind::Add, this);
    m_add->setAccessibleName(tr("Add a filter"));
    connect(m_add, &QAbstractButton::clicked, this, &ActivityFilterBar::showAddMenu);
    m_flow->addWidget(m_add);
    m_add->show();
    rebuildChips();
}

void ActivityFilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        m_text->setFixedWidth(Theme::px(TextWidth));
}

}  // namespace Forecourt
