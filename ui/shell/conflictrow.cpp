// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/conflictrow.h"

#include "models/base/errortext.h"
#include "ui/shell/conflictchoice.h"
#include "ui/widgets/box.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

ConflictRow::ConflictRow(const RecordWords* words, ConflictedRecord record, std::size_t conflict, Wording wording,
                         QWidget* parent)
    : QWidget(parent), m_words(words), m_record(std::move(record)), m_conflict(conflict), m_wording(std::move(wording))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const bool keptFirst = m_wording.keptFirst;
    m_kept = new ConflictChoice(keptFirst ? Qt::Key_1 : Qt::Key_2, this);
    m_lost = new ConflictChoice(keptFirst ? Qt::Key_2 : Qt::Key_1, this);
    m_kept->setChoice(m_wording.keptSide, m_wording.text.kept, m_wording.keptLine);
    m_lost->setChoice(m_wording.lostSide, m_wording.text.lost, m_wording.lostLine);
    auto* field = new Label(m_wording.text.field, TextRole::BodyMedium, Token::Ink, this);
    auto* hint = new Label(m_wording.hint, TextRole::Second, Token::Ink2, this);
    auto* before = new Label(m_wording.text.before.isEmpty() && m_wording.beforeKnown ? u"—"_s : m_wording.text.before,
                             TextRole::Body, Token::Ink2, this);
    m_result = new Label(QString(), TextRole::BodyStrong, Token::Ink, this);
    for (Label* label : {field, hint, before, m_result})
        label->setEliding(true);

    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(field);
    names->addWidget(hint);
    names->addStretch();
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(Theme::px(18), Theme::px(7), Theme::px(14), Theme::px(7));
    across->setSpacing(Theme::px(12));
    const auto add = [across](QLayoutItem* item, int share) {
        across->addItem(item);
        across->setStretch(across->count() - 1, share);
    };
    add(names, ColumnShares[0]);
    across->addWidget(before, ColumnShares[1]);
    across->addWidget(keptFirst ? m_kept : m_lost, ColumnShares[2]);
    across->addWidget(keptFirst ? m_lost : m_kept, ColumnShares[3]);
    auto* result = new QHBoxLayout;
    result->setSpacing(Theme::px(4));
    result->addWidget(m_result, 1);
    if (m_words && m_record.conflicts[m_conflict].kind == Conflict::Kind::Values) {
        QWidget* editor = m_words->makeValueEditor(m_record, m_record.conflicts[m_conflict], this);
        if (editor) {
            m_other = new FormField(QString(), editor, this);
            m_other->hide();
            editor->installEventFilter(this);
            editor->setAccessibleName(tr("Another value for %1").arg(m_wording.text.field));
            result->addWidget(m_other, 1);
            m_type = new IconButton(u"pencil"_s, tr("Type another value for %1").arg(m_wording.text.field), this);
            m_type->setKind(Button::Kind::Ghost);
            m_type->setSize(Button::Size::Small);
            m_type->setShortcutHint(Qt::Key_3);
            m_type->setCheckable(true);
            result->addWidget(m_type);
            connect(m_type, &QAbstractButton::clicked, this, [this](bool on) { on ? startTyping() : pick(1); });
            if (auto* line = m_other->line())
                connect(line, &QLineEdit::textChanged, this, [this] {
                    m_other->clearMessage();
                    Q_EMIT changed();
                });
            else if (auto* combo = qobject_cast<QComboBox*>(editor))
                connect(combo, &QComboBox::currentIndexChanged, this, &ConflictRow::changed);
        }
    }
    add(result, ColumnShares[4]);

    auto* group = new QButtonGroup(this);
    group->addButton(m_kept);
    group->addButton(m_lost);
    for (ConflictChoice* choice : {m_kept, m_lost}) {
        choice->installEventFilter(this);
        connect(choice, &QAbstractButton::clicked, this, [this] { stopTyping(); });
        connect(choice, &QAbstractButton::toggled, this, [this] {
            showResult();
            Q_EMIT changed();
        });
    }
    m_kept->setChecked(true);
    showResult();
}

void ConflictRow::setPresent(const QString& present, bool changedSince)
{
    m_wording.text.present = present;
    m_wording.changedSince = changedSince;
    showResult();
}

void ConflictRow::pick(int column)
{
    if (column == 3) {
        if (m_type)
            startTyping();
        return;
    }
    stopTyping();
    const bool kept = (column == 1) == m_wording.keptFirst;
    (kept ? m_kept : m_lost)->setChecked(true);
    showResult();
}

void ConflictRow::startTyping()
{
    if (!m_other->isVisibleTo(this)) {
        m_type->setChecked(true);
        m_result->hide();
        m_other->show();
        Q_EMIT changed();
    }
    m_other->editor()->setFocus(Qt::OtherFocusReason);
    if (auto* line = m_other->line())
        line->selectAll();
}

void ConflictRow::stopTyping()
{
    if (!m_other || !m_other->isVisibleTo(this))
        return;
    const bool focused = m_other->editor()->hasFocus();
    m_type->setChecked(false);
    m_other->hide();
    m_result->show();
    if (focused)
        (m_kept->isChecked() ? m_kept : m_lost)->setFocus(Qt::OtherFocusReason);
    showResult();
    Q_EMIT changed();
}

ConflictDecision::Choice ConflictRow::choice() const
{
    if (m_type && m_type->isChecked())
        return ConflictDecision::Choice::Other;
    return m_kept->isChecked() ? ConflictDecision::Choice::Keep : ConflictDecision::Choice::TakeBack;
}

Expected<ConflictDecision> ConflictRow::decision()
{
    ConflictDecision decision{m_record.conflicts[m_conflict].ids, choice(), {}};
    if (decision.choice != ConflictDecision::Choice::Other)
        return decision;
    auto typed = m_words->typedValue(m_record, m_record.conflicts[m_conflict], m_other->editor());
    if (!typed) {
        m_other->setError(ErrorText::full(typed.error()));
        m_other->editor()->setFocus(Qt::OtherFocusReason);
        return fail(typed.error());
    }
    m_other->clearMessage();
    decision.other = std::move(*typed);
    return decision;
}

QString ConflictRow::resultText() const
{
    switch (choice()) {
    case ConflictDecision::Choice::Keep: return m_wording.changedSince ? m_wording.text.present : m_kept->value();
    case ConflictDecision::Choice::TakeBack: return m_lost->value();
    case ConflictDecision::Choice::Other: break;
    }
    const auto typed = m_words->typedValue(m_record, m_record.conflicts[m_conflict], m_other->editor());
    return typed ? m_words->valueText(m_record, *typed) : u"…"_s;
}

void ConflictRow::showResult()
{
    m_result->setText(resultText());
    m_result->setAccessibleName(tr("Result: %1").arg(m_result->text()));
}

void ConflictRow::setCurrent(bool current)
{
    m_current = current;
    m_kept->setKeyShown(current);
    m_lost->setKeyShown(current);
    update();
}

bool ConflictRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused();
    return QWidget::eventFilter(watched, event);
}

void ConflictRow::mousePressEvent(QMouseEvent* event)
{
    (m_kept->isChecked() ? m_kept : m_lost)->setFocus(Qt::MouseFocusReason);
    QWidget::mousePressEvent(event);
}

void ConflictRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sheet));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Token::Line));
    if (m_current)
        Box::paintFocusRing(painter, QRectF(rect()), 0);
}

}  // namespace Forecourt
