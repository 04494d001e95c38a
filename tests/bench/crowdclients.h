// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace Forecourt::Bench {

/// Row sockets of many workstations in one thread, on bare system calls: so light that what is measured is the server.
/// They speak the protocol and keep no store: of a row they look at one field.
class CrowdClients {
public:
    struct Client {
        int descriptor = -1;
        QByteArray token;
        QByteArray in;
        bool upgraded = false;
        bool live = false;    ///< welcome is here
        bool failed = false;  ///< the server closed, or said bye
        QString bye;          ///< why
        QByteArray epoch;
        QByteArray view;
        qint64 cursor = 0;
        qint64 seq = 0;           ///< newest of the server at welcome
        qint64 opid = 0;          ///< given last
        qint64 acknowledged = 0;  ///< opid
        bool reads = true;        ///< acknowledges pages
        QByteArray outgoing;      ///< that the system has not taken yet
    };
    /// A row that arrived at a client; `value`: of the field that is looked at, or -1.
    using OnRow = std::function<void(size_t client, const Wire::Row& row, qint64 value)>;

    explicit CrowdClients(std::uint16_t watchedField);
    ~CrowdClients();
    CrowdClients(const CrowdClients&) = delete;
    CrowdClients& operator=(const CrowdClients&) = delete;

    size_t add(const QByteArray& token);
    Client& at(size_t client) { return m_clients[client]; }
    size_t size() const { return m_clients.size(); }
    /// Connects and says hello, with what the client has.
    void join(size_t client, quint16 port);
    void leave(size_t client);
    void push(size_t client, const std::vector<Wire::Op>& ops);
    void setOnRow(OnRow onRow) { m_onRow = std::move(onRow); }

    /// Works until `done`, asked after each round; false after so long.
    bool run(const std::function<bool()>& done, int msecs);

    qint64 bytesIn = 0;
    qint64 pages = 0;
    UtcMs serverTime = 0;  ///< of the last welcome

private:
    struct Page {
        Wire::Page page;
        std::vector<qint64> values;
    };

    void round(int msecs);
    void read(size_t client);
    void take(size_t client, const QByteArray& payload);
    void send(size_t client, const Wire::ClientMessage& message);
    void write(size_t client, const QByteArray& bytes);
    void flush(size_t client);
    const Page* known(const QByteArray& payload);

    const std::uint16_t m_watched;
    int m_epoll = -1;
    std::vector<Client> m_clients;
    OnRow m_onRow;
    /// Most get the same bytes at the same time.
    QHash<QByteArray, std::shared_ptr<Page>> m_pages;
    std::deque<QByteArray> m_order;
};

}  // namespace Forecourt::Bench
