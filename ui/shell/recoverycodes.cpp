// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/recoverycodes.h"

#include "models/base/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/textprint.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>

namespace Forecourt {

using namespace Qt::StringLiterals;

RecoveryCodes::RecoveryCodes(QWidget* parent)
    : QWidget(parent),
      m_words(new Label(QString(), TextRole::Body, Token::Ink, this)),
      m_list(new Label(QString(), TextRole::Mono, Token::Ink, this)),
      m_state(new Note(Tone::Info, QString(), this)),
      m_copy(new Button(QString(), Button::Kind::Default, this)),
      m_save(new Button(QString(), Button::Kind::Default, this)),
      m_print(new Button(QString(), Button::Kind::Default, this)),
      m_kept(new Button(QString(), Button::Kind::Primary, this))
{
    m_words->setWordWrap(true);
    m_list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list->setObjectName(u"recoveryCodes"_s);
    m_copy->setObjectName(u"copyCodes"_s);
    m_kept->setObjectName(u"codesKept"_s);
    m_copy->setIconName(u"copy"_s);
    m_save->setIconName(u"download"_s);
    m_print->setIconName(u"printer"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(10));
    column->addWidget(m_words);
    column->addWidget(m_list);
    column->addWidget(m_state);
    auto* ways = new QHBoxLayout;
    for (Button* way : {m_copy, m_save, m_print})
        ways->addWidget(way);
    ways->addStretch(1);
    column->addLayout(ways);
    column->addWidget(m_kept, 0, Qt::AlignLeft);
    connect(m_copy, &Button::clicked, this, &RecoveryCodes::copy);
    connect(m_save, &Button::clicked, this, &RecoveryCodes::save);
    connect(m_print, &Button::clicked, this, &RecoveryCodes::print);
    connect(m_kept, &Button::clicked, this, [this] {
        m_codes.clear();
        m_list->clear();
        hide();
        Q_EMIT kept();
    });
    retranslate();
    hide();
}

void RecoveryCodes::give(const QStringList& codes, const QString& person)
{
    m_codes = codes;
    m_person = person;
    QStringList lines;
    for (qsizetype at = 0; at < codes.size(); at += 2)
        lines.append(codes.mid(at, 2).join(u"    "_s));
    m_list->setText(lines.join(u'\n'));
    m_state->hide();
    show();
    m_copy->setFocus(Qt::OtherFocusReason);
}

QString RecoveryCodes::document() const
{
    QString text = tr("Recovery codes of Forecourt") + u'\n';
    if (!m_person.isEmpty())
        text += m_person + u'\n';
    return text + u'\n' + m_codes.join(u'\n') + u"\n\n"_s +
           tr("Each of them signs in once, in place of the code of the telephone.") + u'\n';
}

void RecoveryCodes::copy()
{
    QGuiApplication::clipboard()->setText(document());
    m_state->setTone(Tone::Info);
    m_state->setText(tr("Copied. Paste them where only you can read them."));
    m_state->show();
}

bool RecoveryCodes::saveTo(const QString& name)
{
    QSaveFile file(name);
    const QByteArray text = document().toUtf8();
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                       file.write(text) == text.size() && file.commit();
    m_state->setTone(saved ? Tone::Info : Tone::Bad);
    m_state->setText(saved ? tr("Saved as %1.").arg(name)
                           : ErrorText::full({ErrorCode::FileUnwritable, name, file.errorString()}));
    m_state->show();
    return saved;
}

void RecoveryCodes::save()
{
    const QString name =
        QFileDialog::getSaveFileName(this, tr("Save the recovery codes"), u"forecourt-codes.txt"_s, tr("Text (*.txt)"));
    if (!name.isEmpty())
        saveTo(name);
}

void RecoveryCodes::print()
{
    printText(document(), this);
}

void RecoveryCodes::retranslate()
{
    m_words->setText(
        tr("If your telephone is lost, one of these codes signs you in, each once. Keep them where only you find them, "
           "and not on the telephone: they are shown this one time."));
    m_list->setAccessibleName(tr("Recovery codes"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save…"));
    m_print->setText(tr("Print…"));
    m_kept->setText(tr("I have kept them"));
}

void RecoveryCodes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace Forecourt
