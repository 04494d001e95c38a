// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/protocol/capturefile.h"

#include <QJsonObject>
#include <QString>

namespace Forecourt {

/// A captured message in words: names of tables and fields instead of their numbers, clocks as times. Numbers that this
/// version does not know stay numbers; of a message that cannot be read it says why.
class MessageDump {
public:
    explicit MessageDump(const Schema& schema = Schema::current()) : m_schema(schema) {}

    /// A block of lines. `number` counts the messages.
    QString text(qint64 number, const Wire::Captured& message) const;
    QJsonObject json(qint64 number, const Wire::Captured& message) const;

    static bool isReadable(const Wire::Captured& message);

private:
    const Schema& m_schema;
};

}  // namespace Forecourt
