package org.paivand.audit.bundle;

import org.paivand.audit.merkle.ConsistencyProof;

/** The consistency proof in a bundle, from an earlier size to the checkpoint's; a claim until it is verified. */
public record EarlierSize(long size, ConsistencyProof proof) {}
