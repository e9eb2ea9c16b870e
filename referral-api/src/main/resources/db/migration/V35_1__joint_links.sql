-- A case of one controller and one of another that belong together. Until the other entered the person's code, the code's seal is there (HMAC under the
-- node's token key) and no second case; then the second case and no seal. Gone when either case is erased or handed over, or either word ends.
CREATE TABLE paivand.joint_link (
  id              CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  kind            VARCHAR(16) CHARACTER SET ascii NOT NULL,
  from_agency     VARCHAR(64) CHARACTER SET ascii NOT NULL,
  from_case       CHAR(36) CHARACTER SET ascii NOT NULL,
  from_constraint VARCHAR(16) CHARACTER SET ascii NOT NULL,
  to_agency       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  to_case         CHAR(36) CHARACTER SET ascii NULL,
  to_constraint   VARCHAR(16) CHARACTER SET ascii NULL,
  seal            BINARY(32) NULL UNIQUE,
  expires_at      DATETIME(3) NOT NULL,
  KEY by_proposer (from_case),
  KEY by_other (to_case),
  FOREIGN KEY (from_case) REFERENCES paivand.case_file (id),
  FOREIGN KEY (to_case) REFERENCES paivand.case_file (id),
  CONSTRAINT waits_or_is_entered CHECK ((to_case IS NULL) = (seal IS NOT NULL))
);
