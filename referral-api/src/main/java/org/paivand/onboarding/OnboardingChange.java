package org.paivand.onboarding;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Change;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;

/**
 * An agency that is taken in. Its first approval proposes this, its second confirms it, and whoever recorded the application can
 * do neither.
 */
public final class OnboardingChange implements Change {
    public static final String KIND = "onboarding";

    private final Function<Transaction, Applications> applications;
    private final Function<Transaction, AgencyAccesses> accesses;
    private final AgencyRegister register;

    public OnboardingChange(
            Function<Transaction, Applications> applications,
            Function<Transaction, AgencyAccesses> accesses,
            AgencyRegister register) {
        this.applications = applications;
        this.accesses = accesses;
        this.register = register;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.REGISTRAR);
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        return new RegistryChanged(
                head, step, Subjects.agency(subject), Sha256.digest(subject.getBytes(StandardCharsets.UTF_8)));
    }

    /** The agency is in the registry, and its account in the realm is due, with one commit. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) throws SQLException {
        UUID id = Subjects.application(confirmation.subject());
        Application application =
                applications.apply(transaction).find(id).orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
        Submission submission = application.submission();
        if (!submission.subject().equals(confirmation.subject())) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        if (submission.isBy(confirmation.by().user())) {
            throw ProblemException.of(ProblemCode.OWN_CHANGE);
        }
        Agency agency = submission.agency();
        register.admit(
                transaction,
                agency,
                confirmation.approval().proposal().proposedBy(),
                confirmation.by(),
                confirmation.exchange(),
                confirmation.at());
        accesses.apply(transaction)
                .add(AgencyAccess.wanted(
                        agency.id(),
                        UUID.randomUUID(),
                        KindRoles.of(agency.kind()),
                        confirmation.by().user(),
                        confirmation.at()));
    }
}
