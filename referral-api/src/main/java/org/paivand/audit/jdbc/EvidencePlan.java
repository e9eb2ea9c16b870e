package org.paivand.audit.jdbc;

import org.paivand.audit.note.SignedNote;

/** What a bundle will hold: the entries {@code [from, to)} of that log at that size, which the checkpoint signs for. */
public record EvidencePlan(String log, SignedNote checkpoint, long from, long to, long size) {}
