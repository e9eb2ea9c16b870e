-- What persons complained of: codes, agencies and times. Stays when the case is erased, as what agencies did does; an open one holds that back.
CREATE TABLE paivand.complaint (
  id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id     CHAR(36) CHARACTER SET ascii NOT NULL,
  about       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  disclosure  CHAR(36) CHARACTER SET ascii NULL,
  topic       VARCHAR(32) CHARACTER SET ascii NOT NULL,
  via         VARCHAR(16) CHARACTER SET ascii NOT NULL,
  filed_at    DATETIME(3) NOT NULL,
  outcome     VARCHAR(32) CHARACTER SET ascii NULL,
  answered_by VARCHAR(64) CHARACTER SET ascii NULL,
  answered_at DATETIME(3) NULL,
  KEY by_time (filed_at, id),
  KEY by_case (case_id, outcome),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);
