package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * One AES-256 key a year for openings and decision inputs, in files beside the case keys, each wrapped by the
 * {@code evidence} key for its own year. Whoever destroys one has shredded what was sealed in that year, and no other.
 */
public final class YearKeys {
    private static final byte[] LABEL = "paivand-year-key/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FILE = Pattern.compile("evidence-([0-9]+)\\.key");

    private final WrappedKeys keys;

    /** Refuses a directory that other users can enter or read. */
    public YearKeys(Path directory, KeyWrapping wrapping) throws KeysUnavailableException {
        this.keys = new WrappedKeys(directory, wrapping);
    }

    /** The year's key, made if there is none. Nodes that make it at once end with the same one. */
    SecretKey ofPresent(int year) throws KeysUnavailableException, BrokenSealException {
        Optional<SecretKey> known = of(year);
        if (known.isPresent()) {
            return known.get();
        }
        if (keys.isMarked(markName(year))) {
            throw new KeysUnavailableException("the year's key was destroyed");
        }
        keys.createOnce(fileName(year), place(year));
        return of(year).orElseThrow(() -> new KeysUnavailableException("the year's key is gone"));
    }

    /** Empty if it was destroyed, or never made. */
    Optional<SecretKey> of(int year) throws KeysUnavailableException, BrokenSealException {
        return keys.read(fileName(year), place(year));
    }

    /**
     * Destroys the year's key, and sees to it that none is made for that year again. Returns when it is gone from the disk; a year
     * whose key is gone already is left as it is.
     */
    public void destroy(int year) throws KeysUnavailableException {
        keys.mark(markName(year));
        keys.destroy(fileName(year));
    }

    /** Wraps each year's key by the newest evidence key. */
    int rewrap() throws KeysUnavailableException {
        return keys.rewrap(YearKeys::placeOf);
    }

    private static Optional<byte[]> placeOf(String fileName) {
        Matcher year = FILE.matcher(fileName);
        return year.matches() ? Optional.of(place(Integer.parseInt(year.group(1)))) : Optional.empty();
    }

    private static byte[] place(int year) {
        return ByteBuffer.allocate(LABEL.length + Integer.BYTES)
                .put(LABEL)
                .putInt(year)
                .array();
    }

    private static String fileName(int year) {
        return "evidence-" + year + ".key";
    }

    private static String markName(int year) {
        return "evidence-" + year + ".destroyed";
    }
}
