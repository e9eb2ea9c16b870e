package org.paivand.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SyslogMessagesTest {
    /** RFC 5424 §6, as far as we use it: no process id, one element of structured data, a message of ASCII. */
    private static final Pattern MESSAGE = Pattern.compile("<1[0-9]{2}>1 [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}Z"
            + " [!-~]{1,255} paivand - [a-z-]{1,32}"
            + " \\[paivand@32473( [A-Za-z0-9]{1,32}=\"([^\"\\\\\\]]|\\\\[\"\\\\\\]])*\")+\\] [ -~]+");

    private static byte[] export(List<? extends Exported> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter messages = ExportFormat.SYSLOG.on(out);
        messages.begin();
        for (Exported entry : entries) {
            entry.writeTo(messages);
        }
        return out.toByteArray();
    }

    /** Reads the frames of RFC 6587 §3.4.1. */
    private static List<String> frames(byte[] stream) {
        List<String> messages = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int length = 0;
            while (stream[at] != ' ') {
                length = length * 10 + stream[at++] - '0';
            }
            messages.add(new String(stream, at + 1, length, StandardCharsets.UTF_8));
            at += 1 + length;
        }
        assertEquals(stream.length, at);
        return messages;
    }

    @Test
    void ofAnEntryThatWasShreddedTheMessageNamesTheCertificate() throws IOException {
        String message = frames(export(List.of(Samples.shredded()))).get(0);

        assertTrue(MESSAGE.matcher(message).lookingAt(), message);
        assertTrue(message.contains(" shreddedBy=\"paivand.example/tj/2037 9\"]"), message);
        assertTrue(message.endsWith(", shredded by paivand.example/tj/2037 9"), message);
    }

    @Test
    void everyEntryIsOneMessageOfTheGrammar() throws IOException {
        List<String> messages = frames(export(Samples.all()));

        assertEquals(Samples.all().size(), messages.size());
        for (String message : messages) {
            assertTrue(MESSAGE.matcher(message).matches(), message);
            assertTrue(message.length() <= 2048, "a receiver should take 2048 bytes (RFC 5424 §6.1)");
        }
    }

    @Test
    void aMessageTellsWhoToWhomAndWhy() throws IOException {
        String message = frames(export(List.of(new ExportedEntry(Samples.LOG, 17, Samples.disclosure()))))
                .get(0);

        assertTrue(
                message.startsWith("<134>1 2026-11-22T10:00:00.120Z paivand.example paivand - disclosure [paivand@32473"
                        + " log=\"paivand.example/tj/2026\" index=\"17\""));
        assertTrue(message.endsWith("] disclosure by tj-police to tj-shelter for medical-care"));
        assertFalse(message.contains("releasedPaths"));
    }

    @Test
    void quotesBackslashesAndBracketsAreEscaped() throws IOException {
        assertEquals("a\\\"b\\\\c\\]d", SyslogMessages.escaped("a\"b\\c]d"));

        String message = frames(export(List.of(new ExportedEntry("a\"]\\b", 0, Samples.disclosure()))))
                .get(0);
        assertTrue(MESSAGE.matcher(message).matches(), message);
    }

    @Test
    void brokenGlassIsAWarningAndADenialANotice() throws IOException {
        for (String message : frames(export(Samples.all()))) {
            if (message.contains("type=\"break-glass\"")) {
                assertTrue(message.startsWith("<132>"));
            }
            if (message.contains("type=\"denial\"")) {
                assertTrue(message.startsWith("<133>"));
            }
        }
    }
}
