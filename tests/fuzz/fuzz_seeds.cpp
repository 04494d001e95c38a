// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTextStream>

#include <array>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

/// Writes one valid input for a target.
bool write(const QDir& corpus, const QString& target, int number, const QByteArray& bytes)
{
    QDir().mkpath(corpus.filePath(target));
    QFile file(corpus.filePath(target + u"/seed-%1"_s.arg(number)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

Wire::Op seedOp(qint64 opid)
{
    Wire::Op op;
    op.opid = opid;
    op.txn = 1;
    op.table = 3;
    op.id = Uuid::fromParts(1'790'000'000'000, 1, 2);
    op.create = opid == 1;
    op.clock = {1'790'000'000'000ULL << 16 | 7U, 2};
    op.fields = {{1, u"T-1042"_s, {}}, {3, 2019LL, {}}, {16, 84'210LL, {}}};
    return op;
}

QList<QByteArray> messages()
{
    const QByteArray sha(32, 'x');
    const Wire::Row row{
        3, Uuid::fromParts(1, 2, 3), 498, false, {1000, 1}, {{1, u"a"_s, {1000, 1}}, {2, {}, {2000, 2}}}};
    const std::array<Wire::ClientMessage, 10> client{
        Wire::Hello{1, 1, u"forecourt 0.1.0"_s, 3, "token", 2, "epoch", 0, 1},
        Wire::Push{{seedOp(1), seedOp(2)}},
        Wire::Ack{77},
        Wire::Ping{1'790'000'000'000},
        Wire::Bye{u"shutdown"_s, u"é"_s, 500},
        Wire::Offer{sha, 10},
        Wire::Put{sha, 0, "0123456789"},
        Wire::Get{sha, 0, 4},
        Wire::Hello{4, 5, u"forecourt 0.1.0"_s, 3, "token", 2, "epoch", 0, 1, {}, 1, row.id, sha},
        Wire::Take{sha, 0, 8},
    };
    const std::array<Wire::ServerMessage, 10> server{
        Wire::Pushed{9, 6, {{8, Wire::OpException::Status::Rejected, u"no_access"_s, u"viewer"_s}}},
        Wire::Page{500, true, {row}},
        Wire::Pong{1, 2},
        Wire::Have{sha, 10, false, QByteArray("\x05", 1)},
        Wire::Chunk{sha, 10, 0, "0123456789"},
        Wire::Missing{sha, u"unknown"_s},
        Wire::Snapshot{sha, 10, 40, 2, 500, "view"},
        Wire::Making{1, 2},
        Wire::Piece{sha, 0, "0123456789"},
        Wire::Gone{sha},
    };
    QList<QByteArray> bytes;
    for (const auto& message : client)
        bytes.append(Wire::encode(message));
    for (const auto& message : server)
        bytes.append(Wire::encode(message));
    return bytes;
}

QList<QByteArray> pictures()
{
    QImage image(16, 12, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QList<QByteArray> files;
    for (const char* format : {"jpg", "png", "webp", "tiff"}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (image.save(&buffer, format))
            files.append(bytes);
    }
    // An EXIF block by itself: little-endian, one directory, orientation 6.
    files.append(QByteArray::fromHex("49492a0008000000010012010300010000000600000000000000"));
    return files;
}

}  // namespace

/// Writes the inputs from which the fuzz targets begin: fuzz_seeds FOLDER.
int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const QDir corpus(QString::fromLocal8Bit(argv[1]));
    bool written = true;
    int number = 0;
    for (const QByteArray& bytes : messages()) {
        written = write(corpus, u"fuzz_codec"_s, ++number, bytes) && written;
        // As the conversation of fuzz_server spells it: join, then one message.
        written = write(corpus, u"fuzz_server"_s, number, bytes + QByteArray("\x04\x00\x01\x00\x00\x01", 6)) && written;
    }
    number = 0;
    for (const QByteArray& bytes : pictures())
        written = write(corpus, u"fuzz_imageheaders"_s, ++number, bytes) && written;
    number = 0;
    for (const QByteArray& bytes : {QByteArray("stock_number,vin,price\nB1,1HGCM82633A004352,\"12,500\"\n"),
                                    QByteArray("\xef\xbb\xbfN\xc2\xb0;VIN;Prix\r\nB2;\"a\"\"b\nc\";12 500\r\n"),
                                    QByteArray("\xff\xfe"
                                               "a\0\t\0b\0\n\0",
                                               10)})
        written = write(corpus, u"fuzz_csv"_s, ++number, bytes) && written;
    number = 0;
    for (const QByteArray& bytes :
         {QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"),
          QByteArray("POST /api/v1/auth/token/ HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"),
          QByteArray("GET /api/v1/sync HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")})
        written = write(corpus, u"fuzz_http"_s, ++number, bytes) && written;
    if (!written)
        QTextStream(stderr) << "fuzz_seeds: " << corpus.path() << " cannot be written" << Qt::endl;
    return written ? 0 : 1;
}
