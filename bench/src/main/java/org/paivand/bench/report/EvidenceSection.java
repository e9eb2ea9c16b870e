package org.paivand.bench.report;

import java.util.List;
import java.util.Locale;
import org.paivand.bench.evidence.Checked;
import org.paivand.bench.micro.TreeCurve;

/** How fast trees are built and bundles checked. */
public record EvidenceSection(List<TreeCurve.Point> trees, List<Checked> checked) {
    private static final double TREE_SHARE = 70;
    private static final double VERIFY_SECONDS = 10;
    private static final int VERIFIED = 1_000_000;

    private static final String TREES = """
            | leaves | one leaf ns | of as many digests | tree, each leaf ns | of as many digests | of the bytes in one piece |
            |--:|--:|--:|--:|--:|--:|
            """;
    private static final String BUNDLES = """

            | entries | decisions | bundle MiB | s | CPU s | CPU µs an entry | of it decisions, s of threads | peak RSS MiB |
            |--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    public EvidenceSection {
        trees = List.copyOf(trees);
        checked = List.copyOf(checked);
    }

    String aims() {
        StringBuilder text = new StringBuilder();
        double worst = trees.stream()
                .mapToDouble(point -> share(point.rawTreeNanos(), point.treeNanos()))
                .min()
                .orElse(0);
        text.append(format(
                "| Building a tree, share of as many of the JDK's own digests, worst size | ≥ %.0f %% | %.0f %% | %s |%n",
                TREE_SHARE, worst, worst >= TREE_SHARE ? "met" : "missed"));
        checked.stream()
                .filter(one -> one.entries() == VERIFIED && one.decisions() == 0)
                .forEach(one -> text.append(format(
                        "| Verifying 1 million entries in 512 MB of heap, without decisions | ≤ %.0f s | %.1f s | %s |%n",
                        VERIFY_SECONDS, one.seconds(), one.seconds() <= VERIFY_SECONDS ? "met" : "missed")));
        return text.toString();
    }

    String tables() {
        StringBuilder text = new StringBuilder(TREES);
        trees.forEach(point -> text.append(format(
                "| %,d | %.0f | %.0f %% | %.0f | %.0f %% | %.0f %% |%n",
                point.leaves(),
                point.leafNanos(),
                share(point.rawLeafNanos(), point.leafNanos()),
                point.treeNanos(),
                share(point.rawTreeNanos(), point.treeNanos()),
                share(point.bulkNanos(), point.treeNanos()))));
        text.append(BUNDLES);
        checked.forEach(one -> text.append(format(
                "| %,d | %,d | %d | %.1f | %.1f | %.0f | %.1f | %d |%n",
                one.entries(),
                one.decisions(),
                one.bundleMib(),
                one.seconds(),
                one.cpuSeconds(),
                one.cpuSeconds() * 1e6 / one.entries(),
                one.replaySeconds(),
                one.peakMib())));
        return text.toString();
    }

    /** In percent. */
    private static double share(double baseline, double own) {
        return 100 * baseline / own;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
