package org.paivand.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;

/** Where consent events are kept; nothing is ever overwritten. Bound to one transaction. */
public interface Consents {
    /** All events of the case in the order in which they took effect. */
    ConsentHistory history(CaseId caseId, UUID caseAlias);

    /** The same, also of a case that was erased, whose name in the log nobody knows any more. */
    ConsentHistory history(CaseId caseId);

    /** The random ids under which the case's events are kept, in the same order; nothing of them is opened. */
    List<UUID> records(CaseId caseId);

    void append(CaseId caseId, ConsentEvent event);

    /**
     * The instant as the case knows it: never before its last event. A clock that was set back, or the slower clock of another
     * instance, must neither undo a withdrawal nor keep one from being recorded. Asked under the case's lock; what is asked
     * of the case's events afterwards is answered from what it read.
     */
    Instant notBeforeLast(CaseId caseId, Instant now);
}
