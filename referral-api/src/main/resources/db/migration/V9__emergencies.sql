-- Breaking the glass: who, for whom, why as a code, and until when. Words are sealed and go with the case's erasure.
CREATE TABLE paivand.emergency (
  id            CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id       CHAR(36) CHARACTER SET ascii NOT NULL,
  agency        VARCHAR(64) CHARACTER SET ascii NOT NULL,
  officer       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recipient     VARCHAR(64) CHARACTER SET ascii NOT NULL,
  worker        VARCHAR(40) CHARACTER SET ascii NOT NULL,
  purpose       VARCHAR(32) CHARACTER SET ascii NOT NULL,
  reason        VARCHAR(32) CHARACTER SET ascii NOT NULL,
  sealed_words  VARBINARY(4096) NULL,
  minutes       INT NOT NULL,
  asked_at      DATETIME(3) NOT NULL,
  second_person VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  review_open   BOOLEAN NULL,
  opened_at     DATETIME(3) NULL,
  not_after     DATETIME(3) NULL,
  review_due    DATETIME(3) NULL,
  reviewed_by   VARCHAR(64) CHARACTER SET ascii NULL,
  finding       VARCHAR(16) CHARACTER SET ascii NULL,
  reviewed_at   DATETIME(3) NULL,
  KEY by_review (review_due, id),
  KEY by_agency (agency, reviewed_at, review_due),
  KEY by_case (case_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- Held while an agency opens an emergency: of two at once, the second sees the first.
CREATE TABLE paivand.emergency_agency (
  agency VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY
);

-- Ids, kind and time, of an emergency or of a case. One that says that a review is overdue is written ahead, and seen from its time on.
CREATE TABLE paivand.alert (
  id           CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  kind         VARCHAR(32) CHARACTER SET ascii NOT NULL,
  at           DATETIME(3) NOT NULL,
  emergency_id CHAR(36) CHARACTER SET ascii NULL,
  case_id      CHAR(36) CHARACTER SET ascii NULL,
  KEY by_time (at, id),
  FOREIGN KEY (emergency_id) REFERENCES paivand.emergency (id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id),
  CONSTRAINT of_one CHECK ((emergency_id IS NULL) <> (case_id IS NULL))
);

-- A release goes through a referral or through an emergency.
ALTER TABLE paivand.disclosed
  MODIFY referral_id CHAR(36) CHARACTER SET ascii NULL,
  ADD COLUMN emergency_id CHAR(36) CHARACTER SET ascii NULL AFTER referral_id,
  ADD KEY by_emergency (emergency_id, at),
  ADD CONSTRAINT disclosed_in_emergency FOREIGN KEY (emergency_id) REFERENCES paivand.emergency (id);

ALTER TABLE paivand.referral ADD KEY by_reference (case_reference);

-- Orders of courts that two people of the holder recorded; the person was told, or there is no row. The id is the entry's.
CREATE TABLE paivand.court_order (
  id              CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id         CHAR(36) CHARACTER SET ascii NOT NULL,
  court           CHAR(2) CHARACTER SET ascii NOT NULL,
  recipient       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  categories      VARCHAR(255) CHARACTER SET ascii NOT NULL,
  document_sha256 BINARY(32) NOT NULL,
  recorded_by     VARCHAR(64) CHARACTER SET ascii NOT NULL,
  first_person    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  second_person   VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordered_at      DATETIME(3) NOT NULL,
  not_after       DATETIME(3) NOT NULL,
  KEY by_case (case_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);
