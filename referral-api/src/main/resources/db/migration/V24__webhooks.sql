-- Where agencies' systems are sent their notifications. Secrets are sealed with the evidence key.
CREATE TABLE paivand.webhook (
  id            CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agency        VARCHAR(64) CHARACTER SET ascii NOT NULL,
  url           VARCHAR(300) CHARACTER SET ascii NOT NULL,
  kinds         VARCHAR(255) CHARACTER SET ascii NOT NULL,
  sealed_secret VARBINARY(255) NOT NULL,
  since         DATETIME(3) NOT NULL,
  position      BIGINT NOT NULL,
  failures      INT NOT NULL,
  retry_at      DATETIME(3) NOT NULL,
  claimed_until DATETIME(3) NOT NULL,
  KEY of_agency (agency),
  KEY due (retry_at),
  KEY behind (position)
);

-- What is on its way, until it is taken; dead letters until they are sent again, for thirty days.
CREATE TABLE paivand.webhook_delivery (
  webhook  CHAR(36) CHARACTER SET ascii NOT NULL,
  position BIGINT NOT NULL,
  kind     VARCHAR(32) CHARACTER SET ascii NOT NULL,
  subject  CHAR(36) CHARACTER SET ascii NOT NULL,
  at       DATETIME(3) NOT NULL,
  attempts INT NOT NULL,
  answer   VARCHAR(16) CHARACTER SET ascii NULL,
  dead     BOOLEAN NOT NULL,
  PRIMARY KEY (webhook, position),
  KEY waiting (webhook, dead, position),
  FOREIGN KEY (webhook) REFERENCES paivand.webhook (id)
);
