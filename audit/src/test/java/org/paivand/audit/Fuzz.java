package org.paivand.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Hostile input for a parser: it must end with its declared exception or with a value that is written again as the very
 * bytes that were read, and take no more memory than its bound.
 */
public final class Fuzz {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Random random;
    private final long seed;

    public Fuzz(long seed) {
        this.random = new Random(seed);
        this.seed = seed;
    }

    /** Reads, and writes again what it read. */
    @FunctionalInterface
    public interface Parser {
        byte[] again(byte[] input) throws Exception;
    }

    /**
     * One parser under test.
     *
     * @param declared the one exception by which it may refuse
     * @param bytesEach how many bytes it may allocate for each byte of input, beside {@code bytesAtLeast}
     * @param valid accepted inputs, from which hostile ones are made
     */
    public record Target(
            String name,
            Parser parser,
            Class<? extends Exception> declared,
            int bytesEach,
            int bytesAtLeast,
            List<byte[]> valid) {
        public static Target of(String name, Parser parser, byte[]... valid) {
            return new Target(name, parser, MalformedException.class, 200, 2_000_000, List.of(valid));
        }
    }

    /** The accepted inputs are accepted, and every truncation of them is handled. */
    public void assertAcceptsAndCuts(Target target) throws Exception {
        for (byte[] valid : target.valid()) {
            assertArrayEquals(valid, target.parser().again(valid), target.name());
            int step = Math.max(1, valid.length / 400);
            for (int length = 0; length < valid.length; length += step) {
                assertHandled(target, Arrays.copyOf(valid, length));
            }
        }
    }

    /** One random and one altered input. */
    public void assertHandlesNext(Target target) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        assertHandled(target, noise);
        assertHandled(target, altered(target.valid()));
    }

    public void assertHandled(Target target, byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[] again = input;
        try {
            again = target.parser().again(input);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (!target.declared().isInstance(e)) {
                fail(
                        target.name() + ", seed " + seed + ", input "
                                + HexFormat.of().formatHex(input),
                        e);
            }
        }
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertArrayEquals(input, again, () -> target.name() + ", seed " + seed);
        assertTrue(
                taken <= (long) target.bytesEach() * input.length + target.bytesAtLeast(),
                () -> target.name() + ", seed " + seed + ": " + taken + " bytes for " + input.length);
    }

    /** One of the inputs with one to four changes. */
    public byte[] altered(List<byte[]> valid) {
        byte[] bytes = pick(valid).clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes, pick(valid));
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, at);
            case 1 -> spliced(bytes, at, length, new byte[0]);
            case 2 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> spliced(bytes, at, length, slice(other));
            case 5 -> spliced(bytes, at, Math.min(length, random.nextInt(2)), pick(Words.ALL));
            default -> spliced(bytes, at, length, noise(length));
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        if (at < bytes.length) {
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] slice(byte[] from) {
        int at = random.nextInt(from.length + 1);
        return Arrays.copyOfRange(from, at, Math.min(from.length, at + random.nextInt(60)));
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] put) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(put);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** What lax parsers like to accept. */
    private static final class Words {
        static final List<byte[]> ALL = List.of(
                        "\n",
                        "\n\n",
                        "\r\n",
                        " ",
                        "\t",
                        "\0",
                        "+",
                        "-",
                        "0",
                        "00",
                        "-1",
                        "=",
                        "==",
                        "\"",
                        "{",
                        "[",
                        "}",
                        ",",
                        ".",
                        "..",
                        "/",
                        "../",
                        "\u2014 ",
                        "\u0661",
                        "\ufeff",
                        "\ud7ff",
                        "null",
                        "true",
                        "1e9",
                        "0x1",
                        "9223372036854775807",
                        "9223372036854775808",
                        "18446744073709551616",
                        "tile/",
                        "extra ",
                        "index ")
                .stream()
                .map(word -> word.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
