package org.paivand.person;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.contact.ContactBy;
import org.paivand.intake.GivenNumber;
import org.paivand.intake.Letter;
import org.paivand.intake.Letterbox;
import org.paivand.intake.Letterbox.Taken;
import org.paivand.intake.Sources;

/**
 * Sends what somebody filled in, once for each page, and gives the person a number. The number follows from the page's ticket, which
 * isn't kept: whoever presses the button again because the line broke gets the same one, and nobody can read it afterwards.
 */
public final class WritingDesk {
    private static final int RECEIPT_DIGITS = 9;
    private static final long RECEIPTS = 1_000_000_000L;

    private final Letterbox box;
    private final Tickets tickets;
    private final PersonSeals seals;
    private final Sources sources;

    /** @param tickets of the form's pages */
    public WritingDesk(Letterbox box, Tickets tickets, PersonSeals seals, Sources sources) {
        this.box = box;
        this.tickets = tickets;
        this.seals = seals;
        this.sources = sources;
    }

    /** What came of it. */
    public sealed interface Sent {
        /**
         * It is there.
         *
         * @param number of the person; a third party gets a receipt
         * @param another whether what is there was sent earlier and says something else
         */
        record There(Optional<SurvivorCode> number, Optional<String> receipt, boolean another) implements Sent {}

        /** Too much was sent, by this source or by all: nothing was taken. */
        record Full() implements Sent {}

        /** The page was open for too long: nothing was taken now. */
        record Over() implements Sent {}
    }

    /** A ticket for a new page. */
    public String begin(Instant now) {
        return tickets.of(UUID.randomUUID(), now);
    }

    /** Whether the page can still be sent. */
    public boolean isOpen(String ticket, Instant now) {
        return tickets.open(ticket, now).isPresent();
    }

    /** @param source the address it comes from, of which nothing is kept */
    public Sent send(String ticket, Letter letter, String source, Instant now) {
        Optional<UUID> page = tickets.open(ticket, now);
        if (page.isEmpty()) {
            return new Sent.Over();
        }
        byte[] id = bytes(page.get());
        Optional<SurvivorCode> number = letter.by() == ContactBy.PERSON ? Optional.of(code(id)) : Optional.empty();
        Optional<String> receipt = number.isPresent() ? Optional.empty() : Optional.of(receipt(id));
        Taken taken = box.take(
                seals.seal(PersonSeals.Of.FORM_ONCE, id),
                letter,
                number.map(code -> new GivenNumber(UUID.randomUUID(), code.seal(seals))),
                receipt,
                now,
                () -> sources.admit(source, now));
        return taken == Taken.NOT ? new Sent.Full() : new Sent.There(number, receipt, taken == Taken.ANOTHER_BEFORE);
    }

    private SurvivorCode code(byte[] page) {
        return SurvivorCode.derived(round -> {
            byte[] content = Arrays.copyOf(page, page.length + 1);
            content[page.length] = (byte) round;
            return seals.seal(PersonSeals.Of.FORM_CODE, content);
        });
    }

    private String receipt(byte[] page) {
        long number = Math.floorMod(
                ByteBuffer.wrap(seals.seal(PersonSeals.Of.FORM_RECEIPT, page)).getLong(), RECEIPTS);
        String digits = Long.toString(number);
        return "0".repeat(RECEIPT_DIGITS - digits.length()) + digits;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
