package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Bruno collection asks nothing that the contract doesn't have. */
final class BrunoTest {
    private static final Path COLLECTION = Path.of("..", "docs", "bruno");
    private static final Contract CONTRACT = Contract.load();
    private static final String ID = "c2a1f9de-6a1b-4e8e-b0a3-7a5f4d3c2b01";

    /** What a run would have in each variable. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("node", "http://127.0.0.1:8080"),
            Map.entry("worker", "w-anora"),
            Map.entry("caseId", ID),
            Map.entry("consentId", ID),
            Map.entry("referralId", ID),
            Map.entry("etag", "\"1\""),
            Map.entry("position", "17"),
            Map.entry("began", "2026-11-22T06:20:00.123Z"),
            Map.entry("consentEnds", "2026-12-22T06:20:00Z"),
            Map.entry("noticeSha256", "a".repeat(64)),
            Map.entry("$guid", ID));

    private static final Pattern IN_USE = Pattern.compile("^  \\w+: (.*)$", Pattern.MULTILINE);

    static Stream<Path> requests() throws IOException {
        try (Stream<Path> files = Files.list(COLLECTION)) {
            return files.filter(file -> file.toString().endsWith(".bru")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void sendsWhatTheContractAllows(Path file) throws IOException {
        BrunoRequest request = read(file);

        assertEquals(List.of(), faults(request));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void showsTheQueryThatItSends(Path file) throws IOException {
        BrunoRequest request = read(file);
        String query = request.url().contains("?")
                ? request.url().substring(request.url().indexOf('?') + 1)
                : "";

        assertEquals(BrunoRequest.query(query), request.shownQuery());
    }

    @Test
    void hasEachVariableFromTheEnvironmentOrFromARequestBefore() throws IOException {
        Set<String> known = new HashSet<>(Set.of("$guid"));
        known.addAll(environment().keySet());
        for (Path file : requests().toList()) {
            BrunoRequest request = read(file);
            Set<String> unknown = new TreeSet<>(request.uses());
            unknown.removeAll(known);

            assertEquals(Set.of(), unknown, file.toString());

            known.addAll(request.sets());
        }
    }

    @Test
    void isNumberedInTheOrderOfItsFiles() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Path file : requests().toList()) {
            numbers.add(read(file).sequence());
        }

        assertFalse(numbers.isEmpty());
        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }

    @Test
    void holdsNoSecret() throws IOException {
        environment().forEach((name, value) -> {
            if (name.matches(".*(?i:password|secret|token).*")) {
                assertTrue(value.matches("\\{\\{process\\.env\\.[A-Z_]+}}"), name);
            }
        });
        for (Path file : requests().toList()) {
            String text = Files.readString(file);
            assertFalse(text.contains("eyJ"), file.toString());
            for (String line : text.lines()
                    .filter(each -> each.matches(" *(password|client_secret|token): .*"))
                    .toList()) {
                assertTrue(line.matches(" *\\w+: \\{\\{\\w+}}"), line);
            }
        }
    }

    @Test
    void goesTheWholeMainWay() throws IOException {
        Map<String, String> names = new TreeMap<>();
        CONTRACT.operations()
                .forEach(operation -> names.put(
                        operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "{}"),
                        CONTRACT.operationId(operation)));
        Set<String> asked = requests()
                .map(BrunoTest::read)
                .filter(BrunoRequest::isOfTheNode)
                .map(request -> request.sent(VALUES))
                .map(sent -> names.entrySet().stream()
                        .filter(known -> (sent.method() + " " + sent.path())
                                .matches(Pattern.quote(known.getKey()).replace("{}", "\\E[^/]+\\Q")))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining("|")))
                .flatMap(found -> Stream.of(found.split("\\|", -1)))
                .collect(Collectors.toSet());

        for (String operation : List.of(
                "searchServices",
                "openCase",
                "writeSection",
                "listNoticeTexts",
                "recordConsent",
                "previewRelease",
                "offerReferral",
                "readNotifications",
                "listReferrals",
                "readReferral",
                "acceptReferral",
                "pullRelease",
                "readReferralHistory")) {
            assertTrue(asked.contains(operation), operation);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "04-open-a-case.bru;/api/v1/cases;/api/v1/files",
                "04-open-a-case.bru;post {;put {",
                "04-open-a-case.bru;Idempotency-Key: {{$guid}};Accept-Language: en",
                "04-open-a-case.bru;  {};  {\"colour\": 1}",
                "05-write-the-service-request.bru;\"adult\";\"grown\"",
                "08-record-consent.bru;\"form\": \"written\",;",
                "11-offer.bru;\"urgent\";\"soon\"",
                "13-read-the-inbox.bru;sort=urgency;sort=soonest",
                "13-read-the-inbox.bru;state=offered,clarifying;state=offered,clear",
                "13-read-the-inbox.bru;&sort=;&order=",
                "13-read-the-inbox.bru;auth: bearer;auth: none"
            })
    void noticesARequestThatTheContractDoesNotHave(String file, String from, @Nullable String to) throws IOException {
        String text = Files.readString(COLLECTION.resolve(file));
        String changed = text.replace(from, to == null ? "" : to);

        assertNotEquals(text, changed);
        assertNotEquals(List.of(), faults(new BrunoRequest(changed)));
    }

    @Test
    void noticesAVariableThatNobodySets() {
        BrunoRequest request =
                new BrunoRequest("get {\n  url: {{node}}/api/v1/referrals/{{nothing}}\n  auth: bearer\n}\n");

        assertEquals(Set.of("node", "nothing"), request.uses());
        assertThrows(IllegalArgumentException.class, () -> request.sent(VALUES));
    }

    @Test
    void readsNoFileOfAnotherForm() {
        assertThrows(IllegalArgumentException.class, () -> new BrunoRequest("url: {{node}}/api/v1/cases\n"));
    }

    private static List<String> faults(BrunoRequest request) {
        if (!request.isOfTheNode()) {
            return request.url().startsWith("{{keycloak}}/realms/paivand/") ? List.of() : List.of("another server");
        }
        Sent sent = request.sent(VALUES);
        List<String> faults = new ArrayList<>(CONTRACT.validateRequest(sent));
        if (!request.hasToken()) {
            faults.add("no token");
        }
        Set<String> unknown = new TreeSet<>(sent.query().keySet());
        CONTRACT.operations().stream()
                .filter(operation -> operation.method().equals(sent.method())
                        && sent.path().matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+")))
                .forEach(operation -> unknown.removeAll(CONTRACT.queryParameters(operation)));
        unknown.forEach(name -> faults.add("no parameter " + name));
        return faults;
    }

    private static Map<String, String> environment() throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : Files.readString(COLLECTION.resolve("environments").resolve("paivand-up.bru"))
                .lines()
                .filter(IN_USE.asMatchPredicate())
                .toList()) {
            int colon = line.indexOf(": ");
            variables.put(line.substring(2, colon), line.substring(colon + 2));
        }
        assertFalse(variables.isEmpty());
        return variables;
    }

    private static BrunoRequest read(Path file) {
        try {
            return new BrunoRequest(Files.readString(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
