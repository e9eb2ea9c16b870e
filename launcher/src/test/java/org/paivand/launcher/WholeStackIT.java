package org.paivand.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.launcher.RunningLauncher.Outcome;
import org.paivand.launcher.demo.Token;
import org.paivand.launcher.demo.Tokens;
import org.paivand.launcher.stack.Stack;
import org.paivand.launcher.state.StateFolder;
import org.paivand.realm.AgencyAccount;
import org.paivand.realm.ApartRealm;
import org.paivand.realm.Realm;
import org.paivand.realm.RealmAccess;
import org.paivand.realm.RealmException;
import org.paivand.realm.RealmFault;

/** All three servers, started once by the packaged launcher, with a stand-in for the application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeStackIT {
    private static final int MAX_NODE_KIB = 700 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StateFolder state;
    private final RunningLauncher launcher;
    private final Stack stack;

    WholeStackIT() throws IOException {
        Path folder = Folders.fresh("whole");
        state = new StateFolder(folder.resolve("state with a blank"));
        launcher = RunningLauncher.up(state, StandInWar.packed(folder.resolve("stand-in.war")), "--ports", "auto");
        stack = Stack.runningIn(state).orElseThrow();
    }

    @BeforeAll
    void isReady() throws Exception {
        Outcome status = RunningLauncher.run(state, "status");

        assertEquals(0, status.status(), status.said());
    }

    @AfterAll
    void leavesNoProcessBehindOnSigterm() throws Exception {
        List<ProcessHandle> parts = launcher.parts();
        assertTrue(parts.size() >= 3);

        launcher.handle().destroy();
        launcher.exitStatus();

        parts.forEach(part -> assertFalse(part.isAlive(), () -> "alive: " + part.info()));
        assertEquals(List.of(), state.ledger().names());
        assertTrue(Stack.runningIn(state).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "officer, tj-police-dushanbe, referrer",
        "officer-khatlon, tj-police-khatlon, referrer",
        "worker-one, tj-shelter-north, provider",
        "worker-two, tj-shelter-north, provider",
        "shelter-minors-worker, tj-shelter-south-minors, provider",
        "child-protection, tj-child-protection-dushanbe, child-protection provider",
        "legal-aid, tj-ngo-legal-aid, provider",
        "hotline, tj-hotline-national, referrer",
        "auditor, tj-ombudsman, auditor",
        "registrar-one, tj-commission, registrar",
        "registrar-two, tj-commission, registrar",
        "commission, tj-commission, commission"
    })
    void tellsAgencyAndRolesOfAUserAndNothingPersonal(String user, String agency, String roles) throws Exception {
        Token token = new Tokens(stack).ofUser(user);

        assertEquals(agency, token.agency());
        assertEquals(List.of(roles.split(" ", -1)), token.groups());
        assertCommonClaims(token.claims(), "paivand-cli");
    }

    @Test
    void tellsThatAMachineIsOne() throws Exception {
        Token token = new Tokens(stack).ofClient("shelter-north-system");

        assertEquals("tj-shelter-north", token.agency());
        assertEquals(List.of("machine", "provider"), token.groups());
        assertCommonClaims(token.claims(), "shelter-north-system");
    }

    @Test
    void givesNoTokenForAWrongPasswordOrAClientWithoutItsSecret() throws Exception {
        String stolen = "&client_secret=" + stack.secretOf("shelter-north-system");
        for (String form : List.of(
                "grant_type=password&client_id=paivand-cli&username=officer&password=wrong",
                "grant_type=client_credentials&client_id=shelter-north-system&client_secret=wrong",
                "grant_type=client_credentials&client_id=paivand-cli",
                "grant_type=password&client_id=shelter-north-system&username=officer&password="
                        + stack.passwordOf("officer") + stolen)) {
            int status = post(form); // RFC 6749 section 5.2 leaves both open
            assertTrue(status == 400 || status == 401, () -> form.replaceAll("&.*", "") + ": " + status);
        }
        assertThrows(IOException.class, () -> new Tokens(stack).ofUser("nobody"));
    }

    @Test
    void theNodeTakesTheRealmsTokensAndNoOthers() throws Exception {
        Tokens tokens = new Tokens(stack);
        String officer = tokens.ofUser("officer").bearer();

        assertEquals(200, whoAmI(officer).statusCode());
        assertEquals("tj-police-dushanbe", whoAmI(officer).body());
        assertEquals(403, whoAmI(tokens.ofUser("auditor").bearer()).statusCode());
        assertEquals(
                401,
                whoAmI(officer.substring(0, officer.length() - 8) + "AAAAAAAA").statusCode());
        assertEquals(401, whoAmI("").statusCode());
    }

    @Test
    void makesAnAgencysAccountAsOftenAsItIsAskedAndShowsASecretThatWorks() throws Exception {
        AgencyAccount account = account("tj-ngo-made");
        try (Realm realm = realm()) {
            realm.provide(account);
            realm.provide(account);
            Token token = new Tokens(stack)
                    .ofClient(account.client(), realm.renewSecret(account).value());

            assertEquals("tj-ngo-made", token.agency());
            assertEquals(List.of("machine", "provider", "referrer"), token.groups());
            assertCommonClaims(token.claims(), "tj-ngo-made-system");
        }
    }

    @Test
    void endsASecretByTheNextOne() throws Exception {
        AgencyAccount account = account("tj-ngo-renewed");
        try (Realm realm = realm()) {
            realm.provide(account);
            String first = realm.renewSecret(account).value();
            String second = realm.renewSecret(account).value();

            assertThrows(IOException.class, () -> new Tokens(stack).ofClient(account.client(), first));
            assertEquals(
                    "tj-ngo-renewed",
                    new Tokens(stack).ofClient(account.client(), second).agency());
        }
    }

    @Test
    void disablesAnAgencysClientAndLeavesOthersAlone() throws Exception {
        AgencyAccount account = account("tj-ngo-revoked");
        try (Realm realm = realm()) {
            realm.provide(account);
            String secret = realm.renewSecret(account).value();
            realm.revoke(account);
            realm.revoke(account);

            assertThrows(IOException.class, () -> new Tokens(stack).ofClient(account.client(), secret));
            assertEquals(
                    "tj-police-dushanbe", new Tokens(stack).ofUser("officer").agency());
            realm.provide(account);
            String again = realm.renewSecret(account).value();
            assertEquals(
                    "tj-ngo-revoked",
                    new Tokens(stack).ofClient(account.client(), again).agency());
        }
    }

    @Test
    void disablesThePeopleOfAnAgencyThatWasNeverTakenInByTheNode() throws Exception {
        try (Realm realm = realm()) {
            realm.revoke(new AgencyAccount(
                    "tj-ngo-legal-aid-closed", UUID.randomUUID().toString(), Set.of()));
            assertEquals(
                    "tj-ngo-legal-aid", new Tokens(stack).ofUser("legal-aid").agency());

            realm.revoke(
                    new AgencyAccount("tj-data-protection", UUID.randomUUID().toString(), Set.of()));

            assertThrows(IOException.class, () -> new Tokens(stack).ofUser("reviewer"));
        }
    }

    @Test
    void takesOverNoClientThatItDidNotMake() throws Exception {
        AgencyAccount other = account("tj-shelter-north-two");
        AgencyAccount taken =
                new AgencyAccount("shelter-north", UUID.randomUUID().toString(), other.roles());
        try (Realm realm = realm()) {
            assertFault(RealmFault.CLIENT_TAKEN, () -> realm.provide(taken));
            realm.revoke(taken);
            assertEquals(
                    "tj-shelter-north",
                    new Tokens(stack).ofClient("shelter-north-system").agency());

            realm.provide(other);
            AgencyAccount rival =
                    new AgencyAccount(other.agency(), UUID.randomUUID().toString(), other.roles());
            assertFault(RealmFault.GROUP_TAKEN, () -> realm.provide(rival));
            assertFault(RealmFault.CLIENT_TAKEN, () -> realm.renewSecret(rival));
        }
    }

    @Test
    void saysWhyAnAccountCannotBeMade() throws Exception {
        AgencyAccount account = account("tj-ngo-refused");
        URI url = URI.create("http://127.0.0.1:" + stack.ports().keycloak());
        URI nobody = URI.create("http://127.0.0.1:1");
        try (Realm unreachable = realm(new RealmAccess(nobody, "paivand", "paivand-node", "any"));
                Realm denied = realm(new RealmAccess(url, "paivand", "paivand-node", "wrong"));
                Realm powerless = realm(new RealmAccess(
                        url, "paivand", "shelter-north-system", stack.secretOf("shelter-north-system")));
                Realm realm = realm()) {
            assertFault(RealmFault.REALM_UNREACHABLE, () -> unreachable.provide(account));
            assertFault(RealmFault.REALM_DENIED, () -> denied.provide(account));
            assertFault(RealmFault.REALM_DENIED, () -> powerless.provide(account));
            assertFault(
                    RealmFault.ROLE_MISSING,
                    () -> realm.provide(new AgencyAccount(account.agency(), account.mark(), Set.of("emperor"))));
            assertFault(RealmFault.ACCOUNT_MISSING, () -> realm.renewSecret(account("tj-ngo-never")));
        }
    }

    private static void assertFault(RealmFault fault, Executable attempt) {
        assertEquals(fault, assertThrows(RealmException.class, attempt).fault());
    }

    private static AgencyAccount account(String agency) {
        return new AgencyAccount(agency, UUID.randomUUID().toString(), Set.of("machine", "provider", "referrer"));
    }

    private Realm realm() {
        URI url = URI.create("http://127.0.0.1:" + stack.ports().keycloak());
        return realm(new RealmAccess(url, "paivand", "paivand-node", stack.secretOf("paivand-node")));
    }

    /** As the node opens it. */
    private static Realm realm(RealmAccess access) {
        return ApartRealm.of(access, Realm.class.getClassLoader(), Path.of("..", "realm", "target", "realm"));
    }

    @Test
    void listensOnTheLoopbackOnly() throws IOException {
        List<String> addresses = Sockets.listening(launcher.parts());

        assertTrue(addresses.size() >= 3, addresses::toString);
        addresses.forEach(address -> assertTrue(Sockets.isLoopback(address), address));
    }

    @Test
    void putsNoSecretOnACommandLine() throws IOException {
        Properties secrets = new Properties();
        secrets.load(Files.newBufferedReader(state.root().resolve("secrets.properties")));
        for (ProcessHandle part : launcher.parts()) {
            String line = Files.readString(
                    Path.of("/proc", Long.toString(part.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            secrets.forEach((name, secret) -> assertFalse(line.contains(secret.toString()), name.toString()));
        }
    }

    @Test
    void refusesASecondLauncherInTheSameFolder() throws Exception {
        Outcome second = RunningLauncher.run(state, "up", "--ports", "auto");

        assertEquals(1, second.status());
        assertTrue(second.said().contains("runs already"), second.said());
    }

    @Test
    void namesTheOptionForATakenPort() throws Exception {
        StateFolder other = new StateFolder(Folders.fresh("taken"));

        Outcome outcome = RunningLauncher.run(
                other, "up", "--http-port", Integer.toString(stack.ports().http()));

        assertEquals(1, outcome.status());
        assertTrue(outcome.said().contains("--http-port"), outcome.said());
    }

    @Test
    void theNodeStaysWithinItsMemory() throws IOException {
        ProcessHandle node = state.ledger().find("node").get(0);
        for (String name : state.ledger().names()) {
            for (ProcessHandle process : state.ledger().find(name)) {
                System.out.println(name + " " + process.pid() + ": " + residentKib(process) + " KiB resident");
            }
        }

        assertTrue(residentKib(node) < MAX_NODE_KIB);
    }

    private void assertCommonClaims(JsonNode claims, String client) {
        assertEquals(stack.issuer().toString(), claims.path("iss").asText());
        assertEquals("\"paivand-api\"", claims.path("aud").toString());
        assertEquals(client, claims.path("azp").asText());
        assertFalse(claims.path("sub").asText().isEmpty(), claims::toString);
        assertFalse(claims.path("jti").asText().isEmpty(), claims::toString);
        assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
        for (String personal : List.of("name", "preferred_username", "given_name", "family_name", "email")) {
            assertTrue(claims.path(personal).isMissingNode(), personal);
        }
    }

    private HttpResponse<String> whoAmI(String bearer) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + "/api/v1/whoami"));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static long residentKib(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
