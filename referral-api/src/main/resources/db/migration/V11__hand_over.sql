-- A case offered to another controller, and what came of it. Written under the case's lock.

CREATE TABLE paivand.hand_over (
  id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id     CHAR(36) CHARACTER SET ascii NOT NULL,
  from_agency VARCHAR(64) CHARACTER SET ascii NOT NULL,
  to_agency   VARCHAR(64) CHARACTER SET ascii NOT NULL,
  purpose     VARCHAR(32) CHARACTER SET ascii NOT NULL,
  consent_id  CHAR(36) CHARACTER SET ascii NOT NULL,
  state       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  proposed_at DATETIME(3) NOT NULL,
  answer_by   DATETIME(3) NOT NULL,
  decided_at  DATETIME(3) NULL,
  KEY by_case (case_id, state),
  KEY inbox (to_agency, proposed_at, id),
  KEY sent (from_agency, proposed_at, id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);
