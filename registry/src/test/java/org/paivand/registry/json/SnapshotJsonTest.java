package org.paivand.registry.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.directory.PublicPart;

class SnapshotJsonTest {

    private static final String EMPTY =
            "{\"format\":\"paivand-directory/v1\",\"agencies\":[],\"locations\":[],\"services\":[],\"nodes\":[]}";
    private static final byte[] SAMPLE = SnapshotJson.write(SampleDirectory.load());

    @Property(tries = 100)
    void readsBackThePublicPart(@ForAll long seed) throws InvalidRegistryException {
        Directory directory = Directory.of(new AnyRegistry(seed).contents());

        Directory again = SnapshotJson.read(SnapshotJson.write(directory));

        assertEquals(PublicPart.of(directory), again.contents());
        assertEquals(again.contents(), PublicPart.of(again));
    }

    @Test
    void writesADirectoryOfNothing() throws InvalidRegistryException {
        Directory nothing = SnapshotJson.read(EMPTY.getBytes(StandardCharsets.UTF_8));

        assertArrayEquals(EMPTY.getBytes(StandardCharsets.UTF_8), SnapshotJson.write(nothing));
    }

    @Test
    void tellsNoAgreementAndNothingOfAConfidentialPlaceBelowItsRegion() {
        String sample = new String(SAMPLE, StandardCharsets.UTF_8);

        assertFalse(sample.contains("corridor"));
        assertFalse(sample.contains("lawReference"));
        assertTrue(sample.contains("{\"confidential\":true,\"region\":\"TJ-SU\",\"frontGate\""));
        assertFalse(sample.contains("\"confidential\":true,\"name\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1 | v2",
                "[] | {}",
                "\"agencies\":[], | ''",
                "\"agencies\" | \"services\"",
                "} | } {}",
                "} | }x",
                "} | ,\"more\":[]}",
                "\"nodes\":[] | \"nodes\":[{}]",
                "\"nodes\":[] | \"nodes\":[null]",
                "{\"format\" | \uFEFF{\"format\""
            })
    void refusesADocumentThatIsNotInItsForm(String part, String other) {
        refused(EMPTY.replace(part, other).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void refusesADocumentWhereverItIsCut(@ForAll @IntRange(max = 1_000_000) int at) {
        refused(Arrays.copyOf(SAMPLE, at % SAMPLE.length));
    }

    @Property(tries = 500)
    void refusesAnyBytes(@ForAll byte[] document) {
        refused(document);
    }

    private static void refused(byte[] document) {
        assertThrows(InvalidRegistryException.class, () -> SnapshotJson.read(document));
    }
}
