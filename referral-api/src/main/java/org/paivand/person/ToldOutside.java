package org.paivand.person;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;

/** Something that somebody was told by voice, messenger, mail or paper. */
public record ToldOutside(
        Instant at,
        OutOfBandChannel channel,
        Optional<AgencyId> recipient,
        Optional<Outsider> outsider,
        Set<Category> categories) {
    static ToldOutside of(DisclosedOutOfBand event) {
        return new ToldOutside(
                event.toldAt(),
                event.channel(),
                event.recipient().map(to -> to.agency()),
                event.outsider(),
                event.told());
    }
}
