// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitydetail.h"

#include "ui/activity/activityrecords.h"
#include "ui/activity/activitywords.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// To the second: two changes of one minute are told apart here.
QString exactTime(UtcMs at)
{
    return formatDate(at) + u", "_s + QDateTime::fromMSecsSinceEpoch(at).toString(u"HH:mm:ss"_s);
}

}  // namespace

ActivityDetail::ActivityDetail(const ActivityRecords& records, QWidget* parent)
    : QWidget(parent),
      m_records(records),
      m_title(new Label(QString(), TextRole::Section, Token::Ink, this)),
      m_close(new IconButton(u"x"_s, QString(), this)),
      m_content(new QWidget(this)),
      m_column(new QVBoxLayout(m_content))
{
    m_close->setKind(Button::Kind::Ghost);
    m_close->setSize(Button::Size::Small);
    m_close->setShortcutHint(Qt::Key_Space);
    connect(m_close, &QAbstractButton::clicked, this, &ActivityDetail::closeRequested);
    m_title->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 12, 8);
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    m_column->setContentsMargins(16, 4, 16, 16);
    m_column->setSpacing(4);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    rebuild();
}

void ActivityDetail::setEntry(std::optional<ActivityEntry> entry)
{
    if (entry == m_entry)
        return;
    m_entry = std::move(entry);
    rebuild();
}

void ActivityDetail::addFact(const QString& name, const QString& value, bool mono)
{
    if (value.isEmpty())
        return;
    m_column->addWidget(new Label(name, TextRole::Caption, Token::Ink2, m_content));
    auto* said = new Label(value, mono ? TextRole::Mono : TextRole::Body, Token::Ink, m_content);
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(!mono);
    said->setEliding(mono);
    said->setAccessibleName(name + u": "_s + value);
    said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(said);
    m_column->addSpacing(Theme::px(4));
}

void ActivityDetail::addChanges(bool stands)
{
    const auto changes = m_records.changes(*m_entry, stands);
    if (changes.empty())
        return;
    m_column->addSpacing(Theme::px(6));
    m_column->addWidget(new Divider(Qt::Horizontal, m_content));
    m_column->addSpacing(Theme::px(8));
    m_column->addWidget(new Label(stands ? tr("What changed") : tr("What was typed and not taken"),
                                  TextRole::BodyStrong, Token::Ink, m_content));
    m_column->addSpacing(Theme::px(4));
    for (const FieldChangeText& change : changes) {
        m_column->addWidget(new Label(change.field, TextRole::Caption, Token::Ink2, m_content));
        const auto addValue = [this](const QString& text, TextRole role, Token ink) {
            auto* value = new Label(text.isEmpty() ? u"—"_s : text, role, ink, m_content);
            value->setTextFormat(Qt::PlainText);
            value->setWordWrap(true);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            m_column->addWidget(value);
            return value;
        };
        if (!change.before.isEmpty() || !stands) {
            Label* before = addValue(change.before, TextRole::Body, Token::Ink2);
            before->setAccessibleName(tr("%1 before: %2").arg(change.field, before->text()));
        }
        Label* after = addValue(u"→ "_s + (change.after.isEmpty() ? u"—"_s : change.after), TextRole::BodyStrong,
                                stands ? Token::Ink : Token::BadText);
        after->setAccessibleName(tr("%1 after: %2").arg(change.field, change.after));
        m_column->addSpacing(Theme::px(6));
    }
}

Button* ActivityDetail::addButton(const QString& text, const QString& iconName)
{
    auto* button = new Button(text, Button::Kind::Default, m_content);
    button->setIconName(iconName);
    m_column->addWidget(button);
    return button;
}

void ActivityDetail::rebuild()
{
    setAccessibleName(tr("Details"));
    m_close->setName(tr("Hide the details"));
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    if (!m_entry) {
        m_title->setText(QString());
        auto* hint = new Label(tr("Choose an entry to see all of it."), TextRole::Body, Token::Ink2, m_content);
        hint->setWordWrap(true);
        m_column->addWidget(hint);
        m_column->addStretch();
        return;
    }
    const ActivityEntry entry = *m_entry;
    m_title->setText(ActivityWords::title(entry, m_records.name(entry)).toHtmlEscaped());
    auto* kind = new Badge(ActivityWords::kind(entry.kind), ActivityWords::tone(entry.kind), m_content);
    kind->setIconName(ActivityWords::iconName(entry.kind));
    auto* kindRow = new QHBoxLayout;
    kindRow->addWidget(kind);
    kindRow->addStretch();
    auto* kindHolder = new QWidget(m_content);
    kindRow->setContentsMargins(0, 0, 0, 0);
    kindHolder->setLayout(kindRow);
    m_column->addWidget(kindHolder);
    m_column->addSpacing(Theme::px(6));
    addFact(tr("When"), exactTime(entry.at));
    addFact(tr("Who"), ActivityWords::who(entry));
    addFact(tr("From where"), ActivityWords::from(entry));
    addFact(tr("About"), entry.record.isNull() || entry.table == 0 ? entry.name : m_records.name(entry));
    addFact(tr("Why"), ActivityWords::why(entry));
    if (!m_records.route(entry).isEmpty()) {
        Button* open = addButton(tr("Open the vehicle"), u"car"_s);
        open->setObjectName(u"openRecord"_s);
        open->setKeyHint(Qt::Key_Return);
        connect(open, &QAbstractButton::clicked, this, [this, entry] { Q_EMIT openRequested(entry); });
    }
    addChanges(true);
    addChanges(false);
    m_column->addWidget(new Divider(Qt::Horizontal, m_content));
    m_column->addSpacing(Theme::px(8));
    if (entry.table != 0 && !entry.record.isNull())
        connect(addButton(tr("Only this record"), u"filter"_s), &QAbstractButton::clicked, this,
                [this, entry] { Q_EMIT onlyRecordRequested(entry); });
    if (!entry.user.isNull())
        connect(addButton(tr("Only this person"), u"user"_s), &QAbstractButton::clicked, this,
                [this, entry] { Q_EMIT onlyPersonRequested(entry); });
    if (entry.device != 0)
        connect(addButton(tr("Only this computer"), u"device-desktop"_s), &QAbstractButton::clicked, this,
                [this, entry] { Q_EMIT onlyDeviceRequested(entry); });
    m_column->addSpacing(Theme::px(8));
    addFact(tr("Number"), formatCount(entry.id));
    addFact(tr("Proof (SHA-256)"), entry.hash, true);
    auto* kept = new Label(tr("Kept for seven years. Nobody can change or remove an entry without it showing."),
                           TextRole::Second, Token::Ink3, m_content);
    kept->setWordWrap(true);
    m_column->addWidget(kept);
    m_column->addStretch();
}

void ActivityDetail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

}  // namespace Forecourt
