// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"

#include <QWidget>

namespace Forecourt {

class FactorPanel;
class Label;
class PasswordForm;

/// How a person signs in: their password and their second factor. The server keeps both, so it says so while there is
/// none.
class SecuritySection : public QWidget {
    Q_OBJECT

public:
    explicit SecuritySection(SyncControl& sync, QWidget* parent = nullptr);

Q_SIGNALS:
    void announced(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void followLink();

    SyncControl& m_sync;
    Label* m_offline;
    PasswordForm* m_password;
    FactorPanel* m_factor;
    SyncStatus::Link m_link = SyncStatus::Link::NoServer;
};

}  // namespace Forecourt
