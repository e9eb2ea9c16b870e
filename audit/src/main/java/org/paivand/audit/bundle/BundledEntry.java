package org.paivand.audit.bundle;

import java.util.Optional;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;

/** One entry as a bundle shows it; nothing of it is verified, not even that the opening is the entry's. */
public record BundledEntry(long index, Entry entry, Optional<Opening> opening, Optional<byte[]> decisionInput) {}
