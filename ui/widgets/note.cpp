// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/note.h"

#include "ui/widgets/box.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace Forecourt {

namespace {

int noteIconPx()
{
    return Theme::px(18);
}

constexpr int NotePadding = 12;

QString noteIcon(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return QStringLiteral("circle-check");
    case Tone::Warn: return QStringLiteral("alert-triangle");
    case Tone::Bad: return QStringLiteral("alert-circle");
    case Tone::Info:
    case Tone::Vio:
    case Tone::Accent:
    case Tone::Neutral: return QStringLiteral("info-circle");
    }
    Q_UNREACHABLE();
    return {};
}
}  // namespace

Note::Note(Tone tone, const QString& text, QWidget* parent)
    : QFrame(parent),
      m_tone(tone),
      m_layout(new QHBoxLayout(this)),
      m_text(new Label(text, TextRole::Body, Token::Ink, this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setFocusPolicy(text.contains(QLatin1String("<a ")) ? Qt::StrongFocus : Qt::NoFocus);
    connect(m_text, &QLabel::linkActivated, this, &Note::linkActivated);
    m_layout->addWidget(m_text, 1, Qt::AlignVCenter);
    m_layout->setSpacing(8);
    setAccessibleName(text);
    refreshMargins();
}

void Note::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Note::setText(const QString& text)
{
    m_text->setText(text);
    const bool linked = text.contains(QLatin1String("<a "));
    m_text->setFocusPolicy(linked ? Qt::StrongFocus : Qt::NoFocus);
    setAccessibleName(text);
}

QString Note::text() const
{
    return m_text->text();
}

void Note::setIconName(const QString& name)
{
    m_iconName = name;
    update();
}

Button* Note::addAction(const QString& text)
{
    auto* button = new Button(text, Button::Kind::Default, this);
    button->setSize(Button::Size::Small);
    m_layout->insertWidget(m_cross != nullptr ? m_layout->count() - 1 : m_layout->count(), button, 0, Qt::AlignVCenter);
    return button;
}

void Note::setDismissible(bool dismissible)
{
    if (dismissible == (m_cross != nullptr))
        return;
    if (!dismissible) {
        delete m_cross;
        m_cross = nullptr;
        return;
    }
    auto* cross = new IconButton(QStringLiteral("x"), tr("Dismiss"), this);
    cross->setSize(Button::Size::Small);
    connect(cross, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    m_layout->addWidget(cross, 0, Qt::AlignTop);
    m_cross = cross;
}

void Note::refreshMargins()
{
    m_layout->setContentsMargins(NotePadding + noteIconPx() + 10, 8, NotePadding, 8);
    setMinimumHeight(Theme::px(34));
}

void Note::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool neutral = m_tone == Tone::Neutral;
    Box::paint(painter, QRectF(rect()), 8, Theme::color(neutral ? Token::Sunken : Tokens::soft(m_tone)),
               Theme::color(Tokens::line(m_tone)));
    // The icon stands with the first line of a longer text.
    const int firstLine = std::min(height(), 2 * (m_text->y() + Fonts::lineHeight(TextRole::Body) / 2));
    IconProvider::paint(painter, QRectF(NotePadding, 0, noteIconPx(), firstLine),
                        m_iconName.isEmpty() ? noteIcon(m_tone) : m_iconName, Theme::color(Tokens::text(m_tone)),
                        noteIconPx());
}

void Note::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        refreshMargins();
        update();
    } else if (event->type() == QEvent::LanguageChange) {
        if (auto* cross = qobject_cast<IconButton*>(m_cross))
            cross->setName(tr("Dismiss"));
    }
}

}  // namespace Forecourt
