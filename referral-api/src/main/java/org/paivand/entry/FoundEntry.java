package org.paivand.entry;

import java.util.OptionalLong;
import org.paivand.audit.log.Entry;

/**
 * One row of a search.
 *
 * @param index empty until the sequencer has integrated it
 */
public record FoundEntry(Entry entry, SearchColumns columns, OptionalLong index) {}
