-- A referral in the place of one that came to nothing, and whom to ask next by itself (docs/workflow.md).
ALTER TABLE paivand.referral
  ADD COLUMN follows CHAR(36) CHARACTER SET ascii NULL AFTER urgency,
  ADD UNIQUE KEY in_the_place_of (follows),
  ADD FOREIGN KEY (follows) REFERENCES paivand.referral (id);

-- Until they are asked, or nobody is to be asked any more.
CREATE TABLE paivand.referral_alternates (
  referral_id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agencies    VARCHAR(255) CHARACTER SET ascii NOT NULL,
  user        VARCHAR(255) CHARACTER SET ascii NOT NULL,
  client      VARCHAR(255) CHARACTER SET ascii NOT NULL,
  token_id    VARCHAR(255) CHARACTER SET ascii NOT NULL,
  FOREIGN KEY (referral_id) REFERENCES paivand.referral (id)
);
