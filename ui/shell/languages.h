// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace Forecourt {

/// The language of the program: its texts, Qt's own, and how figures and dates are written. Switching sends
/// QEvent::LanguageChange to every widget.
class Languages : public QObject {
    Q_OBJECT

public:
    explicit Languages(QObject* parent = nullptr);
    ~Languages() override;

    /// "en" or "fr", as Canadians write them.
    void apply(const QString& language);
    QString current() const { return m_current; }

private:
    QString m_current;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace Forecourt
