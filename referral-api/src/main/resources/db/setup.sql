-- Run once by an administrator (the launcher does): two schemas, two users. Idempotent; passwords are set anew each time.
-- ${migrate.password} and ${app.password} are placeholders.

CREATE DATABASE IF NOT EXISTS paivand CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE DATABASE IF NOT EXISTS paivand_log CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE USER IF NOT EXISTS paivand_migrate@'127.0.0.1' IDENTIFIED BY '${migrate.password}';
ALTER USER paivand_migrate@'127.0.0.1' IDENTIFIED BY '${migrate.password}';
GRANT ALL PRIVILEGES ON paivand.* TO paivand_migrate@'127.0.0.1';
GRANT ALL PRIVILEGES ON paivand_log.* TO paivand_migrate@'127.0.0.1';

CREATE USER IF NOT EXISTS paivand_app@'127.0.0.1' IDENTIFIED BY '${app.password}';
ALTER USER paivand_app@'127.0.0.1' IDENTIFIED BY '${app.password}';
GRANT SELECT, INSERT, UPDATE, DELETE ON paivand.* TO paivand_app@'127.0.0.1';
GRANT SELECT, INSERT ON paivand_log.* TO paivand_app@'127.0.0.1';
