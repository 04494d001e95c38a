// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace Forecourt {

/// Meeting point of the workstations of one store directory: a second one asks the first to show its window.
/// The store's own lock decides who may open it; this only carries the wish.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const QString& storeDirectory, QObject* parent = nullptr);

    /// True when another workstation of this store answered and shows its window now. Waits half a second at most.
    bool raiseOther() const;
    /// From now on raiseRequested() tells of others.
    void listen();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

}  // namespace Forecourt
