package org.paivand.audit.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;

class OpeningTest {
    private static final byte[] EVENT = "{\"eventId\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "salt".repeat(8).getBytes(StandardCharsets.UTF_8);
    private final Opening opening = new Opening(EntryType.DENIAL, SALT, EVENT);

    @Test
    void commitsToTypeSaltAndEvent() {
        byte[] hashed = ("paivand-entry/v1\n\u0003" + "salt".repeat(8) + "{\"eventId\":\"x\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(new Entry(EntryType.DENIAL, Hash.sha256(hashed)), opening.entry());
        byte[] entry = opening.entry().encode();
        assertEquals(34, entry.length);
        assertEquals(1, entry[0]);
        assertEquals(3, entry[1]);
        assertEquals(Hash.sha256(hashed), Hash.at(entry, 2));
    }

    @Test
    void readsBackWhatItWrote() throws MalformedException {
        assertEquals(opening, Opening.decode(opening.encode()));
        assertEquals(opening.entry(), Entry.decode(opening.entry().encode()));
        assertArrayEquals(EVENT, Opening.decode(opening.encode()).event());
        assertArrayEquals(SALT, Opening.decode(opening.encode()).salt());
    }

    @Test
    void anyAlteredByteOpensNothing() {
        byte[] good = opening.encode();
        for (int i = 0; i < good.length; i++) {
            byte[] altered = good.clone();
            altered[i] ^= 1;
            try {
                assertNotEquals(opening.entry(), Opening.decode(altered).entry(), "byte " + i);
            } catch (MalformedException refused) {
                assertEquals(0, i, "only the version is refused: the other types exist");
            }
        }
    }

    @Test
    void takesTheLongestEventAndTellsOpeningsApart() throws MalformedException {
        Opening longest = new Opening(EntryType.DENIAL, SALT, new byte[Opening.MAX_EVENT_BYTES]);

        assertEquals(longest, Opening.decode(longest.encode()));
        assertNotEquals(longest, opening);
        assertNotEquals(new Opening(EntryType.RECEIPT, SALT, EVENT), opening);
        assertNotEquals(new Opening(EntryType.DENIAL, new byte[32], EVENT), opening);
    }

    @Test
    void theSameEventTwiceGivesTwoEntries() {
        SecureRandom random = new SecureRandom();

        assertNotEquals(
                Opening.seal(EntryType.DENIAL, EVENT, random).entry(),
                Opening.seal(EntryType.DENIAL, EVENT, random).entry());
    }

    @Test
    void showsNothingOfItselfInText() {
        assertFalse(opening.toString().contains("eventId"));
    }

    @Test
    void nobodyCanWriteIntoAnOpening() {
        byte[] salt = SALT.clone();
        byte[] event = EVENT.clone();
        Opening mine = new Opening(EntryType.DENIAL, salt, event);

        salt[0] = 1;
        event[0] = 1;
        mine.salt()[0] = 1;
        mine.event()[0] = 1;

        assertEquals(opening, mine);
        assertEquals(opening.hashCode(), mine.hashCode());
    }

    @Test
    void refusesWhatIsNoOpening() {
        byte[] good = opening.encode();
        List<byte[]> hostile = List.of(
                new byte[0],
                new byte[1],
                Arrays.copyOf(good, 34),
                Arrays.copyOf(good, 34 + Opening.MAX_EVENT_BYTES + 1),
                with(good, 0, 0),
                with(good, 0, 2),
                with(good, 1, 0),
                with(good, 1, 27),
                with(good, 1, 255));

        for (byte[] bytes : hostile) {
            assertThrows(MalformedException.class, () -> Opening.decode(bytes));
        }
        for (int length : new int[] {0, 31, 33}) {
            assertThrows(IllegalArgumentException.class, () -> new Opening(EntryType.DENIAL, new byte[length], EVENT));
        }
        assertThrows(IllegalArgumentException.class, () -> new Opening(EntryType.DENIAL, SALT, new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> new Opening(EntryType.DENIAL, SALT, new byte[65_537]));
    }

    @Test
    void refusesWhatIsNoEntry() {
        byte[] good = opening.entry().encode();
        for (byte[] bytes : List.of(
                new byte[0],
                Arrays.copyOf(good, 33),
                Arrays.copyOf(good, 35),
                with(good, 0, 0),
                with(good, 0, 2),
                with(good, 1, 0),
                with(good, 1, 27))) {
            assertThrows(MalformedException.class, () -> Entry.decode(bytes));
        }
    }

    @Test
    void typesHaveTheirOwnNumbersAndCodes() {
        Set<Byte> numbers = new HashSet<>();
        for (EntryType type : EntryType.values()) {
            numbers.add(type.number());
            assertEquals(type, EntryType.of(type.code()));
            assertEquals(type.name(), type.code().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        assertEquals(26, numbers.size());
        assertThrows(IllegalArgumentException.class, () -> EntryType.of("Disclosure"));
        assertThrows(IllegalArgumentException.class, () -> EntryType.of(""));
    }

    @Test
    void aBatchIsNeverEmpty() {
        assertThrows(
                IllegalArgumentException.class, () -> LogBatch.of(org.paivand.audit.merkle.Frontier.EMPTY, List.of()));
    }

    private static byte[] with(byte[] bytes, int position, int value) {
        byte[] copy = bytes.clone();
        copy[position] = (byte) value;
        return copy;
    }
}
