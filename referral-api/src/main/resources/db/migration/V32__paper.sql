-- That something was told outside of the node. What it was stands in the entry alone; gone with the case.
CREATE TABLE paivand.out_of_band (
  event_id    CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id     CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  corrects    CHAR(36) CHARACTER SET ascii NULL UNIQUE,
  KEY of_case (case_id, recorded_at, event_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- Numbers of paper forms, which an agency took in blocks; each is typed in once at most.
CREATE TABLE paivand.form_block (
  id      CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agency  VARCHAR(64) CHARACTER SET ascii NOT NULL,
  type    VARCHAR(32) CHARACTER SET ascii NOT NULL,
  made_at DATETIME(3) NOT NULL
);

CREATE TABLE paivand.form_number (
  agency  VARCHAR(64) CHARACTER SET ascii NOT NULL,
  number  CHAR(9) CHARACTER SET ascii NOT NULL,
  block   CHAR(36) CHARACTER SET ascii NOT NULL,
  entered BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (agency, number),
  FOREIGN KEY (block) REFERENCES paivand.form_block (id)
);
