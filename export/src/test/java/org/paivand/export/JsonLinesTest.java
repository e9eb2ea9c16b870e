package org.paivand.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.json.EventJson;

final class JsonLinesTest {
    private static String line(Exported entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter lines = ExportFormat.JSONL.on(out);
        lines.begin();
        entry.writeTo(lines);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theEventStandsThereAsTheLogHasIt() throws IOException {
        for (ExportedEntry entry : Samples.all()) {
            String line = line(entry);

            String before = "{\"log\":\"paivand.example/tj/2026\",\"index\":" + entry.index() + ",\"event\":";
            byte[] event = line.substring(before.length(), line.length() - 2).getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(EventJson.write(entry.event()), event);
            assertEquals(line.length() - 1, line.indexOf('\n'));
        }
    }

    @Test
    void ofAnEntryThatWasShreddedTheLineNamesTheCertificate() throws IOException {
        JsonNode parsed = new ObjectMapper().readTree(line(Samples.shredded()));

        assertFalse(parsed.has("event"));
        assertEquals("disclosure", parsed.at("/shredded/type").asText());
        assertEquals(
                "paivand.example/tj/2037",
                parsed.at("/shredded/certificate/log").asText());
        assertEquals(9, parsed.at("/shredded/certificate/index").asLong());
    }

    @Test
    void anOriginWithQuotesIsEscaped() throws IOException {
        JsonNode parsed = new ObjectMapper().readTree(line(new ExportedEntry("a\"\\b", 0, Samples.disclosure())));

        assertEquals("a\"\\b", parsed.path("log").asText());
    }

    @Test
    void anEntryStandsInALogAtAnIndex() {
        assertThrows(IllegalArgumentException.class, () -> new ExportedEntry("", 0, Samples.disclosure()));
        assertThrows(IllegalArgumentException.class, () -> new ExportedEntry("a b", 0, Samples.disclosure()));
        assertThrows(IllegalArgumentException.class, () -> new ExportedEntry("a\nb", 0, Samples.disclosure()));
        assertThrows(IllegalArgumentException.class, () -> new ExportedEntry("a", -1, Samples.disclosure()));
    }
}
