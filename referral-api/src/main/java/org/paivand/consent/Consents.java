package org.paivand.consent;

import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;

/** Where consent events are kept; nothing is ever overwritten. Bound to one transaction. */
public interface Consents {
    /** All events of the case in the order in which they took effect. */
    ConsentHistory history(CaseId caseId, UUID caseAlias);

    void append(CaseId caseId, ConsentEvent event);
}
