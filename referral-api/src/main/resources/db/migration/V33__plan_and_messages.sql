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

-- What the clock has told of an offer: nothing yet, that half of its time is over, that nine tenths are, that it is over.
UPDATE paivand.referral SET told = 3 WHERE told = 2;

-- When the clock tells the next of an offer, so that a round looks at what is due and at nothing else; of one that was answered by then it tells nothing.
ALTER TABLE paivand.referral
  ADD COLUMN tell_at DATETIME(3) AS (
    CASE
      WHEN told >= 3 THEN NULL
      WHEN told = 2 THEN respond_by
      WHEN told = 1 THEN offered_at + INTERVAL (TIMESTAMPDIFF(SECOND, offered_at, respond_by) * 9 DIV 10) SECOND
      ELSE offered_at + INTERVAL (TIMESTAMPDIFF(SECOND, offered_at, respond_by) DIV 2) SECOND
    END) VIRTUAL,
  ADD KEY to_tell (tell_at);

-- Which services a person is to have, sealed with the case's key.
CREATE TABLE paivand.case_plan (
  case_id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sealed  BLOB NOT NULL,
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- Of what controllers are, and were, reminded: the case and when, and nothing of what.
CREATE TABLE paivand.case_reminder (
  case_id CHAR(36) CHARACTER SET ascii NOT NULL,
  kind    VARCHAR(16) CHARACTER SET ascii NOT NULL,
  due_at  DATETIME(3) NOT NULL,
  told_at DATETIME(3) NULL,
  PRIMARY KEY (case_id, kind, due_at),
  KEY due (kind, told_at, due_at),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

ALTER TABLE paivand.case_file ADD KEY by_opening (opened_at);

-- Room for further kinds of notification.
ALTER TABLE paivand.webhook MODIFY kinds VARCHAR(1000) CHARACTER SET ascii NOT NULL;
ALTER TABLE paivand.mail_address MODIFY kinds VARCHAR(1000) CHARACTER SET ascii NOT NULL;
