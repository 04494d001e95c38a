// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/workstation.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace Forecourt::Tests {

/// People of a real server that is started with them, and the workstations at which they are signed in. Everything ends
/// with it, the workstations first.
class Team {
public:
    struct Person {
        QString login;
        QString role;
    };
    explicit Team(const std::vector<Person>& people, StoreKind kind = storeUnderTest()) : m_server(kind)
    {
        for (const Person& person : people)
            m_server.addUser(person.login, person.role);
        m_server.start();
    }

    ServerProcess* server() { return &m_server; }
    /// Somebody signs in at a workstation of their own.
    Workstation* join(const QString& login)
    {
        m_desks.push_back(std::make_unique<Workstation>());
        if (const auto done = m_desks.back()->signIn(m_server, login); !done)
            qFatal("%s cannot sign in: %s", qPrintable(login), qPrintable(done.error().detail));
        return m_desks.back().get();
    }
    /// Waits until everybody has sent and received everything.
    bool settle()
    {
        return std::ranges::all_of(m_desks, [](const auto& desk) { return desk->settle().has_value(); });
    }

private:
    ServerProcess m_server;
    std::vector<std::unique_ptr<Workstation>> m_desks;
};

}  // namespace Forecourt::Tests
