package org.paivand.emergency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Change;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Breaking the glass by two emergency officers of one agency. Its life begins with the second one's confirmation. */
public final class BreakGlassChange implements Change {
    public static final String KIND = "break-glass";

    private static final String SUBJECT = "paivand-break-glass/v1";

    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Alerts> alerts;

    public BreakGlassChange(Function<Transaction, Emergencies> emergencies, Function<Transaction, Alerts> alerts) {
        this.emergencies = emergencies;
        this.alerts = alerts;
    }

    /** The subject as it is kept: which emergency, of which agency's officers. */
    record Subject(UUID emergency, AgencyId agency) {
        static Subject of(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals(SUBJECT)) {
                throw new IllegalStateException("a proposed emergency is not as it was written");
            }
            return new Subject(UUID.fromString(parts[1]), new AgencyId(parts[2]));
        }

        String text() {
            return SUBJECT + " " + emergency + " " + agency.value();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.EMERGENCY_OFFICER);
    }

    @Override
    public boolean concerns(Caller caller, String subject) {
        return Subject.of(subject).agency().equals(caller.agency());
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        return new RegistryChanged(head, step, KIND, Sha256.digest(subject.getBytes(StandardCharsets.UTF_8)));
    }

    /** Refuses a confirmation that comes later than the emergency would have lived. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        Subject subject = Subject.of(confirmation.subject());
        Emergencies bound = emergencies.apply(transaction);
        Emergency asked = bound.find(subject.emergency())
                .filter(found -> found.canBeConfirmedAt(confirmation.at()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
        Emergency.Opened how = new Emergency.Opened(
                Optional.of(confirmation.by().user()),
                bound.awaitsReview(asked.agency()),
                confirmation.at(),
                confirmation.at().plus(asked.wanted().life()));
        bound.open(asked.id(), how);
        alerts.apply(transaction).raise(Alert.Kind.of(how), asked.id(), confirmation.at());
    }
}
