-- 0001: the first store: sync bookkeeping, locations, people, vehicles, photos, saved views, conflicts.
--
-- Synced tables share six leading columns; what follows them are fields, numbered from 1 in order of creation.
-- Field numbers travel on the wire, so a later migration may only append columns (ALTER TABLE … ADD COLUMN).
-- Every field is nullable or has a default, because rows may arrive field by field; references between synced
-- tables are not enforced, because rows may arrive in any order.
--   rid   local row number: joins and search refer to it
--   id    UUIDv7 made on the device that created the row
--   _clk  12 bytes base clock, then (2 bytes field, 12 bytes clock) for fields that differ from the base
--   _seq  server sequence of the last change that came from the server; NULL for a row that never did
--   _del  1 = tombstone
--   _ext  CBOR map of fields that this version does not know, kept for later versions

CREATE TABLE locations (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  code TEXT NOT NULL DEFAULT '',              -- three letters on the key tag: MTL
  name TEXT NOT NULL DEFAULT '',              -- Montréal – Saint-Léonard
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',           -- ISO 3166-1 alpha-2
  currency TEXT NOT NULL DEFAULT 'CAD',       -- ISO 4217
  time_zone TEXT NOT NULL DEFAULT 'UTC',      -- IANA
  color_light TEXT NOT NULL DEFAULT '#50606A',-- key tag, light theme
  color_dark TEXT NOT NULL DEFAULT '#9FB0B8', -- key tag, dark theme
  sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE users (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  login TEXT NOT NULL DEFAULT '',
  display_name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT 'sales',         -- owner, manager, sales, support, buyer, viewer
  location_id BLOB,
  email TEXT NOT NULL DEFAULT '',
  disabled INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE vehicles (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  stock_number TEXT NOT NULL DEFAULT '',
  vin TEXT NOT NULL DEFAULT '',               -- upper case, as typed otherwise
  year INTEGER,
  make TEXT NOT NULL DEFAULT '',
  model TEXT NOT NULL DEFAULT '',
  trim TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  engine TEXT NOT NULL DEFAULT '',
  gearbox TEXT NOT NULL DEFAULT '',
  drivetrain TEXT NOT NULL DEFAULT '',
  fuel TEXT NOT NULL DEFAULT '',
  doors INTEGER,
  seats INTEGER,
  color TEXT NOT NULL DEFAULT '',
  interior TEXT NOT NULL DEFAULT '',
  odometer_km INTEGER,
  title_state TEXT NOT NULL DEFAULT '',       -- Québec, clear
  location_id BLOB,
  bay TEXT NOT NULL DEFAULT '',               -- row C, bay 14
  key_tag TEXT NOT NULL DEFAULT '',           -- 2, cabinet hook 31
  phase INTEGER NOT NULL DEFAULT 0,           -- 0 incoming, 1 fixing, 2 ready, 3 listed, 4 reserved, 5 sold, 6 delivered
  phase_since_at INTEGER,                     -- UTC ms; moves with phase
  asking_minor INTEGER,                       -- minor units; NULL = not priced
  asking_currency TEXT NOT NULL DEFAULT 'CAD',-- moves with asking_minor
  cost_minor INTEGER,                         -- landed cost so far, minor units
  cost_currency TEXT NOT NULL DEFAULT 'CAD',  -- moves with cost_minor
  owner_id BLOB,                              -- user who looks after it
  notes TEXT NOT NULL DEFAULT '',
  primary_photo_id BLOB,                      -- wish; the first live photo stands in when it is gone
  acquired_at INTEGER,                        -- UTC ms
  created_at INTEGER                          -- UTC ms
) STRICT;

CREATE TABLE photos (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  vehicle_id BLOB,
  position TEXT NOT NULL DEFAULT '',          -- fractional index; ties are broken by id
  original_sha BLOB,                          -- SHA-256 of the untouched file
  original_size INTEGER,                      -- bytes
  large_sha BLOB,                             -- 2048 px rendition
  medium_sha BLOB,                            -- 1024 px rendition
  thumb_sha BLOB,                             -- 256 px rendition
  width INTEGER, height INTEGER,              -- upright pixels of the original
  file_name TEXT NOT NULL DEFAULT '',
  mime TEXT NOT NULL DEFAULT '',
  caption TEXT NOT NULL DEFAULT '',
  taken_at INTEGER,                           -- UTC ms, from EXIF
  added_at INTEGER,                           -- UTC ms
  added_by BLOB                               -- user
) STRICT;

CREATE TABLE saved_views (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  user_id BLOB,
  page TEXT NOT NULL DEFAULT 'inventory',
  name TEXT NOT NULL DEFAULT '',
  definition TEXT NOT NULL DEFAULT '{}',      -- JSON: filter, sort, columns
  sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row per field whose concurrent edit lost; written by the server, dismissed by a person.
CREATE TABLE conflicts (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  table_number INTEGER NOT NULL DEFAULT 0,
  record_id BLOB,
  field_number INTEGER NOT NULL DEFAULT 0,
  kept_value BLOB,                            -- CBOR
  lost_value BLOB,                            -- CBOR
  kept_clock BLOB, lost_clock BLOB,           -- 12 bytes each
  kept_user_id BLOB, lost_user_id BLOB,
  noticed_at INTEGER,                         -- UTC ms, server time
  state INTEGER NOT NULL DEFAULT 0            -- 0 to review, 1 kept, 2 taken back
) STRICT;

-- Outbox: edits in the order they were made. (device, opid) is the key by which the server knows a repetition.
CREATE TABLE sync_op (
  opid INTEGER PRIMARY KEY,                   -- gapless per device
  txn INTEGER NOT NULL,                       -- edits made together share it
  tbl INTEGER NOT NULL, id BLOB NOT NULL,
  kind INTEGER NOT NULL,                      -- 0 upsert, 1 delete
  creates INTEGER NOT NULL,                   -- 1 = the row is new, or comes back
  hlc BLOB NOT NULL,
  body BLOB NOT NULL,                         -- CBOR map: field number -> [value, base clock]
  prev BLOB NOT NULL,                         -- CBOR map: field number -> [value, clock] the server has, for taking it back
  state INTEGER NOT NULL,                     -- 0 queued, 1 sent, 2 acknowledged
  acked_seq INTEGER,                          -- server sequence of an acknowledged operation
  suspect INTEGER NOT NULL DEFAULT 0,         -- 1 = the clock of this computer was in doubt
  at INTEGER NOT NULL                         -- UTC ms
) STRICT;
CREATE INDEX sync_op_row ON sync_op (tbl, id);
CREATE INDEX sync_op_state ON sync_op (state, opid);

CREATE TABLE sync_reject (
  opid INTEGER PRIMARY KEY, code TEXT NOT NULL, reason TEXT NOT NULL,
  tbl INTEGER NOT NULL, id BLOB NOT NULL, kind INTEGER NOT NULL, creates INTEGER NOT NULL, body BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE sync_state (k TEXT PRIMARY KEY, v ANY) STRICT;
CREATE TABLE sync_unknown (seq INTEGER NOT NULL, tbl INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (tbl, id)) STRICT;

-- Files named by their SHA-256; the bytes lie in the folder blobs. Local bookkeeping, never synced.
CREATE TABLE blobs (
  sha BLOB PRIMARY KEY CHECK (length(sha) = 32), size INTEGER NOT NULL,
  here INTEGER NOT NULL DEFAULT 0,            -- 1 = the whole file is on this computer
  on_server INTEGER NOT NULL DEFAULT 0,       -- 1 = the server confirmed it
  priority INTEGER NOT NULL DEFAULT 3,        -- 0 thumbnail, 1 medium, 2 large, 3 original
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX blobs_to_send ON blobs (priority, added_at) WHERE here = 1 AND on_server = 0;
CREATE INDEX blobs_to_fetch ON blobs (priority, added_at) WHERE here = 0;

-- What the program wants a person to know; stays until read.
CREATE TABLE notifications (
  nid INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,
  tbl INTEGER, id BLOB, arguments TEXT NOT NULL DEFAULT '[]', read_at INTEGER,
  UNIQUE (kind, id)
) STRICT;

-- Look-alike characters and separators do not make another VIN: O/0, Q/0, I/1, dots, blanks, hyphens.
ALTER TABLE vehicles ADD COLUMN vin_key TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(replace(upper(vin), ' ', ''), '.', ''), '-', ''), 'O', '0'), 'Q', '0'), 'I', '1')
) VIRTUAL;
CREATE INDEX vehicles_vin_key ON vehicles (vin_key) WHERE _del = 0;
-- Lists are made from these indexes alone, without touching the rows. For that even _del has to be in them: SQLite does
-- not see that the condition of the index says it already.
CREATE INDEX vehicles_stock ON vehicles (stock_number COLLATE NOCASE, rid, stock_number, _del) WHERE _del = 0;
CREATE INDEX vehicles_name ON vehicles (make, model, year, rid, _del) WHERE _del = 0;
CREATE INDEX vehicles_year ON vehicles (year, rid, _del) WHERE _del = 0;
CREATE INDEX vehicles_phase ON vehicles (phase, phase_since_at, rid, _del) WHERE _del = 0;
CREATE INDEX vehicles_location ON vehicles (location_id, rid, owner_id, _del) WHERE _del = 0;
CREATE INDEX vehicles_asking ON vehicles (asking_currency, asking_minor, rid, cost_currency, cost_minor, _del) WHERE _del = 0;
CREATE INDEX vehicles_odometer ON vehicles (odometer_km, rid, _del) WHERE _del = 0;
CREATE INDEX vehicles_created ON vehicles (created_at, rid, acquired_at, _del) WHERE _del = 0;
CREATE INDEX photos_vehicle ON photos (vehicle_id, position, id) WHERE _del = 0;

-- Photo counts kept beside the rows, so that the list sorts by them without counting.
CREATE TABLE photo_counts (vehicle_id BLOB PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER photos_counted_in AFTER INSERT ON photos WHEN new._del = 0 AND new.vehicle_id IS NOT NULL BEGIN
  INSERT INTO photo_counts VALUES (new.vehicle_id, 1) ON CONFLICT (vehicle_id) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER photos_counted_again AFTER UPDATE OF vehicle_id, _del ON photos
  WHEN old._del <> new._del OR old.vehicle_id IS NOT new.vehicle_id BEGIN
  UPDATE photo_counts SET count = count - 1 WHERE vehicle_id = old.vehicle_id AND old._del = 0;
  INSERT INTO photo_counts SELECT new.vehicle_id, 1 WHERE new._del = 0 AND new.vehicle_id IS NOT NULL
    ON CONFLICT (vehicle_id) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER photos_counted_out AFTER DELETE ON photos WHEN old._del = 0 BEGIN
  UPDATE photo_counts SET count = count - 1 WHERE vehicle_id = old.vehicle_id;
END;

-- Full text over what people type: stock number, VIN, its last 8 and last 6, year, make, model, trim, colour, bay, notes.
-- Contentless: the words are in vehicles already, so the triggers hand the old ones back to the index.
CREATE VIRTUAL TABLE vehicle_search USING fts5(words, content='', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3');
CREATE TRIGGER vehicles_searched_in AFTER INSERT ON vehicles WHEN new._del = 0 BEGIN
  INSERT INTO vehicle_search(rowid, words) VALUES (new.rid, new.stock_number || ' ' || replace(new.stock_number, '-', '') || ' ' || new.vin || ' ' || substr(new.vin, -8) || ' ' ||
    substr(new.vin, -6) || ' ' || ifnull(new.year, '') || ' ' || new.make || ' ' || new.model || ' ' || new.trim || ' ' ||
    new.color || ' ' || new.bay || ' ' || new.notes);
END;
CREATE TRIGGER vehicles_searched_again AFTER UPDATE OF stock_number, vin, year, make, model, trim, color, bay, notes, _del ON vehicles BEGIN
  INSERT INTO vehicle_search(vehicle_search, rowid, words) SELECT 'delete', old.rid, old.stock_number || ' ' || replace(old.stock_number, '-', '') || ' ' || old.vin || ' ' || substr(old.vin, -8) || ' ' ||
    substr(old.vin, -6) || ' ' || ifnull(old.year, '') || ' ' || old.make || ' ' || old.model || ' ' || old.trim || ' ' ||
    old.color || ' ' || old.bay || ' ' || old.notes WHERE old._del = 0;
  INSERT INTO vehicle_search(rowid, words) SELECT new.rid, new.stock_number || ' ' || replace(new.stock_number, '-', '') || ' ' || new.vin || ' ' || substr(new.vin, -8) || ' ' ||
    substr(new.vin, -6) || ' ' || ifnull(new.year, '') || ' ' || new.make || ' ' || new.model || ' ' || new.trim || ' ' ||
    new.color || ' ' || new.bay || ' ' || new.notes WHERE new._del = 0;
END;
CREATE TRIGGER vehicles_searched_out AFTER DELETE ON vehicles WHEN old._del = 0 BEGIN
  INSERT INTO vehicle_search(vehicle_search, rowid, words) VALUES ('delete', old.rid, old.stock_number || ' ' || replace(old.stock_number, '-', '') || ' ' || old.vin || ' ' || substr(old.vin, -8) || ' ' ||
    substr(old.vin, -6) || ' ' || ifnull(old.year, '') || ' ' || old.make || ' ' || old.model || ' ' || old.trim || ' ' ||
    old.color || ' ' || old.bay || ' ' || old.notes);
END;
