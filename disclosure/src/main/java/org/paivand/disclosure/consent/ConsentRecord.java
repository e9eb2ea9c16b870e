package org.paivand.disclosure.consent;

import static org.paivand.disclosure.Canonical.require;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Sha256;

/**
 * A consent as it was recorded (fields of ISO/IEC TS 27560). A record that breaks a rule of form can be written down:
 * whether it carries anything is for the decision to say, with a reason.
 *
 * @param caseRef the case or its alias, an opaque id
 * @param jurisdiction the law under which it was given
 * @param withdrawalMethod a code for how the person was told it can be withdrawn
 * @param witness another agency than the controller; its kind as of then
 * @param verifiedBy pseudonym of who checked the evidence
 * @param notConditional false makes the whole consent invalid
 */
public record ConsentRecord(
        UUID id,
        int version,
        UUID caseRef,
        Notice notice,
        Party controller,
        Jurisdiction jurisdiction,
        String withdrawalMethod,
        Form form,
        boolean spokenAlone,
        boolean inCustody,
        boolean capacityConcern,
        Optional<Party> witness,
        Optional<Sha256> evidenceSha256,
        Optional<String> verifiedBy,
        GivenBy givenBy,
        boolean notConditional,
        List<Grant> grants) {
    public ConsentRecord {
        grants = List.copyOf(grants);
        Canonical.code(withdrawalMethod, "withdrawal method");
        verifiedBy.ifPresent(who -> Canonical.pseudonym(who, "verified by"));
        require(version >= 1, "consent version starts at 1");
        require(!grants.isEmpty(), "a consent has at least one grant");
        Set<UUID> ids = new HashSet<>();
        for (Grant grant : grants) {
            require(ids.add(grant.id()), "grant ids differ within a consent");
            require(
                    !grant.safetyCritical() || givenBy.role() == Role.SUBJECT,
                    "only the person makes safety-critical refusals");
        }
    }
}
