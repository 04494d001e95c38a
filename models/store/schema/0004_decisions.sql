-- 0004: what a person needs to decide: the value before a conflict, refused changes that can be brought back, and
-- changes that came from another workstation in a file.

-- Known where the author of the later edit sent the value it replaced.
ALTER TABLE conflicts ADD COLUMN before_value BLOB;  -- CBOR; NULL = not known
ALTER TABLE conflicts ADD COLUMN before_clock BLOB;  -- 12 bytes
-- The other fields of the group, which were alike on both sides: CBOR map, field number -> [value] or [value, before].
ALTER TABLE conflicts ADD COLUMN group_values BLOB;
CREATE INDEX conflicts_open ON conflicts (table_number, record_id) WHERE _del = 0 AND state = 0;

-- What the person saw, kept when the server's value moves on under a waiting operation: as `prev`.
ALTER TABLE sync_op ADD COLUMN seen BLOB;
-- 1 = brought in from a file: the person who made it had not seen what this workstation wrote.
ALTER TABLE sync_op ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;
-- Operations that were brought in, so that none is brought in twice: by the device that made them and their clock.
CREATE TABLE carried_ops (
  device BLOB NOT NULL, hlc BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (device, hlc)
) STRICT, WITHOUT ROWID;

-- A discarded refusal is kept for a week, in case it was discarded by mistake. UTC ms.
ALTER TABLE sync_reject ADD COLUMN discarded_at INTEGER;
