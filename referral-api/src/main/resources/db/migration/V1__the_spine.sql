-- Mutable state lies in `paivand`; the log lies in `paivand_log`, where the runtime user can only INSERT and SELECT.
-- Ids are UUIDs as text. Times are UTC with milliseconds. What is named sealed is AES-256-GCM ciphertext.

CREATE TABLE paivand.case_file (
  id               CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  controller       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  opened_by        VARCHAR(64) CHARACTER SET ascii NOT NULL,
  opened_at        DATETIME(3) NOT NULL,
  sealed_alias     VARBINARY(255) NOT NULL,
  linked_to        CHAR(36) CHARACTER SET ascii NULL,
  link_kind        VARCHAR(16) CHARACTER SET ascii NULL,
  guardian_finding VARCHAR(16) CHARACTER SET ascii NULL,
  finding_by       VARCHAR(64) CHARACTER SET ascii NULL,
  finding_at       DATETIME(3) NULL,
  version          INT NOT NULL,
  KEY by_controller (controller, opened_at, id),
  CONSTRAINT linked_case FOREIGN KEY (linked_to) REFERENCES paivand.case_file (id)
);

CREATE TABLE paivand.section (
  case_id        CHAR(36) CHARACTER SET ascii NOT NULL,
  category       VARCHAR(32) CHARACTER SET ascii NOT NULL,
  version        INT NOT NULL,
  contributed_by VARCHAR(64) CHARACTER SET ascii NOT NULL,
  updated_at     DATETIME(3) NOT NULL,
  sealed         MEDIUMBLOB NOT NULL,
  PRIMARY KEY (case_id, category),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

CREATE TABLE paivand.consent_event (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id    CHAR(36) CHARACTER SET ascii NOT NULL,
  record_id  CHAR(36) CHARACTER SET ascii NOT NULL UNIQUE,
  at         DATETIME(3) NOT NULL,
  sealed     MEDIUMBLOB NOT NULL,
  KEY by_case (case_id, id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

CREATE TABLE paivand.best_interests (
  id         CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id    CHAR(36) CHARACTER SET ascii NOT NULL,
  decided_by VARCHAR(64) CHARACTER SET ascii NOT NULL,
  decided_at DATETIME(3) NOT NULL,
  recipient  VARCHAR(64) CHARACTER SET ascii NOT NULL,
  purpose    VARCHAR(32) CHARACTER SET ascii NOT NULL,
  categories VARCHAR(255) CHARACTER SET ascii NOT NULL,
  not_after  DATETIME(3) NOT NULL,
  KEY by_case (case_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

CREATE TABLE paivand.referral (
  id             CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  case_id        CHAR(36) CHARACTER SET ascii NOT NULL,
  case_reference CHAR(36) CHARACTER SET ascii NOT NULL,
  from_agency    VARCHAR(64) CHARACTER SET ascii NOT NULL,
  to_agency      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  purpose        VARCHAR(32) CHARACTER SET ascii NOT NULL,
  urgency        VARCHAR(16) CHARACTER SET ascii NOT NULL,
  services       VARCHAR(512) CHARACTER SET ascii NOT NULL,
  state          VARCHAR(16) CHARACTER SET ascii NOT NULL,
  progress       VARCHAR(16) CHARACTER SET ascii NULL,
  code           VARCHAR(32) CHARACTER SET ascii NULL,
  delivered      VARCHAR(512) CHARACTER SET ascii NULL,
  offered_at     DATETIME(3) NOT NULL,
  respond_by     DATETIME(3) NOT NULL,
  updated_at     DATETIME(3) NOT NULL,
  version        INT NOT NULL,
  KEY inbox (to_agency, offered_at, id),
  KEY sent (from_agency, offered_at, id),
  KEY overdue (state, respond_by),
  KEY by_case (case_id),
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);

CREATE TABLE paivand.referral_worker (
  referral_id CHAR(36) CHARACTER SET ascii NOT NULL,
  worker      VARCHAR(40) CHARACTER SET ascii NOT NULL,
  assigned_at DATETIME(3) NOT NULL,
  PRIMARY KEY (referral_id, worker),
  FOREIGN KEY (referral_id) REFERENCES paivand.referral (id)
);

-- What a disclosure needs later beside its entry: the salt of the payload's hash, sealed with the case's key.
CREATE TABLE paivand.disclosed (
  event_id    CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  referral_id CHAR(36) CHARACTER SET ascii NOT NULL,
  at          DATETIME(3) NOT NULL,
  beyond_stage_one BOOLEAN NOT NULL,
  sealed_salt VARBINARY(255) NOT NULL,
  KEY by_referral (referral_id, at),
  FOREIGN KEY (referral_id) REFERENCES paivand.referral (id)
);

-- Ids and hashes only, never a body: a replay reads its answer anew.
CREATE TABLE paivand.idempotency (
  client      VARCHAR(255) CHARACTER SET ascii NOT NULL,
  idem_key    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request     CHAR(64) CHARACTER SET ascii NOT NULL,
  resource_id CHAR(36) CHARACTER SET ascii NOT NULL,
  at          DATETIME(3) NOT NULL,
  PRIMARY KEY (client, idem_key),
  KEY by_age (at)
);

CREATE TABLE paivand.agreement (
  id      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  version INT NOT NULL,
  body    TEXT NOT NULL,
  at      DATETIME(3) NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE paivand.approval (
  id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  kind        VARCHAR(32) CHARACTER SET ascii NOT NULL,
  subject     TEXT NOT NULL,
  state       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  proposed_by VARCHAR(128) CHARACTER SET ascii NOT NULL,
  proposed_at DATETIME(3) NOT NULL,
  decided_by  VARCHAR(128) CHARACTER SET ascii NULL,
  decided_at  DATETIME(3) NULL,
  KEY by_state (state, proposed_at, id),
  KEY by_time (proposed_at, id)
);

-- One row for each kind of change whose check reads more than the rows it writes: held while such a change is confirmed.
CREATE TABLE paivand.change_lock (
  name VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY
);
INSERT INTO paivand.change_lock (name) VALUES ('agreement');

-- Coded and unlinked: no case, no day, nothing that joins a row to a person. Erasure leaves it as it is.
CREATE TABLE paivand.statistics_row (
  id        CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  kind      VARCHAR(16) CHARACTER SET ascii NOT NULL,
  quarter   CHAR(7) CHARACTER SET ascii NOT NULL,
  agency    VARCHAR(64) CHARACTER SET ascii NOT NULL,
  code      VARCHAR(32) CHARACTER SET ascii NULL
);

CREATE TABLE paivand.lease (
  name    VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  holder  VARCHAR(64) CHARACTER SET ascii NOT NULL,
  fence   BIGINT NOT NULL,
  until_at DATETIME(3) NOT NULL
);

-- Committed entries that have no index yet. Commits come out of id order: whoever asks for ids above the last misses some.
CREATE TABLE paivand.log_pending (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id CHAR(36) CHARACTER SET ascii NOT NULL UNIQUE,
  at       DATETIME(3) NOT NULL
);

CREATE TABLE paivand.log_head (
  origin VARCHAR(255) NOT NULL PRIMARY KEY,
  size   BIGINT NOT NULL,
  root   BINARY(32) NOT NULL,
  fence  BIGINT NOT NULL
);

-- One row an entry: the 34 bytes, the sealed opening and decision input, and impersonal columns to search by.
CREATE TABLE paivand_log.event (
  event_id     CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  entry        BINARY(34) NOT NULL UNIQUE,
  type         VARCHAR(32) CHARACTER SET ascii NOT NULL,
  occurred_at  DATETIME(3) NOT NULL,
  agency       VARCHAR(64) CHARACTER SET ascii NOT NULL,
  user         VARCHAR(128) CHARACTER SET ascii NOT NULL,
  recipient    VARCHAR(64) CHARACTER SET ascii NULL,
  purpose      VARCHAR(32) CHARACTER SET ascii NULL,
  basis        VARCHAR(32) CHARACTER SET ascii NULL,
  outcome      VARCHAR(16) CHARACTER SET ascii NULL,
  case_token   BINARY(32) NULL,
  input_sha256 BINARY(32) NULL,
  sealed_opening MEDIUMBLOB NOT NULL,
  sealed_input   MEDIUMBLOB NULL,
  KEY by_time (occurred_at, event_id),
  KEY by_agency (agency, occurred_at, event_id),
  KEY by_recipient (recipient, occurred_at, event_id),
  KEY by_user (user, occurred_at, event_id),
  KEY by_case (case_token, occurred_at, event_id)
);

CREATE TABLE paivand_log.event_category (
  event_id CHAR(36) CHARACTER SET ascii NOT NULL,
  category VARCHAR(32) CHARACTER SET ascii NOT NULL,
  released BOOLEAN NOT NULL,
  PRIMARY KEY (event_id, category),
  KEY by_category (category, event_id)
);

-- The log itself: which entry stands at which index, and since when (the database's time).
CREATE TABLE paivand_log.leaf (
  idx   BIGINT NOT NULL PRIMARY KEY,
  entry BINARY(34) NOT NULL UNIQUE,
  at    DATETIME(3) NOT NULL
);

-- The root over each full tile of 256 hashes, written once, when the tile fills. All other tiles are worked out.
CREATE TABLE paivand_log.tile (
  level TINYINT NOT NULL,
  idx   BIGINT NOT NULL,
  root  BINARY(32) NOT NULL,
  PRIMARY KEY (level, idx)
);

CREATE TABLE paivand_log.checkpoint (
  origin VARCHAR(255) NOT NULL,
  size   BIGINT NOT NULL,
  note   TEXT NOT NULL,
  at     DATETIME(3) NOT NULL,
  PRIMARY KEY (origin, size)
);

-- The exact bytes of each policy that decided, by their SHA-256, so that a decision can be replayed for ever.
CREATE TABLE paivand_log.policy (
  sha256 BINARY(32) NOT NULL PRIMARY KEY,
  body   MEDIUMTEXT NOT NULL,
  at     DATETIME(3) NOT NULL
);

-- A second wall beside the grants: whoever gets more rights by mistake still can't rewrite the log.
CREATE TRIGGER paivand_log.event_no_update BEFORE UPDATE ON paivand_log.event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.event_no_delete BEFORE DELETE ON paivand_log.event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.event_category_no_update BEFORE UPDATE ON paivand_log.event_category FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.event_category_no_delete BEFORE DELETE ON paivand_log.event_category FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.leaf_no_update BEFORE UPDATE ON paivand_log.leaf FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.leaf_no_delete BEFORE DELETE ON paivand_log.leaf FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.tile_no_update BEFORE UPDATE ON paivand_log.tile FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.tile_no_delete BEFORE DELETE ON paivand_log.tile FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.checkpoint_no_update BEFORE UPDATE ON paivand_log.checkpoint FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.checkpoint_no_delete BEFORE DELETE ON paivand_log.checkpoint FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.policy_no_update BEFORE UPDATE ON paivand_log.policy FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
CREATE TRIGGER paivand_log.policy_no_delete BEFORE DELETE ON paivand_log.policy FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only';
