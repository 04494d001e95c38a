// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/user/signedindevice.h"

#include <QWidget>

namespace Forecourt {

class Button;
class Label;

/// One computer in the list of devices: whose it is, when it was seen, and signing it out, which asks once more in
/// the same place.
class DeviceRow : public QWidget {
    Q_OBJECT

public:
    DeviceRow(SignedInDevice device, UtcMs now, QWidget* parent = nullptr);

    const SignedInDevice& device() const { return m_device; }
    /// While the server is being asked.
    void setBusy(bool busy);
    /// Gives the keyboard to what can be done here.
    void takeFocus();

Q_SIGNALS:
    void signOutConfirmed();

private:
    QString stateText(UtcMs now) const;
    void ask(bool asking);

    SignedInDevice m_device;
    bool m_busy = false;
    QWidget* m_question;
    Button* m_signOut;
    Button* m_confirm;
    Button* m_keep;
};

}  // namespace Forecourt
