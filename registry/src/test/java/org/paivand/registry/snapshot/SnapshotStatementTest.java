package org.paivand.registry.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.audit.MalformedException;
import org.paivand.disclosure.Sha256;

class SnapshotStatementTest {

    private static final Sha256 HASH = Sha256.of("ab".repeat(32));
    private static final Instant ISSUED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-11-29T00:00:00Z");
    private static final String TEXT = """
            paivand-directory/v1
            paivand.example/directory
            7
            2026-11-01T00:00:00Z
            2026-11-29T00:00:00Z
            %s
            1234
            """.formatted(HASH.hex());

    @Test
    void isSevenLines() throws MalformedException {
        SnapshotStatement statement = statement(7, ISSUED, EXPIRES, 1234);

        assertEquals(TEXT, statement.text());
        assertEquals(statement, SnapshotStatement.parse(TEXT));
    }

    @Property
    void readsBackWhatItWrote(
            @ForAll @LongRange(min = 1) long serial,
            @ForAll @LongRange(min = 1, max = 4_000_000_000L) long begin,
            @ForAll @LongRange(min = 1, max = SnapshotStatement.MAX_DOCUMENT_BYTES) long size)
            throws MalformedException {
        Instant issued = Instant.ofEpochSecond(begin);
        SnapshotStatement statement = statement(serial, issued, issued.plusSeconds(begin), size);

        assertEquals(statement, SnapshotStatement.parse(statement.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "directory/v1, directory/v2",
        "7, 0",
        "7, 07",
        "7, +7",
        "7, -7",
        "7, 9223372036854775808",
        "1234, 0",
        "1234, 268435457",
        "1234, 1e3",
        "2026-11-01T00:00:00Z, 2026-11-29T00:00:00Z",
        "2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z",
        "2026-11-01T00:00:00Z, 2026-11-01T00:00:00.000Z",
        "2026-11-01T00:00:00Z, 2026-11-01T00:00:00.500Z",
        "2026-11-01T00:00:00Z, 2026-11-01T05:00:00+05:00",
        "2026-11-01T00:00:00Z, 2026-11-01",
        "2026-11-01T00:00:00Z, yesterday",
        "abab, abaB",
        "abab, aba"
    })
    void refusesALineThatIsNotInItsOneForm(String line, String other) {
        assertThrows(
                MalformedException.class, () -> SnapshotStatement.parse(TEXT.replaceFirst(Pattern.quote(line), other)));
    }

    @Test
    void refusesLinesTooManyTooFewOrEmpty() {
        refused("");
        refused("\n");
        refused(TEXT.substring(0, TEXT.length() - 1));
        refused(TEXT + "more\n");
        refused(TEXT + "\n");
        refused("\n" + TEXT);
        refused(TEXT.replace("paivand.example/directory", ""));
        refused(TEXT.replace("1234\n", ""));
        refused(TEXT.replace("\n", "\r\n"));
    }

    @Test
    void refusesToStateWhatCannotBeRead() {
        assertThrows(IllegalArgumentException.class, () -> statement(0, ISSUED, EXPIRES, 1));
        assertThrows(IllegalArgumentException.class, () -> statement(1, ISSUED, ISSUED, 1));
        assertThrows(IllegalArgumentException.class, () -> statement(1, ISSUED.plusNanos(1), EXPIRES, 1));
        assertThrows(IllegalArgumentException.class, () -> statement(1, ISSUED, EXPIRES, 0));
        assertThrows(IllegalArgumentException.class, () -> new SnapshotStatement("a\nb", 1, ISSUED, EXPIRES, HASH, 1));
    }

    @Property(tries = 1000)
    void refusesAnyOtherText(@ForAll String text) {
        refused(text);
    }

    private static void refused(String text) {
        assertThrows(MalformedException.class, () -> SnapshotStatement.parse(text));
    }

    private static SnapshotStatement statement(long serial, Instant issued, Instant expires, long size) {
        return new SnapshotStatement("paivand.example/directory", serial, issued, expires, HASH, size);
    }
}
