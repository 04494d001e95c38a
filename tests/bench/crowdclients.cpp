// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/crowdclients.h"

#include "models/base/sha256.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "tests/support/signedindevice.h"

#include <QCoreApplication>
#include <QtEndian>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace Forecourt::Bench {

namespace {

constexpr size_t CrowdKnownPages = 256;
constexpr qint64 CrowdLookEvery = 100;

/// A masked binary frame; a mask of zeros leaves the payload as it is.
QByteArray crowdFrame(const QByteArray& payload)
{
    QByteArray out;
    out.reserve(payload.size() + 14);
    out.append('\x82');
    if (payload.size() < 126) {
        out.append(static_cast<char>(0x80 | payload.size()));
    } else if (payload.size() < 65'536) {
        out.append(static_cast<char>(0x80 | 126));
        const quint16 big = qToBigEndian(static_cast<quint16>(payload.size()));
        out.append(reinterpret_cast<const char*>(&big), sizeof big);
    } else {
        out.append(static_cast<char>(0x80 | 127));
        const quint64 big = qToBigEndian(static_cast<quint64>(payload.size()));
        out.append(reinterpret_cast<const char*>(&big), sizeof big);
    }
    out.append(4, '\0');
    return out.append(payload);
}

}  // namespace

CrowdClients::CrowdClients(std::uint16_t watchedField) : m_watched(watchedField), m_epoll(epoll_create1(0)) {}

CrowdClients::~CrowdClients()
{
    for (size_t i = 0; i < m_clients.size(); ++i)
        leave(i);
    ::close(m_epoll);
}

size_t CrowdClients::add(const QByteArray& token)
{
    m_clients.emplace_back();
    m_clients.back().token = token;
    return m_clients.size() - 1;
}

void CrowdClients::join(size_t client, quint16 port)
{
    leave(client);
    Client& self = m_clients[client];
    self.descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(port);
    if (::connect(self.descriptor, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
        self.failed = true;
        return;
    }
    const int on = 1;
    ::setsockopt(self.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = client;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, self.descriptor, &event);
    write(client,
          "GET /api/v1/sync HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}

void CrowdClients::leave(size_t client)
{
    Client& self = m_clients[client];
    if (self.descriptor >= 0)
        ::close(self.descriptor);
    self.descriptor = -1;
    self.in.clear();
    self.outgoing.clear();
    self.upgraded = self.live = self.failed = false;
}

void CrowdClients::push(size_t client, const std::vector<Wire::Op>& ops)
{
    send(client, Wire::Push{ops});
}

void CrowdClients::send(size_t client, const Wire::ClientMessage& message)
{
    write(client, crowdFrame(Wire::encode(message)));
}

void CrowdClients::write(size_t client, const QByteArray& bytes)
{
    m_clients[client].outgoing += bytes;
    flush(client);
}

void CrowdClients::flush(size_t client)
{
    Client& self = m_clients[client];
    while (!self.outgoing.isEmpty() && self.descriptor >= 0) {
        const auto sent = ::send(self.descriptor, self.outgoing.constData(), static_cast<size_t>(self.outgoing.size()),
                                 MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) {
            self.failed = self.failed || (errno != EAGAIN && errno != EINTR);
            break;
        }
        self.outgoing.remove(0, sent);
    }
}

bool CrowdClients::run(const std::function<bool()>& done, int msecs)
{
    QElapsedTimer time;
    time.start();
    qint64 looked = 0;
    while (!done()) {
        // Somebody has to read what the server writes to its standard error, or it waits for that.
        if (time.elapsed() - looked >= CrowdLookEvery) {
            looked = time.elapsed();
            QCoreApplication::processEvents();
        }
        if (time.elapsed() > msecs)
            return false;
        round(2);
    }
    return true;
}

void CrowdClients::round(int msecs)
{
    std::array<epoll_event, 256> events{};
    const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), msecs);
    for (int i = 0; i < count; ++i)
        read(static_cast<size_t>(events[static_cast<size_t>(i)].data.u64));
    for (size_t i = 0; i < m_clients.size(); ++i) {
        if (!m_clients[i].outgoing.isEmpty())
            flush(i);
    }
}

void CrowdClients::read(size_t client)
{
    static std::array<char, 256 * 1024> buffer;
    Client& self = m_clients[client];
    const auto got = ::recv(self.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got <= 0) {
        if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            leave(client);
            self.failed = true;
        }
        return;
    }
    bytesIn += got;
    self.in.append(buffer.data(), got);
    qsizetype at = 0;
    if (!self.upgraded) {
        const qsizetype end = self.in.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        at = end + 4;
        self.upgraded = true;
        Wire::Hello hello;
        hello.protocolMin = Wire::ProtocolMin;
        hello.protocolMax = Wire::ProtocolMax;
        hello.app = QStringLiteral("bench");
        hello.token = self.token;
        hello.epoch = self.epoch;
        hello.cursor = self.cursor;
        hello.nextOpid = self.opid + 1;
        hello.view = self.view;
        send(client, hello);
    }
    while (self.in.size() - at >= 2) {
        quint64 length = static_cast<quint8>(self.in[at + 1]) & 0x7fU;
        const qsizetype head = length == 126 ? 4 : length == 127 ? 10 : 2;
        if (self.in.size() - at < head)
            break;
        if (length == 126)
            length = qFromBigEndian<quint16>(self.in.constData() + at + 2);
        else if (length == 127)
            length = qFromBigEndian<quint64>(self.in.constData() + at + 2);
        const auto size = static_cast<qsizetype>(length);
        if (self.in.size() - at < head + size)
            break;
        if ((static_cast<quint8>(self.in[at]) & 0x0fU) == 2)
            take(client, QByteArray::fromRawData(self.in.constData() + at + head, size));
        at += head + size;
    }
    self.in.remove(0, at);
}

const CrowdClients::Page* CrowdClients::known(const QByteArray& payload)
{
    const auto found = m_pages.constFind(payload);
    if (found != m_pages.constEnd())
        return found->get();
    auto message = Wire::decodeServerMessage(payload);
    if (!message || !std::holds_alternative<Wire::Page>(*message))
        return nullptr;
    auto page = std::make_shared<Page>();
    page->page = std::get<Wire::Page>(std::move(*message));
    for (const Wire::Row& row : page->page.rows) {
        const auto field = std::ranges::find(row.fields, m_watched, &Wire::Row::FieldState::field);
        page->values.push_back(field == row.fields.end() ? -1 : field->value.toLongLong());
    }
    const QByteArray key(payload.constData(), payload.size());
    m_order.push_back(key);
    if (m_order.size() > CrowdKnownPages) {
        m_pages.remove(m_order.front());
        m_order.pop_front();
    }
    return m_pages.insert(key, std::move(page))->get();
}

void CrowdClients::take(size_t client, const QByteArray& payload)
{
    Client& self = m_clients[client];
    if (self.live) {
        if (const Page* page = known(payload)) {
            ++pages;
            self.cursor = page->page.upto;
            if (!page->page.view.isEmpty())
                self.view = page->page.view;
            if (m_onRow) {
                for (size_t i = 0; i < page->page.rows.size(); ++i)
                    m_onRow(client, page->page.rows[i], page->values[i]);
            }
            if (self.reads)
                send(client, Wire::Ack{self.cursor});
            return;
        }
    }
    const auto message = Wire::decodeServerMessage(payload);
    if (!message)
        return;
    if (const auto* challenge = std::get_if<Wire::Challenge>(&*message)) {
        send(client, Wire::Proof{Wire::helloProof(Tests::DeviceSecret, challenge->nonce, sha256(self.token))});
    } else if (const auto* welcome = std::get_if<Wire::Welcome>(&*message)) {
        self.live = true;
        self.epoch = welcome->epoch;
        self.seq = welcome->seq;
        self.acknowledged = welcome->pushedOpid;
        self.opid = std::max(self.opid, welcome->pushedOpid);
        serverTime = welcome->serverTime;
    } else if (const auto* pushed = std::get_if<Wire::Pushed>(&*message)) {
        self.acknowledged = pushed->upto;
    } else if (const auto* bye = std::get_if<Wire::Bye>(&*message)) {
        self.failed = true;
        self.bye = bye->code + u' ' + bye->reason;
    }
}

}  // namespace Forecourt::Bench
