package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBundleTest {
    @TempDir
    Path folder;

    @Test
    void tilesBeforeTheRangeStandForAllEntriesBeforeIt() throws Exception {
        BundledLog log = new BundledLog(66_000);
        byte[] bundle = log.bundle(65_900, 66_000);

        assertEquals(
                List.of("tile/1/001.p/1", "tile/2/000.p/1"),
                BundledLog.members(bundle).keySet().stream()
                        .filter(name -> name.contains(".p/1"))
                        .filter(name -> !name.startsWith("tile/entries"))
                        .toList());
        try (BundleReader reader = BundledLog.read(folder, bundle)) {
            assertEquals(65_792, reader.edge().size());
            log.assertHeldBy(reader);
        }
    }

    @Test
    void manyMembersNeedTheLargerEndRecord() throws Exception {
        BundledLog log = new BundledLog(65_600);

        try (BundleReader reader = BundledLog.read(folder, log.bundle(0, 65_600))) {
            log.assertHeldBy(reader);
        }
    }
}
