package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paivand.client.Notifications;
import org.paivand.client.Paged;
import org.paivand.client.Paivand;
import org.paivand.client.RefusedException;
import org.paivand.client.api.CasesApi;
import org.paivand.client.api.CasesApi.APIOpenCaseRequest;
import org.paivand.client.api.ConsentsApi;
import org.paivand.client.api.ConsentsApi.APIListConsentsRequest;
import org.paivand.client.api.ReferralsApi;
import org.paivand.client.api.ReferralsApi.APIAcceptReferralRequest;
import org.paivand.client.api.ReferralsApi.APIAssignWorkerRequest;
import org.paivand.client.api.ReferralsApi.APICancelReferralRequest;
import org.paivand.client.api.ReferralsApi.APIListReferralsRequest;
import org.paivand.client.api.ReferralsApi.APIOfferReferralRequest;
import org.paivand.client.api.ReferralsApi.APIReadReferralRequest;
import org.paivand.client.api.ReleasesApi;
import org.paivand.client.api.ReleasesApi.APIPullReleaseRequest;
import org.paivand.client.model.Assignment;
import org.paivand.client.model.Category;
import org.paivand.client.model.ExactRecipient;
import org.paivand.client.model.NewCase;
import org.paivand.client.model.NewReferral;
import org.paivand.client.model.NewRelease;
import org.paivand.client.model.Notification;
import org.paivand.client.model.Purpose;
import org.paivand.client.model.Referral;
import org.paivand.client.model.ReferralBox;
import org.paivand.client.model.ReferralOrder;
import org.paivand.client.model.ReferralPage;
import org.paivand.client.model.ReferralRow;
import org.paivand.client.model.ReferralState;
import org.paivand.client.model.Release;
import org.paivand.client.model.ServiceType;
import org.paivand.client.model.Urgency;

/** The main job once more, by the Java client that each build makes. */
interface ByTheClient {
    @Test
    default void offersAcceptsAndPullsByTheClient() {
        Paivand officer = client(Account.OFFICER);
        Paivand system = client(Account.system("w-anora"));
        Notifications heard = Notifications.from(system, Optional.of(latest()));
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                .is(201);

        Referral offered = officer.call(() -> officer.api(ReferralsApi::new).offerReferral(offer(caseId)));
        Notification told = awaited(heard);
        assertEquals(offered.getReferralId(), told.getSubject());

        ReferralsApi referrals = system.api(ReferralsApi::new);
        Paivand.Versioned<Referral> read = system.versioned(() -> referrals.readReferralWithHttpInfo(
                APIReadReferralRequest.newBuilder().id(told.getSubject()).build()));
        assertEquals(ReferralState.OFFERED, read.value().getState());
        Referral accepted = system.call(() -> referrals.acceptReferral(APIAcceptReferralRequest.newBuilder()
                .id(told.getSubject())
                .ifMatch(read.etag())
                .build()));
        assertEquals(ReferralState.ACCEPTED, accepted.getState());
        system.call(() -> referrals.assignWorker(APIAssignWorkerRequest.newBuilder()
                .id(told.getSubject())
                .assignment(new Assignment().worker("w-anora"))
                .build()));
        Release pulled = system.call(() -> system.api(ReleasesApi::new).pullRelease(pull(told.getSubject())));
        assertEquals(
                Markers.GIVEN_NAME,
                pulled.getSections().getIdentity().getGivenName().getValue());
        assertEquals(Category.HEALTH, pulled.getWithheld().get(0).getCategory());
    }

    @Test
    default void pagesThroughTheInboxByTheClientAndMeetsEachReferralOnce() {
        Set<UUID> offered =
                Stream.generate(Journey::offered).limit(3).map(UUID::fromString).collect(Collectors.toSet());
        Paivand shelter = client(Account.SHELTER);
        ReferralsApi referrals = shelter.api(ReferralsApi::new);
        for (ReferralOrder order : List.of(
                ReferralOrder.OFFERED_AT, ReferralOrder.UPDATED_AT, ReferralOrder.RESPOND_BY, ReferralOrder.URGENCY)) {
            List<UUID> met = Paged.of(
                            after -> referrals.listReferrals(APIListReferralsRequest.newBuilder()
                                    .box(ReferralBox.INBOX)
                                    .state(new LinkedHashSet<>(
                                            List.of(ReferralState.OFFERED, ReferralState.CLARIFYING)))
                                    .urgency(new LinkedHashSet<>(List.of(Urgency.URGENT)))
                                    .sort(order)
                                    .after(after)
                                    .limit(2)
                                    .build()),
                            ReferralPage::getItems,
                            ReferralPage::getNext)
                    .stream()
                    .map(ReferralRow::getReferralId)
                    .toList();

            assertTrue(met.containsAll(offered), order.getValue());
            assertEquals(met.size(), Set.copyOf(met).size());
        }
    }

    @Test
    default void readsConsentsByTheClientWhateverTheirFormOfRecipient() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        Paivand officer = client(Account.OFFICER);

        var consents = officer.call(() -> officer.api(ConsentsApi::new)
                .listConsents(APIListConsentsRequest.newBuilder()
                        .caseId(UUID.fromString(caseId))
                        .build()));

        Object recipient =
                consents.getItems().get(0).getGrants().get(0).getRecipient().getActualInstance();
        assertEquals("tj-shelter-north", ((ExactRecipient) recipient).getAgency());
    }

    @Test
    default void isToldByTheClientWhyNot() {
        UUID referral = UUID.fromString(Journey.offered());
        Paivand shelter = client(Account.SHELTER);
        ReferralsApi referrals = shelter.api(ReferralsApi::new);
        String before = shelter.versioned(() -> referrals.readReferralWithHttpInfo(
                        APIReadReferralRequest.newBuilder().id(referral).build()))
                .etag();
        APIAcceptReferralRequest accept = APIAcceptReferralRequest.newBuilder()
                .id(referral)
                .ifMatch(before)
                .build();
        shelter.call(() -> referrals.acceptReferral(accept));

        RefusedException stale =
                assertThrows(RefusedException.class, () -> shelter.call(() -> referrals.acceptReferral(accept)));
        assertEquals(412, stale.status());
        assertTrue(stale.is("stale-version"));

        RefusedException illegal = assertThrows(
                RefusedException.class,
                () -> shelter.call(() -> referrals.acceptReferral(
                        APIAcceptReferralRequest.newBuilder().id(referral).build())));
        assertTrue(illegal.is("illegal-transition"));
        assertFalse(illegal.problem().orElseThrow().getAllowed().isEmpty());

        Paivand stranger = client(Account.CLINIC);
        RefusedException foreign = assertThrows(
                RefusedException.class,
                () -> stranger.call(() -> stranger.api(ReferralsApi::new)
                        .readReferral(
                                APIReadReferralRequest.newBuilder().id(referral).build())));
        assertTrue(foreign.is("not-found"));

        Paivand expired = Paivand.at(
                TestNode.prepared().base(), () -> TestNode.prepared().tokens().expired(Account.SHELTER));
        RefusedException unknown = assertThrows(
                RefusedException.class,
                () -> expired.call(() -> expired.api(ReferralsApi::new)
                        .cancelReferral(APICancelReferralRequest.newBuilder()
                                .id(referral)
                                .build())));
        assertTrue(unknown.is("unauthenticated"));
    }

    @Test
    default void usesNoKeyOfTheClientsForAnotherRequest() {
        Paivand officer = client(Account.OFFICER);
        CasesApi cases = officer.api(CasesApi::new);
        String key = Paivand.newKey();
        UUID opened =
                officer.call(() -> cases.openCase(opening(key, new NewCase()))).getCaseId();

        assertEquals(
                opened,
                officer.call(() -> cases.openCase(opening(key, new NewCase()))).getCaseId());
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> officer.call(() -> officer.api(ReferralsApi::new).offerReferral(offer(key, opened.toString()))));

        assertEquals(422, refused.status());
        assertTrue(refused.is("idempotency-key-reused"));
    }

    private static APIOpenCaseRequest opening(String key, NewCase body) {
        return APIOpenCaseRequest.newBuilder().idempotencyKey(key).newCase(body).build();
    }

    private static APIOfferReferralRequest offer(String caseId) {
        return offer(Paivand.newKey(), caseId);
    }

    private static APIOfferReferralRequest offer(String key, String caseId) {
        return APIOfferReferralRequest.newBuilder()
                .idempotencyKey(key)
                .newReferral(new NewReferral()
                        .caseId(UUID.fromString(caseId))
                        .recipient("tj-shelter-north")
                        .purpose(Purpose.SHELTER_PLACEMENT)
                        .urgency(Urgency.URGENT)
                        .servicesRequested(new LinkedHashSet<>(List.of(ServiceType.SHELTER))))
                .build();
    }

    private static APIPullReleaseRequest pull(UUID referral) {
        return APIPullReleaseRequest.newBuilder()
                .id(referral)
                .idempotencyKey(Paivand.newKey())
                .newRelease(
                        new NewRelease().categories(new LinkedHashSet<>(List.of(Category.IDENTITY, Category.HEALTH))))
                .build();
    }

    /** The place of the last notification that there is. */
    private static String latest() {
        Notifications all = Notifications.from(client(Account.system("w-anora")), Optional.empty());
        while (!all.await(Duration.ZERO).isEmpty()) {
            assertTrue(all.position().isPresent());
        }
        return all.position().orElseThrow();
    }

    private static Notification awaited(Notifications notifications) {
        Instant deadline = Instant.now().plusSeconds(60);
        List<Notification> heard = List.of();
        while (heard.isEmpty()) {
            assertTrue(Instant.now().isBefore(deadline), "nothing was heard");
            heard = notifications.await(Notifications.LONGEST_WAIT);
        }
        assertEquals(1, heard.size(), () -> "only what was offered: " + kinds(notifications));
        return heard.get(0);
    }

    private static String kinds(Notifications notifications) {
        return notifications.await(Duration.ZERO).stream()
                .map(one -> one.getKind().getValue())
                .collect(Collectors.joining(" "));
    }

    private static Paivand client(Account account) {
        Paivand paivand = Paivand.at(
                TestNode.prepared().base(), () -> TestNode.prepared().tokens().of(account));
        return account.worker().map(paivand::actingFor).orElse(paivand);
    }
}
