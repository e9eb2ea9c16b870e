package org.paivand.registry.publication;

import java.time.Instant;
import org.paivand.registry.directory.Directory;

/**
 * The directory that counts now.
 *
 * @param number of its last change, larger with each
 * @param changedAt when that was recorded
 */
public record Counted(Directory directory, long number, Instant changedAt) {}
