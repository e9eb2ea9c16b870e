-- What is wrong with the log, found by one instance and to be known by all. Empty while nothing is.
CREATE TABLE paivand.log_trouble (
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  what VARCHAR(512) CHARACTER SET ascii NOT NULL,
  at   DATETIME(3) NOT NULL
);
