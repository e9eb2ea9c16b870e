package org.paivand.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.approval.Change;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Another policy, from an instant on. Two people of the commission; an entry that names both. */
public final class PolicyChange implements Change {
    public static final String KIND = "policy";

    /**
     * How long before it decides a policy is confirmed at the latest. Each instance has read it by then, and no decision under
     * way falls to its time.
     */
    public static final Duration NOTICE = Duration.ofMinutes(1);

    static final List<Role> ROLES = List.of(Role.COMMISSION);

    private final Function<Transaction, PolicyRecords> records;
    private final Journal journal;

    public PolicyChange(Function<Transaction, PolicyRecords> records, Journal journal) {
        this.records = records;
        this.journal = journal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        PolicyProposal proposal = PolicyProposal.of(subject);
        return new RegistryChanged(
                head,
                step,
                proposal.document().policy().version(),
                proposal.document().sha256());
    }

    /** Refuses what came too late, and what was compared with a policy that another change has overtaken. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        PolicyProposal proposal = PolicyProposal.of(confirmation.subject());
        PolicyRecords bound = records.apply(transaction);
        bound.lock();
        PolicyTimeline timeline = bound.timeline();
        boolean overtaken =
                !timeline.at(proposal.validFrom()).document().sha256().equals(proposal.replaces());
        if (overtaken || fault(timeline, proposal, confirmation.at()).isPresent()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        String proposer = confirmation.approval().proposal().proposedBy();
        bound.add(new RecordedPolicy(
                timeline.nextNumber(),
                proposal.document(),
                proposal.validFrom(),
                confirmation.at(),
                Optional.of(
                        new RecordedPolicy.People(proposer, confirmation.by().user()))));
        journal.write(
                transaction,
                changed(confirmation, proposal, proposer),
                confirmation.by().user(),
                Optional.empty(),
                Optional.empty());
    }

    private static DisclosureEvent changed(Confirmation confirmation, PolicyProposal proposal, String proposer) {
        EventHead head = Actors.head(
                confirmation.exchange(),
                confirmation.at(),
                Optional.empty(),
                Actors.actor(confirmation.by(), ROLES.toArray(Role[]::new)));
        return new PolicyChanged(
                head,
                proposal.document().policy().version(),
                proposal.document().sha256(),
                Optional.of(proposal.validFrom()),
                Optional.of(proposer));
    }

    /** What speaks against it: where, and a code of the contract's list of faults. */
    record Fault(String pointer, String code) {}

    static Optional<Fault> fault(PolicyTimeline timeline, PolicyProposal proposal, Instant now) {
        Instant from = proposal.validFrom();
        if (from.isBefore(now.plus(NOTICE)) || !from.equals(from.truncatedTo(ChronoUnit.MILLIS))) {
            return Optional.of(new Fault("/validFrom", "out-of-range"));
        }
        PolicyDocument proposed = proposal.document();
        PolicyDocument replaced = timeline.at(from).document();
        if (timeline.namesAnother(proposed)) {
            return Optional.of(new Fault("/document/version", "duplicate"));
        }
        if (!replaced.policy().jurisdiction().equals(proposed.policy().jurisdiction())) {
            return Optional.of(new Fault("/document/jurisdiction", "contradiction"));
        }
        boolean same = replaced.sha256().equals(proposed.sha256());
        return same ? Optional.of(new Fault("/document", "contradiction")) : Optional.empty();
    }
}
