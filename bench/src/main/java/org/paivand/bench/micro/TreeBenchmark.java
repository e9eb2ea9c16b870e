package org.paivand.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.GrowingTree;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** Hashing one leaf, and building a tree of 4096 of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TreeBenchmark {
    static final int LEAVES = 4096;

    private final RawDigest raw = new RawDigest();
    private final List<Entry> entries = Entries.first(LEAVES);
    private final byte[] encoded = entries.get(0).encode();

    @Benchmark
    public Hash leaf() {
        return Hash.leaf(encoded);
    }

    @Benchmark
    public byte[] leafRaw() {
        return raw.leaf();
    }

    @Benchmark
    public TreeHead tree() {
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        for (Entry entry : entries) {
            tree.append(entry.leafHash());
        }
        return tree.head();
    }

    @Benchmark
    public byte[] treeRaw() {
        return raw.tree(LEAVES);
    }
}
