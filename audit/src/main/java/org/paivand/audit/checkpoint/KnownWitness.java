package org.paivand.audit.checkpoint;

import java.util.Optional;
import org.paivand.audit.note.VerifierKey;

/**
 * A witness of a policy.
 *
 * @param name the policy's own, not that of the key
 * @param url as it stands in the file; whoever calls it checks it first
 */
public record KnownWitness(String name, VerifierKey key, Optional<String> url) {}
