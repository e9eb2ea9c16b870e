package org.paivand.disclosure.decision;

import org.paivand.disclosure.WorkerId;

/** The worker of the recipient who will read, and whether the recipient assigned them to this referral. */
public record NamedWorker(WorkerId worker, boolean assigned) {}
