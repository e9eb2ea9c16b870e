-- What the person said of the help that came of a referral, sealed with the case's key; its sender gets it by a release alone.
CREATE TABLE paivand.referral_feedback (
  referral_id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  version     INT NOT NULL,
  sealed      VARBINARY(4096) NOT NULL,
  at          DATETIME(3) NOT NULL,
  FOREIGN KEY (referral_id) REFERENCES paivand.referral (id)
);
-- Old dead letters are found without reading the others.
ALTER TABLE paivand.webhook_delivery ADD KEY dead_by_age (dead, at);
