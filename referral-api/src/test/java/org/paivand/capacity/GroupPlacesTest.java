package org.paivand.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.casefile.CaseId;
import org.paivand.group.Family;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.OfferedGroup;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.TestNode;

/** A place for each of a group, or for none; on MariaDB. */
@Timeout(90)
class GroupPlacesTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Family family;
    private UUID group;

    @BeforeEach
    void threeWhoBelongTogether() throws Exception {
        Beds.clear(node);
        family = Family.of(node, 3);
        group = family.linked();
    }

    @AfterEach
    void mend() throws Exception {
        Beds.clear(node);
    }

    @Test
    void holdsAPlaceForEachAndFreesThemOneByOne() throws Exception {
        Beds.state(node, 4, 8, Waitlist.NONE);

        OfferedGroup offered = family.offer(group);
        assertEquals(1, Beds.available(node));
        node.referrals()
                .move(family.members.get(0).controller, family.referral(offered, 0), Optional.empty(), Move.cancel());

        assertEquals(2, Beds.available(node));
    }

    @Test
    void offersNobodyWhereThereAreFewerPlacesAndTellsHowManyAsABand() throws Exception {
        Beds.state(node, 2, 8, Waitlist.NONE);
        long before = TestNode.number("SELECT COUNT(*) FROM paivand.referral");

        ProblemException refused = assertThrows(ProblemException.class, () -> family.offer(group));

        assertEquals(ProblemCode.NO_PLACE, refused.code());
        assertEquals(Optional.of("few"), refused.extensions().free());
        assertEquals(before, TestNode.number("SELECT COUNT(*) FROM paivand.referral"));
        assertEquals(2, Beds.available(node));
    }

    @Test
    void tellsNothingOfPlacesToWhomTheOfferIsRefused() throws Exception {
        Beds.state(node, 0, 8, Waitlist.NONE);
        family.members.get(0).withdraw(family.consents.get(0));

        ProblemException refused = assertThrows(ProblemException.class, () -> family.offer(group));

        assertEquals(ProblemCode.OFFER_REFUSED, refused.code());
        assertEquals(Optional.empty(), refused.extensions().free());
    }

    @Test
    void letsThoseWaitForWhomThereIsNoPlaceWhereTheProviderLetsWait() throws Exception {
        Beds.state(node, 2, 8, Waitlist.OPEN);

        family.offer(group);

        assertEquals(0, Beds.available(node));
        assertEquals(2, TestNode.number("SELECT COUNT(*) FROM paivand.placement WHERE state = 'held'"));
        assertEquals(1, TestNode.number("SELECT COUNT(*) FROM paivand.placement WHERE state = 'waiting'"));
    }

    @RepeatedTest(4)
    void bookNoPlaceTwiceWhenGroupsAndSingleOffersComeAtOnce() throws Exception {
        Family other = Family.of(node, 3);
        UUID theirs = other.linked();
        Beds.state(node, 4, 8, Waitlist.NONE);

        try (Race race = new Race()) {
            List<Race.Finish<Boolean>> finishes = race.run(List.of(
                    () -> !family.offer(group).members().isEmpty(),
                    () -> !other.offer(theirs).members().isEmpty(),
                    () -> !family.members
                            .get(0)
                            .offer(ServiceType.SHELTER)
                            .value()
                            .equals(group)));

            finishes.stream()
                    .filter(finish -> !finish.won())
                    .forEach(finish -> assertEquals(Optional.of(ProblemCode.NO_PLACE), finish.problem()));
        }
        long held = TestNode.number("SELECT COUNT(*) FROM paivand.placement WHERE state = 'held'");
        assertEquals(4, held + Beds.available(node));
        assertEquals(held, offered(family) + offered(other));
    }

    private static long offered(Family family) throws Exception {
        String ids =
                String.join("','", family.cases().stream().map(CaseId::toString).toList());
        return TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE case_id IN ('" + ids + "')");
    }
}
