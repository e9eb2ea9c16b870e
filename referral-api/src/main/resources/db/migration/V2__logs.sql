-- One database holds one log after another: of each year, of each key, and of what came after a restored backup. Only the
-- newest is appended to. Numbers count from 1; what was there before this migration is the first log.
CREATE TABLE paivand_log.log (
  id           INT NOT NULL PRIMARY KEY,
  origin       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  verifier_key VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  began_at     DATETIME(3) NOT NULL
);

CREATE TRIGGER paivand_log.log_no_update BEFORE UPDATE ON paivand_log.log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.log_no_delete BEFORE DELETE ON paivand_log.log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';

-- An entry stands in one log only: its unique key has no log in it.
ALTER TABLE paivand_log.leaf ADD COLUMN log INT NOT NULL DEFAULT 1 FIRST, DROP PRIMARY KEY, ADD PRIMARY KEY (log, idx);
ALTER TABLE paivand_log.leaf ALTER COLUMN log DROP DEFAULT;
ALTER TABLE paivand_log.tile ADD COLUMN log INT NOT NULL DEFAULT 1 FIRST, DROP PRIMARY KEY, ADD PRIMARY KEY (log, level, idx);
ALTER TABLE paivand_log.tile ALTER COLUMN log DROP DEFAULT;
