-- What status bodies decided: sealed with the case's key and gone with the case; by whom and when is in the clear, as it is of a referral.
CREATE TABLE paivand.status_decision (
  id         CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id    CHAR(36) CHARACTER SET ascii NOT NULL,
  agency     VARCHAR(64) CHARACTER SET ascii NOT NULL,
  version    INT NOT NULL,
  decided_at DATETIME(3) NOT NULL,
  sealed     VARBINARY(64) NOT NULL,
  UNIQUE KEY series (case_id, agency, version),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- Cases of which it was counted that somebody helped, so that each is counted once; gone with the case. No foreign key: that would lock the case after its referral.
CREATE TABLE paivand.assisted_case (
  case_id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY
);

ALTER TABLE paivand.statistics_row ADD KEY by_quarter (quarter, kind, code);
