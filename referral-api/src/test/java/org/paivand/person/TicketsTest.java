package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.person.PersonCode.Opens;

class TicketsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private final PersonCode code =
            new PersonCode(UUID.randomUUID(), new CaseId(UUID.randomUUID()), Holder.SUBJECT, Opens.STATUS);
    private Tickets tickets;

    @BeforeEach
    void keystore() throws Exception {
        tickets = new Tickets(new PersonSeals(TestKeystores.complete(folder, "node.p12")));
    }

    @Test
    void standsForItsCodeForAQuarterOfAnHour() {
        String ticket = tickets.of(code, NOW);

        assertEquals(Optional.of(code.id()), tickets.open(ticket, NOW));
        assertEquals(
                Optional.of(code.id()),
                tickets.open(ticket, NOW.plus(Tickets.LIFE).minusSeconds(1)));
        assertEquals(Optional.empty(), tickets.open(ticket, NOW.plus(Tickets.LIFE)));
    }

    @Test
    void isRefusedWithOneBitChangedAnywhere() {
        byte[] ticket = Base64.getUrlDecoder().decode(tickets.of(code, NOW));

        for (int bit = 0; bit < ticket.length * 8; bit++) {
            byte[] altered = ticket.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertEquals(
                    Optional.empty(),
                    tickets.open(Base64.getUrlEncoder().withoutPadding().encodeToString(altered), NOW));
        }
    }

    @Test
    void isNothingThatAnybodyCanWriteWithoutTheKey() {
        for (String forged :
                new String[] {"", "AAAA", "%", "A".repeat(75), code.id().toString()}) {
            assertEquals(Optional.empty(), tickets.open(forged, NOW));
        }
    }
}
