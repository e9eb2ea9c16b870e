-- Which entries certify that the openings of a year were shredded, written with them. What counts is the certificate itself: it is
-- opened and read. The key of each year that stands here is destroyed, again at every start.
CREATE TABLE paivand_log.shredded (
  certificate CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  year        SMALLINT NOT NULL,
  KEY by_year (year)
);

CREATE TRIGGER paivand_log.shredded_no_update BEFORE UPDATE ON paivand_log.shredded FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.shredded_no_delete BEFORE DELETE ON paivand_log.shredded FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';

INSERT INTO paivand.change_lock (name) VALUES ('openings-erasure');

-- The subject names every range of indexes that is to be shredded.
ALTER TABLE paivand.approval MODIFY subject MEDIUMTEXT NOT NULL;
