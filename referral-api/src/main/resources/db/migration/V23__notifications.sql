-- That something happened, told to an agency without a word of what. Written with what it tells of; one instance at a time gives positions.
CREATE TABLE paivand.notification (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  agency   VARCHAR(64) CHARACTER SET ascii NOT NULL,
  kind     VARCHAR(32) CHARACTER SET ascii NOT NULL,
  subject  CHAR(36) CHARACTER SET ascii NOT NULL,
  at       DATETIME(3) NOT NULL,
  position BIGINT NULL,
  UNIQUE KEY in_order (position),
  KEY of_agency (agency, position),
  KEY by_age (at)
);

-- The highest position that was given; it stays when old rows go.
CREATE TABLE paivand.notification_head (
  position BIGINT NOT NULL
);
INSERT INTO paivand.notification_head (position) VALUES (0);

-- What the clock has told of an offer: nothing yet, that its time is nearly over, that it is over.
ALTER TABLE paivand.referral ADD COLUMN told TINYINT NOT NULL DEFAULT 0;
UPDATE paivand.referral SET told = 2 WHERE respond_by <= UTC_TIMESTAMP(3);
