// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/outbox/synccontrol.h"
#include "models/user/signedindevice.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace Forecourt {

class Button;
class Clock;
class Label;
class Note;

/// The computers on which a person is signed in, or for owners and managers all of the dealership; each can be signed
/// out from here. The server knows them, so the list is only there while online; it is asked again whenever it is
/// shown.
class DeviceList : public QWidget {
    Q_OBJECT

public:
    DeviceList(SyncControl& sync, const Clock& clock, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    /// Something was done that is worth a word to the person.
    void announced(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void followLink();
    void rebuild();
    void signOut(const SignedInDevice& device);
    void setTrouble(std::optional<Error> error);

    SyncControl& m_sync;
    const Clock& m_clock;
    Label* m_state;
    Note* m_trouble;
    Button* m_again;
    QVBoxLayout* m_rows;
    std::vector<SignedInDevice> m_devices;
    SyncStatus::Link m_link = SyncStatus::Link::NoServer;
    bool m_asking = false;
    bool m_known = false;
    qint64 m_busy = 0;  ///< number of the computer that is being signed out; 0: none
};

}  // namespace Forecourt
