-- A referral that a provider made of one it had accepted (docs/workflow.md).
ALTER TABLE paivand.referral
  ADD COLUMN onward_from CHAR(36) CHARACTER SET ascii NULL AFTER follows,
  ADD KEY referred_on (onward_from),
  ADD FOREIGN KEY (onward_from) REFERENCES paivand.referral (id);
