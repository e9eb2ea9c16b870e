package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.DatabaseFiles;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** All that a MariaDB with a binary log keeps of people whose every field is a marker: its files, that log, and dumps. */
@Timeout(180)
class CanaryTest {
    private static final String PLANTED = "PLANTED" + UUID.randomUUID();

    private static final TestDatabase DATABASE = TestDatabase.withBinaryLog();

    private static final List<Category> GENERAL = List.of(
            Category.SERVICE_REQUEST,
            Category.IDENTITY,
            Category.CONTACT,
            Category.GUARDIAN,
            Category.SAFETY,
            Category.FAMILY);

    @AfterAll
    static void stops() throws Exception {
        DATABASE.stop();
    }

    @Test
    void keepsNothingOfAPersonThatCanBeReadOnADisk(@TempDir Path folder) throws Exception {
        try (TestNode node = new TestNode(DATABASE)) {
            lives(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT, GENERAL);
            lives(node, Scene.POLICE, Scene.SHELTER, Purpose.RETURN, with(Category.TRAVEL));
            lives(node, "tj-clinic-dushanbe", Scene.SHELTER, Purpose.MEDICAL_CARE, with(Category.HEALTH));
            lives(node, Scene.POLICE, "tj-ngo-psychosocial", Purpose.ASSISTANCE, with(Category.WHEREABOUTS));
            lives(node, Scene.POLICE, "tj-ngo-legal-aid", Purpose.LEGAL_AID, with(Category.EXPERIENCE, Category.LEGAL));
            plant();

            DatabaseFiles.dump(DATABASE, folder.resolve("dump.sql"));
            DatabaseFiles.dump(DATABASE, folder.resolve("dump-hex.sql"), "--hex-blob");
            Needles planted = Needles.of(List.of(PLANTED));
            Path files = DatabaseFiles.flushed(DATABASE);

            Set<String> seen = planted.below(files);
            assertTrue(any(seen, "planted/row.ibd: " + PLANTED + " plain"), seen::toString);
            assertTrue(any(seen, "binary.000001: " + PLANTED + " plain"), seen::toString);
            Set<String> dumped = planted.below(folder);
            assertTrue(any(dumped, "dump.sql: " + PLANTED + " plain"), dumped::toString);
            assertTrue(any(dumped, "dump-hex.sql: " + PLANTED + " hex"), dumped::toString);

            Set<String> found = new TreeSet<>(Markers.needles().below(files));
            found.addAll(Markers.needles().below(folder));
            found.addAll(Markers.needles().below(node.caseKeys()));
            assertEquals(Set.of(), found);
        }
    }

    /** A case from its first section to its withdrawal, or to the end of its key. */
    private static void lives(TestNode node, String from, String to, Purpose purpose, List<Category> categories)
            throws Exception {
        Scene scene = Scene.between(node, from, to, purpose);
        for (Category category : categories) {
            scene.write(category, 0, sample -> MarkedSections.of(category));
        }
        UUID consent = scene.consent(scene.grant(categories.toArray(Category[]::new)));
        ReferralId referral = scene.accepted();
        LoggedDisclosure released = scene.pull(referral, categories.toArray(Category[]::new));
        String sections = new String(released.sections(), StandardCharsets.UTF_8);
        assertTrue(sections.contains(categories.get(1).code()), "what is released is released");
        scene.withdraw(consent);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals()
                .move(
                        scene.recipient,
                        referral,
                        Optional.empty(),
                        Move.complete(Outcome.NEEDS_MET, List.of(ServiceType.SHELTER)));
        UUID erasure = node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        Caller second = TestNode.caller(from, "officer-two", Role.REFERRER);
        if (categories.contains(Category.IDENTITY)) {
            node.erasures().decide(second, UUID.randomUUID(), scene.caseId, erasure, Verdict.CONFIRM);
        }
        node.sequenced(scene.alias);
    }

    private static List<Category> with(Category... more) {
        List<Category> all = new ArrayList<>(List.of(Category.SERVICE_REQUEST));
        all.addAll(List.of(more));
        return all;
    }

    private static void plant() throws Exception {
        DATABASE.execute("CREATE DATABASE planted; CREATE TABLE planted.row (text BLOB);"
                + "INSERT INTO planted.row VALUES ('" + PLANTED + "')");
    }

    private static boolean any(Set<String> found, String end) {
        return found.stream().anyMatch(one -> one.endsWith(end));
    }
}
