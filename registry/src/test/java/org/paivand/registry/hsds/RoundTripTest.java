package org.paivand.registry.hsds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.hsds.csv.DataPackage;
import org.paivand.registry.hsds.json.WholeJson;
import org.paivand.registry.json.SampleDirectory;

/** What is exported and imported again is the same. */
class RoundTripTest {
    @Property(tries = 500)
    void losesNothingAsADocument(@ForAll long seed) throws UnreadableImportException {
        Directory directory = SomeDirectories.of(seed);

        Tables read = WholeJson.read(WholeJson.write(WholeDirectory.tables(directory)));
        Directory again = HsdsImport.read(read, Source.DOCUMENT, SomeDirectories.empty());

        assertSame(directory, again);
    }

    @Property(tries = 500)
    void losesNothingAsAPackage(@ForAll long seed) throws UnreadableImportException {
        Directory directory = SomeDirectories.of(seed);
        Tables tables = WholeDirectory.tables(directory);

        Tables read = DataPackage.read(DataPackage.write(tables));
        Directory again = HsdsImport.read(read, Source.PACKAGE, SomeDirectories.empty());

        assertEquals(tables, read);
        assertSame(directory, again);
    }

    @Property(tries = 50)
    void writesTheSameBytesAgain(@ForAll long seed) {
        Tables tables = WholeDirectory.tables(SomeDirectories.of(seed));
        Tables again = WholeDirectory.tables(SomeDirectories.of(seed));

        assertArrayEquals(DataPackage.write(tables), DataPackage.write(again));
        assertArrayEquals(WholeJson.write(tables), WholeJson.write(again));
    }

    @Example
    void losesNothingOfTheSample() throws UnreadableImportException {
        Directory sample = SampleDirectory.load();
        Tables tables = WholeDirectory.tables(sample);

        Directory fromDocument =
                HsdsImport.read(WholeJson.read(WholeJson.write(tables)), Source.DOCUMENT, SomeDirectories.empty());
        Directory fromPackage =
                HsdsImport.read(DataPackage.read(DataPackage.write(tables)), Source.PACKAGE, SomeDirectories.empty());

        assertSame(sample, fromDocument);
        assertSame(sample, fromPackage);
    }

    @Example
    void keepsWhatTheFileDoesNotHave() throws UnreadableImportException {
        Directory sample = SampleDirectory.load();

        Directory after = HsdsImport.read(WholeDirectory.tables(SomeDirectories.empty()), Source.DOCUMENT, sample);

        assertEquals(sample.contents(), after.contents());
    }

    private static void assertSame(Directory expected, Directory actual) {
        assertEquals(part(expected.contents()), part(actual.contents()));
    }

    private static List<?> part(Contents contents) {
        return List.of(contents.agencies(), contents.locations(), contents.services());
    }
}
