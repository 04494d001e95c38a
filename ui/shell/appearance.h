// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/languages.h"

#include <QObject>

class QApplication;

namespace Forecourt {

class ShellSettings;

/// Applies the choices of looks and language to the program, now and whenever they change.
class Appearance : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    Appearance(QApplication& application, ShellSettings& settings, QObject* parent = nullptr);

private:
    void applyTheme();

    QApplication& m_application;
    ShellSettings& m_settings;
    Languages m_languages;
};

}  // namespace Forecourt
