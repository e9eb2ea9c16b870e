-- What other nodes sent, as the bytes that were signed. Nothing of an envelope or a receipt is changed or erased; a payload is, with
-- the case it was for.
CREATE TABLE paivand.peer_stream (
  peer VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) COMMENT = 'One row for each node that sent anything; held by whoever takes in a message of it';

CREATE TABLE paivand.peer_received (
  peer     VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  epoch    INT NOT NULL,
  seq      BIGINT NOT NULL,
  prev     BINARY(32),
  hash     BINARY(32) NOT NULL,
  envelope MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload  MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin,
  receipt  MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_at DATETIME(3) NOT NULL,
  PRIMARY KEY (peer, id),
  UNIQUE KEY peer_received_place (peer, epoch, seq),
  CONSTRAINT peer_received_stream FOREIGN KEY (peer) REFERENCES paivand.peer_stream (peer)
);

CREATE TABLE paivand.peer_conflict (
  peer     VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash     BINARY(32) NOT NULL,
  known    BINARY(32),
  reason   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  envelope MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  came_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (peer, hash),
  CONSTRAINT peer_conflict_stream FOREIGN KEY (peer) REFERENCES paivand.peer_stream (peer)
) COMMENT = 'Signed proof that a node tells two histories';
