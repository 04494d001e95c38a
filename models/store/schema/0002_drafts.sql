-- 0002: what somebody has typed into a form and not saved yet. Local, never synced.
CREATE TABLE drafts (
  form TEXT PRIMARY KEY,                      -- 'vehicle/new', 'vehicle/<id>'
  texts BLOB NOT NULL,                        -- CBOR map: code word of the field -> text as typed
  at INTEGER NOT NULL                         -- UTC ms of the last keystroke
) STRICT, WITHOUT ROWID;
