// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/wirecapture.h"

#include "sync/protocol/capturefile.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/redaction.h"

#include <QLoggingCategory>

#include <memory>

namespace Forecourt {

namespace {

Q_LOGGING_CATEGORY(captureLog, "forecourt.sync.capture")

}  // namespace

WireCapture* WireCapture::ofThisProcess()
{
    static const std::unique_ptr<WireCapture> capture = []() -> std::unique_ptr<WireCapture> {
        const QString file = qEnvironmentVariable("FORECOURT_CAPTURE");
        if (file.isEmpty())
            return nullptr;
        std::unique_ptr<WireCapture> opened(new WireCapture(file));
        if (opened->m_file.isOpen())
            return opened;
        qCWarning(captureLog) << "Cannot capture to" << file << ':' << opened->m_file.errorString();
        return nullptr;
    }();
    return capture.get();
}

WireCapture::WireCapture(const QString& file) : m_file(file)
{
    // Rows are nobody else's business.
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner))
        write(Wire::captureHead());
}

void WireCapture::sent(const Wire::ClientMessage& message)
{
    write(Wire::captureRecord({Wire::Captured::From::Workstation, Wire::encode(Wire::withoutSecrets(message))}));
}

void WireCapture::received(const QByteArray& bytes, const Wire::ServerMessage* message)
{
    const bool mayTell = !message || !std::holds_alternative<Wire::Answer>(*message);
    write(Wire::captureRecord(
        {Wire::Captured::From::Server, mayTell ? bytes : Wire::encode(Wire::withoutSecrets(*message))}));
}

void WireCapture::write(const QByteArray& record)
{
    const std::lock_guard lock(m_mutex);
    m_file.write(record);
    m_file.flush();
}

}  // namespace Forecourt
