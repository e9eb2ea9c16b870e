-- What this node, as a witness, cosigned last of each other log. The row is locked and compared in the transaction that moves it.
CREATE TABLE paivand.witnessed (
  origin VARCHAR(255) NOT NULL PRIMARY KEY,
  size   BIGINT NOT NULL,
  root   BINARY(32) NOT NULL,
  second BIGINT NOT NULL
);

-- What witnesses answered for this node's own log: signature lines, each verified before it was written.
-- `witness` is the SHA-256 of its verifier key.
CREATE TABLE paivand_log.cosignature (
  origin  VARCHAR(255) NOT NULL,
  size    BIGINT NOT NULL,
  witness BINARY(32) NOT NULL,
  line    VARCHAR(1024) NOT NULL,
  at      DATETIME(3) NOT NULL,
  PRIMARY KEY (origin, size, witness),
  KEY by_witness (origin, witness, size)
);

-- Which checkpoints enough witnesses of one policy have cosigned. `policy` is the SHA-256 of its lines on witnesses and quorum.
CREATE TABLE paivand_log.quorum (
  origin VARCHAR(255) NOT NULL,
  policy BINARY(32) NOT NULL,
  size   BIGINT NOT NULL,
  at     DATETIME(3) NOT NULL,
  PRIMARY KEY (origin, policy, size)
);

CREATE TRIGGER paivand_log.cosignature_no_update BEFORE UPDATE ON paivand_log.cosignature FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.cosignature_no_delete BEFORE DELETE ON paivand_log.cosignature FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.quorum_no_update BEFORE UPDATE ON paivand_log.quorum FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.quorum_no_delete BEFORE DELETE ON paivand_log.quorum FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
