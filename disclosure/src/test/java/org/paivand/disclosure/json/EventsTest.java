package org.paivand.disclosure.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.Scene;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogPlace;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Withheld;

final class EventsTest {
    private static final Decision DECIDED =
            new Scene().asking(Set.of(Category.CONTACT, Category.LEGAL)).decide();
    private static final Basis BASIS = Optional.ofNullable(DECIDED.permitted().get(Category.CONTACT))
            .orElseThrow()
            .basis();
    private static final Withheld LEGAL = new Withheld(Category.LEGAL, ReasonCode.BEYOND_NEED_TO_KNOW);

    private static DisclosureEvent disclosed(Basis basis, List<Withheld> withheld) {
        return disclosed(new Released(Category.CONTACT, basis, Set.of()), withheld);
    }

    private static DisclosureEvent disclosed(Released released, List<Withheld> withheld) {
        Disclosure any = Events.disclosure();
        return new Disclosure(
                any.head(),
                any.to(),
                any.forPurpose(),
                List.of(released),
                withheld,
                any.decision(),
                any.payload(),
                any.terms(),
                Optional.empty(),
                Optional.empty());
    }

    private static DisclosureEvent denied(List<Withheld> withheld) {
        EventHead head = Events.head(Optional.of(Scene.CASE));
        return new Denial(head, Optional.empty(), Optional.empty(), "release-refused", withheld, Optional.empty());
    }

    @Test
    void anEventThatTellsTheDecisionIsSeenToDoSo() {
        assertTrue(disclosed(BASIS, List.of(LEGAL)).tells(DECIDED));
        assertTrue(denied(List.of(new Withheld(Category.CONTACT, ReasonCode.NOT_HELD), LEGAL))
                .tells(DECIDED));
    }

    @Test
    void whatWasToldOutsideIsJudgedAsTheDecisionSays() {
        Hindsight told = Hindsight.of(Events.outOfBand().decided().orElseThrow(), DECIDED);
        Set<Category> both = Set.of(Category.CONTACT, Category.LEGAL);

        assertTrue(Events.outOfBand(both, told).tells(DECIDED));
        assertFalse(Events.outOfBand().tells(DECIDED));
        Hindsight kinder =
                new Hindsight(told.decision(), Map.of(Category.CONTACT, BASIS, Category.LEGAL, BASIS), Map.of());
        assertFalse(Events.outOfBand(both, kinder).tells(DECIDED));
        assertThrows(IllegalArgumentException.class, () -> Events.outOfBand(Set.of(Category.CONTACT), told));
    }

    @Test
    void whatWasToldOutsideIsFoundedOnlyIfAllOfItWouldHaveBeenPermitted() {
        DisclosedOutOfBand half = Events.outOfBand();
        Hindsight all = new Hindsight(half.decided().orElseThrow(), Map.of(Category.CONTACT, BASIS), Map.of());

        assertTrue(Events.outOfBand(Set.of(Category.CONTACT), all).founded());
        assertFalse(half.founded());
    }

    @Test
    void anotherBasisReasonOrAMissingCategoryIsSeen() {
        Basis other = new Basis.ByConsent(Scene.id("consent"), 1, Scene.id("another grant"));
        Map<Category, CategoryDecision> contactWithheld = new EnumMap<>(Category.class);
        contactWithheld.put(Category.CONTACT, new CategoryDecision.Withhold(ReasonCode.REFUSED));
        contactWithheld.put(Category.LEGAL, new CategoryDecision.Withhold(ReasonCode.BEYOND_NEED_TO_KNOW));

        assertFalse(disclosed(other, List.of(LEGAL)).tells(DECIDED));
        assertFalse(disclosed(BASIS, List.of()).tells(DECIDED));
        assertFalse(disclosed(BASIS, List.of(new Withheld(Category.LEGAL, ReasonCode.REFUSED)))
                .tells(DECIDED));
        assertFalse(disclosed(BASIS, List.of(new Withheld(Category.LEGAL, ReasonCode.NOT_HELD)))
                .tells(DECIDED));
        assertFalse(disclosed(BASIS, List.of(LEGAL)).tells(new Decision("tj-1", contactWithheld)));
    }

    @Test
    void aMemberThatAMaskHidesIsSeen() {
        Decision masked = new Scene().asking(Set.of(Category.IDENTITY)).decide();
        Basis basis = Optional.ofNullable(masked.permitted().get(Category.IDENTITY))
                .orElseThrow()
                .basis();

        for (String path : List.of("/birthDate", "/birthDate/value", "/birthDate/status")) {
            Released whole = new Released(Category.IDENTITY, basis, Set.of("/givenName/value", path));
            assertFalse(disclosed(whole, List.of()).tells(masked), path);
        }
        for (String path : List.of("/birthYear/value", "/birthDates", "/sex/birthDate")) {
            Released less = new Released(Category.IDENTITY, basis, Set.of("/givenName/value", path));
            assertTrue(disclosed(less, List.of()).tells(masked), path);
        }
    }

    @Test
    void theBytesOfAnEventNeverChange() {
        String written = new String(EventJson.write(Events.disclosure()), StandardCharsets.UTF_8);

        assertTrue(written.startsWith("{\"format\":\"paivand-event/v1\",\"type\":\"disclosure\",\"eventId\":\""));
        assertEquals(
                "821e0122d910c66e27689fa8374f7e01434bdb52dff21decff00ff4b27793cf7",
                Sha256.digest(EventJson.write(Events.disclosure())).hex());
    }

    @Test
    void refusesWhatCouldCarryAValue() {
        Set<String> sentence = Set.of("/contact/call her at night");

        assertThrows(IllegalArgumentException.class, () -> new Released(Category.CONTACT, BASIS, sentence));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Actor(Scene.POLICE.agency(), "Gulnora Safarova", "provider", "client", Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PayloadDigest("application/json; name=x", 1, Sha256.digest(new byte[0])));
    }

    @Test
    void refusesADisclosureOfNothingOrOfNobodysCaseOrOfACategoryTwice() {
        Disclosure any = Events.disclosure();

        assertThrows(
                IllegalArgumentException.class,
                () -> disclosed(BASIS, List.of(new Withheld(Category.CONTACT, ReasonCode.REFUSED))));
        assertThrows(IllegalArgumentException.class, () -> denied(List.of(LEGAL, LEGAL)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Disclosure(
                        Events.head(Optional.empty()),
                        any.to(),
                        any.forPurpose(),
                        any.released(),
                        any.withheld(),
                        any.decision(),
                        any.payload(),
                        any.terms(),
                        any.breakGlass(),
                        any.authoriser()));
    }

    @Test
    void refusesAnErasureByOnePerson() {
        EventHead head = Events.head(Optional.empty());
        Erasure openings = Events.erasure(new IndexRange(0, 1));

        assertThrows(
                IllegalArgumentException.class,
                () -> new ErasureCertified(head, openings, head.discloser().user()));
    }

    @Test
    void namesACaseIfAndOnlyIfItWasErased() {
        EventHead none = Events.head(Optional.empty());
        EventHead known = Events.head(Optional.of(Scene.CASE));

        assertThrows(IllegalArgumentException.class, () -> new ErasureCertified(none, new Erasure.OfCase(), "u-9"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ErasureCertified(known, Events.erasure(new IndexRange(0, 1)), "u-9"));
    }

    @Test
    void refusesRangesThatAreNotTheOneWayToWriteThem() {
        assertThrows(IllegalArgumentException.class, () -> Events.erasure());
        assertThrows(IllegalArgumentException.class, () -> new IndexRange(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new IndexRange(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> Events.erasure(new IndexRange(0, 3), new IndexRange(3, 4)));
        assertThrows(IllegalArgumentException.class, () -> Events.erasure(new IndexRange(5, 6), new IndexRange(0, 3)));
    }

    @Test
    void coversTheFirstIndexOfARangeAndNotItsEnd() {
        Erasure.OfOpenings openings = new Erasure.OfOpenings("log.example/1", List.of(new IndexRange(2, 4)));

        assertFalse(openings.covers(1));
        assertTrue(openings.covers(2));
        assertTrue(openings.covers(3));
        assertFalse(openings.covers(4));
    }

    @Test
    void refusesAKeyThatBearsAnotherLogsName() {
        EventHead head = Events.head(Optional.empty());

        assertThrows(
                IllegalArgumentException.class,
                () -> new LogChanged(head, LogSuccession.YEAR, "a.example", "b.example+00+x", Optional.empty()));
    }

    @Test
    void knowsNothingBeforeTheFirstLog() {
        EventHead head = Events.head(Optional.empty());
        Optional<LogPlace> before = Optional.of(new LogPlace("b.example", 1, Events.HASH));

        assertThrows(
                IllegalArgumentException.class,
                () -> new LogChanged(head, LogSuccession.FIRST, "a.example", "a.example+00+x", before));
    }
}
