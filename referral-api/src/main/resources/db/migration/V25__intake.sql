-- What somebody wrote to an agency by the form for everybody, sealed with the key of its day, until a case came of it or its time is
-- over. Of one that isn't kept, letter and number are gone; the row stays so that a page that is sent again makes no second one.
CREATE TABLE paivand.submission (
  id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  agency      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  writer      VARCHAR(16) CHARACTER SET ascii NOT NULL,
  urgency     VARCHAR(16) CHARACTER SET ascii NOT NULL,
  state       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  received_at DATETIME(3) NOT NULL,
  due_at      DATETIME(3) NOT NULL,
  erase_at    DATETIME(3) NOT NULL,
  receipt     CHAR(9) CHARACTER SET ascii NULL,
  number_id   CHAR(36) CHARACTER SET ascii NULL UNIQUE,
  number_seal BINARY(32) NULL UNIQUE,
  ticket      BINARY(32) NOT NULL UNIQUE,
  letter      VARBINARY(4096) NULL,
  KEY of_agency (agency, due_at, id),
  KEY by_arrival (received_at),
  KEY by_due (state, due_at),
  KEY by_end (erase_at)
);

-- That there is a case, told by law in codes: no case, no person, no instant, so that nothing can be put beside it.
CREATE TABLE paivand.statutory_notification (
  id           CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  from_agency  VARCHAR(64) CHARACTER SET ascii NOT NULL,
  to_agency    VARCHAR(64) CHARACTER SET ascii NOT NULL,
  trigger_code VARCHAR(32) CHARACTER SET ascii NOT NULL,
  age_group    VARCHAR(16) CHARACTER SET ascii NOT NULL,
  form         VARCHAR(32) CHARACTER SET ascii NULL,
  region       VARCHAR(6) CHARACTER SET ascii NULL,
  month        CHAR(7) CHARACTER SET ascii NOT NULL,
  received_on  DATE NOT NULL,
  KEY of_agency (to_agency, received_on, id),
  KEY by_end (received_on)
);
