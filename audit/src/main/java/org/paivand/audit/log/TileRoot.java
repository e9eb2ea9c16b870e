package org.paivand.audit.log;

import org.paivand.audit.merkle.Hash;

/**
 * The root over a full tile: a hash of the level above it. Written once, when the tile fills.
 *
 * @param level of the full tile, 0 for leaf hashes
 * @param index of the full tile in its level
 */
public record TileRoot(int level, long index, Hash root) {}
