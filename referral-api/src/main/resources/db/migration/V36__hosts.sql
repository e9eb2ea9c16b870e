-- Who answers for the recipient, which has no software: fixed with the offer, since that is whom a grant named. Null where nobody does.
ALTER TABLE paivand.referral
  ADD COLUMN through_agency VARCHAR(64) CHARACTER SET ascii NULL AFTER to_agency,
  ADD KEY hosted (through_agency, to_agency, offered_at, id);

-- How it was said what a host recorded for another agency.
ALTER TABLE paivand.referral_change
  ADD COLUMN proxy_host VARCHAR(64) CHARACTER SET ascii NULL,
  ADD COLUMN proxy_channel VARCHAR(32) CHARACTER SET ascii NULL,
  ADD COLUMN proxy_told_at DATETIME(3) NULL,
  ADD COLUMN proxy_said_by VARCHAR(32) CHARACTER SET ascii NULL;
