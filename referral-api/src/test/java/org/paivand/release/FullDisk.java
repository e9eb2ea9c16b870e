package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.paivand.audit.TestLog;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.database.SmallDisk;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** No byte is left on the disk of MariaDB, which goes on running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FullDisk {
    private static final int ROOM_LEFT_IN_PAGES = 2_000;

    private final Duration answers;
    private final String[] options;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final AtomicInteger handedOver = new AtomicInteger();

    private SmallDisk disk;
    private TestDatabase server;
    private TestNode node;
    private Scene scene;
    private ReferralId referral;

    /**
     * A way to run MariaDB.
     *
     * @param answers after which each question is answered, one way or the other
     */
    FullDisk(Duration answers, String... options) {
        this.answers = answers;
        this.options = options;
    }

    @BeforeAll
    void start() throws Exception {
        disk = SmallDisk.mount(options);
        running.push(disk);
        server = disk.database();
        node = new TestNode(server);
        running.push(node);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }

    @BeforeEach
    void accept() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
    }

    @Test
    void releasesNothingThatItHasNoRoomToWriteDownAndGoesOnWhenThereIsRoom() throws Exception {
        List<IdempotencyKey> offers = new ArrayList<>();
        disk.fill();

        refusedOnceThePagesAreFull(this::pull);
        refusedOnceThePagesAreFull(() -> scene.consent(scene.grant(Category.IDENTITY)));
        refusedOnceThePagesAreFull(() -> {
            offers.add(TestNode.key());
            scene.offer(offers.get(offers.size() - 1), ServiceType.SHELTER);
        });
        refusedOnceThePagesAreFull(this::pull);
        IdempotencyKey offer = offers.get(offers.size() - 1);

        disk.free();
        mend(server);
        TestLog.await("it releases again", () -> succeeds(this::pull));
        assertEquals(scene.offer(offer, ServiceType.SHELTER), scene.offer(offer, ServiceType.SHELTER));
        scene.consent(scene.grant(Category.IDENTITY));
        assertWhole();
    }

    private void pull() throws Exception {
        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
        handedOver.incrementAndGet();
    }

    /** Pages that have room take rows until they have none; what fits is answered, and logged. */
    private void refusedOnceThePagesAreFull(Executable asked) throws Exception {
        for (int fitted = 0; fitted < ROOM_LEFT_IN_PAGES; fitted++) {
            String before = TestNode.everythingWritten(server);
            if (!succeeds(asked)) {
                assertEquals(before, TestNode.everythingWritten(server));
                return;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    private boolean succeeds(Executable asked) {
        long start = System.nanoTime();
        try {
            asked.execute();
            return true;
        } catch (DatabaseUnavailableException | LogNotWritableException noRoom) {
            return false;
        } catch (Throwable other) {
            throw new AssertionError(other);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(answers) < 0, () -> "it took " + took);
        }
    }

    private void assertWhole() throws Exception {
        TestLog.await("all has an index", () -> node.log().status().pending() == 0);
        long logged = server.number("SELECT COUNT(*) FROM paivand_log.event WHERE FIND_IN_SET('released', outcome)");
        assertLogged(handedOver.get(), logged);
        assertEquals(logged, server.number("SELECT COUNT(*) FROM paivand.disclosed"));
        assertEquals(
                server.number("SELECT COUNT(*) FROM paivand_log.event"),
                server.number("SELECT MAX(idx) + 1 FROM paivand_log.leaf"));
        assertEquals(Optional.empty(), node.checked());
        assertEquals(Optional.empty(), node.log().status().unsound());
    }

    /** What hands must do when there is room. */
    abstract void mend(TestDatabase server) throws Exception;

    abstract void assertLogged(long handedOver, long logged);
}
