package org.paivand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.client.TestServer.Prepared;
import org.paivand.client.api.CasesApi;
import org.paivand.client.api.CasesApi.APIListCasesRequest;
import org.paivand.client.api.CasesApi.APIOpenCaseRequest;
import org.paivand.client.api.ReferralsApi;
import org.paivand.client.api.ReferralsApi.APIAcceptReferralRequest;
import org.paivand.client.api.ReferralsApi.APIListReferralsRequest;
import org.paivand.client.api.ReferralsApi.APIReadReferralRequest;
import org.paivand.client.model.ExactRecipient;
import org.paivand.client.model.Grant;
import org.paivand.client.model.ListedRecipients;
import org.paivand.client.model.NewCase;
import org.paivand.client.model.NewReferral;
import org.paivand.client.model.Referral;
import org.paivand.client.model.ReferralBox;
import org.paivand.client.model.ReferralOrder;
import org.paivand.client.model.ReferralPage;
import org.paivand.client.model.ReferralRow;
import org.paivand.client.model.ReferralState;

@Timeout(30)
final class PaivandTest {
    private static final UUID ID = UUID.fromString("c2a1f9de-6a1b-4e8e-b0a3-7a5f4d3c2b01");
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");

    @Test
    void signsEachRequestAndNamesTheWorker() throws Exception {
        try (TestServer server = TestServer.answering(Prepared.json("{\"items\":[]}"))) {
            CasesApi cases = server.client()
                    .actingFor("w-anora")
                    .in(Locale.forLanguageTag("tg"))
                    .api(CasesApi::new);

            assertEquals(
                    List.of(),
                    cases.listCases(APIListCasesRequest.newBuilder().build()).getItems());

            TestServer.Asked asked = server.asked().get(0);
            assertEquals("Bearer a-token", asked.header("Authorization"));
            assertEquals("w-anora", asked.header("Paivand-worker"));
            assertEquals("tg", asked.header("Accept-language"));
        }
    }

    @Test
    void waitsAsLongAsTheNodeSaysAndSendsTheSameAgain() throws Exception {
        try (TestServer server = TestServer.answering(
                Prepared.problem(503, "database-unavailable", AT_ONCE),
                Prepared.problem(429, "too-many-requests", AT_ONCE),
                Prepared.json(opened()))) {
            CasesApi cases = server.client().api(CasesApi::new);
            String key = Paivand.newKey();

            cases.openCase(APIOpenCaseRequest.newBuilder()
                    .idempotencyKey(key)
                    .newCase(new NewCase())
                    .build());

            assertEquals(3, server.asked().size());
            assertEquals(
                    List.of(key, key, key),
                    server.asked().stream()
                            .map(asked -> asked.header("Idempotency-key"))
                            .toList());
            assertEquals(
                    List.of("{}", "{}", "{}"),
                    server.asked().stream().map(TestServer.Asked::body).toList());
        }
    }

    @Test
    void givesUpAfterThreeRepetitionsAndTellsTheCode() throws Exception {
        Prepared busy = Prepared.problem(503, "log-unavailable", AT_ONCE);
        try (TestServer server = TestServer.answering(busy, busy, busy, busy)) {
            Paivand paivand = server.client();

            RefusedException refused = assertThrows(RefusedException.class, () -> read(paivand));

            assertEquals(503, refused.status());
            assertEquals("log-unavailable", refused.code());
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void sendsNothingTwiceOfWhichNobodyKnowsWhetherItWasDone() throws Exception {
        try (TestServer server =
                TestServer.answering(Prepared.problem(503, "database-unavailable", AT_ONCE), Prepared.json("{}"))) {
            Paivand paivand = server.client();
            ReferralsApi referrals = paivand.api(ReferralsApi::new);

            assertThrows(
                    RefusedException.class,
                    () -> paivand.call(() -> referrals.acceptReferral(
                            APIAcceptReferralRequest.newBuilder().id(ID).build())));

            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void doesNotWaitForHours() throws Exception {
        try (TestServer server = TestServer.answering(
                Prepared.problem(503, "database-unavailable", Map.of("Retry-After", "3600")), Prepared.json("{}"))) {
            Paivand paivand = server.client();

            assertThrows(RefusedException.class, () -> read(paivand));

            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void repeatsNothingThatIsWrong() throws Exception {
        for (int status : List.of(400, 401, 403, 404, 409, 412, 422, 500, 502)) {
            try (TestServer server =
                    TestServer.answering(Prepared.problem(status, "conflict", AT_ONCE), Prepared.json("{}"))) {
                Paivand paivand = server.client();

                assertEquals(
                        status,
                        assertThrows(RefusedException.class, () -> read(paivand))
                                .status());
                assertEquals(1, server.asked().size());
            }
        }
    }

    @Test
    void tellsWhatIsWrongAndWhatThereIsInstead() throws Exception {
        String body = "{\"type\":\"https://paivand.org/problems/invalid-request\",\"title\":\"No\",\"status\":400,"
                + "\"code\":\"invalid-request\",\"instance\":\"urn:uuid:00000000-0000-0000-0000-000000000000\","
                + "\"errors\":[{\"pointer\":\"sort\",\"code\":\"not-in-list\",\"allowed\":[\"offeredAt\",\"updatedAt\"]}]}";
        try (TestServer server = TestServer.answering(new Prepared(400, Map.of(), body))) {
            Paivand paivand = server.client();

            RefusedException refused = assertThrows(RefusedException.class, () -> read(paivand));

            assertTrue(refused.is("invalid-request"));
            assertEquals(
                    List.of("offeredAt", "updatedAt"),
                    refused.problem().orElseThrow().getErrors().get(0).getAllowed());
            assertEquals("400 invalid-request", refused.getMessage());
        }
    }

    @Test
    void knowsAnAnswerOfSomethingInBetween() throws Exception {
        for (String body : List.of("<html>Zarina</html>", "", "[]", "null", "{\"code\":7}", "{\"code\":\"new-one\"}")) {
            try (TestServer server = TestServer.answering(new Prepared(502, Map.of(), body))) {
                Paivand paivand = server.client();

                RefusedException refused = assertThrows(RefusedException.class, () -> read(paivand));

                assertEquals(502, refused.status());
                assertFalse(String.valueOf(refused.getMessage()).contains("Zarina"));
            }
        }
    }

    @Test
    void saysThatThereIsNoAnswer() throws IOException {
        Paivand paivand;
        try (TestServer server = TestServer.answering()) {
            paivand = server.client();
        }
        Paivand nobody = paivand;

        assertThrows(UncheckedIOException.class, () -> read(nobody));
    }

    @Test
    void givesTheVersionWithTheAnswer() throws Exception {
        try (TestServer server = TestServer.answering(
                new Prepared(200, Map.of("ETag", "\"7\""), referral("")), Prepared.json(referral("")))) {
            Paivand paivand = server.client();
            ReferralsApi referrals = paivand.api(ReferralsApi::new);
            APIReadReferralRequest asked =
                    APIReadReferralRequest.newBuilder().id(ID).build();

            Paivand.Versioned<Referral> read = paivand.versioned(() -> referrals.readReferralWithHttpInfo(asked));

            assertEquals("\"7\"", read.etag());
            assertEquals(ID, read.value().getReferralId());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> paivand.versioned(() -> referrals.readReferralWithHttpInfo(asked)));
        }
    }

    @Test
    void passesOverWhatANewerNodeAdds() throws Exception {
        try (TestServer server = TestServer.answering(
                Prepared.json(referral(",\"colour\":\"blue\"").replace("\"offered\"", "\"in-orbit\"")))) {
            Referral read = read(server.client());

            assertEquals(ID, read.getReferralId());
            assertEquals(ReferralState.UNKNOWN_DEFAULT_OPEN_API, read.getState());
        }
    }

    @Test
    void readsWhatHasSeveralFormsByItsMembers() throws Exception {
        Grant one = Answers.mapper()
                .readValue("{\"recipient\":{\"agency\":\"tj-shelter-north\",\"colour\":1}}", Grant.class);
        Grant many = Answers.mapper().readValue("{\"recipient\":" + listed() + "}", Grant.class);

        assertInstanceOf(ExactRecipient.class, one.getRecipient().getActualInstance());
        assertInstanceOf(ListedRecipients.class, many.getRecipient().getActualInstance());
    }

    @Test
    void sendsNoListThatNobodySet() {
        Set<String> sent = new HashSet<>();
        Answers.mapper().valueToTree(new NewReferral()).fieldNames().forEachRemaining(sent::add);

        assertEquals(
                Set.of("caseId", "recipient", "purpose", "urgency", "servicesRequested"), sent, "what is required");
    }

    @Test
    void readsPageAfterPageAndNoneThatIsNotNeeded() throws Exception {
        try (TestServer server = TestServer.answering(
                Prepared.json("{\"items\":[" + row() + "," + row() + "],\"next\":\"abc\"}"),
                Prepared.json("{\"items\":[],\"next\":\"def\"}"),
                Prepared.json("{\"items\":[" + row() + "]}"),
                Prepared.json("{\"items\":[" + row() + "],\"next\":\"abc\"}"))) {
            ReferralsApi referrals = server.client().api(ReferralsApi::new);
            Paged<ReferralRow> inbox = Paged.of(
                    after -> referrals.listReferrals(APIListReferralsRequest.newBuilder()
                            .box(ReferralBox.INBOX)
                            .state(new LinkedHashSet<>(List.of(ReferralState.OFFERED, ReferralState.CLARIFYING)))
                            .sort(ReferralOrder.URGENCY)
                            .after(after)
                            .build()),
                    ReferralPage::getItems,
                    ReferralPage::getNext);

            assertEquals(3, inbox.stream().count());
            assertEquals(Optional.of(ID), inbox.stream().findFirst().map(ReferralRow::getReferralId));

            assertEquals(
                    List.of(
                            "/api/v1/referrals?box=inbox&state=offered%2Cclarifying&sort=urgency",
                            "/api/v1/referrals?box=inbox&state=offered%2Cclarifying&sort=urgency&after=abc",
                            "/api/v1/referrals?box=inbox&state=offered%2Cclarifying&sort=urgency&after=def",
                            "/api/v1/referrals?box=inbox&state=offered%2Cclarifying&sort=urgency"),
                    server.asked().stream().map(TestServer.Asked::path).toList());
        }
    }

    @Test
    void endsALoopOverNothing() throws Exception {
        try (TestServer server = TestServer.answering(Prepared.json("{\"items\":[]}"))) {
            CasesApi cases = server.client().api(CasesApi::new);
            var none = Paged.of(
                            after -> cases.listCases(APIListCasesRequest.newBuilder()
                                    .after(after)
                                    .build()),
                            page -> page.getItems(),
                            page -> page.getNext())
                    .iterator();

            assertFalse(none.hasNext());
            assertThrows(NoSuchElementException.class, none::next);
        }
    }

    @Test
    void followsNotificationsFromWhereItWas() throws Exception {
        String page = "{\"items\":[{\"kind\":\"referral-offered\",\"subject\":\"" + ID
                + "\",\"at\":\"2026-11-22T06:20:00Z\"}],\"next\":\"17\"}";
        try (TestServer server =
                TestServer.answering(Prepared.json(page), Prepared.json("{\"items\":[],\"next\":\"17\"}"))) {
            Notifications notifications = Notifications.from(server.client(), Optional.of("9"));

            assertEquals(ID, notifications.await(Duration.ofSeconds(25)).get(0).getSubject());
            assertEquals(List.of(), notifications.await(Duration.ZERO));

            assertEquals(Optional.of("17"), notifications.position());
            assertEquals(
                    List.of("/api/v1/notifications?after=9&wait=25", "/api/v1/notifications?after=17&wait=0"),
                    server.asked().stream().map(TestServer.Asked::path).toList());
        }
    }

    @Test
    void waitsNoLongerThanTheNodeDoes() {
        Notifications notifications =
                Notifications.from(Paivand.at(URI.create("http://127.0.0.1:1"), () -> ""), Optional.empty());

        assertThrows(IllegalArgumentException.class, () -> notifications.await(Duration.ofSeconds(26)));
        assertThrows(IllegalArgumentException.class, () -> notifications.await(Duration.ofSeconds(-1)));
    }

    @Test
    void makesAKeyForEachIntent() {
        assertNotEquals(Paivand.newKey(), Paivand.newKey());
        assertTrue(Paivand.newKey().matches("[A-Za-z0-9_-]{8,64}"));
    }

    private static Referral read(Paivand paivand) {
        ReferralsApi referrals = paivand.api(ReferralsApi::new);
        return paivand.call(() -> referrals.readReferral(
                APIReadReferralRequest.newBuilder().id(ID).build()));
    }

    private static String row() {
        return "{\"referralId\":\"" + ID + "\",\"state\":\"offered\",\"urgency\":\"urgent\","
                + "\"offeredAt\":\"2026-11-22T06:20:00Z\",\"respondBy\":\"2026-11-25T06:20:00Z\",\"updatedAt\":\"2026-11-22T06:20:00Z\"}";
    }

    private static String referral(String more) {
        return row().replaceFirst("}$", ",\"version\":1,\"allowed\":[\"acceptance\"]" + more + "}");
    }

    private static String opened() {
        return "{\"caseId\":\"" + ID + "\",\"sections\":[]}";
    }

    private static String listed() {
        return "{\"kind\":\"shelter\",\"jurisdiction\":\"TJ\",\"listed\":[\"tj-shelter-north\"]}";
    }
}
