package org.paivand.emergency;

import java.time.Instant;
import java.util.Optional;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.consent.Consents;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.registry.directory.Directories;

/**
 * Who may review an emergency: another agency than the officer's and the recipient's, and none that the person barred. For who
 * may not, it isn't there, so nobody learns of being barred.
 */
final class Reviewers {
    private final Directories directories;
    private final CaseContents contents;

    Reviewers(Directories directories, CaseContents contents) {
        this.directories = directories;
        this.contents = contents;
    }

    /** The case, if the caller may review that emergency; empty also for a case that was erased. */
    Optional<CaseFile> caseFor(Caller caller, Emergency emergency, Cases cases, Consents consents, Instant now)
            throws CaseKeyException {
        AgencyId reviewer = caller.agency();
        if (emergency.reviewDue().isEmpty()
                || reviewer.equals(emergency.agency())
                || reviewer.equals(emergency.wanted().recipient())) {
            return Optional.empty();
        }
        Optional<CaseFile> file = cases.find(emergency.caseId());
        if (file.isEmpty() || isBarred(reviewer, file.get(), consents, now)) {
            return Optional.empty();
        }
        return file;
    }

    /** By any safety-critical refusal that stands: more are kept out than a decision would, and never one too few. */
    private boolean isBarred(AgencyId reviewer, CaseFile file, Consents consents, Instant now) throws CaseKeyException {
        Party party = directories
                .current()
                .agency(reviewer)
                .orElseThrow(() -> new IllegalStateException("an agency left the registry"))
                .party();
        ConsentHistory history = consents.history(file.id(), contents.alias(file));
        return history.stateAt(now).liveRefusals().stream()
                .anyMatch(refusal -> refusal.grant().bars(party));
    }
}
