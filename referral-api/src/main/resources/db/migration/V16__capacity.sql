-- The places of services, as their providers state them and as referrals take them (docs/decisions/0040).
CREATE TABLE paivand.capacity (
  service               VARCHAR(63) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agency                VARCHAR(64) CHARACTER SET ascii NOT NULL,
  maximum               INT NOT NULL,
  occupied              INT NOT NULL,
  waitlist              VARCHAR(8) CHARACTER SET ascii NOT NULL,
  additional_assessment BOOLEAN NOT NULL,
  stated_at             DATETIME(3) NOT NULL,
  fresh_until           DATETIME(3) NOT NULL,
  version               INT NOT NULL,
  CONSTRAINT capacity_maximum CHECK (maximum BETWEEN 0 AND 10000),
  CONSTRAINT capacity_occupied CHECK (occupied BETWEEN 0 AND maximum),
  CONSTRAINT capacity_waitlist CHECK (waitlist IN ('open', 'closed', 'none')),
  CONSTRAINT capacity_fresh CHECK (stated_at < fresh_until)
);

-- What a referral has of a place while it goes on. A hold whose end has passed counts no more; nothing has to delete it.
CREATE TABLE paivand.placement (
  referral CHAR(36) CHARACTER SET ascii NOT NULL,
  service  VARCHAR(63) CHARACTER SET ascii NOT NULL,
  state    VARCHAR(8) CHARACTER SET ascii NOT NULL,
  until    DATETIME(3) NOT NULL,
  PRIMARY KEY (referral, service),
  KEY held (service, state, until),
  CONSTRAINT placement_state CHECK (state IN ('held', 'taken', 'waiting')),
  FOREIGN KEY (referral) REFERENCES paivand.referral (id),
  FOREIGN KEY (service) REFERENCES paivand.capacity (service)
);
