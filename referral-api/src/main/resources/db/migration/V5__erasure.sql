-- An erased case keeps its row, so that its consents and referrals keep what they hang on. Nothing finds it any more.
ALTER TABLE paivand.case_file ADD COLUMN erased_at DATETIME(3) NULL;

-- Written with the certificate, deleted once the key's file is gone: whatever stands here is done at the next start.
CREATE TABLE paivand.key_to_destroy (
  case_id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  FOREIGN KEY (case_id) REFERENCES paivand.case_file (id)
);
