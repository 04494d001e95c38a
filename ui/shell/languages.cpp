// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace Forecourt {

using namespace Qt::StringLiterals;

Languages::Languages(QObject* parent) : QObject(parent) {}

Languages::~Languages()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Languages::apply(const QString& language)
{
    if (language == m_current)
        return;
    m_current = language;
    // Before the translators: widgets read figures and texts anew at the same event.
    QLocale::setDefault(language == "fr"_L1 ? QLocale(QLocale::French, QLocale::Canada)
                                            : QLocale(QLocale::English, QLocale::Canada));
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    // English has a catalogue too: the plural forms.
    for (const QString& name : {u"qtbase"_s, u"forecourt"_s}) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(u":/translations/%1_%2.qm"_s.arg(name, language)))
            continue;
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}

}  // namespace Forecourt
