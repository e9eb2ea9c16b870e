package org.paivand.launcher.stack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.launcher.process.Child;
import org.paivand.launcher.process.Ledger;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.process.Supervisor;
import org.paivand.launcher.state.InstanceLock;
import org.paivand.launcher.state.Keystore;
import org.paivand.launcher.state.LogNames;
import org.paivand.launcher.state.Secrets;
import org.paivand.launcher.state.StateFolder;
import org.paivand.launcher.state.TrustPolicy;

/** An installation whose parts this process runs and will end. */
public final class StackRun implements AutoCloseable {
    private static final String AUDIENCE = "paivand-api";

    private final StateFolder state;
    private final InstanceLock lock;
    private final Supervisor supervisor;
    private final Ledger ledger;
    private final Secrets secrets;

    private StackRun(StateFolder state, InstanceLock lock) throws IOException {
        this.state = state;
        this.lock = lock;
        this.ledger = state.ledger();
        this.secrets = state.secrets();
        this.supervisor = new Supervisor(ledger, state.logs());
    }

    /**
     * Takes the state folder for this process and ends what a killed launcher left there; nothing is started yet, so that
     * the caller can make sure that {@link #close} is called before there is something to end.
     *
     * @param token a part of this process's own command line
     * @throws StartFailedException if another launcher runs that folder
     */
    public static StackRun prepare(StateFolder state, String token, Progress progress)
            throws IOException, StartFailedException {
        state.create();
        InstanceLock lock = InstanceLock.take(state)
                .orElseThrow(
                        () -> new StartFailedException(
                                "Paivand runs already from " + state.root()
                                        + ". See ./paivand status; end it with ./paivand down, or choose another folder with --state DIR."));
        Leftovers.end(state, progress);
        StackRun run = new StackRun(state, lock);
        run.ledger.record(Leftovers.LAUNCHER, List.of(ProcessHandle.current()), token);
        return run;
    }

    /**
     * Returns when each of the parts is ready.
     *
     * @param settings of the node, beside those by which the parts know each other
     */
    public Stack start(Home home, Ports ports, Set<Part> parts, Map<String, String> settings, Progress progress)
            throws IOException, StartFailedException, InterruptedException {
        ports.requireFree();
        Keycloak keycloak = new Keycloak(home, state.keycloak(), ports.keycloak(), secrets);
        MariaDb mariadb = new MariaDb(home, state.mariadb(), ports.database(), secrets);
        PayaraMicro node = new PayaraMicro(home, state.node(), ports.http());
        Optional<Child> keycloakChild = Optional.empty();
        if (parts.contains(Part.KEYCLOAK)) { // first, since it takes longest; the others start beside it
            keycloakChild = Optional.of(keycloak.launch(supervisor, progress));
        }
        if (parts.contains(Part.DATABASE)) {
            mariadb.start(supervisor, progress);
        }
        if (parts.contains(Part.NODE)) {
            Map<String, String> configuration = configuration(mariadb, keycloak);
            configuration.putAll(settings);
            configuration.put("paivand.pages.address", node.baseUrl() + "/s");
            configuration.put("paivand.webhooks.loopback", "true");
            configuration.put("paivand.form.agency", "tj-hotline-national");
            if (parts.contains(Part.WITNESSES)) {
                configuration.putAll(witnessed(home, progress));
            }
            Child nodeChild = node.launch(supervisor, configuration);
            node.awaitReady(nodeChild, progress);
        }
        if (keycloakChild.isPresent()) {
            keycloak.awaitReady(keycloakChild.get(), supervisor, progress);
        }
        Stack stack = new Stack(node.baseUrl(), keycloak.issuer(), ports, state, secrets);
        stack.announce();
        return stack;
    }

    /** Starts the witnesses, which must know the log before the node can ask them. */
    private Map<String, String> witnessed(Home home, Progress progress)
            throws IOException, StartFailedException, InterruptedException {
        Keystore keystore = new Keystore(state.keys());
        String password = secrets.of("keys.password");
        String origin = LogNames.beside(keystore).newest(keystore, secrets).origin();
        Witnesses witnesses = new Witnesses(home, state.witnesses());
        List<KnownWitness> running =
                witnesses.start(supervisor, TrustPolicy.logLines(keystore, password, origin), progress);
        TrustPolicy.write(state.witnessPolicy(), keystore, password, origin, running);
        List<KnownWitness> named = running.stream()
                .map(witness -> new KnownWitness(witness.name(), witness.key(), Optional.empty()))
                .toList();
        TrustPolicy.write(state.trustPolicy(), keystore, password, origin, named);
        return Map.of("paivand.log.witnesses", state.witnessPolicy().toString());
    }

    /** What an application is told, by MicroProfile Config names; these are the ones an operator sets without the launcher. */
    private Map<String, String> configuration(MariaDb mariadb, Keycloak keycloak)
            throws IOException, StartFailedException, InterruptedException {
        Keystore keystore = new Keystore(state.keys());
        keystore.create(secrets.of("keys.password"));
        LogNames.Log log = LogNames.beside(keystore).newest(keystore, secrets);
        String origin = log.origin();
        TrustPolicy.write(state.trustPolicy(), keystore, secrets.of("keys.password"), origin, List.of());
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("paivand.db.url", mariadb.jdbcUrl("paivand"));
        configuration.put("paivand.db.user", MariaDb.APP_USER);
        configuration.put("paivand.db.password", mariadb.passwordOf(MariaDb.APP_USER));
        configuration.put("paivand.db.migration.user", MariaDb.MIGRATE_USER);
        configuration.put("paivand.db.migration.password", mariadb.passwordOf(MariaDb.MIGRATE_USER));
        configuration.put("paivand.keys.keystore", keystore.file().toString());
        configuration.put("paivand.keys.password", secrets.of("keys.password"));
        configuration.put("paivand.keys.directory", keystore.caseKeys().toString());
        configuration.put("paivand.log.origin", origin);
        configuration.put("paivand.log.reason", log.reason());
        configuration.put("paivand.state", state.node().toString());
        configuration.put("mp.jwt.verify.publickey.location", keycloak.issuer() + "/protocol/openid-connect/certs");
        configuration.put("mp.jwt.verify.issuer", keycloak.issuer().toString());
        configuration.put("mp.jwt.verify.audiences", AUDIENCE);
        configuration.put("paivand.keycloak.url", keycloak.baseUrl().toString());
        configuration.put("paivand.keycloak.realm", Keycloak.REALM);
        configuration.put("paivand.keycloak.client", Keycloak.NODE_CLIENT);
        configuration.put("paivand.keycloak.secret", secrets.of("client." + Keycloak.NODE_CLIENT));
        return configuration;
    }

    /** Returns the name of a part that ended by itself, or nothing when the run was closed. */
    public Optional<String> awaitEnd() throws InterruptedException {
        while (!supervisor.closed()) {
            Optional<Child> fallen = supervisor.fallen();
            if (fallen.isPresent()) {
                return fallen.map(Child::name);
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return Optional.empty();
    }

    public boolean closing() {
        return supervisor.closed();
    }

    /** Ends all parts; returns when their processes are gone. */
    @Override
    public void close() throws IOException {
        supervisor.close();
        Stack.withdraw(state);
        ledger.forget(Leftovers.LAUNCHER);
        lock.close();
    }
}
