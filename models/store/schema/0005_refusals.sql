-- 0005: operations that the server refused because their author had no right to the record, for a manager to look at.

CREATE TABLE refusals (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  table_number INTEGER NOT NULL DEFAULT 0,
  record_id BLOB,
  kind INTEGER NOT NULL DEFAULT 0,            -- 0 upsert, 1 delete
  body BLOB,                                  -- CBOR map: field number -> value, all that was typed
  reason TEXT NOT NULL DEFAULT '',            -- words for support, English
  user_id BLOB,                               -- who typed it
  device_name TEXT NOT NULL DEFAULT '',
  noticed_at INTEGER,                         -- UTC ms, server time
  state INTEGER NOT NULL DEFAULT 0            -- 0 to look at, 1 dismissed, 2 taken over
) STRICT;

-- Files of forgotten rows, to be removed from the disk after the commit.
CREATE TABLE blob_trash (sha BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
