// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/serverschema.h"

#include <QRegularExpression>

#include <iterator>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// One generic table of rows: a new field or table of the program is no migration here.
constexpr auto ServerSchema1 = R"sql(
CREATE TABLE meta (k TEXT PRIMARY KEY, v BLOB NOT NULL);
CREATE TABLE seq_counter (one INTEGER PRIMARY KEY CHECK (one = 1), seq BIGINT NOT NULL);
INSERT INTO seq_counter VALUES (1, 0);
CREATE TABLE row_state (
  tbl INTEGER NOT NULL, id BLOB NOT NULL,
  seq BIGINT NOT NULL, del INTEGER NOT NULL,
  owner BLOB,          -- of personal rows: who receives them
  clk BLOB NOT NULL,   -- packed row clock
  body BLOB NOT NULL,  -- CBOR map: field number -> value
  PRIMARY KEY (tbl, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX row_state_seq ON row_state (seq);
CREATE TABLE devices (
  ordinal INTEGER PRIMARY KEY,  -- 1 is the server itself
  id BLOB NOT NULL UNIQUE, user_id BLOB NOT NULL, name TEXT NOT NULL,
  token_hash BLOB UNIQUE,       -- SHA-256; the token itself is only on the workstation
  pushed_opid BIGINT NOT NULL DEFAULT 0, acked_seq BIGINT NOT NULL DEFAULT 0,
  enrolled_at BIGINT NOT NULL, seen_at BIGINT NOT NULL
);
CREATE TABLE op_result (
  device INTEGER NOT NULL, opid BIGINT NOT NULL, status INTEGER NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (device, opid)
);
CREATE INDEX op_result_at ON op_result (at);
CREATE TABLE accounts (
  user_id BLOB PRIMARY KEY, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
  role TEXT NOT NULL, password BLOB NOT NULL, disabled INTEGER NOT NULL DEFAULT 0
);
)sql";

constexpr auto ServerSchema2 = R"sql(
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY,  -- 1, 2, 3 … without a gap
  at BIGINT NOT NULL, kind INTEGER NOT NULL, user_id BLOB NOT NULL, device INTEGER NOT NULL, address TEXT NOT NULL,
  tbl INTEGER NOT NULL, record BLOB NOT NULL,
  detail BLOB NOT NULL,  -- CBOR, see auditdetail.h
  before BLOB NOT NULL   -- SHA-256 of the entry in front
);
CREATE INDEX audit_log_record ON audit_log (record, id);
CREATE INDEX audit_log_user ON audit_log (user_id, id);
CREATE TABLE audit_end (  -- 0: the last entry that was pruned, 1: the newest one
  which INTEGER PRIMARY KEY CHECK (which IN (0, 1)), id BIGINT NOT NULL, at BIGINT NOT NULL,
  hash BLOB  -- none: before the first entry
);
INSERT INTO audit_end VALUES (0, 0, 0, NULL), (1, 0, 0, NULL);
)sql";

constexpr auto ServerSchema3 = R"sql(
ALTER TABLE accounts ADD COLUMN locations BLOB;  -- ids, one after the other; NULL = all
)sql";

// Scopes. Those of the rows that are there already are computed afterwards, see StorageEngine::prepare().
constexpr auto ServerSchema4 = R"sql(
ALTER TABLE row_state ADD COLUMN place BLOB;      -- location whose people receive it; NULL = everybody
ALTER TABLE row_state ADD COLUMN roles BIGINT NOT NULL DEFAULT 2147483647;  -- bits of the roles that receive it
ALTER TABLE row_state ADD COLUMN parent BLOB;     -- row whose scope it shares
DROP INDEX row_state_seq;
-- Whoever reads rows by sequence skips those out of sight without touching them.
CREATE INDEX row_state_scopes ON row_state (seq, place, owner, roles);
CREATE INDEX row_state_parent ON row_state (parent) WHERE parent IS NOT NULL;
CREATE TABLE scope_exit (
  seq BIGINT PRIMARY KEY, tbl INTEGER NOT NULL, id BLOB NOT NULL,
  owner BLOB, place BLOB, roles BIGINT NOT NULL,  -- the scope that it left
  at BIGINT NOT NULL
);
CREATE INDEX scope_exit_at ON scope_exit (at);
CREATE TABLE blob_link (
  sha BLOB NOT NULL, tbl INTEGER NOT NULL, id BLOB NOT NULL,
  device INTEGER NOT NULL, may_read INTEGER NOT NULL,  -- who named the file, and whether it had a right to it then
  PRIMARY KEY (sha, tbl, id)
) WITHOUT ROWID;
CREATE INDEX blob_link_row ON blob_link (tbl, id);
CREATE TABLE blob_upload (sha BLOB NOT NULL, device INTEGER NOT NULL, PRIMARY KEY (sha, device)) WITHOUT ROWID;
)sql";

// Sign-ins of devices. devices.token_hash is of before, when there was one token for ever: none of those counts any
// more.
constexpr auto ServerSchema5 = R"sql(
UPDATE devices SET token_hash = NULL;
CREATE TABLE device_session (
  device INTEGER PRIMARY KEY,   -- ordinal
  family BLOB NOT NULL UNIQUE,  -- first part of its refresh tokens
  user_id BLOB NOT NULL,
  secret BLOB NOT NULL,         -- what the device proves to have
  refresh_hash BLOB, before_hash BLOB,  -- SHA-256 of the newest refresh token and of the one in front of it
  used INTEGER NOT NULL,        -- the newest one has reached the device
  started_at BIGINT NOT NULL, refreshed_at BIGINT NOT NULL,
  revoked_at BIGINT NOT NULL    -- 0: it counts
);
CREATE TABLE access_token (
  hash BLOB PRIMARY KEY, device INTEGER NOT NULL, family BLOB NOT NULL,
  refresh_hash BLOB NOT NULL,   -- of the refresh token given beside it
  ends_at BIGINT NOT NULL
);
CREATE INDEX access_token_device ON access_token (device);
CREATE INDEX access_token_end ON access_token (ends_at);
)sql";

constexpr auto ServerSchema6 = R"sql(
ALTER TABLE devices ADD COLUMN app TEXT;      -- program and version that it spoke with last
ALTER TABLE devices ADD COLUMN address TEXT;  -- from where
ALTER TABLE device_session ADD COLUMN revoked_by BLOB;  -- person; NULL: the server itself
)sql";

constexpr auto ServerSchema7 = R"sql(
CREATE TABLE sign_in_failure (
  name BLOB PRIMARY KEY,  -- SHA-256 of what was typed as a name
  count INTEGER NOT NULL, at BIGINT NOT NULL, until BIGINT NOT NULL
);
CREATE INDEX sign_in_failure_at ON sign_in_failure (at);
)sql";

constexpr auto ServerSchema8 = R"sql(
CREATE INDEX audit_log_rare ON audit_log (kind, id) WHERE kind > 2;  -- edits are most of it, and need none
)sql";

// What may be forgotten, and since when: see Housekeeping.
constexpr auto ServerSchema9 = R"sql(
CREATE TABLE seq_mark (at BIGINT PRIMARY KEY, seq BIGINT NOT NULL);  -- the newest sequence then
CREATE TABLE history_floor (one INTEGER PRIMARY KEY CHECK (one = 1), seq BIGINT NOT NULL, at BIGINT NOT NULL);
-- What had left a scope was dropped after two months until now: whoever is behind starts over.
INSERT INTO history_floor SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM meta WHERE k = 'forgotten_exits')
  THEN (SELECT seq FROM seq_counter) ELSE 0 END, 0;
DELETE FROM meta WHERE k = 'forgotten_exits';
CREATE TABLE epoch_fork (
  place INTEGER PRIMARY KEY,  -- 0, 1, 2 …
  epoch BLOB NOT NULL, seq BIGINT NOT NULL
);
CREATE INDEX row_state_tombstones ON row_state (seq) WHERE del = 1;
)sql";

constexpr auto ServerSchema10 = R"sql(
CREATE TABLE second_factor (
  user_id BLOB PRIMARY KEY,
  secret BLOB NOT NULL,          -- encrypted with factor.key, see factorkey.h
  salt BLOB NOT NULL,            -- of the recovery codes
  confirmed_at BIGINT NOT NULL,  -- 0: begun, does not count
  last_step BIGINT NOT NULL      -- of 30 s since 1970: no code of it or before counts again
);
CREATE TABLE recovery_code (user_id BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (user_id, hash)) WITHOUT ROWID;
)sql";

constexpr auto ServerSchema11 = R"sql(
CREATE TABLE failure_count (
  source BLOB PRIMARY KEY,  -- SHA-256 of an address or a device and of what failed there
  count INTEGER NOT NULL,
  since BIGINT NOT NULL     -- the first of them
);
CREATE INDEX failure_count_since ON failure_count (since);
)sql";

constexpr auto ServerSchema12 = R"sql(
ALTER TABLE accounts ADD COLUMN temporary INTEGER NOT NULL DEFAULT 0;  -- somebody else has given the password
)sql";

// Vehicles are most of the log, and found without.
constexpr auto ServerSchema13 = R"sql(
CREATE INDEX audit_log_device ON audit_log (device, id);
CREATE INDEX audit_log_table ON audit_log (tbl, id) WHERE tbl <> 3;
)sql";

// Files that no living row names, see UnusedFiles.
constexpr auto ServerSchema14 = R"sql(
CREATE TABLE unused_file (
  sha BLOB PRIMARY KEY,
  days INTEGER NOT NULL,  -- on which it was found so
  at BIGINT NOT NULL      -- when the last of them was counted
) WITHOUT ROWID;
)sql";

/// By version; a released one is never changed. Written so that both databases take them, with the words of SQLite for
/// what they name differently: BLOB, and WITHOUT ROWID, which keeps rows in the order of their ids, that is of their
/// creation. Numbers that may grow beyond 31 bits are BIGINT, except keys named id: as INTEGER they are the rows' place
/// in SQLite, and become BIGINT in PostgreSQL.
constexpr const char* ServerSchemas[] = {ServerSchema1,  ServerSchema2,  ServerSchema3,  ServerSchema4, ServerSchema5,
                                         ServerSchema6,  ServerSchema7,  ServerSchema8,  ServerSchema9, ServerSchema10,
                                         ServerSchema11, ServerSchema12, ServerSchema13, ServerSchema14};

}  // namespace

int serverSchemaVersion()
{
    return static_cast<int>(std::size(ServerSchemas));
}

QString serverSchemaScript(int version)
{
    return QString::fromUtf8(ServerSchemas[version - 1]);
}

QString serverSchemaScriptForPostgres(int version)
{
    return serverSchemaScript(version)
        .replace(u" BLOB"_s, u" BYTEA"_s)
        .replace(u" id INTEGER PRIMARY KEY"_s, u" id BIGINT PRIMARY KEY"_s)
        .remove(u" WITHOUT ROWID"_s);
}

QStringList serverTables()
{
    static const QRegularExpression created(u"CREATE TABLE (\\w+)"_s);
    QStringList tables;
    for (int version = 1; version <= serverSchemaVersion(); ++version) {
        QRegularExpressionMatchIterator found = created.globalMatch(serverSchemaScript(version));
        while (found.hasNext())
            tables.append(found.next().captured(1));
    }
    return tables;
}

}  // namespace Forecourt
