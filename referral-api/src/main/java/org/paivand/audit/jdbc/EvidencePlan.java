package org.paivand.audit.jdbc;

import org.paivand.audit.note.SignedNote;

/** What a bundle will hold: the entries {@code [from, to)} of the log of that size, which the checkpoint signs for. */
public record EvidencePlan(SignedNote checkpoint, long from, long to, long size) {}
