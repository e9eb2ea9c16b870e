-- Agencies that asked to be taken in (docs/decisions/0045). Of an office, never of a person. What became of it follows from the
-- approval that the first registrar opened and the second one decides.
CREATE TABLE paivand.agency_application (
  id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agency      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  document    MEDIUMTEXT NOT NULL,
  office      VARCHAR(32) CHARACTER SET ascii NOT NULL,
  phone       VARCHAR(32) CHARACTER SET ascii NOT NULL,
  applied_by  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  applied_at  DATETIME(3) NOT NULL,
  approval_id CHAR(36) CHARACTER SET ascii NULL UNIQUE,
  rejected_by VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  rejected_at DATETIME(3) NULL,
  KEY by_time (applied_at, id)
);

-- What an agency has in the realm, and what is still to be done there. No secret is ever here: who may see one is.
CREATE TABLE paivand.agency_access (
  agency         VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  mark           CHAR(36) CHARACTER SET ascii NOT NULL UNIQUE,
  roles          VARCHAR(255) CHARACTER SET ascii NOT NULL,
  state          VARCHAR(16) CHARACTER SET ascii NOT NULL,
  fault          VARCHAR(32) CHARACTER SET ascii NULL,
  attempts       INT NOT NULL,
  due_at         DATETIME(3) NOT NULL,
  credential_for VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  showing_until  DATETIME(3) NULL,
  renewal_id     CHAR(36) CHARACTER SET ascii NULL,
  version        INT NOT NULL,
  KEY due (state, due_at)
);
