package org.paivand.launcher.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A key of the keystore that wraps the keys in files: of cases, or of years. */
public enum WrappingKey {
    MASTER("[0-9a-f-]{36}\\.key"),
    EVIDENCE("evidence-[0-9]+\\.key");

    private static final byte NUMBERED = 3;
    private static final int HEAD_BYTES = 3;

    private final Pattern files;

    WrappingKey(String files) {
        this.files = Pattern.compile(files);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String alias(int generation) {
        return generation == 1 ? word() : word() + "-" + generation;
    }

    OptionalInt generation(String alias) {
        if (alias.equals(word())) {
            return OptionalInt.of(1);
        }
        Matcher numbered = Pattern.compile(word() + "-([0-9]{1,5})").matcher(alias);
        return numbered.matches() ? OptionalInt.of(Integer.parseInt(numbered.group(1))) : OptionalInt.empty();
    }

    /** How many files each generation wraps. */
    public NavigableMap<Integer, Integer> uses(Path directory) throws IOException {
        NavigableMap<Integer, Integer> uses = new TreeMap<>();
        try (Stream<Path> listed = Files.list(directory)) {
            for (Path file : listed.toList()) {
                if (files.matcher(file.getFileName().toString()).matches()) {
                    uses.merge(wrappedBy(file), 1, Integer::sum);
                }
            }
        }
        return uses;
    }

    private static int wrappedBy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            return head.length == HEAD_BYTES && head[0] == NUMBERED
                    ? ByteBuffer.wrap(head).getShort(1)
                    : 1;
        }
    }
}
