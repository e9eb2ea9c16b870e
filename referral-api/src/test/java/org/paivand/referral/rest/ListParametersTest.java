package org.paivand.referral.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.referral.ListOrder;
import org.paivand.referral.Listing;
import org.paivand.referral.Listing.Place;
import org.paivand.referral.Party;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Mark;
import org.paivand.referral.Referrals.Stored;
import org.paivand.referral.Request;
import org.paivand.registry.service.ServiceType;

final class ListParametersTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Stored STORED = new Stored(
            new Referral.Offered(new Request(
                    new ReferralId(new UUID(0, 1)),
                    new CaseId(new UUID(0, 2)),
                    new UUID(0, 3),
                    new AgencyId("tj-police-dushanbe"),
                    new AgencyId("tj-shelter-north"),
                    Purpose.SHELTER_PLACEMENT,
                    Urgency.URGENT,
                    List.of(ServiceType.SHELTER),
                    AT,
                    AT.plusSeconds(9),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
            new Mark(3, AT.plusSeconds(2)),
            new Mark(2, AT.plusSeconds(1)));

    @Test
    void listTheNewestOffersOfABoxUnlessAskedOtherwise() {
        assertEquals(
                new Listing(Party.SENDER, Set.of(), Set.of(), Optional.empty(), ListOrder.OFFERED_AT),
                asked(p -> p.box = "sent").listing());
    }

    @Test
    void takeSeveralStatesAndUrgenciesInAnyOrder() {
        Listing listing = asked(p -> {
                    p.state = "accepted,offered";
                    p.urgency = "urgent,immediate";
                    p.updatedSince = "2026-11-22T10:00:00Z";
                })
                .listing();

        assertEquals(
                new Listing(
                        Party.PROVIDER,
                        Set.of("offered", "accepted"),
                        Set.of(Urgency.IMMEDIATE, Urgency.URGENT),
                        Optional.of(AT),
                        ListOrder.UPDATED_AT),
                listing);
    }

    @Test
    void refuseAnUnknownBoxOrderOrUrgencyAndTellWhatThereIs() {
        assertEquals(fault("box", "not-in-list", "inbox", "sent", "hosted"), fault(p -> p.box = "outbox"));
        assertEquals(fault("box", "not-in-list", "inbox", "sent", "hosted"), fault(p -> p.box = null));
        assertEquals(
                fault("sort", "not-in-list", "offeredAt", "updatedAt", "respondBy", "urgency"),
                fault(p -> p.sort = "-offeredAt"));
        assertEquals(
                fault("urgency", "not-in-list", "immediate", "emergency", "urgent", "normal"),
                fault(p -> p.urgency = "urgent,soon"));
    }

    @Test
    void refuseAStateThatTheBoxIsNeverShownAndTellWhichItIs() {
        RequestError refused = fault(p -> {
            p.box = "sent";
            p.state = "completed";
        });

        assertEquals(
                new RequestError(
                        "state", "not-in-list", Optional.of(Listing.states(Party.SENDER, ListOrder.OFFERED_AT))),
                refused);
        assertEquals("not-in-list", fault(p -> p.state = "closed").code());
    }

    @Test
    void refuseToOrderByTheTimeToAnswerWhatWasAnswered() {
        for (String sort : List.of("respondBy", "urgency")) {
            assertEquals(fault("state", "not-in-list", "offered", "clarifying"), fault(p -> {
                p.sort = sort;
                p.state = "accepted";
            }));
        }
    }

    @Test
    void refuseChangesInAnotherOrder() {
        assertEquals(fault("sort", "contradiction", "updatedAt"), fault(p -> {
            p.sort = "urgency";
            p.updatedSince = "2026-11-22T10:00:00Z";
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "offered,", ",offered", "offered, accepted", "Offered", "offered;accepted"})
    void refuseAStateThatIsNone(String text) {
        assertEquals("state not-in-list", pointed(fault(p -> p.state = text)));
    }

    @Test
    void refuseAStateThatIsThereTwice() {
        assertEquals("state duplicate", pointed(fault(p -> p.state = "offered,accepted,offered")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-22", "2026-11-22T10:00:00+05:00", "2026-11-22T24:00:00Z"})
    void refuseAnInstantThatIsNone(String text) {
        assertEquals("updatedSince bad-pattern", pointed(fault(p -> p.updatedSince = text)));
    }

    @Test
    void goOnWhereThePageEndedInEachOrder() {
        for (ListOrder order : ListOrder.values()) {
            ListParameters parameters = asked(p -> p.sort = order.code());
            Listing listing = parameters.listing();
            parameters.after = new ListParameters().next(listing, STORED);

            Place place = parameters.after(listing).orElseThrow();

            assertEquals(listing.place(STORED), place);
        }
    }

    @Test
    void goOnWithTheSameFiltersInAnotherOrderOfWords() {
        Listing listing = asked(p -> p.state = "offered,accepted").listing();
        ListParameters again = asked(p -> p.state = "accepted,offered");
        again.after = new ListParameters().next(listing, STORED);

        assertEquals(Optional.of(listing.place(STORED)), again.after(again.listing()));
    }

    @Test
    void refuseToGoOnWithAnyOtherQuestion() {
        Listing listing = asked(p -> p.state = "offered").listing();
        List<Consumer<ListParameters>> others = List.of(
                p -> p.state = null,
                p -> p.state = "offered,accepted",
                p -> p.box = "sent",
                p -> p.urgency = "urgent",
                p -> p.sort = "updatedAt",
                p -> p.updatedSince = "2026-11-22T10:00:00Z");
        for (Consumer<ListParameters> other : others) {
            ListParameters parameters = asked(p -> {
                p.state = "offered";
                p.after = new ListParameters().next(listing, STORED);
                other.accept(p);
            });
            Listing asked = parameters.listing();
            assertNotEquals(listing, asked);

            ProblemException refused = assertThrows(ProblemException.class, () -> parameters.after(asked));

            assertEquals(
                    "after contradiction", pointed(refused.extensions().errors().get(0)));
        }
    }

    private static ListParameters asked(Consumer<ListParameters> how) {
        ListParameters parameters = new ListParameters();
        parameters.box = "inbox";
        how.accept(parameters);
        return parameters;
    }

    private static RequestError fault(Consumer<ListParameters> how) {
        return assertThrows(ProblemException.class, () -> asked(how).listing())
                .extensions()
                .errors()
                .get(0);
    }

    private static RequestError fault(String pointer, String code, String... allowed) {
        return new RequestError(pointer, code, Optional.of(List.of(allowed)));
    }

    private static String pointed(RequestError error) {
        return error.pointer() + " " + error.code();
    }
}
