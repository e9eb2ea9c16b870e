package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.paivand.database.TestDatabase;

/**
 * MariaDB with a binary log on the full disk, which holds each commit instead of refusing it. Who asked is told when the connection's 15
 * seconds are over. MariaDB 11.4.5 means to go on within a minute of there being room, and doesn't: it has to be ended and started.
 */
@Tag("faults")
@Timeout(400)
class FullDiskWithBinaryLogTest extends FullDisk {
    FullDiskWithBinaryLogTest() {
        super(Duration.ofSeconds(25), "--log-bin=binary", "--log-bin-trust-function-creators=1");
    }

    @Override
    void mend(TestDatabase server) throws Exception {
        server.stop();
        server.start();
    }

    /** What was held may be kept by the recovery: an entry of a disclosure whose bytes never left. */
    @Override
    void assertLogged(long handedOver, long logged) {
        assertTrue(handedOver <= logged, () -> handedOver + " handed over, " + logged + " logged");
    }
}
