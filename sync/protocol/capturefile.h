// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace Forecourt::Wire {

/// One message as it travelled.
struct Captured {
    enum class From : char { Workstation = '>', Server = '<' };

    From from = From::Workstation;
    QByteArray bytes;

    friend bool operator==(const Captured&, const Captured&) = default;
};

/// A file of captured messages: a line that says so, then of each message a byte for its direction, its length in four
/// bytes, big-endian, and its bytes. Several captures one after the other are one.
QByteArray captureHead();
QByteArray captureRecord(const Captured& message);

/// Reads such a file from its beginning, also one that is still being written to.
class CaptureReader {
public:
    explicit CaptureReader(QIODevice& device) : m_device(device) {}

    /// The next message; nothing at the end. Errors: MessageMalformed where the file is none, is damaged or ends within
    /// a message: nothing can be read after it.
    Expected<std::optional<Captured>> next();

private:
    QByteArray read(qsizetype size);

    QIODevice& m_device;
    bool m_begun = false;
};

}  // namespace Forecourt::Wire
