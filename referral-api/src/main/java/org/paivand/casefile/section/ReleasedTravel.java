package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;

/**
 * Papers and the way, without what the person fears.
 */
public record ReleasedTravel(
        Optional<TravelDocument> travelDocument, List<Leg> itinerary, Optional<ReturnDecision> returnDecision)
        implements Releasable {

    public ReleasedTravel {
        itinerary = Checks.items("itinerary", itinerary, 0, 10);
        Checks.notEmpty(travelDocument.isPresent() || !itinerary.isEmpty() || returnDecision.isPresent());
    }

    @Override
    public Category category() {
        return Category.TRAVEL;
    }

    /** What leaves under the mask {@code document-without-number}. */
    public ReleasedTravel withoutDocumentNumber() {
        return new ReleasedTravel(travelDocument.map(TravelDocument::withoutNumber), itinerary, returnDecision);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
