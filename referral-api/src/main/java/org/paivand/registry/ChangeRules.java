package org.paivand.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.FocalPoints;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryItem.AgencyItem;
import org.paivand.registry.record.RegistryItem.NodeItem;
import org.paivand.registry.record.RegistryKind;

/** What may change, by whom, beside the rules of the directory itself. */
public final class ChangeRules {
    private final AgencyId operator;

    /** @param operator the agency that answers for the node: without it nobody would */
    public ChangeRules(AgencyId operator) {
        this.operator = operator;
    }

    /** @throws ProblemException {@code invalid-request} naming each fault of the document, or that it is of another item */
    static RegistryItem parsed(ItemName name, byte[] document) {
        if (name.kind() == RegistryKind.AGREEMENT) {
            throw new IllegalArgumentException("agreements have a desk of their own");
        }
        RegistryItem item;
        try {
            item = RegistryItem.read(name.kind(), document);
        } catch (InvalidRegistryException faulty) {
            throw Faults.of(name, faulty);
        }
        if (!item.id().equals(name.id())) {
            throw ProblemException.invalid("/id", "contradiction");
        }
        return item;
    }

    /** @throws ProblemException {@code forbidden}. A program changes its own agency's services and nothing else */
    static void requireAllowed(Caller caller, Optional<RegistryItem> before, RegistryItem after) {
        boolean registrar = caller.is(Role.REGISTRAR) && !caller.is(Role.MACHINE);
        boolean own = caller.is(Role.PROVIDER) && OwnService.allows(caller.agency(), before, after);
        if (!registrar && !own) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    /** @throws ProblemException {@code invalid-request} for what the directory alone would allow */
    void require(Caller caller, Optional<RegistryItem> replaced, RegistryItem item, Instant now) {
        if (item instanceof AgencyItem becomes) {
            agency(caller, replaced.map(was -> ((AgencyItem) was).agency()), becomes.agency());
        }
        if (item instanceof NodeItem becomes) {
            keys(
                    replaced.map(was -> ((NodeItem) was).node().keys()).orElse(List.of()),
                    becomes.node().keys(),
                    now);
        }
    }

    /** Who is suspended can't take it back: nobody does so to themselves, and nobody to whoever runs the node. */
    private void agency(Caller caller, Optional<Agency> replaced, Agency becomes) {
        boolean needed = becomes.id().equals(operator) || becomes.id().equals(caller.agency());
        if (needed && !becomes.isActive()) {
            throw ProblemException.invalid("/standing", "contradiction");
        }
        boolean moves = replaced.filter(was -> !was.jurisdiction().equals(becomes.jurisdiction()))
                .isPresent();
        if (becomes.id().equals(operator) && moves) {
            throw ProblemException.invalid("/jurisdiction", "contradiction");
        }
        for (int i = 0; i < becomes.accreditations().size(); i++) {
            if (becomes.accreditations().get(i).certificate().equals(FocalPoints.CERTIFICATE)
                    && !FocalPoints.eligible(becomes)) {
                throw ProblemException.invalid("/accreditations/" + i + "/certificate", "contradiction");
            }
        }
    }

    /** A key that was over before anybody trusted it has no use; those that ended since stay, for what they signed. */
    private static void keys(List<NodeKey> were, List<NodeKey> become, Instant now) {
        for (int i = 0; i < become.size(); i++) {
            NodeKey key = become.get(i);
            boolean isNew = were.stream()
                    .noneMatch(was ->
                            was.keyId().equals(key.keyId()) && was.publicKey().equals(key.publicKey()));
            if (isNew && !key.validUntil().isAfter(now)) {
                throw ProblemException.invalid("/keys/" + i + "/validUntil", "in-the-past");
            }
        }
    }
}
