-- To whom it is told by mail that something happened. Addresses are sealed with the evidence key; what was removed is a row without one, for a day.
CREATE TABLE paivand.mail_address (
  id             CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agency         VARCHAR(64) CHARACTER SET ascii NOT NULL,
  made_by        VARCHAR(128) CHARACTER SET ascii NOT NULL,
  sealed_address VARBINARY(512) NULL,
  kinds          VARCHAR(255) CHARACTER SET ascii NOT NULL,
  language       CHAR(2) CHARACTER SET ascii NOT NULL,
  standing       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  since          DATETIME(3) NOT NULL,
  tries          INT NOT NULL,
  position       BIGINT NOT NULL,
  due_at         DATETIME(3) NULL,
  sending        BOOLEAN NOT NULL,
  sent_at        DATETIME(3) NULL,
  failures       INT NOT NULL,
  answer         VARCHAR(16) CHARACTER SET ascii NULL,
  retry_at       DATETIME(3) NOT NULL,
  claimed_until  DATETIME(3) NOT NULL,
  KEY of_agency (agency)
);
