// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A helper that misbehaves as the picture it is given says: "hang", "crash", "babble"; anything else is well.

#include "models/gallery/imageworkermessages.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <cstdlib>

using namespace Forecourt;

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (!input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered) || !output.open(1, QIODevice::WriteOnly))
        return 1;
    for (;;) {
        const QByteArray header = input.read(MessageReader::HeaderLength);
        if (header.size() < MessageReader::HeaderLength)
            return 0;
        const auto request = RenderRequest::fromCbor(input.read(qFromBigEndian<quint32>(header.constData())));
        if (!request)
            return 2;
        if (request->bytes == "hang")
            input.read(1);
        if (request->bytes == "crash")
            std::abort();
        if (request->bytes == "babble") {
            output.write("\xFF\xFF\xFF\xFF and more");
        } else {
            Renditions renditions;
            renditions.large = renditions.medium = renditions.thumb = request->bytes;
            output.write(renderReply(renditions));
        }
        output.flush();
    }
}
