// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/user/signedindevice.h"
#include "ui/shell/onlinelist.h"

class QVBoxLayout;

namespace Forecourt {

class Button;
class Clock;
class Label;
class Note;

/// The computers on which a person is signed in, or for owners and managers all of the dealership; each can be signed
/// out from here.
class DeviceList : public OnlineList {
    Q_OBJECT

public:
    DeviceList(SyncControl& sync, const Clock& clock, QWidget* parent = nullptr);

protected:
    void rebuild() override;
    void take(const QJsonObject& answer) override;
    void showFailure(const std::optional<Error>& error) override;

private:
    void signOut(const SignedInDevice& device);

    const Clock& m_clock;
    Label* m_state;
    Note* m_trouble;
    Button* m_again;
    QVBoxLayout* m_rows;
    std::vector<SignedInDevice> m_devices;
    qint64 m_busy = 0;  ///< number of the computer that is being signed out; 0: none
};

}  // namespace Forecourt
