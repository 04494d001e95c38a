// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"

#include <QWidget>

namespace Forecourt {

class Button;
class FormField;
class Label;
class Note;
class IdentityForm;
class QrCode;
class RecoveryCodes;

/// The second factor of whoever is signed in: turns it on with a QR code or a key to type, turns it off, makes other
/// recovery codes. The server keeps it, so nothing of it can be done offline.
class FactorPanel : public QWidget {
    Q_OBJECT

public:
    explicit FactorPanel(SyncControl& sync, QWidget* parent = nullptr);

    /// Asks the server how it stands.
    void refresh();
    void setOnline(bool online);

Q_SIGNALS:
    void announced(const QString& text);
    void stateKnown(bool on);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Doing { Nothing, Begin, Codes, Off };

    void retranslate();
    void refreshState();
    void ask(Doing doing);
    void confirmed(const QString& password, const QString& code);
    void showKey(const QJsonObject& begun);
    void submitCode();
    void showCodes(const QJsonObject& answer);
    void leaveSetUp();
    void setTrouble(const std::optional<Error>& error);

    SyncControl& m_sync;
    Label* m_name;
    Label* m_state;
    Note* m_trouble;
    Button *m_turnOn, *m_newCodes, *m_turnOff;
    IdentityForm* m_identity;
    QWidget* m_setUp;
    Label* m_setUpWords;
    QrCode* m_qr;
    Label *m_keyName, *m_key;
    FormField* m_code;
    Button *m_confirm, *m_cancel;
    RecoveryCodes* m_codes;
    Doing m_doing = Doing::Nothing;
    std::optional<QJsonObject> m_known;  ///< answer of factor.state
    bool m_online = false;
    bool m_asking = false;
    bool m_busy = false;
};

}  // namespace Forecourt
