package org.paivand.registry;

import java.time.Instant;
import org.paivand.disclosure.Sha256;

/**
 * What an item became, and when.
 *
 * @param number of the change, in the order in which changes were committed
 * @param at never before the change with the number before, whatever the clock said
 * @param version of the item, from 1
 * @param document the item as its codec writes it; its hash is in the log
 */
public record RecordedChange(
        long number, Instant at, ItemName name, int version, Sha256 sha256, String document, Authors authors) {}
