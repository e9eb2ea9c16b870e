package org.paivand.audit.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** RFC 9162 §2.1, transcribed as it is written: slow, without index arithmetic, and the oracle of these tests. */
public final class RfcTree {
    private RfcTree() {}

    /** The data entries "entry 0", "entry 1", … */
    public static List<byte[]> entries(int count) {
        List<byte[]> d = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            d.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return d;
    }

    /** MTH(D_n), §2.1.1. */
    public static Hash mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return Hash.sha256();
        }
        if (n == 1) {
            return Hash.sha256(new byte[] {0x00}, d.get(0));
        }
        int k = k(n);
        return Hash.sha256(
                new byte[] {0x01},
                mth(d.subList(0, k)).bytes(),
                mth(d.subList(k, n)).bytes());
    }

    public static TreeHead head(List<byte[]> d) {
        return new TreeHead(d.size(), mth(d));
    }

    /** PATH(m, D_n), §2.1.3.1. */
    public static List<Hash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? append(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : append(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    /** PROOF(m, D_n), §2.1.4.1, for 0 &lt; m &lt; n. */
    public static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = k(n);
        return m <= k
                ? append(subproof(m, d.subList(0, k), b), mth(d.subList(k, n)))
                : append(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    /** The largest power of two smaller than n. */
    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> append(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    /** Nodes of the same tree, for what is under test. */
    public static NodeSource<RuntimeException> nodes(List<byte[]> d) {
        return (height, index) -> {
            int width = 1 << height;
            int from = Math.toIntExact(index * width);
            return mth(d.subList(from, from + width));
        };
    }
}
