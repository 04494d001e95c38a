// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"
#include "models/base/id.h"
#include "sync/protocol/limits.h"

#include <QCborStreamReader>
#include <QVariant>

#include <limits>

namespace Forecourt::Wire {

/// Reads the elements of one message from CBOR that nobody vouches for. After the first mistake everything reads as
/// empty and failed() stays true, so that whoever reads a shape needs no check after each element. Lengths and counts
/// are checked before memory is taken.
class WireReader {
public:
    explicit WireReader(const QByteArray& payload) : m_in(payload), m_size(payload.size()) {}

    bool failed() { return m_failed || m_in.lastError() != QCborError::NoError; }
    QString why() { return m_failed ? m_why : m_in.lastError().toString(); }
    void refuse(const QString& why);

    void enterArray();
    /// True if the container has another element.
    bool hasNext() { return !failed() && m_in.hasNext(); }
    /// Skips an element of any shape, for what later versions add.
    void skip();
    /// Leaves the container; what is left of it is skipped.
    void leave();
    /// Leaves the outermost container, behind which nothing may follow.
    void end();

    /// Calls `read()` for each element of an array of at most `limit`.
    template <class Read>
    void eachElement(int limit, Read read)
    {
        enterArray();
        for (int count = 0; hasNext(); ++count) {
            if (count == limit)
                return refuse(QStringLiteral("too many elements"));
            read();
        }
        leave();
    }

    /// Calls `read(key)` for each entry of a map with integer keys.
    template <class Read>
    void eachEntry(Read read)
    {
        if (expect(QCborStreamReader::Map))
            m_in.enterContainer();
        for (int count = 0; hasNext(); ++count) {
            if (count == MaxFields)
                return refuse(QStringLiteral("too many entries"));
            const quint64 key = unsignedInteger(std::numeric_limits<quint64>::max());
            if (!failed())
                read(key);
        }
        leave();
    }

    /// Calls `read(field)` for each entry of a map of fields.
    template <class Read>
    void eachField(Read read)
    {
        eachEntry([&](quint64 key) {
            if (key > std::numeric_limits<std::uint16_t>::max())
                return refuse(QStringLiteral("field number out of range"));
            read(static_cast<std::uint16_t>(key));
        });
    }

    quint64 unsignedInteger(quint64 limit);
    qint64 signedInteger();
    template <class Integer>
    Integer integer()
    {
        return static_cast<Integer>(unsignedInteger(std::numeric_limits<Integer>::max()));
    }
    qint64 natural() { return integer<qint64>(); }
    /// `before` plus a difference that was read, which must not become negative.
    qint64 sum(qint64 before, qint64 difference);
    bool boolean();
    QByteArray bytes(qsizetype limit);
    QString text(qsizetype limit = MaxName);
    Uuid id();
    QByteArray sha();
    QVariant value();
    /// A stamp, sent as the difference to the one before.
    std::uint64_t stamp();
    /// True if an array [value, stamp, device] was here.
    bool stampedValue(QVariant& fieldValue, Hlc& clock, std::optional<QVariant>* seen = nullptr);

private:
    bool expect(QCborStreamReader::Type type);

    QCborStreamReader m_in;
    const qint64 m_size;
    std::uint64_t m_stamp = 0;
    bool m_failed = false;
    QString m_why;
};

}  // namespace Forecourt::Wire
