package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * One AES-256 key a day for what people write before there is a case, in files beside the case keys, each wrapped by the
 * {@code master} key for its own day. A key for each letter would let whoever floods the form fill the disk with files; one for all
 * would open old letters in backups of the database for ever. Of days there are as many as letters are kept.
 *
 * <p>A sealed letter is {@code 0x03} ‖ day (four bytes, days since 1970-01-01 UTC) ‖ {@link Seal}, bound to day and id.
 */
public final class DayKeys {
    private static final byte[] LABEL = "paivand-day-key/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LETTER = "paivand-letter/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FILE = Pattern.compile("letters-([0-9]{1,8})\\.key");
    private static final byte OF_DAY = 3;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;

    private final WrappedKeys keys;

    /** Refuses a directory that other users can enter or read. */
    public DayKeys(Path directory, KeyWrapping wrapping) throws KeysUnavailableException {
        this.keys = new WrappedKeys(directory, wrapping);
    }

    /** Seals with the day's key, which is made if there is none. Nodes that make it at once end with the same one. */
    public byte[] seal(LocalDate day, UUID letter, byte[] plain) throws KeysUnavailableException, BrokenSealException {
        int number = Math.toIntExact(day.toEpochDay());
        if (of(number).isEmpty()) {
            keys.createOnce(fileName(number), place(LABEL, number).array());
        }
        SecretKey key = of(number).orElseThrow(() -> new KeysUnavailableException("the day's key is gone"));
        byte[] sealed = Seal.seal(key, place(number, letter), plain);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(OF_DAY)
                .putInt(number)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for this very letter.
     *
     * @throws ShreddedException if the key of its day is gone
     */
    public byte[] open(UUID letter, byte[] sealed)
            throws BrokenSealException, ShreddedException, KeysUnavailableException {
        if (sealed.length < HEAD_BYTES || sealed[0] != OF_DAY) {
            throw new BrokenSealException("not sealed by a day's key");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        int number = in.getInt();
        byte[] body = new byte[in.remaining()];
        in.get(body);
        return Seal.open(of(number).orElseThrow(ShreddedException::new), place(number, letter), body);
    }

    /** Destroys the keys of all days before that one, and returns how many there were. Repeated, it changes nothing. */
    public int destroyBefore(LocalDate day) throws KeysUnavailableException {
        int destroyed = 0;
        for (String name : keys.names()) {
            Optional<Integer> number = number(name);
            if (number.isPresent() && number.get() < day.toEpochDay()) {
                keys.destroy(name);
                destroyed++;
            }
        }
        return destroyed;
    }

    /** Wraps each day's key by the newest master key. */
    int rewrap() throws KeysUnavailableException {
        return keys.rewrap(name -> number(name).map(day -> place(LABEL, day).array()));
    }

    private Optional<SecretKey> of(int day) throws KeysUnavailableException, BrokenSealException {
        return keys.read(fileName(day), place(LABEL, day).array());
    }

    private static Optional<Integer> number(String fileName) {
        Matcher day = FILE.matcher(fileName);
        return day.matches() ? Optional.of(Integer.parseInt(day.group(1))) : Optional.empty();
    }

    private static String fileName(int day) {
        return "letters-" + day + ".key";
    }

    private static ByteBuffer place(byte[] label, int day) {
        return ByteBuffer.allocate(label.length + Integer.BYTES).put(label).putInt(day);
    }

    private static byte[] place(int day, UUID letter) {
        byte[] head = place(LETTER, day).array();
        return ByteBuffer.allocate(head.length + 2 * Long.BYTES)
                .put(head)
                .putLong(letter.getMostSignificantBits())
                .putLong(letter.getLeastSignificantBits())
                .array();
    }
}
