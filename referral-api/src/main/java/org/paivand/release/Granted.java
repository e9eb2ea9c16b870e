package org.paivand.release;

import java.time.Instant;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.StatusUse;

/** That what was asked for is permitted, in the transaction and at the instant in which it was decided; nobody else makes one. */
public final class Granted {
    private final Deliberated deliberated;
    private final Instant now;

    Granted(Deliberated deliberated, Instant now) {
        this.deliberated = deliberated;
        this.now = now;
    }

    public CaseId caseId() {
        return deliberated.file().id();
    }

    public UUID caseAlias() {
        return deliberated.caseAlias();
    }

    public Instant now() {
        return now;
    }

    /** To open what a status body decided; a bug where what happened wasn't asked for. */
    public StatusUse status() {
        return new StatusUse(deliberated.decision());
    }
}
