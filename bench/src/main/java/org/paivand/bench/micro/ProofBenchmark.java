package org.paivand.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.paivand.audit.log.AppendRefusedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.InclusionProof;

/** A proof that one entry stands in a log of 100 000, from the log in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProofBenchmark {
    private static final int SIZE = 100_000;
    private static final int PATH = 17;

    private final RawDigest raw = new RawDigest();
    private final LogProofs proofs;
    private long index;

    public ProofBenchmark() {
        try {
            InMemoryLogStore log = new InMemoryLogStore();
            List<Entry> entries = Entries.first(SIZE);
            log.append(LogBatch.of(Frontier.EMPTY, entries), 1);
            proofs = new LogProofs(log);
        } catch (AppendRefusedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Benchmark
    public InclusionProof inclusion() throws LogUnavailableException {
        index = (index + 7919) % SIZE;
        return proofs.inclusion(index, SIZE);
    }

    @Benchmark
    public byte[] inclusionRaw() {
        return raw.path(PATH);
    }
}
