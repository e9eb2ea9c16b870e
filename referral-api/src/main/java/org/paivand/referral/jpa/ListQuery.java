package org.paivand.referral.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Times;
import org.paivand.disclosure.AgencyId;
import org.paivand.referral.ListOrder;
import org.paivand.referral.Listing;
import org.paivand.referral.Listing.Due;
import org.paivand.referral.Listing.Kept;
import org.paivand.referral.Listing.Place;
import org.paivand.referral.Party;

/**
 * A page of a list in one statement, so at one instant. Each state and urgency is a stretch of an index that is read from its place
 * on, no further than the page is long; the stretches are then put in one order. So a page costs the same whatever came before it
 * and however much there is that isn't asked for. Only waiting offers are put in the order of another index, which costs as much
 * as there are of them: those that expired keep their state, and would have to be passed over.
 */
final class ListQuery {
    private static final List<Urgency> RANKS = List.of(Urgency.values());

    private final AgencyId agency;
    private final List<AgencyId> hosted;
    private final Listing listing;
    private final Optional<Place> after;
    private final int limit;
    private final Instant now;
    private final List<Object> values = new ArrayList<>();

    ListQuery(AgencyId agency, Listing listing, Optional<Place> after, int limit, Instant now) {
        this(agency, List.of(), listing, after, limit, now);
    }

    /** @param hosted of whose referrals those are listed that were offered through the agency, which are few */
    ListQuery(AgencyId agency, List<AgencyId> hosted, Listing listing, Optional<Place> after, int limit, Instant now) {
        this.agency = agency;
        this.hosted = hosted;
        this.listing = listing;
        this.after = after;
        this.limit = limit;
        this.now = now;
    }

    List<ReferralRow> rows(EntityManager entities) {
        Query query = entities.createNativeQuery(sql(), ReferralRow.class);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<ReferralRow> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((ReferralRow) row);
        }
        return rows;
    }

    /** With its {@link #values}, each time anew. */
    String sql() {
        values.clear();
        return listing.isOfAll()
                ? "SELECT * FROM referral" + by(isByOffer() ? box() : box() + "_changed") + " WHERE " + whose()
                        + from(Optional.empty()) + order("", false)
                : "SELECT r.* FROM (" + String.join(" UNION ALL ", stretches()) + order("", isByUrgency())
                        + ") p STRAIGHT_JOIN referral r ON r.id = p.id" + order("p.", isByUrgency());
    }

    List<Object> values() {
        return List.copyOf(values);
    }

    private List<String> stretches() {
        List<String> stretches = new ArrayList<>();
        for (Urgency urgency : listing.urgent()) {
            boolean passed = isByUrgency()
                    && after.filter(place -> urgency.compareTo(place.urgency()) < 0)
                            .isPresent();
            if (!passed) {
                listing.kept().forEach(kept -> stretches.add(stretch(kept, urgency)));
            }
        }
        return stretches;
    }

    private String stretch(Kept kept, Urgency urgency) {
        return "(SELECT id, " + time() + ", " + RANKS.indexOf(urgency) + " AS urgent FROM referral"
                + by(index(kept))
                + " WHERE " + whose() + " AND state = " + value(kept.state())
                + " AND urgency = " + value(urgency.code()) + due(kept.due()) + from(Optional.of(urgency))
                + order("", false) + ")";
    }

    private String due(Due due) {
        return switch (due) {
            case LATER -> " AND respond_by > " + value(Times.column(now));
            case PASSED -> " AND respond_by <= " + value(Times.column(now));
            case WHENEVER -> "";
        };
    }

    /** After the last row that was seen; in the order of urgency, that row is among those of one urgency. */
    private String from(Optional<Urgency> urgency) {
        String since = listing.updatedSince()
                .map(instant -> " AND " + time() + " >= " + value(Times.column(instant)))
                .orElse("");
        return since
                + after.filter(place -> !isByUrgency()
                                || urgency.filter(place.urgency()::equals).isPresent())
                        .map(this::behind)
                        .orElse("");
    }

    /** In a form of which MariaDB makes a range of the index. */
    private String behind(Place place) {
        String further = isByOffer() ? " < " : " > ";
        String time = value(Times.column(place.time()));
        return " AND " + time() + further.stripTrailing() + "= " + time + " AND (" + time() + further + time + " OR id"
                + further + value(place.id().toString()) + ")";
    }

    private String order(String prefix, boolean urgentFirst) {
        String direction = isByOffer() ? " DESC" : "";
        return " ORDER BY " + (urgentFirst ? prefix + "urgent, " : "") + prefix + time() + direction + ", " + prefix
                + "id" + direction + " LIMIT " + limit;
    }

    private String index(Kept kept) {
        boolean due = listing.order().isOfWaiting() || kept.due() == Due.LATER;
        return box() + (due ? "_due" : isByOffer() ? "_offered" : "_state_changed");
    }

    private String time() {
        return switch (listing.order()) {
            case OFFERED_AT -> "offered_at";
            case UPDATED_AT -> listing.party() == Party.SENDER ? "shown_at" : "updated_at";
            case RESPOND_BY, URGENCY -> "respond_by";
        };
    }

    private String box() {
        return listing.party() == Party.SENDER ? "sent" : "inbox";
    }

    private String by(String index) {
        return hosted.isEmpty() ? " FORCE INDEX (" + index + ")" : "";
    }

    private String whose() {
        return hosted.isEmpty()
                ? (listing.party() == Party.SENDER ? "from_agency" : "to_agency") + " = " + value(agency.value())
                : "through_agency = " + value(agency.value()) + " AND to_agency IN ("
                        + hosted.stream().map(one -> value(one.value())).collect(Collectors.joining(", ")) + ")";
    }

    private boolean isByOffer() {
        return listing.order() == ListOrder.OFFERED_AT;
    }

    private boolean isByUrgency() {
        return listing.order() == ListOrder.URGENCY;
    }

    private String value(Object value) {
        values.add(value);
        return "?" + values.size();
    }
}
