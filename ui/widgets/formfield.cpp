// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/formfield.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

/// The sentence under a field: icon, words, the offer in bold, and the key that takes it.
class FormField::MessageLine final : public QWidget {
public:
    explicit MessageLine(QWidget* parent)
        : QWidget(parent),
          m_words(new Label(QString(), TextRole::Second, Token::Ink3, this)),
          m_key(new KeyCap(QKeySequence(Qt::Key_Tab), this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 4, 0, 0);
        row->setSpacing(6);
        row->addWidget(m_words, 1);
        row->addWidget(m_key, 0, Qt::AlignTop);
        row->addStretch(0);
        m_key->hide();
    }

    void say(const QString& sentence, const QString& offer, const QString& iconName, Token token)
    {
        m_iconName = iconName;
        m_token = token;
        m_words->setToken(token);
        m_words->setTextFormat(offer.isEmpty() ? Qt::PlainText : Qt::RichText);
        m_words->setText(offer.isEmpty() ? sentence
                                         : u"%1 <b>%2</b>"_s.arg(sentence.toHtmlEscaped(), offer.toHtmlEscaped()));
        m_key->setVisible(!offer.isEmpty());
        setVisible(!sentence.isEmpty());
        fit();
        update();
    }

protected:
    void resizeEvent(QResizeEvent*) override { fit(); }

    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::StyleChange)
            fit();
    }

    void paintEvent(QPaintEvent*) override
    {
        if (m_iconName.isEmpty())
            return;
        QPainter painter(this);
        IconProvider::paint(painter, QRectF(0, 4, iconPx(), Fonts::lineHeight(TextRole::Second)), m_iconName,
                            Theme::color(m_token), iconPx());
    }

private:
    /// Words that fit in one line keep the key close; longer ones wrap and take the whole width.
    void fit()
    {
        layout()->setContentsMargins(m_iconName.isEmpty() ? 0 : iconPx() + 5, 4, 0, 0);
        m_words->setWordWrap(false);
        const bool fits = layout()->sizeHint().width() <= width();
        m_words->setWordWrap(!fits);
        auto* row = static_cast<QHBoxLayout*>(layout());
        row->setStretch(0, fits ? 0 : 1);
        row->setStretch(2, fits ? 1 : 0);
    }

    static int iconPx() { return Theme::px(14); }

    QString m_iconName;
    Token m_token = Token::Ink3;
    Label* m_words;
    KeyCap* m_key;
};

FormField::FormField(const QString& name, QWidget* editor, QWidget* parent)
    : QWidget(parent),
      m_name(new Label(name, TextRole::SecondMedium, Token::Ink2, this)),
      m_editor(editor),
      m_message(new MessageLine(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addSpacing(4);
    column->addWidget(m_editor);
    column->addWidget(m_message);
    m_name->setBuddy(m_editor);
    m_message->hide();
    m_editor->installEventFilter(this);
    setFocusProxy(m_editor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    describe();
}

QLineEdit* FormField::line() const
{
    return qobject_cast<QLineEdit*>(m_editor);
}

void FormField::setName(const QString& name)
{
    m_name->setText(name);
    describe();
}

void FormField::setHint(const QString& hint)
{
    m_hint = hint;
    if (m_state == State::Fine)
        clearMessage();
}

void FormField::setError(const QString& sentence)
{
    m_replacement.clear();
    setState(State::Error, sentence, QString());
}

void FormField::setWarning(const QString& sentence, const QString& offer, const QString& replacement)
{
    m_replacement = replacement;
    setState(State::Warning, sentence, offer);
}

void FormField::clearMessage()
{
    m_replacement.clear();
    setState(State::Fine, m_hint, QString());
}

QString FormField::message() const
{
    return m_editor->accessibleDescription();
}

void FormField::setState(State state, const QString& sentence, const QString& offer)
{
    m_state = state;
    switch (state) {
    case State::Fine: m_message->say(sentence, QString(), QString(), Token::Ink3); break;
    case State::Error: m_message->say(sentence, QString(), u"alert-circle"_s, Token::BadText); break;
    case State::Warning: m_message->say(sentence, offer, u"alert-triangle"_s, Token::WarnText); break;
    }
    const QString shown = state == State::Error ? u"error"_s : state == State::Warning ? u"warn"_s : QString();
    if (m_editor->property("state").toString() != shown) {
        m_editor->setProperty("state", shown);
        // Style sheets look at properties only when a widget is polished.
        m_editor->style()->unpolish(m_editor);
        m_editor->style()->polish(m_editor);
    }
    const QString spoken = offer.isEmpty() ? sentence : sentence + u' ' + offer;
    if (m_editor->accessibleDescription() != spoken) {
        m_editor->setAccessibleDescription(spoken);
        QAccessibleEvent described(m_editor, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&described);
    }
}

void FormField::describe()
{
    m_editor->setAccessibleName(m_name->text());
}

bool FormField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_editor && event->type() == QEvent::KeyPress && !m_replacement.isEmpty() && line() != nullptr) {
        const auto* press = static_cast<QKeyEvent*>(event);
        if (press->key() == Qt::Key_Tab && press->modifiers() == Qt::NoModifier) {
            const QString taken = std::exchange(m_replacement, QString());
            line()->setText(taken);
            Q_EMIT suggestionTaken(taken);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace Forecourt
