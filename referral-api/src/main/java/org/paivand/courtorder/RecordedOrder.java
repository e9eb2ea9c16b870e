package org.paivand.courtorder;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.StandaloneBasis.CourtOrder;

/**
 * A court's order as one person of the holder recorded it, from the paper before them.
 *
 * @param recordedBy the controller of the case
 * @param notAfter exclusive
 */
public record RecordedOrder(
        CaseId caseId,
        AgencyId recordedBy,
        Jurisdiction court,
        AgencyId recipient,
        Set<Category> categories,
        Sha256 documentSha256,
        boolean personTold,
        Instant orderedAt,
        Instant notAfter) {
    private static final String FORMAT = "paivand-court-order/v1";
    private static final int PARTS = 10;

    public RecordedOrder {
        categories = Canonical.enums(Category.class, categories);
    }

    /** What the decision would find wrong with it, before anybody confirms: nobody should check an order that can't hold. */
    Optional<ReasonCode> flaw(Jurisdiction holder, Instant now) {
        if (!court.equals(holder)) {
            return Optional.of(ReasonCode.COURT_ORDER_FOREIGN);
        }
        if (recordedBy.equals(recipient)) {
            return Optional.of(ReasonCode.COURT_ORDER_NOT_RECORDED_BY_HOLDER);
        }
        if (!personTold) {
            return Optional.of(ReasonCode.COURT_ORDER_PERSON_NOT_TOLD);
        }
        boolean inForce = !orderedAt.isAfter(now) && now.isBefore(notAfter);
        return inForce ? Optional.empty() : Optional.of(ReasonCode.COURT_ORDER_OVER);
    }

    CourtOrder confirmed(UUID id, String firstPerson, String secondPerson) {
        return new CourtOrder(
                id,
                court,
                recipient,
                categories,
                documentSha256,
                recordedBy,
                firstPerson,
                secondPerson,
                personTold,
                orderedAt,
                notAfter);
    }

    /** The subject of an approval. Codes and ids, no value. */
    String subject() {
        return String.join(
                " ",
                FORMAT,
                caseId.toString(),
                recordedBy.value(),
                court.code(),
                recipient.value(),
                categories.stream().map(Category::code).collect(Collectors.joining(",")),
                documentSha256.hex(),
                Boolean.toString(personTold),
                orderedAt.toString(),
                notAfter.toString());
    }

    /** @throws IllegalStateException if a subject was altered where it is kept */
    static RecordedOrder of(String subject) {
        String[] parts = subject.split(" ", -1);
        if (parts.length != PARTS || !parts[0].equals(FORMAT)) {
            throw new IllegalStateException("a proposed court order is not as it was written");
        }
        return new RecordedOrder(
                new CaseId(UUID.fromString(parts[1])),
                new AgencyId(parts[2]),
                new Jurisdiction(parts[3]),
                new AgencyId(parts[4]),
                Arrays.stream(parts[5].split(",", -1)).map(Category::of).collect(Collectors.toSet()),
                new Sha256(parts[6]),
                Boolean.parseBoolean(parts[7]),
                Instant.parse(parts[8]),
                Instant.parse(parts[9]));
    }
}
