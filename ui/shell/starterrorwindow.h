// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QWidget>

namespace Forecourt {

class ErrorState;

/// The window in place of the program when its store cannot be opened: what happened, what is safe, what to do.
class StartErrorWindow : public QWidget {
    Q_OBJECT

public:
    StartErrorWindow(const Error& error, const QString& storeDirectory, QWidget* parent = nullptr);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void retranslate();

    Error m_error;
    QString m_directory;
    ErrorState* m_state;
};

}  // namespace Forecourt
