package org.paivand.onboarding;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.paivand.approval.Change;
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
import org.paivand.registry.agency.Agency;

/** Another secret for an agency's client, which the second person may see once. The subject is the agency's id. */
public final class RenewalChange implements Change {
    public static final String KIND = "credential-renewal";

    private final Function<Transaction, AgencyAccesses> accesses;
    private final AgencyRegister register;

    public RenewalChange(Function<Transaction, AgencyAccesses> accesses, AgencyRegister register) {
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
        String document = "paivand-credential-renewal/v1 " + subject;
        return new RegistryChanged(head, step, subject, Sha256.digest(document.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void apply(Transaction transaction, Confirmation confirmation) throws SQLException {
        AgencyId id = AgencyId.of(confirmation.subject());
        AgencyAccess access = accesses.apply(transaction)
                .lock(id)
                .filter(found ->
                        found.state() != AccessState.REVOKING && !found.roles().isEmpty())
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
        if (register.find(transaction, id).filter(Agency::isActive).isEmpty()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        accesses.apply(transaction).replace(access.renewed(confirmation.by().user(), confirmation.at()));
    }
}
