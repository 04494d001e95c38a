// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/imageworker/serve.h"

#include "app/imageworker/limits.h"
#include "models/gallery/photolimits.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QtEndian>

#include <cstdio>
#include <cstring>
#include <exception>
#include <new>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

namespace Forecourt {
namespace {

// Nothing that a decoder throws may leave this process in a state of which nobody knows.
Expected<Renditions> renderSafely(const Helper& helper, const RenderRequest& request)
{
    try {
        return helper.render(request);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::PhotoTooManyPixels, request.name);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::PhotoTruncated, request.name, QString::fromUtf8(exception.what()));
    }
}

int serve(const Helper& helper, QFile& input, QFile& output)
{
    constexpr int SlackSeconds = 5;  // whoever started this process has its own, earlier deadline
    for (;;) {
        const QByteArray header = input.read(MessageReader::HeaderLength);
        if (header.size() < MessageReader::HeaderLength)
            return 0;
        const auto length = qFromBigEndian<quint32>(header.constData());
        if (length > MessageReader::MaxLength)
            return 2;
        const auto request = RenderRequest::fromCbor(input.read(length));
        if (!request)
            return 2;
        limitTime(PhotoLimits::WorkerMsecs / 1000 + SlackSeconds);
        const QByteArray reply = renderReply(renderSafely(helper, *request));
        limitTime(0);
        if (output.write(reply) != reply.size() || !output.flush())
            return 3;
    }
}

}  // namespace

int runHelper(int argc, char* argv[], const Helper& helper)
{
    QCoreApplication application(argc, argv);
    if (argc > 1) {
        const bool version = std::strcmp(argv[1], "--version") == 0;
        if (version)
            std::printf("%s %s\n", helper.name, FORECOURT_VERSION);
        else
            std::printf("%s %s It is started by Forecourt, never by hand.\n", helper.name, helper.purpose);
        return version || std::strcmp(argv[1], "--help") == 0 ? 0 : 1;
    }
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    limitMemory(PhotoLimits::WorkerBytes);
    QImageReader::setAllocationLimit(static_cast<int>(PhotoLimits::DecodeBytes >> 20));
    QFile input;
    QFile output;
    if (!input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered) || !output.open(1, QIODevice::WriteOnly))
        return 1;
    return serve(helper, input, output);
}

}  // namespace Forecourt
