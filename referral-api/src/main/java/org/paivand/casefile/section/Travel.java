package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ProtectionFear;

/**
 * Papers and the way.
 *
 * @param itinerary at most 10 legs, in order
 * @param protectionFear for decisions alone: {@link ReleasedTravel} doesn't have it
 */
public record Travel(
        Optional<TravelDocument> travelDocument,
        List<Leg> itinerary,
        Optional<ReturnDecision> returnDecision,
        ProtectionFear protectionFear)
        implements Section {

    public Travel {
        itinerary = Checks.items("itinerary", itinerary, 0, 10);
    }

    @Override
    public Category category() {
        return Category.TRAVEL;
    }

    /** What leaves: everything but the fear; empty if there is nothing else, for an empty object would tell of it. */
    public Optional<ReleasedTravel> withoutFear() {
        return travelDocument.isPresent() || !itinerary.isEmpty() || returnDecision.isPresent()
                ? Optional.of(new ReleasedTravel(travelDocument, itinerary, returnDecision))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
