package org.paivand.audit.log;

import java.util.List;
import java.util.OptionalLong;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/**
 * Where a log is kept: entries by index, roots of full tiles, one head. All else is worked out of these, so nothing is
 * ever overwritten but the head. An adapter bound to a transaction writes within it and leaves commit to its owner.
 */
public interface LogStore {
    TreeHead head() throws LogUnavailableException;

    /**
     * Exactly {@code count} entries from index {@code from}.
     *
     * @throws IndexOutOfBoundsException if the log does not reach that far
     */
    List<Entry> entries(long from, int count) throws LogUnavailableException;

    /**
     * Roots of the full tiles {@code [from, from + count)} of a level: the hashes of the level above.
     *
     * @param level of the full tiles, 0 for tiles of leaf hashes
     * @throws IndexOutOfBoundsException if not all of these tiles are full yet
     */
    List<Hash> tileRoots(int level, long from, int count) throws LogUnavailableException;

    /** Where an entry stands; empty if it does not (yet). */
    OptionalLong indexOf(Entry entry) throws LogUnavailableException;

    /**
     * Writes the whole batch, if the head is still {@link LogBatch#before}; else nothing.
     *
     * @param fence the leader's number; a store that has seen a higher one refuses, whatever the head
     */
    void append(LogBatch batch, long fence) throws AppendRefusedException, LogUnavailableException;
}
