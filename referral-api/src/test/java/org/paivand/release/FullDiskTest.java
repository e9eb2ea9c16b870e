package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.paivand.database.TestDatabase;

/** MariaDB without a binary log: a table that can't grow refuses the row, and all is as it was. */
@Timeout(120)
class FullDiskTest extends FullDisk {
    FullDiskTest() {
        super(Duration.ofSeconds(5));
    }

    @Override
    void mend(TestDatabase server) {
        // Nothing: it goes on without hands.
    }

    @Override
    void assertLogged(long handedOver, long logged) {
        assertEquals(handedOver, logged);
    }
}
