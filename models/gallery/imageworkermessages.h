// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/renditions.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Forecourt {

/// Conversation between ImageWorkerPool and its helpers, over their standard input and output: one RenderRequest, then
/// one reply, in turn. Each message is its length (4 bytes, big-endian) and that many bytes of CBOR.
/// Both sides are built together, so that messages carry no version.
struct RenderRequest {
    QString path;      ///< file to read; empty when `bytes` holds the picture
    QByteArray bytes;  ///< picture in memory
    QString name;      ///< for errors
    RenderRecipe recipe{};

    QByteArray toMessage() const;
    /// Error: MessageMalformed.
    static Expected<RenderRequest> fromCbor(const QByteArray& body);

    friend bool operator==(const RenderRequest&, const RenderRequest&) = default;
};

QByteArray renderReply(const Expected<Renditions>& result);
/// The outer error is MessageMalformed, the inner one is what the helper found.
Expected<Expected<Renditions>> renderReplyFromCbor(const QByteArray& body);

/// Collects bytes of a stream and gives whole messages.
class MessageReader {
public:
    static constexpr quint32 MaxLength = 512u << 20;
    static constexpr int HeaderLength = 4;

    void add(const QByteArray& bytes) { m_buffer += bytes; }
    /// The body of the next message, or nothing yet. A length over MaxLength makes the stream unusable: see isBroken().
    std::optional<QByteArray> next();
    bool isBroken() const { return m_broken; }

private:
    QByteArray m_buffer;
    bool m_broken = false;
};

}  // namespace Forecourt
