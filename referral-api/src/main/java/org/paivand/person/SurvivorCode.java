package org.paivand.person;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.paivand.casefile.key.PersonSeals;

/**
 * Nineteen random digits (63 bits) and two to check them (ISO/IEC 7064, MOD 97-10), in seven groups of three. Digits, since every
 * keyboard has them, whatever its script, and everybody can say them.
 */
public final class SurvivorCode {
    static final int DIGITS = 21;

    private static final int CHECK = 2;
    private static final BigInteger RANGE = BigInteger.TEN.pow(DIGITS - CHECK);
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final Pattern SHAPE = Pattern.compile("[0-9]{" + DIGITS + "}");
    private static final int MAX_TYPED = 64;

    private final String digits;

    private SurvivorCode(String digits) {
        this.digits = digits;
    }

    public static SurvivorCode random(SecureRandom random) {
        BigInteger number;
        do {
            number = new BigInteger(64, random);
        } while (number.compareTo(RANGE) >= 0);
        return checked(number);
    }

    /**
     * A code that follows from something secret.
     *
     * @param bytes at least eight for each round, from 0; asked until a number fits, which it does nearly every other time
     */
    static SurvivorCode derived(IntFunction<byte[]> bytes) {
        for (int round = 0; round <= Byte.MAX_VALUE; round++) {
            BigInteger number = new BigInteger(1, Arrays.copyOf(bytes.apply(round), Long.BYTES));
            if (number.compareTo(RANGE) < 0) {
                return checked(number);
            }
        }
        throw new IllegalStateException("no random bytes");
    }

    private static SurvivorCode checked(BigInteger number) {
        BigInteger shifted = number.multiply(BigInteger.valueOf(100));
        BigInteger check = BigInteger.valueOf(98).subtract(shifted.mod(MODULUS)).mod(MODULUS);
        String text = shifted.add(check).toString();
        return new SurvivorCode("0".repeat(DIGITS - text.length()) + text);
    }

    /** What somebody typed: digits of any script, with blanks, hyphens or points between them; empty if it is none. */
    public static Optional<SurvivorCode> typed(String text) {
        if (text.length() > MAX_TYPED) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (Character.isDigit(next)) {
                digits.append(Character.digit(next, 10));
            } else if (!Character.isWhitespace(next) && !Character.isSpaceChar(next) && "-.·–".indexOf(next) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(digits.toString())
                .filter(found -> SHAPE.matcher(found).matches())
                .filter(found -> new BigInteger(found).mod(MODULUS).equals(BigInteger.ONE))
                .map(SurvivorCode::new);
    }

    /** For the seal alone. */
    String digits() {
        return digits;
    }

    /** By which it is found. */
    byte[] seal(PersonSeals seals) {
        return seals.seal(PersonSeals.Of.CODE, digits.getBytes(StandardCharsets.US_ASCII));
    }

    /** By which the link is found that waits for it. */
    public byte[] sealOfLink(PersonSeals seals) {
        return seals.seal(PersonSeals.Of.LINK_CODE, digits.getBytes(StandardCharsets.US_ASCII));
    }

    /** To print and to read aloud. */
    public String inGroups() {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < DIGITS; i += 3) {
            groups.append(i == 0 ? "" : " ").append(digits, i, i + 3);
        }
        return groups.toString();
    }

    @Override
    public String toString() {
        return "a code";
    }
}
