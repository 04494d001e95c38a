-- 0003: the full-text index is filled beside the rows instead of with them: a first sync of many vehicles would otherwise wait
-- for it most of the time. Triggers note which rows the index is behind of; searchqueue.h brings it up to date.
DROP TRIGGER vehicles_searched_in;
DROP TRIGGER vehicles_searched_again;
DROP TRIGGER vehicles_searched_out;

-- The index is contentless, so whoever takes a row out of it has to say the words that went in.
CREATE TABLE search_queue (
  rid INTEGER PRIMARY KEY,
  words TEXT                                  -- what the index holds of the row; NULL = nothing
) STRICT;

CREATE VIEW vehicle_words AS
  SELECT rid, id, location_id, stock_number || ' ' || replace(stock_number, '-', '') || ' ' || vin || ' ' || substr(vin, -8) || ' ' ||
    substr(vin, -6) || ' ' || ifnull(year, '') || ' ' || make || ' ' || model || ' ' || trim || ' ' || color || ' ' || bay ||
    ' ' || notes AS words
  FROM vehicles WHERE _del = 0;

CREATE TRIGGER vehicles_queued_in AFTER INSERT ON vehicles WHEN new._del = 0 BEGIN
  INSERT OR IGNORE INTO search_queue VALUES (new.rid, NULL);
END;
-- A row that waits already keeps the words that it was first noted with: the index still has those.
CREATE TRIGGER vehicles_queued_again AFTER UPDATE OF stock_number, vin, year, make, model, trim, color, bay, notes, _del ON vehicles BEGIN
  INSERT OR IGNORE INTO search_queue SELECT old.rid, CASE old._del WHEN 0 THEN old.stock_number || ' ' ||
    replace(old.stock_number, '-', '') || ' ' || old.vin || ' ' || substr(old.vin, -8) || ' ' || substr(old.vin, -6) || ' ' ||
    ifnull(old.year, '') || ' ' || old.make || ' ' || old.model || ' ' || old.trim || ' ' || old.color || ' ' || old.bay ||
    ' ' || old.notes END
  WHERE old._del <> new._del OR old.stock_number <> new.stock_number OR old.vin <> new.vin OR old.year IS NOT new.year OR
    old.make <> new.make OR old.model <> new.model OR old.trim <> new.trim OR old.color <> new.color OR old.bay <> new.bay OR
    old.notes <> new.notes;
END;
CREATE TRIGGER vehicles_queued_out AFTER DELETE ON vehicles WHEN old._del = 0 BEGIN
  INSERT OR IGNORE INTO search_queue VALUES (old.rid, old.stock_number || ' ' || replace(old.stock_number, '-', '') || ' ' ||
    old.vin || ' ' || substr(old.vin, -8) || ' ' || substr(old.vin, -6) || ' ' || ifnull(old.year, '') || ' ' || old.make ||
    ' ' || old.model || ' ' || old.trim || ' ' || old.color || ' ' || old.bay || ' ' || old.notes);
END;
