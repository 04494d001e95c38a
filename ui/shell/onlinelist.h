// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/outbox/synccontrol.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

namespace Forecourt {

/// A list that only the server knows: it is there while online, and asked for again whenever it is shown or the
/// computer comes online.
class OnlineList : public QWidget {
    Q_OBJECT

public:
    void refresh();

Q_SIGNALS:
    /// Something was done that is worth a word to the person.
    void announced(const QString& text);

protected:
    /// `verb`: what the server is asked, see SyncControl::request().
    OnlineList(SyncControl& sync, QString verb, QWidget* parent);

    SyncControl& sync() { return m_sync; }
    bool isOnline() const { return m_link == SyncStatus::Link::Online; }
    /// The server has answered once.
    bool isKnown() const { return m_known; }

    /// Shows everything anew: what is known, the language or the link has changed.
    virtual void rebuild() = 0;
    virtual void take(const QJsonObject& answer) = 0;
    /// What came of asking; nothing: the answer.
    virtual void showFailure(const std::optional<Error>& error) = 0;

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void followLink();

    SyncControl& m_sync;
    const QString m_verb;
    SyncStatus::Link m_link;
    bool m_asking = false;
    bool m_known = false;
};

}  // namespace Forecourt
