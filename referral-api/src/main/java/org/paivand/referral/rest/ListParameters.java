package org.paivand.referral.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Coded;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ListOrder;
import org.paivand.referral.Listing;
import org.paivand.referral.Listing.Place;
import org.paivand.referral.Party;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Stored;
import org.paivand.rest.BoundCursor;
import org.paivand.rest.Codes;
import org.paivand.rest.Instants;

/** What a list of referrals can be asked for. */
public class ListParameters {
    private static final String HOSTED = "hosted";
    private static final List<String> BOXES = List.of("inbox", "sent", HOSTED);

    @QueryParam("box")
    @Nullable
    String box;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("urgency")
    @Nullable
    String urgency;

    @QueryParam("updatedSince")
    @Nullable
    String updatedSince;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @Nullable
    String limit;

    /** @throws ProblemException naming what doesn't fit, with what would */
    Listing listing() {
        Party party = Codes.among("box", box == null ? "" : box, BOXES).equals("sent") ? Party.SENDER : Party.PROVIDER;
        ListOrder order = order();
        return new Listing(
                party,
                Codes.several("state", state, Listing.states(party, order)),
                Codes.several("urgency", urgency, Codes.codes(Urgency.class)).stream()
                        .map(code -> Coded.of(Urgency.class, code))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(updatedSince).map(text -> Instants.of("updatedSince", text)),
                order);
    }

    /** Whether it is the inbox of those whom the caller answers for. */
    boolean hosted() {
        return HOSTED.equals(box);
    }

    private ListOrder order() {
        ListOrder usual = updatedSince == null ? ListOrder.OFFERED_AT : ListOrder.UPDATED_AT;
        ListOrder order = sort == null ? usual : Codes.among("sort", sort, ListOrder.class);
        if (updatedSince != null && order != ListOrder.UPDATED_AT) {
            throw ProblemException.invalid("sort", "contradiction", List.of(ListOrder.UPDATED_AT.code()));
        }
        return order;
    }

    /** @throws ProblemException if the text is no cursor of this very list */
    Optional<Place> after(Listing listing) {
        return cursor(listing, hosted())
                .after(after)
                .map(parts -> Codes.text("after", String.join(" ", parts), text -> {
                    if (parts.size() != 3) {
                        throw new IllegalArgumentException("not a place");
                    }
                    Place place = new Place(
                            Coded.of(Urgency.class, parts.get(0)),
                            BoundCursor.time(parts.get(1)),
                            new ReferralId(UUID.fromString(parts.get(2))));
                    if (!listing.urgent().contains(place.urgency())) {
                        throw new IllegalArgumentException("not on the list");
                    }
                    return place;
                }));
    }

    /** Where the next page begins. */
    String next(Listing listing, Stored last) {
        Place place = listing.place(last);
        return cursor(listing, hosted())
                .text(
                        place.urgency().code(),
                        BoundCursor.text(place.time()),
                        place.id().toString());
    }

    private static BoundCursor cursor(Listing listing, boolean hosted) {
        Set<Urgency> urgencies = new TreeSet<>(listing.urgencies());
        return BoundCursor.to(
                hosted ? HOSTED : listing.party(),
                listing.order(),
                new TreeSet<>(listing.states()),
                urgencies,
                listing.updatedSince());
    }
}
