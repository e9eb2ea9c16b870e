package org.paivand.erasure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Change;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.complaint.Complaints;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.emergency.Emergencies;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;

/** Certifies that a case is erased, and takes from the database what the case held. Its key is {@link ErasureDesk}'s to destroy. */
public final class CaseErasure implements Change {
    public static final String KIND = "case-erasure";

    /** Whoever may work on a case. */
    private static final List<Role> CONTROLLERS = List.of(Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION);

    private static final String SUBJECT = "paivand-case-erasure/v1";

    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Complaints> complaints;
    private final CaseContents contents;
    private final Journal journal;

    public CaseErasure(
            Function<Transaction, Cases> cases,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Emergencies> emergencies,
            Function<Transaction, Complaints> complaints,
            CaseContents contents,
            Journal journal) {
        this.cases = cases;
        this.referrals = referrals;
        this.emergencies = emergencies;
        this.complaints = complaints;
        this.contents = contents;
        this.journal = journal;
    }

    /** The subject as it is kept: which case, and which agency controls it. */
    record Subject(CaseId caseId, AgencyId controller) {
        static Subject of(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals(SUBJECT)) {
                throw new IllegalStateException("a proposed erasure is not as it was written");
            }
            return new Subject(new CaseId(UUID.fromString(parts[1])), new AgencyId(parts[2]));
        }

        String text() {
            return SUBJECT + " " + caseId + " " + controller.value();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return CONTROLLERS;
    }

    @Override
    public boolean concerns(Caller caller, String subject) {
        return Subject.of(subject).controller().equals(caller.agency());
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        return new RegistryChanged(head, step, KIND, Sha256.digest(subject.getBytes(StandardCharsets.UTF_8)));
    }

    /** Refuses a case that something is open for, and one that is erased already. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        CaseId id = Subject.of(confirmation.subject()).caseId();
        Cases bound = cases.apply(transaction);
        bound.lockToChange(id);
        CaseFile file = bound.find(id)
                .filter(found -> concerns(confirmation.by(), confirmation.subject())
                        && found.controller().equals(confirmation.by().agency()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
        requireClosed(transaction, confirmation, id);
        EventHead head = Actors.head(
                confirmation.exchange(),
                confirmation.at(),
                Optional.of(alias(file)),
                Actors.actor(confirmation.by(), CONTROLLERS.toArray(Role[]::new)));
        String proposer = confirmation.approval().proposal().proposedBy();
        journal.write(
                transaction,
                new ErasureCertified(head, new Erasure.OfCase(), proposer),
                confirmation.by().user(),
                Optional.empty(),
                Optional.of(id));
        bound.erase(id, confirmation.at());
        emergencies.apply(transaction).forgetWords(id);
    }

    private void requireClosed(Transaction transaction, Confirmation confirmation, CaseId id) {
        if (referrals.apply(transaction).open(id, confirmation.at())
                || emergencies.apply(transaction).awaitsReview(id)
                || complaints.apply(transaction).open(id)) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }

    private UUID alias(CaseFile file) {
        try {
            return contents.alias(file);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
