package org.paivand.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.agreement.Registrars.ANORA;
import static org.paivand.agreement.Registrars.BAHROM;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.LawfulBasis;
import org.paivand.disclosure.policy.Obstacle;
import org.paivand.disclosure.policy.Parties;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.Flow;
import org.paivand.registry.agreement.MatrixCell;

class AgreementApprovalTest {
    private static final Agreement CORRIDOR = Samples.agreement("corridor-tj-uz", 1, Samples.countries("TJ", "UZ"));
    private static final Agreement RIVAL =
            Samples.kept(Samples.agreement("rival", 1, Samples.countries("UZ", "TJ")), 30);

    @TempDir
    static Path directory;

    private static CaseTokens tokens;
    private Registrars registrars;

    @BeforeAll
    static void makeKeys() throws Exception {
        tokens = new CaseTokens(TestKeystores.complete(directory, "node.p12"));
    }

    @BeforeEach
    void open() throws Exception {
        registrars = new Registrars(tokens);
    }

    @AfterEach
    void close() {
        registrars.close();
    }

    @Test
    void countsFromItsConfirmationOn() throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);
        assertFalse(registrars.all().contains(CORRIDOR));

        Approval confirmed = decide(BAHROM, proposed, Verdict.CONFIRM);

        assertEquals(new Approval.Confirmed(proposed.proposal(), "u-bahrom", Registrars.NOW), confirmed);
        assertTrue(registrars.all().contains(CORRIDOR));
        assertEquals(
                List.of(confirmed),
                registrars.approvals.list(AgreementChange.KIND, Optional.empty(), Optional.empty(), 9));
    }

    @Test
    void neverCountsOnceRejected() throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);

        Approval rejected = decide(BAHROM, proposed, Verdict.REJECT);

        assertEquals(ApprovalState.REJECTED, rejected.state());
        assertFalse(registrars.all().contains(CORRIDOR));
        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(BAHROM, proposed, Verdict.CONFIRM)));
        assertEquals(0, registrars.log.count("paivand.agreement"));
    }

    @Test
    void logsEachStepWithTheHashOfTheBytesProposed() throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);
        decide(BAHROM, proposed, Verdict.CONFIRM);
        Approval other = registrars.propose(BAHROM, Samples.agreement("next", 1, Samples.countries("KG", "TJ")));
        decide(ANORA, other, Verdict.REJECT);

        List<RegistryChanged> events =
                registrars.events.stream().map(RegistryChanged.class::cast).toList();

        assertEquals(
                List.of(
                        RegistryChange.PROPOSED,
                        RegistryChange.CONFIRMED,
                        RegistryChange.PROPOSED,
                        RegistryChange.REJECTED),
                events.stream().map(RegistryChanged::change).toList());
        assertEquals(events.get(0).documentSha256(), events.get(1).documentSha256());
        assertEquals(
                Sha256.digest(proposed.proposal().subject().getBytes(StandardCharsets.UTF_8)),
                events.get(0).documentSha256());
        assertEquals("corridor-tj-uz", events.get(1).subject());
        assertEquals("u-bahrom", events.get(1).head().discloser().user());
        assertEquals(4, registrars.log.count("paivand_log.event"));
        assertEquals(
                1,
                registrars.log.number(
                        "SELECT COUNT(*) FROM paivand.agreement g JOIN paivand.approval a" + " ON g.body = a.subject"));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void refusesAChangeOfOnesOwn(Verdict verdict) throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);
        Caller fromElsewhere =
                new Caller(ANORA.agency(), ANORA.user(), ANORA.roles(), "another-client", "token-2", Optional.empty());

        assertEquals(ProblemCode.OWN_CHANGE, refused(() -> decide(ANORA, proposed, verdict)));
        assertEquals(ProblemCode.OWN_CHANGE, refused(() -> decide(fromElsewhere, proposed, verdict)));
        requirePending(proposed);
    }

    @Test
    void refusesAProgramAndEveryOtherRole() throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);
        Caller program = Registrars.registrar("u-program", Role.MACHINE);
        Caller commission = Registrars.caller("u-chair", EnumSet.of(Role.COMMISSION));

        assertEquals(ProblemCode.FORBIDDEN, refused(() -> decide(program, proposed, Verdict.CONFIRM)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> decide(commission, proposed, Verdict.CONFIRM)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> registrars.propose(program, CORRIDOR)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> registrars.propose(commission, CORRIDOR)));
        requirePending(proposed);
    }

    @Test
    void refusesAnApprovalThatNobodyAskedFor() {
        assertEquals(
                ProblemCode.NOT_FOUND,
                refused(() ->
                        registrars.approvals.decide(BAHROM, UUID.randomUUID(), UUID.randomUUID(), Verdict.CONFIRM)));
    }

    @Test
    void refusesToProposeWhatContradictsAnAgreementInForce() throws Exception {
        decide(BAHROM, registrars.propose(ANORA, CORRIDOR), Verdict.CONFIRM);

        assertInvalid("contradiction", RIVAL);
        assertInvalid("contradiction", Samples.agreement("domestic-too", 1, Samples.countries("TJ")));
        assertEquals(1, registrars.log.count("paivand.approval"));
    }

    @Test
    void takesOneThatOverlapsButIsWiderOrNarrower() throws Exception {
        decide(BAHROM, registrars.propose(ANORA, CORRIDOR), Verdict.CONFIRM);

        Agreement wider = Samples.kept(Samples.agreement("wider", 1, Samples.countries("TJ", "UZ", "KZ")), 30);
        Agreement pair = Samples.agreement("pair", 1, Samples.agencies("tj-shelter-north", "uz-ngo-support"));
        for (Agreement overlapping : List.of(wider, pair)) {
            decide(BAHROM, registrars.propose(ANORA, overlapping), Verdict.CONFIRM);
        }

        assertTrue(registrars.all().containsAll(List.of(CORRIDOR, wider, pair)));
    }

    @Test
    void refusesAKindThatNoPartyHas() {
        Agreement received = Samples.with(CORRIDOR, Samples.receivedBy(AgencyKind.ASYLUM));
        Agreement bound = Samples.agreement(
                "bound",
                1,
                new Parties.Kinds(
                        new Parties.Countries(Set.of(Jurisdiction.of("TJ"), Jurisdiction.of("UZ"))),
                        Set.of(AgencyKind.ASYLUM)));

        assertInvalid("/recipientKinds", "not-in-list", received);
        assertInvalid("/parties/kinds", "not-in-list", bound);
    }

    @Test
    void tellsWhatHadBeenConfirmedAtAnInstant() throws Exception {
        decide(BAHROM, registrars.propose(ANORA, CORRIDOR), Verdict.CONFIRM);

        assertFalse(registrars
                .agreements
                .list(Optional.empty(), Optional.of(Registrars.NOW.minusMillis(1)), 9)
                .contains(CORRIDOR));
        assertTrue(registrars
                .agreements
                .list(Optional.empty(), Optional.of(Registrars.NOW), 9)
                .contains(CORRIDOR));
        assertEquals(
                List.of(new ProblemException.RequestError("asOf", "in-the-future")),
                assertThrows(
                                ProblemException.class,
                                () -> registrars.agreements.list(
                                        Optional.empty(), Optional.of(Registrars.NOW.plusMillis(1)), 9))
                        .extensions()
                        .errors());
    }

    @Test
    void keepsTheGreatestAgreementThatTheContractAllows() throws Exception {
        Set<AgencyId> many = registrars.directory.agencies().stream()
                .limit(50)
                .map(Agency::id)
                .collect(Collectors.toSet());
        Map<Purpose, Set<Category>> ceilings = EnumSet.allOf(Purpose.class).stream()
                .collect(Collectors.toMap(purpose -> purpose, purpose -> EnumSet.allOf(Category.class)));
        String longest = "ҳ".repeat(LawfulBasis.MAX_LENGTH);
        Agreement greatest = new Agreement(
                "g".repeat(63),
                1,
                new Parties.Agencies(many),
                EnumSet.allOf(Purpose.class),
                EnumSet.allOf(Category.class),
                Samples.START,
                Samples.END,
                true,
                36_500,
                "ҳ".repeat(200),
                new AgreementTerms(
                        ceilings,
                        Optional.empty(),
                        Optional.of(EvidenceUse.ASK),
                        Optional.of(new LawfulBasis(longest, longest, longest)),
                        Optional.of(Sha256.of("ab".repeat(32)))));

        decide(BAHROM, registrars.propose(ANORA, greatest), Verdict.CONFIRM);

        assertTrue(registrars.all().contains(greatest));
        int bytes = AgreementChange.subject(greatest).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(
                bytes + 50 * 66 + 19 * 30 < 65_535,
                "what a TEXT holds, with as many agencies and kinds as there can be");
    }

    @Test
    void tellsWhatMayFlowAsItWillBeAndAsItWas() throws Exception {
        decide(BAHROM, registrars.propose(ANORA, CORRIDOR), Verdict.CONFIRM);
        Sides sides = new Sides.Countries(Jurisdiction.of("TJ"), Jurisdiction.of("UZ"));

        assertEquals(
                Optional.of(Obstacle.NOT_IN_FORCE_YET),
                contact(sides, Optional.empty()).obstacle());
        assertEquals(Flow.ALL, contact(sides, Optional.of(Samples.START)).flow());
        assertEquals(
                Optional.of(Obstacle.NO_LONGER_IN_FORCE),
                contact(sides, Optional.of(Samples.END)).obstacle());
        assertEquals(
                Optional.of(Obstacle.NO_AGREEMENT),
                contact(sides, Optional.of(Registrars.NOW.minusMillis(1))).obstacle());
        assertEquals(
                Flow.ALL,
                contact(
                                new Sides.Agencies(new AgencyId("tj-shelter-north"), new AgencyId("uz-ngo-support")),
                                Optional.of(Samples.START))
                        .flow());
    }

    @Test
    void tellsNothingOfWhomTheDirectoryDoesNotKnow() {
        Jurisdiction tj = Jurisdiction.of("TJ");
        Jurisdiction nobody = Jurisdiction.of("AQ");
        AgencyId shelter = new AgencyId("tj-shelter-north");

        refusedMatrix("from", new Sides.Countries(nobody, tj));
        refusedMatrix("to", new Sides.Countries(tj, nobody));
        refusedMatrix("fromAgency", new Sides.Agencies(new AgencyId("nobody"), shelter));
        refusedMatrix("toAgency", new Sides.Agencies(shelter, new AgencyId("nobody")));
    }

    private void refusedMatrix(String parameter, Sides sides) {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> registrars.agreements.matrix(sides, EnumSet.allOf(Purpose.class), Optional.empty()));

        assertEquals(
                List.of(new ProblemException.RequestError(parameter, "not-in-list")),
                refusal.extensions().errors());
    }

    private MatrixCell contact(Sides sides, Optional<Instant> asOf) {
        return registrars.agreements.matrix(sides, Set.of(Purpose.ASSISTANCE), asOf).rows().get(0).cells().stream()
                .filter(cell -> cell.category() == Category.CONTACT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesPartiesThatTheDirectoryDoesNotKnow() throws Exception {
        assertInvalid("not-in-list", Samples.agreement("far", 1, Samples.countries("TJ", "AQ")));
        assertInvalid("not-in-list", Samples.agreement("far", 1, Samples.agencies("tj-commission", "nobody")));
        assertEquals(0, registrars.log.count("paivand.approval"));
    }

    @Test
    void refusesToConfirmWhatAnotherConfirmationHasContradictedSince() throws Exception {
        Approval corridor = registrars.propose(ANORA, CORRIDOR);
        Approval rival = registrars.propose(ANORA, RIVAL);
        decide(BAHROM, corridor, Verdict.CONFIRM);

        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(BAHROM, rival, Verdict.CONFIRM)));

        assertEquals(1, registrars.log.count("paivand.agreement"));
        assertEquals(3, registrars.log.count("paivand_log.event"));
        assertEquals(
                ApprovalState.REJECTED, decide(BAHROM, rival, Verdict.REJECT).state());
    }

    @Test
    void refusesToConfirmAVersionThatIsNoLongerTheNext() throws Exception {
        Approval first = registrars.propose(ANORA, CORRIDOR);
        Approval second = registrars.propose(ANORA, CORRIDOR);
        decide(BAHROM, first, Verdict.CONFIRM);

        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(BAHROM, second, Verdict.CONFIRM)));
    }

    @Test
    void replacesTheBaselineByTheNextVersionAndNothingElse() throws Exception {
        int before = registrars.all().size();

        decide(
                BAHROM,
                registrars.propose(ANORA, Samples.agreement("corridor-tj-kz", 1, Samples.countries("TJ", "KZ"))),
                Verdict.CONFIRM);

        List<Agreement> all = registrars.all();
        assertEquals(before, all.size());
        assertEquals(
                List.of(2),
                all.stream()
                        .filter(agreement -> agreement.id().equals("corridor-tj-kz"))
                        .map(Agreement::version)
                        .toList());
        assertEquals(all, registrars.agreements.list(Optional.empty(), Optional.empty(), 9));
        assertEquals(
                all.subList(1, 2),
                registrars.agreements.list(Optional.of(all.get(0).id()), Optional.empty(), 1));
    }

    @Test
    void repeatsAProposalWithoutMakingASecond() throws Exception {
        Approval first = registrars.propose(ANORA, "key-of-anora", CORRIDOR);
        Approval again = registrars.propose(ANORA, "key-of-anora", CORRIDOR);

        assertEquals(first, again);
        assertEquals(1, registrars.log.count("paivand.approval"));
        assertEquals(1, registrars.log.count("paivand_log.event"));
    }

    @Test
    void proposesNothingWhenTheJournalFails() throws Exception {
        registrars.broken = true;
        assertThrows(IllegalStateException.class, () -> registrars.propose(ANORA, "key-of-anora", CORRIDOR));

        assertEquals(0, registrars.log.count("paivand.approval"));
        assertEquals(0, registrars.log.count("paivand.idempotency"));
        assertEquals(0, registrars.log.count("paivand_log.event"));

        registrars.broken = false;
        requirePending(registrars.propose(ANORA, "key-of-anora", CORRIDOR));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void decidesNothingWhenTheJournalFails(Verdict verdict) throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);

        registrars.broken = true;
        assertThrows(IllegalStateException.class, () -> decide(BAHROM, proposed, verdict));

        requirePending(proposed);
        registrars.broken = false;
        decide(BAHROM, proposed, verdict);
    }

    @Test
    void doesNothingWhileTheLogIsBehind() throws Exception {
        Approval proposed = registrars.propose(ANORA, CORRIDOR);

        registrars.behind = true;

        assertThrows(LogNotWritableException.class, () -> decide(BAHROM, proposed, Verdict.CONFIRM));
        assertThrows(LogNotWritableException.class, () -> registrars.propose(ANORA, RIVAL));
        requirePending(proposed);
    }

    @Test
    void listsTheNewestFirstByStateAndPage() throws Exception {
        Approval one = registrars.propose(ANORA, CORRIDOR);
        Approval two = registrars.propose(ANORA, RIVAL);
        Approval decided = decide(BAHROM, two, Verdict.REJECT);

        List<Approval> all = registrars.approvals.list(AgreementChange.KIND, Optional.empty(), Optional.empty(), 9);
        Approval first = all.get(0);
        Cursor cursor =
                new Cursor(first.proposal().proposedAt(), first.proposal().id().toString());

        assertEquals(2, all.size());
        assertEquals(
                all.subList(1, 2),
                registrars.approvals.list(AgreementChange.KIND, Optional.empty(), Optional.of(cursor), 9));
        assertEquals(
                List.of(one),
                registrars.approvals.list(
                        AgreementChange.KIND, Optional.of(ApprovalState.PENDING), Optional.empty(), 9));
        assertEquals(
                List.of(decided),
                registrars.approvals.list(
                        AgreementChange.KIND, Optional.of(ApprovalState.REJECTED), Optional.empty(), 9));
        assertEquals(
                List.of(),
                registrars.approvals.list(
                        AgreementChange.KIND, Optional.of(ApprovalState.CONFIRMED), Optional.empty(), 9));
    }

    private Approval decide(Caller caller, Approval approval, Verdict verdict) throws LogNotWritableException {
        return registrars.approvals.decide(
                caller, UUID.randomUUID(), approval.proposal().id(), verdict);
    }

    private void requirePending(Approval proposed) throws Exception {
        assertEquals(
                List.of(proposed),
                registrars.approvals.list(
                        AgreementChange.KIND, Optional.of(ApprovalState.PENDING), Optional.empty(), 9));
        assertEquals(0, registrars.log.count("paivand.agreement"));
        assertEquals(1, registrars.log.count("paivand_log.event"));
    }

    private void assertInvalid(String code, Agreement agreement) {
        assertInvalid("/parties", code, agreement);
    }

    private void assertInvalid(String pointer, String code, Agreement agreement) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> registrars.propose(ANORA, agreement));

        assertEquals(ProblemCode.INVALID_REQUEST, refusal.code());
        assertEquals(
                List.of(new ProblemException.RequestError(pointer, code)),
                refusal.extensions().errors());
    }

    private static ProblemCode refused(Executable action) {
        return assertThrows(ProblemException.class, action).code();
    }
}
