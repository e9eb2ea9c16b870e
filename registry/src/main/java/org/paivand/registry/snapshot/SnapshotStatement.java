package org.paivand.registry.snapshot;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.disclosure.Sha256;

/**
 * What a node says of one directory document; the text of a C2SP signed-note, one value a line. As a value it proves
 * nothing: see {@link DirectorySnapshot}.
 *
 * @param origin which node speaks; the name of the key that signs
 * @param serial from 1 on; a later snapshot of the same origin has a larger one
 * @param issued in whole seconds
 * @param expires exclusive, in whole seconds
 * @param size of the document, in bytes
 */
public record SnapshotStatement(
        String origin, long serial, Instant issued, Instant expires, Sha256 document, long size) {

    /** The first line, by which a note of this kind is known. */
    public static final String FORMAT = "paivand-directory/v1";

    /** Largest document that is stated or read. */
    public static final long MAX_DOCUMENT_BYTES = 256L << 20;

    private static final int LINES = 7;

    public SnapshotStatement {
        require(isLine(origin), "an origin is one line that isn't empty");
        require(serial >= 1, "serials begin at 1");
        require(isWholeSecond(issued) && isWholeSecond(expires), "a snapshot is issued and expires at whole seconds");
        require(issued.isBefore(expires), "a snapshot is issued before it expires");
        require(size >= 1 && size <= MAX_DOCUMENT_BYTES, "a directory document has 1 byte to 256 MiB");
    }

    /** Reads the text of a note, in the one form in which {@link #text} writes it. */
    public static SnapshotStatement parse(String text) throws MalformedException {
        if (!text.endsWith("\n")) {
            throw new MalformedException("a directory statement ends in a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() != LINES || !lines.get(0).equals(FORMAT)) {
            throw new MalformedException("a directory statement has seven lines, the first of them " + FORMAT);
        }
        try {
            return new SnapshotStatement(
                    lines.get(1),
                    Strict.decimal(lines.get(2)),
                    instant(lines.get(3)),
                    instant(lines.get(4)),
                    Sha256.of(lines.get(5)),
                    Strict.decimal(lines.get(6)));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not a directory statement: " + e.getMessage(), e);
        }
    }

    /** The text to sign. */
    public String text() {
        return String.join(
                        "\n",
                        FORMAT,
                        origin,
                        Long.toString(serial),
                        issued.toString(),
                        expires.toString(),
                        document.hex(),
                        Long.toString(size))
                + "\n";
    }

    private static Instant instant(String text) throws MalformedException {
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new MalformedException("a time is written as 2026-01-31T00:00:00Z", e);
        }
        throw new MalformedException("a time is written as 2026-01-31T00:00:00Z");
    }

    private static boolean isWholeSecond(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isLine(String line) {
        return !line.isEmpty()
                && line.codePoints().noneMatch(c -> c < ' ' || Character.getType(c) == Character.SURROGATE);
    }
}
