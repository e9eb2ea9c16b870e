package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.TestDatabase;
import org.paivand.database.Times;
import org.paivand.disclosure.Purpose;
import org.paivand.referral.Listing.Place;
import org.paivand.referral.Referrals.Stored;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Lists of referrals on MariaDB, page by page. */
@Timeout(120)
class ReferralListTest {
    private static final int ROWS = 420;
    private static final Listing CHANGES =
            new Listing(Party.PROVIDER, Set.of(), Set.of(), Optional.empty(), ListOrder.UPDATED_AT);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private ManyReferrals many;
    private Caller sender;
    private Caller provider;
    private Instant now;

    @BeforeEach
    void fill() throws Exception {
        now = node.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        node.clock.stopAt(now);
        Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        many = new ManyReferrals(scene.caseId);
        many.add(ROWS, 40, 2, now);
        sender = TestNode.caller(many.from.value(), "officer-one", Role.REFERRER);
        provider = TestNode.caller(many.to.value(), "worker-one", Role.PROVIDER);
    }

    @Test
    void areWhatFilteringAndSortingEverythingWouldGiveHoweverLongThePages() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Listing listing = listing(random);
            int limit = 1 + random.nextInt(60);

            List<Stored> expected = everything(listing.party()).stream()
                    .filter(stored -> isOn(listing, stored))
                    .sorted(order(listing))
                    .toList();

            assertEquals(expected, pages(listing, limit), () -> "seed " + seed + " " + listing + " by " + limit);
        }
    }

    @Test
    void showNobodyWhatIsAnothers() {
        Caller stranger = TestNode.caller("tj-many-stranger", "worker-one", Role.PROVIDER, Role.REFERRER);

        for (Party party : Party.values()) {
            for (ListOrder order : ListOrder.values()) {
                assertEquals(
                        List.of(),
                        node.referrals()
                                .list(
                                        stranger,
                                        new Listing(party, Set.of(), Set.of(), Optional.empty(), order),
                                        Optional.empty(),
                                        100));
            }
        }
        assertEquals(List.of(), node.referrals().list(sender, CHANGES, Optional.empty(), 100));
    }

    /** The order of a list would tell of an arrival as well as a date would. */
    @Test
    void moveForTheSenderOnlyWithWhatItIsTold() throws Exception {
        Listing sent = new Listing(Party.SENDER, Set.of(), Set.of(), Optional.empty(), ListOrder.UPDATED_AT);
        List<ReferralId> before = ids(pages(sent, 50));
        ReferralId helped = pages(
                        new Listing(Party.SENDER, Set.of("accepted"), Set.of(), Optional.empty(), ListOrder.UPDATED_AT),
                        50)
                .get(0)
                .referral()
                .request()
                .id();

        TestNode.sql("UPDATE paivand.referral SET updated_at = '" + Times.column(now.plusSeconds(3600))
                + "' WHERE id = '" + helped + "'");

        assertEquals(before, ids(pages(sent, 50)));
        assertEquals(helped, ids(pages(CHANGES, 50)).get(ROWS - 1));
    }

    @Test
    void ofChangesMissNothingThatMovesMeanwhile() throws Exception {
        Set<ReferralId> all = new HashSet<>(ids(everything(Party.PROVIDER)));
        List<ReferralId> targets = new ArrayList<>(all);
        Collections.shuffle(targets, new Random(7));
        AtomicBoolean read = new AtomicBoolean();
        Callable<List<ReferralId>> reader = () -> {
            List<ReferralId> seen = ids(pages(CHANGES, 5));
            read.set(true);
            return seen;
        };
        Callable<List<ReferralId>> writer = () -> {
            for (ReferralId target : targets) {
                if (!read.get()) {
                    touch(target, now.plusMillis(targets.indexOf(target)));
                }
            }
            return List.of();
        };

        try (Race race = new Race()) {
            List<Race.Finish<List<ReferralId>>> finishes = race.run(List.of(reader, writer));

            assertEquals(all, new HashSet<>(finishes.get(0).result().orElseThrow()));
        }
    }

    @Test
    void ofOffersShowNothingTwiceAndMissNothingWhileStatesChange() throws Exception {
        Listing offers = new Listing(Party.PROVIDER, Set.of(), Set.of(), Optional.empty(), ListOrder.OFFERED_AT);
        List<ReferralId> all = ids(everything(Party.PROVIDER));
        List<ReferralId> seen = new ArrayList<>();
        Random random = new Random(11);

        Optional<Place> after = Optional.empty();
        do {
            List<Stored> page = node.referrals().list(provider, offers, after, 9);
            seen.addAll(ids(page));
            after = page.size() < 9 ? Optional.empty() : Optional.of(offers.place(page.get(8)));
            touch(all.get(random.nextInt(ROWS)), now.plusSeconds(seen.size()));
        } while (after.isPresent());

        assertEquals(all, seen);
    }

    /** What no cursor can promise: the time of a change is taken before its commit. Whoever goes back a little finds it. */
    @Test
    void ofChangesCanPassOneThatCommitsLateWhichIsFoundByGoingBack() throws Exception {
        ReferralId late = pages(CHANGES, 50).get(0).referral().request().id();
        ReferralId soon = pages(CHANGES, 50).get(1).referral().request().id();
        try (Connection slow = TestDatabase.running().administrator();
                Statement change = slow.createStatement()) {
            slow.setAutoCommit(false);
            change.execute("UPDATE paivand.referral SET updated_at = '" + Times.column(now.plusSeconds(3600))
                    + "' WHERE id = '" + late + "'");
            touch(soon, now.plusSeconds(3601));
            List<Stored> read = pages(CHANGES, 50);
            Place last = CHANGES.place(read.get(read.size() - 1));

            slow.commit();

            assertEquals(soon, last.id());
            assertEquals(List.of(), node.referrals().list(provider, CHANGES, Optional.of(last), 50));
            assertEquals(List.of(late, soon), ids(pages(since(last.time().minus(Duration.ofMinutes(1))), 50)));
        }
    }

    @Test
    void dropAnOfferWhenItsTimeIsOver() {
        Listing due = new Listing(Party.PROVIDER, Set.of(), Set.of(), Optional.empty(), ListOrder.RESPOND_BY);
        List<Stored> before = pages(due, 50);
        assertFalse(before.isEmpty());

        node.clock.stopAt(before.get(0).referral().request().respondBy());

        List<Stored> left = pages(due, 50);
        assertTrue(left.size() < before.size());
        assertFalse(ids(left).contains(before.get(0).referral().request().id()));
    }

    private static Listing since(Instant instant) {
        return new Listing(Party.PROVIDER, Set.of(), Set.of(), Optional.of(instant), ListOrder.UPDATED_AT);
    }

    private static void touch(ReferralId id, Instant at) throws Exception {
        TestNode.sql("UPDATE paivand.referral SET updated_at = '" + Times.column(at)
                + "', state = IF(state = 'accepted'," + " 'cancel-requested', state) WHERE id = '" + id + "'");
    }

    private Listing listing(Random random) {
        Party party = List.of(Party.values()).get(random.nextInt(2));
        ListOrder order = List.of(ListOrder.values()).get(random.nextInt(4));
        Optional<Instant> since = order == ListOrder.UPDATED_AT && random.nextBoolean()
                ? Optional.of(now.minus(Duration.ofMinutes(random.nextInt(1200))))
                : Optional.empty();
        return new Listing(
                party,
                some(random, Listing.states(party, order)),
                some(random, List.of(Urgency.values())),
                since,
                order);
    }

    private static <T> Set<T> some(Random random, List<T> all) {
        Set<T> some = new HashSet<>();
        if (random.nextInt(3) > 0) {
            all.stream().filter(any -> random.nextInt(3) == 0).forEach(some::add);
        }
        return some;
    }

    private static boolean isOn(Listing listing, Stored stored) {
        Referral referral = stored.referral();
        String state = referral.shownTo(listing.party());
        boolean asked = listing.states().isEmpty()
                ? !listing.order().isOfWaiting() || referral instanceof Referral.Waiting
                : listing.states().contains(state);
        return asked
                && (listing.urgencies().isEmpty()
                        || listing.urgencies().contains(referral.request().urgency()))
                && listing.updatedSince()
                        .filter(since -> stored.mark(listing.party()).at().isBefore(since))
                        .isEmpty();
    }

    private static Comparator<Stored> order(Listing listing) {
        Comparator<Stored> byId =
                Comparator.comparing(stored -> stored.referral().request().id().toString());
        Comparator<Stored> byDue = Comparator.<Stored, Instant>comparing(
                stored -> stored.referral().request().respondBy());
        return switch (listing.order()) {
            case OFFERED_AT ->
                Comparator.<Stored, Instant>comparing(
                                stored -> stored.referral().request().offeredAt())
                        .thenComparing(byId)
                        .reversed();
            case UPDATED_AT ->
                Comparator.<Stored, Instant>comparing(
                                stored -> stored.mark(listing.party()).at())
                        .thenComparing(byId);
            case RESPOND_BY -> byDue.thenComparing(byId);
            case URGENCY ->
                Comparator.<Stored, Urgency>comparing(
                                stored -> stored.referral().request().urgency())
                        .thenComparing(byDue)
                        .thenComparing(byId);
        };
    }

    /** In one page, the newest offer first. */
    private List<Stored> everything(Party party) {
        Listing all = new Listing(party, Set.of(), Set.of(), Optional.empty(), ListOrder.OFFERED_AT);
        List<Stored> found = node.referrals().list(caller(party), all, Optional.empty(), 2 * ROWS);
        assertEquals(ROWS, found.size());
        return found;
    }

    private List<Stored> pages(Listing listing, int limit) {
        List<Stored> found = new ArrayList<>();
        List<Stored> page;
        do {
            Optional<Place> after =
                    found.isEmpty() ? Optional.empty() : Optional.of(listing.place(found.get(found.size() - 1)));
            page = node.referrals().list(caller(listing.party()), listing, after, limit);
            found.addAll(page);
        } while (page.size() == limit);
        return found;
    }

    private Caller caller(Party party) {
        return party == Party.SENDER ? sender : provider;
    }

    private static List<ReferralId> ids(List<Stored> rows) {
        return rows.stream().map(stored -> stored.referral().request().id()).toList();
    }
}
