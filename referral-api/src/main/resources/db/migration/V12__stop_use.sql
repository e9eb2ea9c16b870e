-- Who holds what of a case, on what it rests and until when: written with each disclosure, since what the log says of it is sealed.
-- Codes and ids alone. No release of this product came before these tables, so there is nothing to fill in.
CREATE TABLE paivand.holding (
  disclosure   CHAR(36) CHARACTER SET ascii NOT NULL,
  category     VARCHAR(32) CHARACTER SET ascii NOT NULL,
  case_id      CHAR(36) CHARACTER SET ascii NOT NULL,
  holder       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  source       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  action       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reference    CHAR(36) CHARACTER SET ascii NOT NULL,
  purpose      VARCHAR(32) CHARACTER SET ascii NOT NULL,
  grant_id     CHAR(36) CHARACTER SET ascii NULL,
  onward       BOOLEAN NOT NULL,
  at           DATETIME(3) NOT NULL,
  retain_until DATETIME(3) NOT NULL,
  erased_at    DATETIME(3) NULL,
  PRIMARY KEY (disclosure, category),
  KEY by_case (case_id, at),
  KEY by_holder (holder, erased_at, retain_until, disclosure),
  KEY by_reference (reference, category, at),
  KEY by_end (erased_at, retain_until),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- A holder was asked to stop using what it has. The id is that of the notice's entry. due_at is when silence begins to be overdue:
-- first answer_by, then the end of what it keeps; nothing once it is settled.
CREATE TABLE paivand.stop_use_notice (
  id             CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id        CHAR(36) CHARACTER SET ascii NOT NULL,
  holder         VARCHAR(64) CHARACTER SET ascii NOT NULL,
  consent_id     CHAR(36) CHARACTER SET ascii NOT NULL,
  noticed_at     DATETIME(3) NOT NULL,
  answer_by      DATETIME(3) NOT NULL,
  due_at         DATETIME(3) NULL,
  answer         VARCHAR(16) CHARACTER SET ascii NULL,
  retained_on    VARCHAR(32) CHARACTER SET ascii NULL,
  retained_until DATETIME(3) NULL,
  answered_at    DATETIME(3) NULL,
  lifted_at      DATETIME(3) NULL,
  KEY by_holder (holder, noticed_at, id),
  KEY by_case (case_id, noticed_at, id),
  KEY by_due (due_at, id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

CREATE TABLE paivand.stop_use_part (
  notice     CHAR(36) CHARACTER SET ascii NOT NULL,
  disclosure CHAR(36) CHARACTER SET ascii NOT NULL,
  category   VARCHAR(32) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (notice, disclosure, category),
  FOREIGN KEY (notice) REFERENCES paivand.stop_use_notice (id),
  FOREIGN KEY (disclosure, category) REFERENCES paivand.holding (disclosure, category)
);

-- What the runner found overdue, for those who see no case: one row for each deadline that was missed, gone when it is settled.
CREATE TABLE paivand.overdue (
  kind     VARCHAR(16) CHARACTER SET ascii NOT NULL,
  subject  CHAR(36) CHARACTER SET ascii NOT NULL,
  agency   VARCHAR(64) CHARACTER SET ascii NOT NULL,
  due_at   DATETIME(3) NOT NULL,
  noted_at DATETIME(3) NOT NULL,
  PRIMARY KEY (kind, subject),
  KEY by_due (due_at, subject)
);
