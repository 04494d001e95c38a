// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QFile>

namespace Forecourt {

/// A log that does not fill the disk: NAME, and NAME.1 … before it, the oldest last. When NAME would grow beyond its
/// size, all move by one and the oldest goes.
class LogFile {
public:
    /// `size` in bytes of one, `count` of all together.
    LogFile(const QString& name, qint64 size, int count) : m_file(name), m_size(size), m_count(count) {}

    /// Goes on at its end. Errors: FileUnwritable.
    Expected<void> open();
    /// Whole lines, each with its end; dropped if the disk is full.
    void write(const QByteArray& line);
    /// After somebody else has moved it away.
    Expected<void> reopen();

private:
    void rotate();

    QFile m_file;
    const qint64 m_size;
    const int m_count;
};

}  // namespace Forecourt
