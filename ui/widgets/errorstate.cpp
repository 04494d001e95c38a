// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/errorstate.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace Forecourt {

namespace {

int errorIconPx()
{
    return Theme::px(20);
}

}  // namespace

class ErrorState::Picture final : public QWidget {
public:
    explicit Picture(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); }

    QSize sizeHint() const override { return {errorIconPx(), errorIconPx()}; }

    void setPicture(const QString& name, Token token)
    {
        m_name = name;
        m_token = token;
        update();
    }

    void setTone(Tone tone) { setPicture(m_name, tone == Tone::Neutral ? Token::Ink : Tokens::text(tone)); }
    void setName(const QString& name) { setPicture(name, m_token); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        IconProvider::paint(painter, QRectF(0, 0, width(), Fonts::lineHeight(TextRole::Section)), m_name,
                            Theme::color(m_token), errorIconPx());
    }

private:
    QString m_name = QStringLiteral("alert-circle");
    Token m_token = Token::BadText;
};

ErrorState::ErrorState(Tone tone, QWidget* parent)
    : QWidget(parent),
      m_picture(new Picture(this)),
      m_title(new Label(QString(), TextRole::Section, Token::Ink, this)),
      m_text(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_code(new Label(QString(), TextRole::Mono, Token::Ink3, this)),
      m_main(new Button(QString(), Button::Kind::Primary, this)),
      m_other(new Button(QString(), Button::Kind::Default, this))
{
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->hide();
    m_main->hide();
    m_other->hide();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_main);
    buttons->addWidget(m_other);
    buttons->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addSpacing(4);
    words->addLayout(buttons);
    words->addSpacing(2);
    words->addWidget(m_code);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(10);
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    setTone(tone);
}

void ErrorState::setTone(Tone tone)
{
    m_picture->setTone(tone);
}

void ErrorState::setIconName(const QString& name)
{
    m_picture->setName(name);
}

void ErrorState::setTitle(const QString& whatHappened)
{
    m_title->setText(whatHappened);
    setAccessibleName(whatHappened);
}

void ErrorState::setText(const QString& whatIsSafe)
{
    m_text->setText(whatIsSafe);
    setAccessibleDescription(whatIsSafe);
}

void ErrorState::setCode(const QString& code)
{
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
}

void ErrorState::setMainAction(const QString& text)
{
    m_main->setText(text);
    m_main->setVisible(!text.isEmpty());
}

void ErrorState::setOtherAction(const QString& text)
{
    m_other->setText(text);
    m_other->setVisible(!text.isEmpty());
}

}  // namespace Forecourt
