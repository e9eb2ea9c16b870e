package org.paivand.person;

import java.time.Instant;
import java.util.List;
import org.paivand.disclosure.AgencyId;

/**
 * What a receipt or a status tells: codes and agencies, never a value.
 *
 * @param keeper the agency that answers for it
 * @param deliveries the newest first, at most a hundred
 * @param choices whom the holder can bar
 */
public record Overview(
        Instant at,
        Holder holder,
        AgencyId keeper,
        List<Agreed> agreed,
        List<Delivery> deliveries,
        List<Choice> choices) {
    public Overview {
        agreed = List.copyOf(agreed);
        deliveries = List.copyOf(deliveries);
        choices = List.copyOf(choices);
    }

    /**
     * An agency under a name that tells nothing and holds for this case alone.
     *
     * @param known whether it received something, or may
     */
    public record Choice(String handle, AgencyId agency, boolean known) {}
}
