-- What the two agencies of a referral wrote to each other, sealed with the case's key; each gets the other's by a release alone.
CREATE TABLE paivand.referral_message (
  id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  referral_id CHAR(36) CHARACTER SET ascii NOT NULL,
  number      INT NOT NULL,
  agency      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  at          DATETIME(3) NOT NULL,
  sealed      VARBINARY(10000) NOT NULL,
  UNIQUE KEY in_order (referral_id, number),
  FOREIGN KEY (referral_id) REFERENCES paivand.referral (id)
);
