package org.paivand.bench.micro;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.GrowingTree;
import org.paivand.audit.merkle.Hash;

/**
 * Trees of 10⁴ to 10⁷ leaves beside two baselines, turn about in one thread: as many of the JDK's digests over as many
 * bytes each; and the JDK's digest over the same bytes in one piece. Takes processor time and the best of a few rounds, so
 * that other work on the machine counts little.
 */
public final class TreeCurve {
    private static final int ROUNDS = 5;
    private static final int PIECE = 1 << 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TreeCurve() {}

    /**
     * One size.
     *
     * @param leafNanos to hash one leaf
     * @param rawLeafNanos to digest 35 bytes
     * @param treeNanos for each leaf of a tree, its hash included
     * @param rawTreeNanos to digest 35 and 65 bytes
     * @param bulkNanos to digest 100 bytes within 64 KiB
     */
    public record Point(
            int leaves,
            double leafNanos,
            double rawLeafNanos,
            double treeNanos,
            double rawTreeNanos,
            double bulkNanos) {}

    public static List<Point> run(int... sizes) {
        List<Point> points = new ArrayList<>();
        measure(100_000);
        for (int size : sizes) {
            points.add(measure(size));
        }
        return points;
    }

    private static Point measure(int leaves) {
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        List<Runnable> works = List.of(
                () -> leaves(leaves),
                () -> rawLeaves(leaves),
                () -> tree(leaves),
                () -> new RawDigest().tree(leaves),
                () -> bulk(leaves));
        for (int round = 0; round < (leaves > 1_000_000 ? 2 : ROUNDS); round++) {
            for (int i = 0; i < best.length; i++) {
                long before = THREADS.getCurrentThreadCpuTime();
                works.get(i).run();
                best[i] = Math.min(best[i], (double) (THREADS.getCurrentThreadCpuTime() - before) / leaves);
            }
        }
        return new Point(leaves, best[0], best[1], best[2], best[3], best[4]);
    }

    /** Consumes a result, so that no round can be left out. */
    private static void use(Hash hash) {
        if (hash.equals(Hash.EMPTY)) {
            throw new IllegalStateException("nothing but nothing has this hash");
        }
    }

    private static void leaves(int count) {
        byte[] entry = new byte[Entry.BYTES];
        Hash last = Hash.EMPTY;
        for (int i = 0; i < count; i++) {
            number(entry, i);
            last = Hash.leaf(entry);
        }
        use(last);
    }

    private static void rawLeaves(int count) {
        byte[] entry = new byte[1 + Entry.BYTES];
        MessageDigest digest = Hash.newSha256();
        byte[] last = entry;
        for (int i = 0; i < count; i++) {
            number(entry, i);
            last = digest.digest(entry);
        }
        use(Hash.of(last));
    }

    private static void tree(int count) {
        byte[] entry = new byte[Entry.BYTES];
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        for (int i = 0; i < count; i++) {
            number(entry, i);
            tree.append(Hash.leaf(entry));
        }
        use(tree.head().root());
    }

    private static void bulk(int count) {
        byte[] piece = new byte[PIECE];
        MessageDigest digest = Hash.newSha256();
        long bytes = count * (1L + Entry.BYTES + 1 + 2 * Hash.BYTES);
        for (long done = 0; done < bytes; done += PIECE) {
            digest.update(piece, 0, (int) Math.min(PIECE, bytes - done));
        }
        use(Hash.of(digest.digest()));
    }

    private static void number(byte[] entry, int number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            entry[2 + i] = (byte) (number >>> (8 * i));
        }
    }

    /** @param arguments sizes */
    public static void main(String[] arguments) {
        run(List.of(arguments).stream().mapToInt(Integer::parseInt).toArray()).forEach(System.out::println);
    }
}
