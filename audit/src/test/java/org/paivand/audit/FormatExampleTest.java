package org.paivand.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;

/** The worked example of FORMAT.md, by its own commands and by this library. */
class FormatExampleTest {
    @Test
    void thePageShowsWhatTheLibraryComputes() throws Exception {
        List<Opening> openings = List.of(
                opening(EntryType.CONSENT_EVENT, 0x11, 0),
                opening(EntryType.DISCLOSURE, 0x22, 1),
                opening(EntryType.DENIAL, 0x33, 2));
        InMemoryLogStore store = new InMemoryLogStore();
        store.append(
                LogBatch.of(
                        Frontier.EMPTY, openings.stream().map(Opening::entry).toList()),
                1);
        LogProofs proofs = new LogProofs(store);

        String computed = "entry 0  " + hex(openings.get(0)) + "\n"
                + "entry 1  " + hex(openings.get(1)) + "\n"
                + "entry 2  " + hex(openings.get(2)) + "\n"
                + "leaf 0   " + openings.get(0).entry().leafHash() + "\n"
                + "size 2   " + proofs.head(2).root() + "\n"
                + "size 3   " + proofs.head(3).root() + "\n";

        assertEquals(block("text"), computed);
        assertEquals(List.of(proofs.head(2).root()), proofs.inclusion(2, 3).path());
        List<Hash> growth = proofs.consistency(2, 3).path();
        assertEquals(List.of(openings.get(2).entry().leafHash()), growth);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePageShowsWhatItsCommandsPrint() throws Exception {
        Process shell = new ProcessBuilder("bash", "-c", block("sh"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(shell.waitFor(30, TimeUnit.SECONDS));
        assertEquals(block("text"), printed);
    }

    private static Opening opening(EntryType type, int saltByte, int number) {
        byte[] salt = new byte[Opening.SALT_BYTES];
        Arrays.fill(salt, (byte) saltByte);
        String event = "{\"eventId\":\"0e000000-0000-4000-8000-00000000000" + number + "\"}";
        return new Opening(type, salt, event.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(Opening opening) {
        return HexFormat.of().formatHex(opening.entry().encode());
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(Path.of("FORMAT.md"));
        String fence = "```" + language + "\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }
}
