package org.paivand.referral;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.paper.FormNumber;

/**
 * That a step is the provider's and was recorded by who answers for it.
 *
 * @param toldAt when the provider said it
 * @param form the paper that it was typed in from; marked as used and kept nowhere
 */
public record Proxy(
        AgencyId host, ProxyChannel channel, Instant toldAt, ProxySpeaker saidBy, Optional<FormNumber> form) {}
