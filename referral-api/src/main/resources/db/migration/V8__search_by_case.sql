-- The case is searched by like anything else (docs/decisions/0022): a term of the tiles, case= and the token's hexadecimal digits.
-- Tiles that were written without it get it here; those of level 1 are joined anew by the node, which needs no more than their parts.

-- Which terms a tile has. Without a default: an instance of before, that still runs, can't write tiles that hide cases.
ALTER TABLE paivand_log.search_tile ADD COLUMN version TINYINT NOT NULL DEFAULT 2 AFTER tile;
ALTER TABLE paivand_log.search_tile ALTER COLUMN version DROP DEFAULT;

-- MariaDB 11.4 refuses an INSERT … SELECT into a table that has a trigger before its updates.
DROP TRIGGER paivand_log.search_tile_no_delete;
DROP TRIGGER paivand_log.search_term_no_delete;
DROP TRIGGER paivand_log.search_term_no_update;

DELETE FROM paivand_log.search_tile WHERE level = 1;
DELETE FROM paivand_log.search_term WHERE level = 1;
INSERT INTO paivand_log.search_term (level, tile, term, places)
  SELECT 0, l.place DIV 256, CONCAT('case=', LOWER(HEX(e.case_token))),
         CONCAT(X'00', GROUP_CONCAT(UNHEX(LPAD(HEX(l.place MOD 256), 4, '0')) ORDER BY l.place SEPARATOR ''))
    FROM paivand_log.leaf l JOIN paivand_log.event e ON e.entry = l.entry
   WHERE e.case_token IS NOT NULL
     AND l.place < 256 * (SELECT COALESCE(MAX(tile) + 1, 0) FROM paivand_log.search_tile WHERE level = 0)
   GROUP BY l.place DIV 256, e.case_token;

CREATE TRIGGER paivand_log.search_tile_no_delete BEFORE DELETE ON paivand_log.search_tile FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.search_term_no_delete BEFORE DELETE ON paivand_log.search_term FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.search_term_no_update BEFORE UPDATE ON paivand_log.search_term FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
