-- Whom a missed deadline is for, beside auditors: the Commission, or a focal point where the person refused state bodies. Nobody until it was looked at.
-- What is overdue is noted anew at the next look.
DELETE FROM paivand.overdue;

ALTER TABLE paivand.overdue
  ADD COLUMN case_id CHAR(36) CHARACTER SET ascii NULL,
  ADD COLUMN for_commission BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN focal_point VARCHAR(64) CHARACTER SET ascii NULL,
  ADD KEY by_case (case_id),
  ADD CONSTRAINT for_one_of_them CHECK (NOT (for_commission AND focal_point IS NOT NULL));
