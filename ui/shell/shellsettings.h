// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>
#include <QVariantMap>

#include <memory>
#include <optional>

namespace Forecourt {

/// What this workstation remembers for its person: looks, language, last page. Lies in `settings.ini` of the store
/// directory, so that a second workstation on the same computer has its own. Choices are applied by the shell; pages
/// read what concerns them and listen to changed().
class ShellSettings : public QObject {
    Q_OBJECT

public:
    enum class Theme { System, Light, Dark };
    enum class Density { Compact, Normal, Roomy };

    /// `file` need not exist. An empty name keeps everything in memory (tests, errors at start).
    explicit ShellSettings(const QString& file, QObject* parent = nullptr);

    Theme theme() const;
    void setTheme(Theme theme);
    /// "en" or "fr"; the system's language decides before the first choice.
    QString language() const;
    void setLanguage(const QString& language);
    /// Percent of the normal text size, 90…150.
    int textPercent() const;
    void setTextPercent(int percent);
    bool reduceMotion() const;
    void setReduceMotion(bool reduce);
    /// Height of list rows.
    Density density() const;
    void setDensity(Density density);
    /// Whether letters alone are keys for actions (E, T, P…).
    bool singleKeys() const;
    void setSingleKeys(bool on);

    /// Wishes of the command line for this session: they hold until the person chooses otherwise, and are not kept.
    void wishForSession(const std::optional<QString>& theme, const std::optional<QString>& language);

    /// Anything else: window state, splitters, columns. `key` like "inventory/columns".
    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);
    void sync();

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void textPercentChanged();
    void reduceMotionChanged();
    void densityChanged();
    void singleKeysChanged();

private:
    QVariant read(const QString& key, const QVariant& fallback) const;

    std::unique_ptr<QSettings> m_file;
    QVariantMap m_memory;
    QVariantMap m_session;
};

}  // namespace Forecourt
