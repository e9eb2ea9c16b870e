package org.paivand.launcher.stack;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.paivand.launcher.state.PrivateFile;
import org.paivand.launcher.state.Secrets;
import org.paivand.launcher.state.StateFolder;

/**
 * A running installation, as its clients see it.
 *
 * @param baseUrl of the node, without a slash at its end
 * @param issuer the {@code iss} of the tokens it takes
 */
public record Stack(URI baseUrl, URI issuer, Ports ports, StateFolder state, Secrets secrets) {
    /** The public client that exchanges a user's password for a token; the demonstration realm only has it. */
    public static final String CLIENT = "paivand-cli";

    /** Where tokens are had: RFC 6749 section 3.2. */
    public URI tokenEndpoint() {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** Of a user of the realm's template, such as {@code officer}. */
    public String passwordOf(String user) {
        return secrets.of("user." + user);
    }

    /** Of a confidential client of the realm's template, such as {@code shelter-north-system}. */
    public String secretOf(String client) {
        return secrets.of("client." + client);
    }

    /** Of the administrator {@code admin} of Keycloak's own realm. */
    public String keycloakAdminPassword() {
        return secrets.of("keycloak.admin");
    }

    /** The installation that another launcher runs in that folder, once all its parts are ready. */
    public static Optional<Stack> runningIn(StateFolder state) throws IOException {
        Path file = file(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        }
        Ports ports = new Ports(port(kept, "http"), port(kept, "keycloak"), port(kept, "database"));
        Secrets secrets = state.secrets();
        return Optional.of(new Stack(
                URI.create(kept.getProperty("baseUrl", "")),
                URI.create(kept.getProperty("issuer", "")),
                ports,
                state,
                secrets));
    }

    void announce() throws IOException {
        PrivateFile.write(
                file(state),
                "baseUrl=" + baseUrl + "\nissuer=" + issuer + "\nhttp=" + ports.http() + "\nkeycloak="
                        + ports.keycloak() + "\ndatabase=" + ports.database() + "\n");
    }

    static void withdraw(StateFolder state) throws IOException {
        Files.deleteIfExists(file(state));
    }

    private static int port(Properties kept, String name) {
        return Integer.parseInt(kept.getProperty(name, "0"));
    }

    private static Path file(StateFolder state) {
        return state.run().resolve("stack.properties");
    }
}
