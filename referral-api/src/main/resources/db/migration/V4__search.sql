-- Searching the log in bounded time (docs/decisions/0018): what an entry is found by goes into tiles over the log's order, not
-- into one tree for each column. An entry carries its own codes, so that writing one costs one row.

ALTER TABLE paivand_log.event
  MODIFY user VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  MODIFY basis VARCHAR(255) CHARACTER SET ascii NULL,
  MODIFY outcome VARCHAR(64) CHARACTER SET ascii NULL,
  ADD COLUMN released VARCHAR(255) CHARACTER SET ascii NULL AFTER outcome,
  ADD COLUMN withheld VARCHAR(255) CHARACTER SET ascii NULL AFTER released,
  DROP KEY by_agency,
  DROP KEY by_recipient,
  DROP KEY by_user;

-- Once, and before anybody was promised anything: rows that were written without their categories get them.
DROP TRIGGER paivand_log.event_no_update;
UPDATE paivand_log.event e JOIN (
    SELECT event_id,
           GROUP_CONCAT(IF(released, category, NULL) ORDER BY category) AS released,
           GROUP_CONCAT(IF(released, NULL, category) ORDER BY category) AS withheld
      FROM paivand_log.event_category GROUP BY event_id) c ON c.event_id = e.event_id
   SET e.released = c.released, e.withheld = c.withheld;
UPDATE paivand_log.event SET outcome = CONCAT_WS(',', outcome, IF(withheld IS NULL, NULL, 'withheld'),
       IF(type = 'break-glass', 'break-glass', NULL)) WHERE outcome IS NOT NULL;
CREATE TRIGGER paivand_log.event_no_update BEFORE UPDATE ON paivand_log.event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
DROP TABLE paivand_log.event_category;

-- How many entries had an index before this one, in all logs of this database: what pages of a search count by.
DROP TRIGGER paivand_log.leaf_no_update;
ALTER TABLE paivand_log.leaf ADD COLUMN place BIGINT NOT NULL DEFAULT 0 AFTER idx;
UPDATE paivand_log.leaf SET place = idx;
ALTER TABLE paivand_log.leaf ALTER COLUMN place DROP DEFAULT, ADD UNIQUE KEY by_place (place);
CREATE TRIGGER paivand_log.leaf_no_update BEFORE UPDATE ON paivand_log.leaf FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';

-- A tile covers 256 places of the log (level 0) or 65,536 (level 1), and is written once, when all of them are taken.
CREATE TABLE paivand_log.search_tile (
  level    TINYINT NOT NULL,
  tile     BIGINT NOT NULL,
  first_at DATETIME(3) NOT NULL,
  last_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (level, tile)
);

-- Where in a tile a term occurs; no row where it does not.
CREATE TABLE paivand_log.search_term (
  level  TINYINT NOT NULL,
  tile   BIGINT NOT NULL,
  term   VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  places VARBINARY(8193) NOT NULL,
  PRIMARY KEY (level, tile, term),
  KEY by_term (term, level, tile)
);

-- Which disclosures somebody else has to review, and which reviews there were.
CREATE TABLE paivand_log.review_due (
  event_id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  due_at   DATETIME(3) NOT NULL,
  KEY by_due (due_at, event_id)
);

CREATE TABLE paivand_log.review (
  disclosure CHAR(36) CHARACTER SET ascii NOT NULL,
  event_id   CHAR(36) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (disclosure, event_id)
);

CREATE TRIGGER paivand_log.search_tile_no_update BEFORE UPDATE ON paivand_log.search_tile FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.search_tile_no_delete BEFORE DELETE ON paivand_log.search_tile FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.search_term_no_update BEFORE UPDATE ON paivand_log.search_term FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.search_term_no_delete BEFORE DELETE ON paivand_log.search_term FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.review_due_no_update BEFORE UPDATE ON paivand_log.review_due FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.review_due_no_delete BEFORE DELETE ON paivand_log.review_due FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.review_no_update BEFORE UPDATE ON paivand_log.review FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.review_no_delete BEFORE DELETE ON paivand_log.review FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
