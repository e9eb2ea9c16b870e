package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;

/** Purposes as v3-ActReason has them, where it has them; always as our own code too. */
final class PurposeOfUse {
    private PurposeOfUse() {}

    static List<ObjectNode> of(DisclosureEvent event) {
        List<ObjectNode> concepts = new ArrayList<>();
        event.purpose().ifPresent(purpose -> {
            List<Coding> codings = new ArrayList<>();
            standard(purpose).ifPresent(code -> codings.add(Coding.reason(code)));
            codings.add(Coding.ours(Sid.PURPOSES, purpose));
            concepts.add(Coding.concept(codings));
        });
        if (event instanceof Disclosure disclosure && disclosure.breakGlass().isPresent()) {
            concepts.add(Coding.reason("BTG").concept());
        }
        return concepts;
    }

    /** No code is better than one that says more or less than was meant. */
    private static Optional<String> standard(Purpose purpose) {
        return switch (purpose) {
            case MEDICAL_CARE -> Optional.of("TREAT");
            case LEGAL_AID, PROSECUTION -> Optional.of("HLEGAL");
            case PROTECTION -> Optional.of("THREAT");
            case ASSISTANCE, SHELTER_PLACEMENT, RETURN, INVESTIGATION, FAMILY_TRACING, STATUTORY_STATUS, STATISTICS ->
                Optional.empty();
        };
    }
}
