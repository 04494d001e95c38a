// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faultystore.h"

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

void plant(Connection& connection, const QString& script)
{
    if (const auto planted = connection.script(script); !planted)
        qFatal("a fault could not be planted: %s", qUtf8Printable(planted.error().detail));
}

/// Operations under another table are not found.
constexpr int FaultHiddenTables = 1'000;

}  // namespace

void FaultyStore::opened(Connection& connection)
{
    if (m_fault == Fault::ClockForgotten)
        plant(connection, u"DELETE FROM sync_state WHERE k = 'clock'"_s);
    if (m_fault == Fault::CoalescedFirst)
        plant(connection,
              u"CREATE TEMP TRIGGER fault AFTER UPDATE OF body ON sync_op WHEN old.state = 0 AND new.state = 0 BEGIN "
              "UPDATE sync_op SET body = old.body WHERE opid = new.opid; END"_s);
    if (m_fault == Fault::RefusedDropped)
        plant(connection,
              u"CREATE TEMP TRIGGER fault AFTER INSERT ON sync_reject BEGIN "
              "DELETE FROM sync_reject WHERE opid = new.opid; END"_s);
    if (m_fault == Fault::SentTooEarly)
        plant(connection,
              u"CREATE TEMP TRIGGER fault AFTER INSERT ON blobs BEGIN "
              "UPDATE blobs SET on_server = 1 WHERE sha = new.sha; END"_s);
    if (m_fault == Fault::FilesNotDoubted || m_fault == Fault::FoundTakenAsSent)
        plant(connection,
              u"CREATE TEMP TRIGGER fault AFTER UPDATE OF on_server ON blobs WHEN new.on_server = 2 AND old.here = %1 "
              "BEGIN "
              "UPDATE blobs SET on_server = 1 WHERE sha = new.sha; END"_s.arg(m_fault == Fault::FilesNotDoubted));
}

void FaultyStore::beforePage(Connection& connection)
{
    if (m_fault == Fault::OverlayDropped || m_fault == Fault::AnsweredDropped)
        plant(connection, u"UPDATE sync_op SET tbl = tbl + %1 WHERE state %2"_s.arg(FaultHiddenTables)
                              .arg(m_fault == Fault::OverlayDropped ? u"< 2"_s : u"= 2"_s));
}

void FaultyStore::afterPage(Connection& connection)
{
    if (m_fault == Fault::OverlayDropped || m_fault == Fault::AnsweredDropped)
        plant(connection, u"UPDATE sync_op SET tbl = tbl - %1 WHERE tbl > %1"_s.arg(FaultHiddenTables));
}

void FaultyStore::beforeResume(Connection& connection)
{
    if (m_fault == Fault::AcceptedNotKept)
        plant(connection, u"DELETE FROM sync_op WHERE state = 2"_s);
}

}  // namespace Forecourt::Tests
