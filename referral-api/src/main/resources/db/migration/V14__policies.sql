-- Which policy decides from when on (docs/decisions/0032). Of those whose time has come the latest decides, and of two for one
-- instant the one with the higher number. A policy that decided may be put in force again, so its hash may stand here twice.
CREATE TABLE paivand_log.policy_validity (
  number       INT NOT NULL PRIMARY KEY,
  sha256       BINARY(32) NOT NULL,
  valid_from   DATETIME(3) NOT NULL,
  at           DATETIME(3) NOT NULL,
  proposed_by  VARCHAR(128) CHARACTER SET ascii NULL,
  confirmed_by VARCHAR(128) CHARACTER SET ascii NULL
);

-- Until now the file decided with which the node was started, and the first start with a file logged it.
INSERT INTO paivand_log.policy_validity (number, sha256, valid_from, at)
  SELECT ROW_NUMBER() OVER (ORDER BY at, sha256), sha256, at, at FROM paivand_log.policy;

INSERT INTO paivand.change_lock (name) VALUES ('policy');

CREATE TRIGGER paivand_log.policy_validity_no_update BEFORE UPDATE ON paivand_log.policy_validity FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.policy_validity_no_delete BEFORE DELETE ON paivand_log.policy_validity FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
