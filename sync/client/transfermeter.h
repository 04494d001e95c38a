// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <deque>

namespace Forecourt {

/// How fast files travel in one direction, and how much has travelled since something was last left to do.
/// Times are steady milliseconds.
class TransferMeter {
public:
    /// Part of a file is at the other end.
    void moved(qint64 bytes, qint64 now);
    /// A whole file is there.
    void fileDone() { ++m_files; }
    /// Nothing is left: what comes next is a new piece of work.
    void finish();

    /// Average over the last seconds; 0 when nothing moved.
    qint64 bytesPerSecond(qint64 now) const;
    qint64 bytes() const { return m_bytes; }
    int files() const { return m_files; }

private:
    struct Sample {
        qint64 at;
        qint64 bytes;
    };
    std::deque<Sample> m_samples;
    qint64 m_bytes = 0;
    int m_files = 0;
};

}  // namespace Forecourt
