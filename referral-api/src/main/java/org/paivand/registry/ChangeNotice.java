package org.paivand.registry;

import java.time.Instant;
import org.paivand.disclosure.Sha256;

/** That an item changed, for whoever follows the registry: neither what it became nor who said so. */
public record ChangeNotice(long number, Instant at, ItemName name, int version, Sha256 sha256) {}
