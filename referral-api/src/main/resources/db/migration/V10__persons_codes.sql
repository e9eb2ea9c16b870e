-- By a code a person sees and stops what is done with their data. Only its seal is kept (HMAC under the node's token key), and a code
-- that was ended is deleted: it is then like one that never was. What happened to it is in the log.
CREATE TABLE paivand.person_code (
  id        CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id   CHAR(36) CHARACTER SET ascii NOT NULL,
  holder    VARCHAR(16) CHARACTER SET ascii NOT NULL,
  opens     VARCHAR(16) CHARACTER SET ascii NOT NULL,
  seal      BINARY(32) NOT NULL UNIQUE,
  issued_at DATETIME(3) NOT NULL,
  KEY by_case (case_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- What was withdrawn by code and not restored: the only withdrawals that a code can undo.
CREATE TABLE paivand.person_withdrawal (
  case_id    CHAR(36) CHARACTER SET ascii NOT NULL,
  grant_id   CHAR(36) CHARACTER SET ascii NOT NULL,
  consent_id CHAR(36) CHARACTER SET ascii NOT NULL,
  holder     VARCHAR(16) CHARACTER SET ascii NOT NULL,
  at         DATETIME(3) NOT NULL,
  PRIMARY KEY (case_id, grant_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);
