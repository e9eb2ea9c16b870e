package org.paivand.handover;

import java.util.List;
import java.util.function.Function;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.decision.Age;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.WithheldCategory;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.release.CaseRecords;
import org.paivand.release.Deliberated;
import org.paivand.release.Deliberations;

/**
 * Whether the person agreed to another controller. No grant says so by itself: it takes a consent given under the notice that
 * explains a hand-over, which lets the next controller receive at least the service request, decided as a release is.
 */
public final class HandOverConsent {
    /** The notice by which one consents to a hand-over, and to nothing less. */
    public static final String NOTICE = "notice-hand-over";

    private final Directories directories;
    private final Function<Transaction, CaseRecords> records;
    private final Deliberations deliberations;

    public HandOverConsent(
            Directories directories, Function<Transaction, CaseRecords> records, Deliberations deliberations) {
        this.directories = directories;
        this.records = records;
        this.deliberations = deliberations;
    }

    /** @throws ProblemException {@code invalid-request} unless the next agency is of this country and may keep cases */
    void requireController(Transaction transaction, Page page, Proposal proposal) {
        Agency from = agency(proposal.from());
        Agency to = agency(proposal.to());
        boolean may = to.isActive()
                && to.jurisdiction().equals(from.jurisdiction())
                && records.apply(transaction)
                        .policies()
                        .apply(page.now())
                        .policy()
                        .mayWrite(to.kind(), Category.SERVICE_REQUEST);
        if (!may) {
            throw ProblemException.invalid("/to", "contradiction");
        }
    }

    /**
     * The grant on which the hand-over rests at this moment.
     *
     * @throws ProblemException {@code not-found} if the case has no such consent, {@code invalid-request} if it was given under
     *     another notice, {@code hand-over-refused} with the reason if it doesn't carry it
     */
    Basis basis(Transaction transaction, Page page, Proposal proposal) {
        ConsentRecord consent = page.history()
                .latest(proposal.consentId())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (!consent.notice().id().equals(NOTICE)) {
            throw ProblemException.invalid("/consentId", "contradiction");
        }
        Deliberated deliberated = deliberated(transaction, page, proposal);
        Age age = deliberated.input().request().facts().age();
        if (consent.givenBy().role() == Role.SUBJECT && !age.speaksForSelf(page.now())) {
            throw refused(ReasonCode.CHILD_CANNOT_CONSENT);
        }
        return deliberated.decision().categories().values().stream()
                .findFirst()
                .orElseThrow()
                .fold(CategoryDecision.Permit::basis, withhold -> {
                    throw refused(withhold.reason());
                });
    }

    private Deliberated deliberated(Transaction transaction, Page page, Proposal proposal) {
        try {
            return deliberations
                    .restingOn(
                            records.apply(transaction),
                            page.file(),
                            proposal.consentId(),
                            proposal.to(),
                            proposal.purpose(),
                            page.now())
                    .requireWhole();
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private static ProblemException refused(ReasonCode reason) {
        return ProblemException.withheld(
                ProblemCode.HAND_OVER_REFUSED,
                List.of(new WithheldCategory(Category.SERVICE_REQUEST.code(), reason.code())));
    }

    private Agency agency(AgencyId id) {
        return directories.current().agency(id).orElseThrow(() -> ProblemException.invalid("/to", "not-in-list"));
    }
}
