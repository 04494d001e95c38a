// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/session.h"

#include <QFileInfo>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::unique_ptr<Session>> Session::open(const QString& directory, const QUrl& server, bool make)
{
    if (!make && !QFileInfo::exists(directory + u"/forecourt.sqlite"_s))
        return fail(ErrorCode::StoreUnreadable, directory);
    auto store = Store::open({directory});
    if (!store)
        return fail(store.error());
    auto journal = Journal::open(**store);
    if (!journal)
        return fail(journal.error());
    std::unique_ptr<Session> session(new Session);
    session->m_store = std::move(*store);
    session->m_journal = std::move(*journal);
    session->m_server = server;
    return session;
}

Expected<DeviceLease> Session::lookAtLease()
{
    auto lease = m_store->read(&DeviceLease::load).takeResult();
    if (!lease || lease->lengthMs == 0)
        return lease;
    lease->see(m_store->clock().now());
    // A disk that is full, or may not be written, keeps nobody from reading.
    std::ignore =
        m_store->write([seen = *lease](Connection& connection) { return seen.noteSeen(connection); }).result();
    return lease;
}

}  // namespace Forecourt
