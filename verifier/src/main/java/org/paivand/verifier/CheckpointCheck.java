package org.paivand.verifier;

import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.note.SignedNote;

/** A checkpoint alone, or beside an earlier one. */
final class CheckpointCheck {
    private CheckpointCheck() {}

    static Report report(SignedNote note, Held held, Findings findings) throws MalformedException {
        Authenticated log = new Authenticated(note, held, findings);
        continues(log, held, findings);
        return log.report(Subject.CHECKPOINT, Optional.empty(), Optional.empty(), Counts.NONE);
    }

    /** By equal sizes, or by the consistency proof that the auditor brings; nothing else is at hand. */
    static void continues(Authenticated log, Held held, Findings findings) {
        if (log.predecessor().isPresent()) {
            findings.add(
                    Fault.CONSISTENCY_NOT_SHOWN,
                    "the earlier checkpoint is that of another log: a bundle that begins at entry 0 shows whether this"
                            + " one succeeds it");
        }
        Continuity continuity = new Continuity(log, findings);
        held.consistency().ifPresent(continuity::proven);
        continuity.end();
    }
}
