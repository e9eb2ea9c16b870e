package org.paivand.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.contact.Concern;
import org.paivand.contact.ContactBy;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.SubmissionAction;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.intake.Submission.State;
import org.paivand.person.SurvivorCode;
import org.paivand.person.Visit;
import org.paivand.person.WritingDesk.Sent;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.TestNode;

@Timeout(120)
class SubmissionDeskTest {
    private static final String ADDRESS = "+992917000042";
    private static final Map<String, List<String>> PERSON = Map.of(
            "by", List.of("person"),
            "urgency", List.of("urgent"),
            "need", List.of("medical"),
            "reach", List.of("yes"),
            "channel", List.of("telephone"),
            "address", List.of(ADDRESS));
    private static final Map<String, List<String>> NEIGHBOUR = Map.of(
            "by", List.of("third-party"),
            "urgency", List.of("immediate"),
            "reach", List.of("yes"),
            "whose", List.of("writer"),
            "channel", List.of("telephone"),
            "address", List.of(ADDRESS));

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller hotline = TestNode.caller("tj-hotline-national", "operator", Role.REFERRER);
    private final Caller another = TestNode.caller("tj-hotline-dushanbe", "operator", Role.REFERRER);

    @BeforeEach
    void empty() throws Exception {
        TestNode.sql("DELETE FROM paivand.submission");
    }

    private static Letter letter(Map<String, List<String>> fields) {
        return Draft.of(fields)
                .letter(Permission.of(
                        new AgencyId("tj-hotline-national"), "tg", List.of("who reads it"), node.clock.instant()));
    }

    private static Sent send(String ticket, Map<String, List<String>> fields) {
        return node.writing().send(ticket, letter(fields), UUID.randomUUID().toString(), node.clock.instant());
    }

    private static Sent.There sent(Map<String, List<String>> fields) {
        return assertInstanceOf(Sent.There.class, send(node.writing().begin(node.clock.instant()), fields));
    }

    private static SurvivorCode number(Sent.There sent) {
        return sent.number().orElseThrow();
    }

    private Submission only() {
        List<Submission> all = node.submissions().list(hotline, Optional.empty(), Optional.empty(), 10);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private LoggedReading read(UUID id) throws Exception {
        return node.submissions().read(hotline, UUID.randomUUID(), id);
    }

    private CaseFile open(UUID id, IdempotencyKey key) throws Exception {
        return node.submissions().open(hotline, UUID.randomUUID(), key, id, Concern.SHELTER);
    }

    private static Optional<Visit> enter(SurvivorCode number) throws Exception {
        return node.persons().enter(UUID.randomUUID(), number.inGroups());
    }

    private static ProblemCode refused(Executable deed) {
        return assertThrows(ProblemException.class, deed).code();
    }

    private static List<SubmissionHandled> entries(UUID submission) throws Exception {
        Map<UUID, List<TestNode.Logged>> unusedOrdered = node.sequenced();
        return node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(SubmissionHandled.class::isInstance)
                .map(SubmissionHandled.class::cast)
                .filter(event -> event.submission().equals(submission))
                .toList();
    }

    @Test
    void nothingOfWhatWasWrittenStandsInTheDatabaseNorInTheList() throws Exception {
        Sent.There there = sent(PERSON);

        assertFalse(TestNode.everythingWritten().contains(ADDRESS));
        assertFalse(
                TestNode.everythingWritten().contains(number(there).inGroups().replace(" ", "")));
        assertFalse(only().toString().contains(ADDRESS));
        assertEquals(State.WAITING, only().state());
    }

    @Test
    void aButtonThatIsPressedAgainMakesNothingNewAndGivesTheSameNumber() throws Exception {
        String ticket = node.writing().begin(node.clock.instant());

        Sent.There first = assertInstanceOf(Sent.There.class, send(ticket, PERSON));
        Sent.There second = assertInstanceOf(Sent.There.class, send(ticket, PERSON));
        Sent.There changed = assertInstanceOf(Sent.There.class, send(ticket, NEIGHBOUR));

        assertEquals(number(first).inGroups(), number(second).inGroups());
        assertFalse(second.another());
        assertTrue(changed.another());
        assertEquals(State.WAITING, only().state());
    }

    @Test
    void aButtonThatIsPressedEightTimesAtOnceMakesOne() throws Exception {
        String ticket = node.writing().begin(node.clock.instant());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<String> numbers = new HashSet<>();
        try {
            Callable<Sent> press = () -> send(ticket, PERSON);
            for (Future<Sent> pressed : threads.invokeAll(Collections.nCopies(8, press))) {
                numbers.add(number(assertInstanceOf(Sent.There.class, pressed.get()))
                        .inGroups());
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(1, numbers.size());
        assertEquals(ContactBy.PERSON, only().by());
    }

    @Test
    void aPageThatWasOpenForTooLongOrIsNotOursSendsNothing() {
        String ticket = node.writing().begin(node.clock.instant().minus(Duration.ofHours(2)));

        assertInstanceOf(Sent.Over.class, send(ticket, PERSON));
        assertInstanceOf(Sent.Over.class, send("A".repeat(75), PERSON));

        assertEquals(List.of(), node.submissions().list(hotline, Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void oneAddressSendsTenInAnHourAndAllTogetherSixty() {
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(
                    Sent.There.class,
                    node.writing()
                            .send(
                                    node.writing().begin(node.clock.instant()),
                                    letter(PERSON),
                                    "198.51.100.7",
                                    node.clock.instant()));
        }
        assertInstanceOf(
                Sent.Full.class,
                node.writing()
                        .send(
                                node.writing().begin(node.clock.instant()),
                                letter(PERSON),
                                "198.51.100.7",
                                node.clock.instant()));
        for (int i = 0; i < 50; i++) {
            sent(PERSON);
        }

        assertInstanceOf(Sent.Full.class, send(node.writing().begin(node.clock.instant()), PERSON));
        assertEquals(
                60,
                node.submissions()
                        .list(hotline, Optional.empty(), Optional.empty(), 100)
                        .size());
    }

    @Test
    void theNumberShowsThatItWasReceivedAndThenTheCase() throws Exception {
        SurvivorCode number = number(sent(PERSON));

        Visit.Waiting waiting =
                assertInstanceOf(Visit.Waiting.class, enter(number).orElseThrow());
        assertTrue(waiting.open());
        assertEquals("tj-hotline-national", waiting.agency().value());
        UUID id = only().id();
        read(id);
        CaseFile opened = open(id, TestNode.key());

        Visit.Status status = assertInstanceOf(Visit.Status.class, enter(number).orElseThrow());
        assertEquals(opened.id(), status.code().caseId());
        assertEquals(waiting.codeId(), status.codeId(), "a page that was open goes on");
    }

    @Test
    void aThirdPartyGetsANumberThatOpensNothing() throws Exception {
        Sent.There there = sent(NEIGHBOUR);
        String receipt = there.receipt().orElseThrow();

        assertEquals(Optional.empty(), there.number());
        assertEquals(Optional.of(receipt), only().receipt());
        assertEquals(Optional.empty(), node.persons().enter(UUID.randomUUID(), receipt));
        assertEquals(Optional.empty(), node.persons().enter(UUID.randomUUID(), "000000000000" + receipt));
        read(only().id());
        CaseFile opened = open(only().id(), TestNode.key());
        assertEquals(Optional.empty(), opened.section(Category.CONTACT), "the writer's address isn't the person's");
        assertEquals(Optional.empty(), node.persons().enter(UUID.randomUUID(), receipt));
    }

    @Test
    void readingIsAnEntryBeforeAnythingIsShownAndNobodyElseReads() throws Exception {
        sent(PERSON);
        UUID id = only().id();

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> node.submissions().read(another, UUID.randomUUID(), id)));
        assertEquals(List.of(), node.submissions().list(another, Optional.empty(), Optional.empty(), 10));
        assertEquals(List.of(), entries(id));
        LoggedReading reading = read(id);

        assertEquals(
                ADDRESS,
                reading.letter().reach().orElseThrow().contact().value().value());
        assertFalse(reading.toString().contains(ADDRESS));
        SubmissionHandled entry = entries(id).get(0);
        assertEquals(SubmissionAction.READ, entry.action());
        assertEquals(reading.letter().permission().text(), entry.permissionSha256());
        assertEquals(Optional.empty(), entry.head().caseAlias());
    }

    @Test
    void aCaseHasWhatWasWrittenAndIsCountedAsAContactByTheWebOnce() throws Exception {
        sent(PERSON);
        UUID id = only().id();
        assertEquals(ProblemCode.CONFLICT, refused(() -> open(id, TestNode.key())), "nobody has read it");
        read(id);
        IdempotencyKey key = TestNode.key();
        long before = web();

        CaseFile opened = open(id, key);
        CaseFile again = open(id, key);

        assertEquals(opened.id(), again.id());
        assertEquals(before + 1, web());
        CaseFile file = node.cases().read(hotline, opened.id());
        assertTrue(file.section(Category.SERVICE_REQUEST).isPresent());
        assertTrue(file.section(Category.CONTACT).isPresent());
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> open(id, TestNode.key())), "it is a case already");
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> read(id)));
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.submission WHERE letter IS NOT NULL"));
        assertEquals(
                List.of(SubmissionAction.READ, SubmissionAction.CASE_OPENED),
                entries(id).stream().map(SubmissionHandled::action).toList());
    }

    private static long web() throws Exception {
        return TestNode.number(
                "SELECT COUNT(*) FROM paivand.statistics_row WHERE kind = 'contact-channel' AND code = 'web'");
    }

    @Test
    void whatWasDiscardedCanBeFetchedBackForAWeekAndIsGoneThen() throws Exception {
        SurvivorCode number = number(sent(PERSON));
        UUID id = only().id();

        Submission discarded = node.submissions().discard(hotline, UUID.randomUUID(), id, DiscardCode.NOT_REACHED);

        assertEquals(
                ProblemCode.CONFLICT,
                refused(() -> node.submissions().discard(hotline, UUID.randomUUID(), id, DiscardCode.SPAM)));
        assertEquals(
                ProblemCode.NOT_FOUND,
                refused(() -> node.submissions().discard(another, UUID.randomUUID(), id, DiscardCode.SPAM)));
        assertFalse(assertInstanceOf(Visit.Waiting.class, enter(number).orElseThrow())
                .open());
        assertTrue(discarded.eraseAt().isBefore(node.clock.instant().plus(Duration.ofDays(8))));
        TestNode.sql("UPDATE paivand.submission SET erase_at = '2020-01-01'");
        node.eraseSubmissions();
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> read(id)));
        assertEquals(Optional.empty(), enter(number));
    }

    @Test
    void whatNobodyReadInTimeIsErasedAndCounted() throws Exception {
        SurvivorCode number = number(sent(PERSON));
        long before = expired();
        TestNode.sql("UPDATE paivand.submission SET erase_at = '2020-01-01'");

        node.eraseSubmissions();

        assertEquals(before + 1, expired());
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.submission"));
        assertEquals(Optional.empty(), enter(number));
    }

    private static long expired() throws Exception {
        return TestNode.number(
                "SELECT COUNT(*) FROM paivand.statistics_row WHERE kind = 'submission' AND code = 'expired'");
    }

    @Test
    void thePersonTakesItBackAndNobodyReadsItAfterwards() throws Exception {
        SurvivorCode number = number(sent(PERSON));
        UUID id = only().id();
        UUID code = enter(number).orElseThrow().codeId();

        assertInstanceOf(
                Visit.TakenBack.class,
                node.persons().unsend(UUID.randomUUID(), code).orElseThrow());

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> read(id)));
        assertEquals(Optional.empty(), enter(number));
        assertEquals(Optional.empty(), node.persons().unsend(UUID.randomUUID(), code));
        assertEquals(List.of(), entries(id), "nobody ever learned of it");
    }

    @Test
    void takingBackWhatWasReadIsAnEntryAndACaseIsNotTakenBack() throws Exception {
        SurvivorCode number = number(sent(PERSON));
        UUID id = only().id();
        read(id);
        node.persons().unsend(UUID.randomUUID(), enter(number).orElseThrow().codeId());
        assertEquals(
                List.of(SubmissionAction.READ, SubmissionAction.TAKEN_BACK),
                entries(id).stream().map(SubmissionHandled::action).toList());

        SurvivorCode other = number(sent(PERSON));
        UUID second = only().id();
        read(second);
        open(second, TestNode.key());
        UUID code = enter(other).orElseThrow().codeId();

        assertInstanceOf(
                Visit.Status.class,
                node.persons().unsend(UUID.randomUUID(), code).orElseThrow());
    }

    @Test
    void anUrgentOneThatNobodyReadsIsOverdueUntilItIsRead() throws Exception {
        sent(NEIGHBOUR);
        UUID id = only().id();
        assertEquals(0, overdue(id));
        TestNode.sql("UPDATE paivand.submission SET due_at = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE");

        assertEquals(1, overdue(id));
        read(id);

        assertEquals(0, overdue(id), "there are days to settle it");
        TestNode.sql("UPDATE paivand.submission SET due_at = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE");
        assertEquals(1, overdue(id), "read, and not settled");
        node.submissions().discard(hotline, UUID.randomUUID(), id, DiscardCode.ANSWERED);
        assertEquals(0, overdue(id));
    }

    private static long overdue(UUID id) throws Exception {
        node.noteOverdue();
        return TestNode.number("SELECT COUNT(*) FROM paivand.overdue WHERE kind = 'submission' AND subject = '" + id
                + "' AND agency = 'tj-hotline-national'");
    }

    @Test
    void tellsTheAgencyThatSomethingCameAndNothingOfIt() throws Exception {
        sent(PERSON);

        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand.notification WHERE kind = 'submission-received'"
                        + " AND agency = 'tj-hotline-national' AND subject = '" + only().id() + "'"));
    }

    @Test
    void thereIsNoFormWithoutAnAgencyThatCanReadIt() {
        for (String none : List.of("tj-shelter-north", "tj-police-dushanbe", "nobody-at-all", "tj-ngo-sughd-legal")) {
            assertEquals(
                    Optional.empty(),
                    new Receiver(node.anotherInstance(), Optional.of(new AgencyId(none))).now(),
                    none);
        }
        assertEquals(Optional.empty(), new Receiver(node.anotherInstance(), Optional.empty()).now());
        assertNotEquals(Optional.empty(), node.receiver().now());
    }
}
