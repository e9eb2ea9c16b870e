package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paivand.caller.Caller;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.registry.Hosting;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What an NGO records for a shelter without software. */
@Timeout(60)
class ProxyAnswersTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private static final AgencyId SHELTER = new AgencyId(Scene.SHELTER);
    private static final AgencyId HOST = new AgencyId(Hosting.HOST);
    private static final Listing INBOX =
            new Listing(Party.PROVIDER, Set.of(), Set.of(), Optional.empty(), ListOrder.OFFERED_AT);

    private Scene scene;
    private Caller host;
    private ReferralId id;

    @BeforeEach
    void offered() throws Exception {
        if (!node.directory().hosts(HOST, SHELTER)) {
            Hosting.begin(node, Scene.SHELTER);
        }
        scene = Scene.policeAndShelter(node);
        Scene toHost = scene.towards(Hosting.HOST);
        host = toHost.recipient;
        scene.consent(scene.grant(Category.SERVICE_REQUEST), toHost.grant(Category.SERVICE_REQUEST));
        id = scene.offer(ServiceType.SHELTER);
    }

    @Test
    void areTheProvidersAndSayWhoRecordedThemAndHow() throws Exception {
        Proxy proxy = proxy(now());
        move(host, Move.accept(), Optional.of(proxy));
        move(host, Move.proceed(Step.ARRIVED), Optional.of(proxy(now())));
        Standing after = move(host, Move.complete(Outcome.NEEDS_MET, List.of()), Optional.of(proxy(now())));

        assertEquals("completed", after.stored().referral().state());
        Referrals.Change accepted = history(scene.recipient).get(2);
        assertEquals("accepted", accepted.state());
        assertEquals(SHELTER, accepted.by());
        assertEquals(Optional.of(proxy), accepted.proxy());
        assertEquals(
                List.of("closed", "accepted", "offered"),
                history(scene.controller).stream().map(Referrals.Change::state).toList());
        assertEquals(
                List.of(Optional.of(HOST), Optional.of(HOST), Optional.empty()),
                history(scene.controller).stream()
                        .map(change -> change.proxy().map(Proxy::host))
                        .toList());
    }

    static Stream<Move> moves() {
        return Stream.of(
                Move.accept(),
                Move.decline(DeclineCode.NO_CAPACITY, List.of()),
                Move.ask(Set.of(Topic.LANGUAGE)),
                Move.cancel(),
                Move.proceed(Step.ARRIVED),
                Move.hold(HoldReason.ASKED_BY_PERSON),
                Move.complete(Outcome.NEEDS_MET, List.of()),
                Move.fail(FailCode.NOT_POSSIBLE),
                Move.endByPerson(),
                Move.enterInError());
    }

    @ParameterizedTest
    @MethodSource("moves")
    void areRefusedToAHostThatDoesNotSayHow(Move move) {
        refused(ProblemCode.PROXY_REQUIRED, () -> move(host, move, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void areRefusedToWhoIsNoHostAndNotToldOfToStrangers(Move move) {
        for (Caller party : List.of(scene.controller, scene.recipient)) {
            refused(ProblemCode.NOT_A_HOST, () -> move(party, move, Optional.of(proxy(now()))));
        }
        Caller stranger = scene.towards("tj-ngo-sughd-legal").recipient;
        refused(ProblemCode.NOT_FOUND, () -> move(stranger, move, Optional.of(proxy(now()))));
        assertEquals(1, history(scene.recipient).size());
    }

    @Test
    void wereNotSaidInTimesToComeNorBeforeTheOffer() {
        for (Instant wrong : List.of(
                now().plus(Duration.ofMinutes(1)),
                node.referrals()
                        .find(host, id)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .request()
                        .offeredAt()
                        .minusMillis(1))) {
            refused(ProblemCode.INVALID_REQUEST, () -> move(host, Move.accept(), Optional.of(proxy(wrong))));
        }
        assertEquals(1, history(host).size());
    }

    @Test
    void letTheHostedAgencyAnswerItself() throws Exception {
        Standing after = move(scene.recipient, Move.accept(), Optional.empty());

        assertEquals("accepted", after.stored().referral().state());
        assertEquals(Optional.empty(), history(scene.recipient).get(0).proxy());
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> move(host, Move.accept(), Optional.of(proxy(now()))));
    }

    @Test
    void areOneWhereHostAndHostedAnswerAtOnce() throws Exception {
        Callable<Standing> byHost = () -> move(host, Move.accept(), Optional.of(proxy(now())));
        Callable<Standing> itself =
                () -> move(scene.recipient, Move.decline(DeclineCode.NO_CAPACITY, List.of()), Optional.empty());
        try (Race race = new Race()) {
            List<Race.Finish<Standing>> finishes = race.run(List.of(byHost, itself));

            long won = finishes.stream().filter(Race.Finish::won).count();
            // An acceptance of which nothing was released may still be declined, and never the other way round.
            assertTrue(won >= 1);
            assertEquals(won + 1, history(scene.recipient).size());
            for (Race.Finish<Standing> lost : finishes) {
                assertTrue(lost.won() || lost.problem().equals(Optional.of(ProblemCode.ILLEGAL_TRANSITION)));
            }
        }
    }

    @Test
    void showTheHostNeitherWorkersNorTheCaseNorAssignments() {
        Standing seen = node.referrals().find(host, id).orElseThrow();

        assertEquals(SHELTER, seen.proxyFor().orElseThrow().id());
        assertEquals(Party.PROVIDER, seen.party());
        assertEquals(List.of(Transition.ACCEPTANCE, Transition.DECLINE, Transition.QUESTIONS), seen.allowed());
        assertEquals(List.of(), seen.workers());
    }

    @Test
    void areListedApartFromTheHostsOwn() throws Exception {
        assertEquals(
                id,
                node.referrals()
                        .hosted(host, INBOX, Optional.empty(), 1)
                        .get(0)
                        .referral()
                        .request()
                        .id());
        assertFalse(listed(node.referrals().list(host, INBOX, Optional.empty(), 100)));
        Listing offers =
                new Listing(Party.PROVIDER, Set.of("offered"), Set.of(), Optional.empty(), ListOrder.RESPOND_BY);
        assertTrue(listed(node.referrals().hosted(host, offers, Optional.empty(), 100)));
        Caller stranger = scene.towards("tj-ngo-sughd-legal").recipient;
        assertEquals(List.of(), node.referrals().hosted(stranger, INBOX, Optional.empty(), 100));
        assertEquals(List.of(), node.referrals().hosted(scene.recipient, INBOX, Optional.empty(), 100));

        Hosting.end(node, Scene.SHELTER);

        assertEquals(List.of(), node.referrals().hosted(host, INBOX, Optional.empty(), 100));
    }

    @Test
    void tellTheHostAsTheHostedAgencyWithoutContent() throws Exception {
        assertEquals(List.of("referral-offered"), told(HOST));
        assertEquals(List.of("referral-offered"), told(SHELTER));

        move(host, Move.accept(), Optional.of(proxy(now())));
        assertEquals(List.of("referral-offered"), told(HOST));
        assertEquals(List.of("referral-offered", "referral-changed"), told(SHELTER));

        move(scene.recipient, Move.proceed(Step.ARRIVED), Optional.empty());
        assertEquals(List.of("referral-offered", "referral-changed"), told(HOST));

        Hosting.end(node, Scene.SHELTER);
        move(scene.recipient, Move.proceed(Step.SCHEDULED), Optional.empty());
        assertEquals(List.of("referral-offered", "referral-changed"), told(HOST));
    }

    @Test
    void areTypedInOnceFromOneForm() throws Exception {
        FormNumber number = node.forms()
                .issue(host, TestNode.key(), FormType.ANSWER, 1)
                .numbers()
                .get(0);
        FormNumber other = node.forms()
                .issue(host, TestNode.key(), FormType.OUT_OF_BAND, 1)
                .numbers()
                .get(0);

        refused(ProblemCode.INVALID_REQUEST, () -> move(host, Move.accept(), Optional.of(onPaper(other))));
        move(host, Move.accept(), Optional.of(onPaper(number)));
        refused(
                ProblemCode.FORM_ALREADY_ENTERED,
                () -> move(host, Move.proceed(Step.ARRIVED), Optional.of(onPaper(number))));
        assertEquals(2, history(host).size());
    }

    private Proxy onPaper(FormNumber number) {
        return new Proxy(HOST, ProxyChannel.PAPER_FORM, now(), ProxySpeaker.MANAGER, Optional.of(number));
    }

    private Proxy proxy(Instant toldAt) {
        return new Proxy(HOST, ProxyChannel.TELEPHONE_CALLBACK, toldAt, ProxySpeaker.DUTY_WORKER, Optional.empty());
    }

    private static Instant now() {
        return node.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Standing move(Caller caller, Move move, Optional<Proxy> proxy) {
        return node.referrals().move(caller, id, Optional.empty(), move, proxy);
    }

    private List<Referrals.Change> history(Caller caller) {
        return node.referrals().history(caller, id, Optional.empty(), 100);
    }

    private boolean listed(List<Referrals.Stored> rows) {
        return rows.stream().anyMatch(row -> row.referral().request().id().equals(id));
    }

    private List<String> told(AgencyId agency) throws Exception {
        UUID subject = id.value();
        return List.of(TestNode.text("SELECT GROUP_CONCAT(kind ORDER BY id SEPARATOR ' ')"
                        + " FROM paivand.notification WHERE agency = '" + agency + "' AND subject = '" + subject + "'")
                .split(" ", -1));
    }

    private static void refused(ProblemCode code, Executable attempt) {
        assertEquals(code, assertThrows(ProblemException.class, attempt).code());
    }
}
