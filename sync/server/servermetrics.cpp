// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/servermetrics.h"

#include "models/store/schema.h"
#include "sync/protocol/limits.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QByteArray metricHead(const QByteArray& name, const QByteArray& type, const QByteArray& help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

template <class Number>
QByteArray metricLine(const QByteArray& name, const QByteArray& labels, Number value)
{
    return name + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + QByteArray::number(value) + '\n';
}

QByteArray metricLabel(const QByteArray& name, const QByteArray& value)
{
    return name + "=\"" + value + '"';
}

using MetricLines = std::vector<std::pair<QByteArray, qint64>>;

QByteArray metric(const QByteArray& name, const QByteArray& type, const QByteArray& help, const MetricLines& lines)
{
    QByteArray out = metricHead(name, type, help);
    for (const auto& [labels, value] : lines)
        out += metricLine(name, labels, value);
    return out;
}

QByteArray metric(const QByteArray& name, const QByteArray& help, quint64 count)
{
    return metric(name, "counter", help, {{{}, static_cast<qint64>(count)}});
}

QByteArray metricByStatus(const QByteArray& name, const QByteArray& help, const std::map<int, quint64>& counts)
{
    MetricLines lines;
    for (const auto& [status, count] : counts)
        lines.emplace_back(metricLabel("status", QByteArray::number(status)), count);
    return metric(name, "counter", help, lines);
}

}  // namespace

void LatencyHistogram::add(double seconds)
{
    for (size_t i = 0; i < Bounds.size(); ++i)
        m_atMost[i] += seconds <= Bounds[i] ? 1 : 0;
    ++m_count;
    m_sum += seconds;
}

QByteArray LatencyHistogram::text(const QByteArray& name, const QByteArray& help) const
{
    QByteArray out = metricHead(name, "histogram", help);
    for (size_t i = 0; i < Bounds.size(); ++i)
        out += metricLine(name + "_bucket", metricLabel("le", QByteArray::number(Bounds[i])), m_atMost[i]);
    out += metricLine(name + "_bucket", metricLabel("le", "+Inf"), m_count);
    out += metricLine(name + "_sum", {}, m_sum);
    return out + metricLine(name + "_count", {}, m_count);
}

void ServerMetrics::sent(SocketKind kind, const SendAction& send)
{
    m_bytesOut[index(kind)] += static_cast<quint64>(send.bytes.size());
    m_rowsOut += static_cast<quint64>(send.rows);
}

void ServerMetrics::asked(const StorageRequest& request)
{
    if (const auto* push = std::get_if<PushRequest>(&request)) {
        ++m_pushes;
        m_rowsIn += push->ops.size();
    }
}

void ServerMetrics::stored(const StorageReply& reply)
{
    if (const auto* kept = std::get_if<HousekeepingReply>(&reply)) {
        m_filesRemoved += static_cast<quint64>(kept->files);
        m_fileBytesRemoved += static_cast<quint64>(kept->bytes);
    }
    const auto* push = std::get_if<PushReply>(&reply);
    if (!push)
        return;
    for (const PushReply::Answer& answer : push->answers) {
        m_faults += answer.refusal.isEmpty() ? 0 : 1;
        for (const Wire::OpException& exception : answer.pushed.exceptions)
            ++(exception.status == Wire::OpException::Status::Rejected ? m_refused : m_merged);
    }
    // Those that a merge has made; what people decide later is theirs.
    for (const Change& change : push->changes) {
        if (change.author == 0 && change.row.table == static_cast<std::uint16_t>(Table::Conflicts))
            ++m_conflicts;
    }
}

void ServerMetrics::fileAsked(const Wire::ClientMessage& message)
{
    if (const auto* put = std::get_if<Wire::Put>(&message))
        m_fileBytesIn += static_cast<quint64>(put->data.size());
}

void ServerMetrics::fileAnswered(const Wire::ServerMessage& message)
{
    if (const auto* chunk = std::get_if<Wire::Chunk>(&message))
        m_fileBytesOut += static_cast<quint64>(chunk->data.size());
}

void ServerMetrics::piecesRead(const std::optional<std::vector<Wire::Piece>>& pieces)
{
    if (!pieces)
        return;
    for (const Wire::Piece& piece : *pieces)
        m_snapshotBytesOut += static_cast<quint64>(piece.data.size());
}

QByteArray ServerMetrics::text(const Now& now) const
{
    const auto sockets = [](qint64 rows, qint64 files) {
        return MetricLines{{metricLabel("socket", "rows"), rows}, {metricLabel("socket", "files"), files}};
    };
    const QByteArray build = metricLabel("version", FORECOURT_VERSION) + ',' +
                             metricLabel("protocol", QByteArray::number(Wire::ProtocolMax)) + ',' +
                             metricLabel("schema", QByteArray::number(Schema::current().version())) + ',' +
                             metricLabel("store", now.store.toLatin1());
    quint64 failures = 0;
    for (const auto& [status, count] : m_signIns)
        failures += status == 200 ? 0 : count;
    return metric("forecourt_build_info", "gauge", "What runs here.", {{build, 1}}) +
           metric("forecourt_start_time_seconds", "gauge", "When this process started, since 1970.",
                  {{{}, m_startedAt}}) +
           metric("forecourt_sessions", "gauge", "Open WebSockets.", sockets(now.rowSessions, now.fileSessions)) +
           metric("forecourt_waiting_connections", "gauge", "Connections that have not said yet what they want.",
                  {{{}, now.waitingConnections}}) +
           metric("forecourt_turned_away_total", "Connections that were one too many.", m_turnedAway) +
           metric("forecourt_received_bytes_total", "counter", "Bytes of messages from workstations.",
                  sockets(static_cast<qint64>(m_bytesIn[0]), static_cast<qint64>(m_bytesIn[1]))) +
           metric("forecourt_sent_bytes_total", "counter", "Bytes of messages to workstations.",
                  sockets(static_cast<qint64>(m_bytesOut[0]), static_cast<qint64>(m_bytesOut[1]))) +
           metric("forecourt_received_operations_total", "Operations on rows that workstations sent.", m_rowsIn) +
           metric("forecourt_sent_rows_total", "Rows that went to workstations.", m_rowsOut) +
           metric("forecourt_pushes_total", "Batches of operations.", m_pushes) +
           metric("forecourt_push_faults_total", "Batches that could not be stored, and are sent again.", m_faults) +
           metric("forecourt_merged_operations_total", "Operations that met another change.", m_merged) +
           metric("forecourt_refused_operations_total", "Operations that were not accepted.", m_refused) +
           metric("forecourt_conflicts_total", "Values that did not stand and are kept for a person to see.",
                  m_conflicts) +
           metric("forecourt_received_file_bytes_total", "Bytes of files that workstations sent.", m_fileBytesIn) +
           metric("forecourt_sent_file_bytes_total", "Bytes of files that went to workstations.", m_fileBytesOut) +
           metric("forecourt_removed_files_total", "Files that were removed: no row had named them for long.",
                  m_filesRemoved) +
           metric("forecourt_removed_file_bytes_total", "Bytes of them.", m_fileBytesRemoved) +
           metric("forecourt_snapshots_total", "counter",
                  "Snapshots for first syncs that were made, and that could not be.",
                  {{metricLabel("outcome", "made"), now.snapshotsMade},
                   {metricLabel("outcome", "failed"), now.snapshotFailures}}) +
           metric("forecourt_sent_snapshot_bytes_total", "Bytes of snapshots that went to workstations.",
                  m_snapshotBytesOut) +
           metric(
               "forecourt_queue_length", "gauge", "What waits for its thread.",
               {{metricLabel("queue", "storage"), now.storageQueue}, {metricLabel("queue", "files"), now.fileQueue}}) +
           metric("forecourt_disk_free_bytes", "gauge", "Room where the data directory is.", {{{}, now.diskFree}}) +
           metricByStatus("forecourt_sign_ins_total", "Answers to sign-ins, by HTTP status.", m_signIns) +
           metric("forecourt_sign_in_failures_total", "Sign-ins that did not succeed.", failures) +
           metricByStatus("forecourt_http_answers_total", "Answers to HTTP requests, by status.", m_answers) +
           m_storage.text("forecourt_storage_seconds", "Time of a batch in the store, with its commit.");
}

}  // namespace Forecourt
