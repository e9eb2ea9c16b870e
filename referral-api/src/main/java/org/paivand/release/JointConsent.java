package org.paivand.release;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.consent.Consents;
import org.paivand.consent.Continuity;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Role;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/**
 * Whether a person permits that an agency learns with whom they belong: by a consent under the notice for it, of which a permit of the
 * service request names that agency. It is told to another agency, so that only a word counts that was spoken alone and free.
 */
public final class JointConsent {
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Consents> consents;
    private final Continuity continuity;
    private final Directories directories;

    public JointConsent(
            Function<Transaction, Cases> cases,
            Function<Transaction, Consents> consents,
            Continuity continuity,
            Directories directories) {
        this.cases = cases;
        this.consents = consents;
        this.continuity = continuity;
        this.directories = directories;
    }

    /** Whether both persons' words stand, and each case is still its controller's; while the code waits, the one. */
    public boolean stands(Transaction transaction, JointLink link, Instant now) {
        boolean proposed = permits(transaction, link.proposed(), link.with(), now);
        return proposed
                && link.entered()
                        .map(side -> permits(transaction, side, link.proposed().controller(), now))
                        .orElse(true);
    }

    private boolean permits(Transaction transaction, JointLink.Side side, AgencyId other, Instant now) {
        return permits(transaction, side.caseId(), side.controller(), other, now);
    }

    /** As the case is now; false where it is erased, or isn't that controller's any more, or consents may be lost. */
    public boolean permits(Transaction transaction, CaseId caseId, AgencyId controller, AgencyId other, Instant now) {
        Optional<CaseFile> file = cases.apply(transaction)
                .find(caseId)
                .filter(found -> found.controller().equals(controller));
        return file.isPresent()
                && whole(transaction, caseId)
                && permits(file.get(), consents.apply(transaction).history(caseId), other, now);
    }

    private boolean whole(Transaction transaction, CaseId caseId) {
        try {
            return continuity.holds(transaction, caseId);
        } catch (KeysUnavailableException unreadable) {
            return false;
        }
    }

    /** By that history. */
    public boolean permits(CaseFile file, ConsentHistory history, AgencyId other, Instant now) {
        Optional<Party> party =
                directories.current().agency(other).filter(Agency::isActive).map(Agency::party);
        if (party.isEmpty()) {
            return false;
        }
        ConsentState state = history.stateAt(now);
        return state.livePermits().stream()
                        .filter(permit -> counts(file, permit.consent(), now))
                        .anyMatch(permit -> names(permit.grant(), party.get()))
                // Whoever said it: keeping back is always safe.
                && state.liveRefusals().stream()
                        .noneMatch(refusal -> refusal.grant().hidesFrom(party.get()));
    }

    private static boolean counts(CaseFile file, ConsentRecord consent, Instant now) {
        return consent.notice().id().equals(TogetherNotice.ID)
                && consent.notice().version() >= TogetherNotice.JOINT
                && consent.spokenAlone()
                && !consent.inCustody()
                && !consent.capacityConcern()
                && speaks(file, consent.givenBy(), now);
    }

    /** As in decisions; child protection's own decision, which carries an offer where a guardian has a conflict, carries no link. */
    private static boolean speaks(CaseFile file, GivenBy giver, Instant now) {
        if (giver.role() == Role.SUBJECT) {
            return true;
        }
        Optional<ConflictFinding> finding = file.guardianFinding().map(found -> found.finding());
        boolean mandated = now.isBefore(giver.until().orElse(Instant.MAX));
        return giver.role() == Role.GUARDIAN
                ? mandated
                        && finding.filter(ConflictFinding.NONE::equals).isPresent()
                        && (giver.childAssent() == ChildAssent.GIVEN || giver.childAssent() == ChildAssent.UNABLE)
                : mandated
                        && giver.mandate().isPresent()
                        && finding.filter(found -> found != ConflictFinding.NONE)
                                .isEmpty();
    }

    private static boolean names(Grant permit, Party party) {
        return permit.permits(party, permit.purpose(), Category.SERVICE_REQUEST, Action.SHARE);
    }
}
