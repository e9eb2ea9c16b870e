package org.paivand.release;

import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.policy.Policy;

/**
 * The policy that decides at an instant.
 *
 * @param sha256 of its exact bytes, which the log keeps for every replay
 */
public record PolicyInForce(Policy policy, Sha256 sha256) {}
