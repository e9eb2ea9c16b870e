package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.checkpoint.WitnessPolicy;

/** One byte of one member is altered and a valid zip packed again: whichever byte it is, the bundle is refused. */
class AlteredByteTest {
    /** Every byte of small members; of larger ones so many, spread over the whole. */
    private static final int PROBES = 120;

    @TempDir
    Path folder;

    @Test
    void isRefusedInEveryKindOfMember() throws Exception {
        Book book = Book.of(262);
        Verification verification = Verification.trusting(WitnessPolicy.trusting(book.key.verifierKey()));
        Map<String, byte[]> members = Book.members(book.bundle(257, 260));
        assertEquals(Verdict.VALID, verify(verification, members));

        Set<String> kinds = new TreeSet<>();
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            kinds.add(member.getKey().replaceAll("[0-9a-f]{64}|[0-9]+", "#"));
            int step = Math.max(1, member.getValue().length / PROBES);
            for (int i = 0; i < member.getValue().length; i += step) {
                Map<String, byte[]> altered = new LinkedHashMap<>(members);
                byte[] content = member.getValue().clone();
                content[i] ^= 1;
                altered.put(member.getKey(), content);

                assertEquals(Verdict.REFUSED, verify(verification, altered), member.getKey() + " byte " + i);
            }
        }

        assertEquals(
                new TreeSet<>(Set.of(
                        "checkpoint",
                        "inputs/#.json",
                        "manifest",
                        "openings/#",
                        "policies/#.json",
                        "tile/#/#.p/#",
                        "tile/entries/#.p/#")),
                kinds);
    }

    @Test
    void isRefusedInEveryNameOfAMember() throws Exception {
        Book book = Book.of(262);
        Verification verification = Verification.trusting(WitnessPolicy.trusting(book.key.verifierKey()));
        Map<String, byte[]> members = Book.members(book.bundle(257, 260));

        for (String name : members.keySet()) {
            for (int i = 0; i < name.length(); i++) {
                StringBuilder other = new StringBuilder(name);
                other.setCharAt(i, (char) (name.charAt(i) ^ 1));
                Map<String, byte[]> altered = new LinkedHashMap<>();
                members.forEach((key, value) -> altered.put(key.equals(name) ? other.toString() : key, value));
                if (altered.size() == members.size()) {
                    assertEquals(Verdict.REFUSED, verify(verification, altered), name + " as " + other);
                }
            }
        }
        assertTrue(members.size() > 8);
    }

    private Verdict verify(Verification verification, Map<String, byte[]> members) throws Exception {
        Path file = folder.resolve("altered.zip");
        Files.write(file, Book.zip(members));
        return verification.verify(file).verdict();
    }
}
