package org.paivand.launcher.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.paivand.launcher.state.Secrets;

/** {@code db/setup.sql}: databases, users and grants. The same file that an operator runs on a MariaDB of their own. */
final class SetupScript {
    private static final String RESOURCE = "/db/setup.sql";
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";[ \\t]*\\R");

    private final List<String> statements;

    private SetupScript(List<String> statements) {
        this.statements = statements;
    }

    static SetupScript with(Secrets secrets) throws IOException {
        try (InputStream script = SetupScript.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new IOException(RESOURCE + " isn't packaged");
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            String filled = text.replace("${app.password}", secrets.of(MariaDb.APP_PASSWORD))
                    .replace("${migrate.password}", secrets.of(MariaDb.MIGRATE_PASSWORD));
            return new SetupScript(END_OF_STATEMENT
                    .splitAsStream(filled)
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList());
        }
    }

    void run(Connection administrator) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
