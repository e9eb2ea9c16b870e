-- Databases, users and grants for one Paivand node. Run it as an administrator; running it again changes nothing
-- but the two passwords. Replace ${app.password} and ${migrate.password} first. One statement ends with ';' at a line's end.
--
-- Two databases, because MariaDB can't take a privilege on one table away from a grant on the whole database:
--   paivand      mutable: cases, consents, referrals, the log's queue, lease and head
--   paivand_log  append only: the running node may add and read, never change or delete
-- Two users: paivand_migrate changes the schema at start, paivand_app does everything else.
-- The collation compares bytes and counts trailing blanks: an identifier equals itself only.

CREATE DATABASE IF NOT EXISTS paivand CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE DATABASE IF NOT EXISTS paivand_log CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE USER IF NOT EXISTS 'paivand_migrate'@'%' IDENTIFIED BY '${migrate.password}';
ALTER USER 'paivand_migrate'@'%' IDENTIFIED BY '${migrate.password}';
GRANT ALL PRIVILEGES ON paivand.* TO 'paivand_migrate'@'%';
GRANT ALL PRIVILEGES ON paivand_log.* TO 'paivand_migrate'@'%';

CREATE USER IF NOT EXISTS 'paivand_app'@'%' IDENTIFIED BY '${app.password}';
ALTER USER 'paivand_app'@'%' IDENTIFIED BY '${app.password}';
GRANT SELECT, INSERT, UPDATE, DELETE ON paivand.* TO 'paivand_app'@'%';
GRANT SELECT, INSERT ON paivand_log.* TO 'paivand_app'@'%';
