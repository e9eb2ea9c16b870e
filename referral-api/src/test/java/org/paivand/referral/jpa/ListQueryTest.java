package org.paivand.referral.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Purpose;
import org.paivand.referral.ListOrder;
import org.paivand.referral.Listing;
import org.paivand.referral.Listing.Place;
import org.paivand.referral.ManyReferrals;
import org.paivand.referral.Party;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What a page costs, in rows that MariaDB touches. */
@Timeout(120)
final class ListQueryTest {
    private static final int ROWS = 20_000;
    private static final int LIMIT = 51;
    private static final Pattern PLACE = Pattern.compile("\\?([0-9]+)");

    /** Of each state there are a fourteenth; of those that wait, one in so many still does. */
    private static final int LIVE = 500;

    @AutoClose
    private static final TestNode node = TestNode.running();

    private static ManyReferrals many;
    private static Instant now;

    @BeforeAll
    static void fill() throws Exception {
        now = node.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        many = new ManyReferrals(Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT).caseId);
        many.add(ROWS, 5_000, LIVE, now);
        TestNode.sql("ANALYZE TABLE paivand.referral");
    }

    static Stream<Listing> listings() {
        List<Listing> listings = new ArrayList<>();
        for (Party party : Party.values()) {
            for (ListOrder order : ListOrder.values()) {
                List<String> states = Listing.states(party, order);
                for (Set<String> asked : List.of(Set.<String>of(), Set.of(states.get(0)), Set.copyOf(states))) {
                    listings.add(new Listing(party, asked, Set.of(), Optional.empty(), order));
                    listings.add(new Listing(party, asked, Set.of(Urgency.NORMAL), Optional.empty(), order));
                }
            }
            listings.add(new Listing(
                    party, Set.of(), Set.of(), Optional.of(now.minus(3, ChronoUnit.HOURS)), ListOrder.UPDATED_AT));
        }
        return listings.stream();
    }

    @ParameterizedTest
    @MethodSource("listings")
    void touchesAsManyRowsAsThePagesOfItsStretchesHowEverManyThereAre(Listing listing) throws Exception {
        for (Optional<Place> after : List.of(Optional.<Place>empty(), Optional.of(middle(listing)))) {
            ListQuery query =
                    new ListQuery(listing.party() == Party.SENDER ? many.from : many.to, listing, after, LIMIT, now);

            long touched = touched(query);

            long stretches = listing.isOfAll()
                    ? 1
                    : (long) listing.kept().size() * listing.urgent().size();
            // A stretch, the rows put in order, and what the page shows of them; and the few that wait.
            long most = stretches * (2 * LIMIT + 4) + 6 * LIMIT + 2L * ROWS / LIVE;
            assertTrue(touched <= most, () -> touched + " rows of at most " + most + " for " + listing);
        }
    }

    @ParameterizedTest
    @MethodSource("listings")
    void readsEachStretchInTheOrderOfItsIndex(Listing listing) throws Exception {
        ListQuery query = new ListQuery(
                listing.party() == Party.SENDER ? many.from : many.to,
                listing,
                Optional.of(middle(listing)),
                LIMIT,
                now);
        boolean waits = !listing.isOfAll() && listing.kept().stream().anyMatch(kept -> kept.due() == Listing.Due.LATER);

        Set<String> plans = plans(query);

        assertEquals(
                Set.of(),
                new TreeSet<>(
                        plans.stream().filter(plan -> plan.startsWith("ALL")).toList()));
        if (!waits || listing.order().isOfWaiting()) {
            assertEquals(
                    Set.of(),
                    new TreeSet<>(plans.stream()
                            .filter(plan -> plan.contains("filesort"))
                            .toList()));
        }
    }

    private static Place middle(Listing listing) {
        Instant time = switch (listing.order()) {
            case OFFERED_AT, UPDATED_AT -> now.minus(30 * 2_500, ChronoUnit.MINUTES);
            case RESPOND_BY, URGENCY -> now.plus(30, ChronoUnit.MINUTES);
        };
        return new Place(Urgency.NORMAL, time, new ReferralId(new java.util.UUID(0, 0)));
    }

    private static long touched(ListQuery query) throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement status = connection.createStatement();
                PreparedStatement statement = prepared(connection, "", query)) {
            status.execute("USE paivand");
            status.execute("FLUSH STATUS");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    assertTrue(rows.getString("id").length() == 36);
                }
            }
            long touched = 0;
            try (ResultSet counts = status.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
                while (counts.next()) {
                    touched += counts.getLong(2);
                }
            }
            return touched;
        }
    }

    /** Of the tables themselves: how each is reached, with which key, and what else is done. */
    private static Set<String> plans(ListQuery query) throws SQLException {
        Set<String> plans = new TreeSet<>();
        try (Connection connection = TestDatabase.running().administrator();
                Statement status = connection.createStatement()) {
            status.execute("USE paivand");
            try (PreparedStatement statement = prepared(connection, "EXPLAIN ", query);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = String.valueOf(rows.getString("table"));
                    if (table.equals("referral") || table.equals("r")) {
                        plans.add(rows.getString("type") + " " + rows.getString("key") + " " + rows.getString("Extra"));
                    }
                }
            }
        }
        return plans;
    }

    private static PreparedStatement prepared(Connection connection, String prefix, ListQuery query)
            throws SQLException {
        String sql = query.sql();
        List<Object> values = query.values();
        PreparedStatement statement =
                connection.prepareStatement(prefix + PLACE.matcher(sql).replaceAll("?"));
        Matcher place = PLACE.matcher(sql);
        int index = 1;
        while (place.find()) {
            statement.setObject(index++, values.get(Integer.parseInt(place.group(1)) - 1));
        }
        return statement;
    }
}
