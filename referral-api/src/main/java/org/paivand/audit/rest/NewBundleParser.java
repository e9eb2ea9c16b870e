package org.paivand.audit.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.audit.MalformedException;
import org.paivand.audit.desk.EvidenceWanted;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.rest.AuditWire.NewBundle;
import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;

/** One of the four things a bundle can be of, and nothing beside it. */
final class NewBundleParser {
    private NewBundleParser() {}

    static EvidenceWanted parse(NewBundle body) {
        boolean period = body.from().isPresent()
                || body.to().isPresent()
                || body.agency().isPresent()
                || body.log().isPresent();
        if (Stream.of(period, body.sameCaseAs().isPresent(), body.since().isPresent())
                        .filter(Boolean::booleanValue)
                        .count()
                != 1) {
            throw ProblemException.invalid("", "contradiction");
        }
        if (body.sameCaseAs().isPresent()) {
            return new EvidenceWanted.OfCase(body.sameCaseAs().get());
        }
        return body.since().isPresent() ? since(body.since().get()) : period(body);
    }

    private static EvidenceWanted period(NewBundle body) {
        var from = body.from().orElseThrow(() -> ProblemException.invalid("/from", "required"));
        var to = body.to().orElseThrow(() -> ProblemException.invalid("/to", "required"));
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("/to", "contradiction");
        }
        Optional<String> agency = body.agency()
                .map(code -> Codes.text("/agency", code, AgencyId::of).value());
        return agency.isPresent()
                ? new EvidenceWanted.OfAgency(body.log(), agency.get(), from, to)
                : new EvidenceWanted.Period(body.log(), from, to);
    }

    private static EvidenceWanted since(String text) {
        try {
            return new EvidenceWanted.Since(SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedException noNote) {
            throw ProblemException.of(ProblemCode.CHECKPOINT_NOT_OURS);
        }
    }
}
