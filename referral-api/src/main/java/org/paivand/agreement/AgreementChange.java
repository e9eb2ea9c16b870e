package org.paivand.agreement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.paivand.approval.Change;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.json.AgreementJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * An agreement, or its next version. The subject is the agreement as {@link AgreementJson} writes it, its version included:
 * the bytes that were proposed are the ones that are confirmed, kept and hashed.
 */
public final class AgreementChange implements Change {
    public static final String KIND = "agreement";

    private final AgreementStore store;

    public AgreementChange(AgreementStore store) {
        this.store = store;
    }

    static String subject(Agreement agreement) {
        return new String(AgreementJson.write(agreement), StandardCharsets.UTF_8);
    }

    /**
     * Reads a subject of this kind.
     *
     * @throws IllegalStateException if it was altered where it is kept
     */
    public static Agreement agreement(String subject) {
        try {
            return AgreementJson.parse(bytes(subject));
        } catch (InvalidDocumentException altered) {
            throw new IllegalStateException("a proposed agreement is not as it was written", altered);
        }
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
        return new RegistryChanged(head, step, agreement(subject).id(), Sha256.digest(bytes(subject)));
    }

    /** Refuses what another confirmation has overtaken: a version that is no longer the next, a contradiction since. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        Agreement proposed = agreement(confirmation.subject());
        store.confirmed(transaction).lock();
        AgreementsInForce inForce = store.inForce(transaction);
        if (proposed.version() != inForce.nextVersion(proposed.id())
                || !store.knows(proposed.parties())
                || !store.kindsOfNobody(proposed).isEmpty()
                || inForce.contradicts(proposed)) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        store.confirmed(transaction).add(proposed, confirmation.at());
    }

    private static byte[] bytes(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }
}
