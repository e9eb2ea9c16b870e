package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.cosigning.TestWitness;
import org.paivand.audit.desk.EvidenceWanted;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.export.ExportFormat;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What stops when witnesses are gone for longer than the limit, what doesn't, and that it begins again by itself. */
@Timeout(120)
class WithoutWitnessesTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private TestWitness ombudsman;
    private TestWitness ngo;
    private TestNode node;
    private Scene abroad;
    private Scene home;
    private ReferralId toKazakhstan;
    private ReferralId toShelter;

    @BeforeEach
    void start() throws Exception {
        ombudsman = new TestWitness("ombudsman", folder, TestNode.logKey());
        ngo = new TestWitness("ngo", folder, TestNode.logKey());
        Path policy = Files.writeString(
                folder.resolve("policy"),
                "log " + TestNode.logKey().text() + "\n" + ombudsman.line() + ngo.line()
                        + "group both all ombudsman ngo\nquorum both\n");
        node = TestNode.witnessedBy(policy, LIMIT);
        abroad = Scene.between(node, Scene.POLICE, "kz-ngo-support", Purpose.SHELTER_PLACEMENT);
        home = Scene.policeAndShelter(node);
        abroad.write(Category.SERVICE_REQUEST, 0);
        abroad.write(Category.IDENTITY, 0);
        abroad.consent(abroad.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        home.consent(home.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        toKazakhstan = abroad.accepted();
        toShelter = home.accepted();
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
        ombudsman.close();
        ngo.close();
    }

    @Test
    void nothingCrossesABorderAndNothingIsExportedUntilTheyAreBack() throws Exception {
        assertTrue(abroad.pull(toKazakhstan, Category.IDENTITY).sections().length > 0);
        withoutTheNgo();
        String before = TestNode.everythingWritten();

        assertStale(() -> abroad.pull(toKazakhstan, Category.IDENTITY));
        assertStale(() -> abroad.pull(toKazakhstan, Category.SERVICE_REQUEST));
        assertStale(this::export);
        assertStale(this::exportAsCsv);

        assertEquals(before, TestNode.everythingWritten());
        assertTrue(node.log().status().canSign());
        assertTrue(home.pull(toShelter, Category.IDENTITY).sections().length > 0);

        ngo.is(TestWitness.Mood.SOUND);
        TestLog.await("the quorum is back", () -> !node.witnesses().status().stale());
        assertTrue(abroad.pull(toKazakhstan, Category.IDENTITY).sections().length > 0);
        Files.delete(export().orElseThrow());
    }

    /** Decision 0016: an offer says that somebody asks; of the person it has nothing that isn't pulled. */
    @Test
    void offersAbroadAreStillMadeAndReleaseNothingUntilTheyAreBack() throws Exception {
        withoutTheNgo();
        long disclosed = TestNode.number("SELECT COUNT(*) FROM paivand.disclosed");

        ReferralId offered = abroad.offer(ServiceType.SHELTER);
        assertStale(() -> abroad.pull(offered, Category.SERVICE_REQUEST));

        assertEquals(disclosed, TestNode.number("SELECT COUNT(*) FROM paivand.disclosed"));
        ngo.is(TestWitness.Mood.SOUND);
        TestLog.await("the quorum is back", () -> !node.witnesses().status().stale());
        assertTrue(abroad.pull(offered, Category.SERVICE_REQUEST).sections().length > 0);
    }

    @Test
    void withinTheLimitEverythingGoesOn() throws Exception {
        TestLog.await("all is witnessed", () -> node.witnesses().status().size() > 0);
        ngo.is(TestWitness.Mood.DOWN);

        assertTrue(abroad.pull(toKazakhstan, Category.IDENTITY).sections().length > 0);
        TestLog.await("it waits", () -> node.witnesses().status().waiting().compareTo(Duration.ZERO) > 0);

        assertFalse(node.witnesses().status().stale());
        assertTrue(abroad.pull(toKazakhstan, Category.IDENTITY).sections().length > 0);
    }

    /** From now on: an entry waits for a quorum, and has waited for longer than the limit. */
    private void withoutTheNgo() throws Exception {
        ngo.is(TestWitness.Mood.DOWN);
        home.pull(toShelter, Category.IDENTITY);
        TestLog.await(
                "an entry waits", () -> node.witnesses().status().waiting().compareTo(Duration.ZERO) > 0);
        node.clock.move(LIMIT.plusMinutes(1));
        assertTrue(node.witnesses().status().stale());
    }

    private Optional<Path> export() throws Exception {
        Caller auditor = TestNode.caller("tj-commission", "auditor-one", Role.AUDITOR);
        Instant now = node.clock.instant();
        return node.evidence()
                .bundle(
                        auditor,
                        UUID.randomUUID(),
                        new EvidenceWanted.Period(
                                Optional.empty(), now.minus(Duration.ofDays(1)), now.minus(Duration.ofMinutes(1))));
    }

    private void exportAsCsv() throws Exception {
        Caller auditor = TestNode.caller("tj-commission", "auditor-one", Role.AUDITOR);
        Instant now = node.clock.instant();
        node.exports()
                .export(
                        auditor,
                        UUID.randomUUID(),
                        new ExportDesk.Wanted(ExportFormat.CSV, now.minus(Duration.ofDays(1)), now, Set.of()));
    }

    private static void assertStale(Executable asked) {
        assertEquals(
                ProblemCode.WITNESS_QUORUM_STALE,
                assertThrows(ProblemException.class, asked).code());
    }
}
