-- 0006: the gallery: shot lists, videos, culling, edits that keep the original, covers, export presets, hints about quality.
-- Which photo is the primary one, and which ones do not fit, is no field: both follow from the rows (models/gallery/gallery.h).

ALTER TABLE photos ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;    -- 0 photo, 1 video; its renditions show one frame
ALTER TABLE photos ADD COLUMN duration_ms INTEGER;                -- of a video
ALTER TABLE photos ADD COLUMN slot TEXT NOT NULL DEFAULT '';      -- code of its shot, of shot_lists.shots; empty = none
ALTER TABLE photos ADD COLUMN cull INTEGER NOT NULL DEFAULT 0;    -- 0 not looked at, 1 keep, 2 reject
ALTER TABLE photos ADD COLUMN edit TEXT NOT NULL DEFAULT '';      -- JSON, see models/gallery/photoedit.h; empty = as taken
ALTER TABLE photos ADD COLUMN covers TEXT NOT NULL DEFAULT '';    -- JSON, see models/gallery/photocover.h; empty = none
-- The edit and the covers that the renditions show: edit || covers of when they were made. Moves with the renditions.
ALTER TABLE photos ADD COLUMN rendered TEXT NOT NULL DEFAULT '';
-- Renditions that are behind the edit; the index is nearly always empty.
CREATE INDEX photos_to_render ON photos (id) WHERE _del = 0 AND rendered <> edit || covers;

CREATE TABLE shot_lists (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  name TEXT NOT NULL DEFAULT '',
  shots TEXT NOT NULL DEFAULT '[]',           -- JSON: [{"code": "front-left", "name": "…"}, …]; without a name a built-in one
  sort_order INTEGER NOT NULL DEFAULT 0       -- the first live list counts; without one the built-in list
) STRICT;

CREATE TABLE export_presets (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  name TEXT NOT NULL DEFAULT '',
  settings TEXT NOT NULL DEFAULT '{}',        -- JSON: ratio, longest side, file size, watermark, file names
  sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Marks of the dealership, for covers and watermarks.
CREATE TABLE logos (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  name TEXT NOT NULL DEFAULT '',
  image_sha BLOB,                             -- PNG
  sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What this computer measured in pictures, by the SHA-256 of the medium rendition: see models/gallery/photoquality.h. Local, never
-- synced: every computer measures what it has, and a newer version may measure otherwise.
CREATE TABLE photo_quality (
  sha BLOB PRIMARY KEY CHECK (length(sha) = 32),
  version INTEGER NOT NULL,                   -- of the formulas
  sharpness REAL NOT NULL,
  brightness REAL NOT NULL,                   -- mean, 0–1
  dark REAL NOT NULL, bright REAL NOT NULL,   -- shares of nearly black and nearly white pixels, 0–1
  fingerprint INTEGER NOT NULL                -- 64 bits; alike pictures differ in few
) STRICT, WITHOUT ROWID;

-- Files that an import has put beside the store before it saved its photos. What a crash leaves here is removed at the next start.
CREATE TABLE import_files (sha BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
