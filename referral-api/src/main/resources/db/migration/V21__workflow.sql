-- Every state of a referral, and what became of it (docs/workflow.md).
ALTER TABLE paivand.referral
  MODIFY state VARCHAR(24) CHARACTER SET ascii NOT NULL,
  ADD COLUMN topics VARCHAR(160) CHARACTER SET ascii NULL AFTER delivered,
  ADD COLUMN suggested VARCHAR(320) CHARACTER SET ascii NULL AFTER topics,
  ADD COLUMN shown_at DATETIME(3) NULL AFTER version,
  ADD COLUMN shown_version INT NULL AFTER shown_at;
UPDATE paivand.referral SET shown_at = updated_at, shown_version = version;
ALTER TABLE paivand.referral
  MODIFY shown_at DATETIME(3) NOT NULL,
  MODIFY shown_version INT NOT NULL,
  ADD COLUMN waiting BOOLEAN AS (state IN ('offered', 'clarifying')) VIRTUAL,
  ADD COLUMN helping BOOLEAN AS (state IN ('accepted', 'in-progress', 'on-hold', 'cancel-requested')) VIRTUAL;

-- Written once, never changed. Shown is the state as the sender is told, where that changed.
CREATE TABLE paivand.referral_change (
  referral_id CHAR(36) CHARACTER SET ascii NOT NULL,
  version     INT NOT NULL,
  state       VARCHAR(24) CHARACTER SET ascii NOT NULL,
  shown       VARCHAR(24) CHARACTER SET ascii NULL,
  codes       VARCHAR(512) CHARACTER SET ascii NOT NULL,
  agency      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  at          DATETIME(3) NOT NULL,
  PRIMARY KEY (referral_id, version),
  FOREIGN KEY (referral_id) REFERENCES paivand.referral (id)
);
