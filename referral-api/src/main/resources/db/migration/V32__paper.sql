-- That something was told outside of the node. What it was stands in the entry alone; gone with the case.
CREATE TABLE paivand.out_of_band (
  event_id    CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id     CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  corrects    CHAR(36) CHARACTER SET ascii NULL UNIQUE,
  KEY of_case (case_id, recorded_at, event_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);
