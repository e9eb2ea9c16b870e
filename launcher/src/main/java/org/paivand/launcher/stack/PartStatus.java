package org.paivand.launcher.stack;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.launcher.process.Ledger;
import org.paivand.launcher.state.StateFolder;

/**
 * One living process of an installation.
 *
 * @param where an address, or what it does until it has one
 * @param ready whether it takes requests, asked just now
 */
public record PartStatus(String name, long pid, String where, boolean ready) {

    /** The living parts of that folder, the launcher among them; empty when nothing runs. */
    public static List<PartStatus> all(StateFolder state) throws IOException {
        Ledger ledger = state.ledger();
        Optional<Stack> stack = Stack.runningIn(state);
        List<PartStatus> found = new ArrayList<>();
        for (String name : ledger.names()) {
            ledger.find(name).stream()
                    .findFirst()
                    .ifPresent(process -> found.add(new PartStatus(
                            name,
                            process.pid(),
                            stack.map(running -> address(name, running)).orElse("starting"),
                            stack.map(running -> ready(name, running)).orElse(false))));
        }
        return List.copyOf(found);
    }

    public String line() {
        return String.format("%-17s process %-8d %s %s", name, pid, ready ? "ready    " : "not ready", where);
    }

    private static String address(String name, Stack stack) {
        return switch (name) {
            case PayaraMicro.NAME -> stack.baseUrl().toString();
            case Keycloak.NAME -> stack.issuer().toString();
            case MariaDb.NAME -> Ports.LOOPBACK + ":" + stack.ports().database();
            default ->
                Witnesses.url(stack.state(), name)
                        .map(URI::toString)
                        .orElseGet(() -> stack.state().root().toString());
        };
    }

    private static boolean ready(String name, Stack stack) {
        return switch (name) {
            case PayaraMicro.NAME -> Http.answers(URI.create(stack.baseUrl() + "/health/ready"), body -> true);
            case Keycloak.NAME -> Http.answers(URI.create(stack.issuer().toString()), body -> true);
            case MariaDb.NAME -> Ports.answersAt(stack.ports().database());
            default ->
                Witnesses.url(stack.state(), name)
                        .map(url -> Ports.answersAt(url.getPort()))
                        .orElse(true);
        };
    }
}
