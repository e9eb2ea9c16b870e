-- The registry: what each of its items was, from when on, and who said so (docs/decisions/0036). Store, history and feed at once:
-- of each item the highest version counts. A number is given under the lock below, so a higher one was never committed earlier.
-- The first rows are what the configured files held when the node first started; they share one exchange and nobody confirmed them.
CREATE TABLE paivand_log.registry_change (
  number       BIGINT NOT NULL PRIMARY KEY,
  at           DATETIME(3) NOT NULL,
  kind         VARCHAR(16) CHARACTER SET ascii NOT NULL,
  id           VARCHAR(64) CHARACTER SET ascii NOT NULL,
  version      INT NOT NULL,
  sha256       BINARY(32) NOT NULL,
  body         MEDIUMTEXT NOT NULL,
  exchange     CHAR(36) CHARACTER SET ascii NOT NULL,
  changed_by   VARCHAR(128) CHARACTER SET ascii NOT NULL,
  confirmed_by VARCHAR(128) CHARACTER SET ascii NULL,
  UNIQUE KEY one_of_each (kind, id, version),
  KEY by_time (at, number)
);

INSERT INTO paivand.change_lock (name) VALUES ('registry');

-- A proposed item travels with its whole document.
ALTER TABLE paivand.approval MODIFY subject MEDIUMTEXT NOT NULL;

CREATE TRIGGER paivand_log.registry_change_no_update BEFORE UPDATE ON paivand_log.registry_change FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.registry_change_no_delete BEFORE DELETE ON paivand_log.registry_change FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
