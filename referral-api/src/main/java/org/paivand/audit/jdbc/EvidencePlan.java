package org.paivand.audit.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.paivand.audit.note.SignedNote;

/**
 * What a bundle will hold, from the log of that size which the checkpoint signs for.
 *
 * @param log its origin
 * @param from the first index
 * @param to one more than the last
 * @param selected which of them, ascending; all, if it is empty
 * @param since the size of an earlier checkpoint to which consistency is shown
 */
public record EvidencePlan(
        String log,
        SignedNote checkpoint,
        long from,
        long to,
        long size,
        Optional<List<Long>> selected,
        OptionalLong since) {
    public EvidencePlan {
        selected = selected.map(List::copyOf);
    }

    /** The same with only these of the indexes it selected. */
    EvidencePlan selecting(List<Long> indexes) {
        return new EvidencePlan(log, checkpoint, from, to, size, Optional.of(indexes), since);
    }

    /** How many entries it will show. */
    public long entries() {
        return selected.map(indexes -> (long) indexes.size()).orElse(to - from);
    }
}
