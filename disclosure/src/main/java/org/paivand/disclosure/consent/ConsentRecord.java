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

    /**
     * The next version, with permits that take away and add nothing. Its controller stays who took the consent: what a form
     * asks of that agency isn't undone by narrowing.
     *
     * @param verifiedBy pseudonym of who recorded it
     * @param left what is left, each within one permit of this version; refusals stay with this version until withdrawn
     * @throws IllegalArgumentException if one is wider than every permit of this version, or is a refusal
     */
    public ConsentRecord narrowed(String verifiedBy, List<Grant> left) {
        for (Grant grant : left) {
            require(
                    !grant.isRefusal() && grants.stream().anyMatch(grant::isWithin),
                    "a consent is narrowed by what lies within one of its permits");
        }
        return new ConsentRecord(
                id,
                version + 1,
                caseRef,
                notice,
                controller,
                jurisdiction,
                withdrawalMethod,
                form,
                spokenAlone,
                inCustody,
                capacityConcern,
                witness,
                evidenceSha256,
                Optional.of(verifiedBy),
                givenBy,
                notConditional,
                left);
    }
}
