-- Cases that belong together: one row a case and kind, under a random id that the group's cases share. Gone with the case, and with its hand-over.
CREATE TABLE paivand.case_link (
  case_id    CHAR(36) CHARACTER SET ascii NOT NULL,
  kind       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  group_id   CHAR(36) CHARACTER SET ascii NOT NULL,
  constraint_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (case_id, kind),
  KEY by_group (group_id, case_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

-- Referrals that were offered at once. The id is random and of that offer alone, so two recipients can't compare theirs.
ALTER TABLE paivand.referral
  ADD COLUMN group_offer CHAR(36) CHARACTER SET ascii NULL AFTER onward_from,
  ADD COLUMN group_constraint VARCHAR(16) CHARACTER SET ascii NULL AFTER group_offer,
  ADD KEY offered_together (group_offer);

-- A case was bound to one other when it was opened, by nobody's word but the officer's.
ALTER TABLE paivand.case_file
  DROP FOREIGN KEY linked_case,
  DROP COLUMN linked_to,
  DROP COLUMN link_kind;
