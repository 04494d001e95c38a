// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/shellsettings.h"

#include <QLocale>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

ShellSettings::ShellSettings(const QString& file, QObject* parent) : QObject(parent)
{
    if (!file.isEmpty())
        m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

ShellSettings::Theme ShellSettings::theme() const
{
    const QString word = read(u"look/theme"_s, u"system"_s).toString();
    return word == "light"_L1 ? Theme::Light : word == "dark"_L1 ? Theme::Dark : Theme::System;
}

void ShellSettings::setTheme(Theme theme)
{
    if (theme == this->theme())
        return;
    setValue(u"look/theme"_s, theme == Theme::Light ? u"light"_s : theme == Theme::Dark ? u"dark"_s : u"system"_s);
    Q_EMIT themeChanged();
}

QString ShellSettings::language() const
{
    const QString system = QLocale::system().language() == QLocale::French ? u"fr"_s : u"en"_s;
    const QString word = read(u"look/language"_s, system).toString();
    return word == "fr"_L1 ? u"fr"_s : u"en"_s;
}

void ShellSettings::setLanguage(const QString& language)
{
    if (language == this->language())
        return;
    setValue(u"look/language"_s, language);
    Q_EMIT languageChanged();
}

int ShellSettings::textPercent() const
{
    return std::clamp(read(u"look/textPercent"_s, 100).toInt(), 90, 150);
}

void ShellSettings::setTextPercent(int percent)
{
    percent = std::clamp(percent, 90, 150);
    if (percent == textPercent())
        return;
    setValue(u"look/textPercent"_s, percent);
    Q_EMIT textPercentChanged();
}

bool ShellSettings::reduceMotion() const
{
    return read(u"look/reduceMotion"_s, false).toBool();
}

void ShellSettings::setReduceMotion(bool reduce)
{
    if (reduce == reduceMotion())
        return;
    setValue(u"look/reduceMotion"_s, reduce);
    Q_EMIT reduceMotionChanged();
}

ShellSettings::Density ShellSettings::density() const
{
    const QString word = read(u"look/density"_s, u"normal"_s).toString();
    return word == "compact"_L1 ? Density::Compact : word == "roomy"_L1 ? Density::Roomy : Density::Normal;
}

void ShellSettings::setDensity(Density density)
{
    if (density == this->density())
        return;
    setValue(u"look/density"_s, density == Density::Compact ? u"compact"_s
                                : density == Density::Roomy ? u"roomy"_s
                                                            : u"normal"_s);
    Q_EMIT densityChanged();
}

bool ShellSettings::singleKeys() const
{
    return read(u"keys/single"_s, true).toBool();
}

void ShellSettings::setSingleKeys(bool on)
{
    if (on == singleKeys())
        return;
    setValue(u"keys/single"_s, on);
    Q_EMIT singleKeysChanged();
}

void ShellSettings::wishForSession(const std::optional<QString>& theme, const std::optional<QString>& language)
{
    if (theme)
        m_session.insert(u"look/theme"_s, *theme);
    if (language)
        m_session.insert(u"look/language"_s, *language);
}

QVariant ShellSettings::value(const QString& key, const QVariant& fallback) const
{
    return read(key, fallback);
}

void ShellSettings::setValue(const QString& key, const QVariant& value)
{
    m_session.remove(key);
    if (m_file)
        m_file->setValue(key, value);
    else
        m_memory.insert(key, value);
}

void ShellSettings::sync()
{
    if (m_file)
        m_file->sync();
}

QVariant ShellSettings::read(const QString& key, const QVariant& fallback) const
{
    if (const auto wish = m_session.constFind(key); wish != m_session.constEnd())
        return *wish;
    return m_file ? m_file->value(key, fallback) : m_memory.value(key, fallback);
}

}  // namespace Forecourt
