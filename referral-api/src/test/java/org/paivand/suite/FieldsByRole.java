package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each role, in each state of a referral, asks for everything; what it gets stands in an entry, and is no more than the table says. */
interface FieldsByRole {
    Set<String> NOTHING = Set.of();
    Set<String> STAGE_ONE = Set.of("service-request");
    Set<String> ALL = Set.of("service-request", "identity", "contact");

    List<Account> OTHERS = List.of(
            Account.OFFICER,
            Account.OTHER_OFFICER,
            Account.CLINIC,
            Account.CHILD_PROTECTION,
            Account.AUDITOR,
            Account.EMERGENCY_OFFICER,
            Account.REVIEWER,
            Account.COMMISSION,
            Account.REGISTRAR);

    /** A state, how a referral gets there, and the most that the assigned worker and a colleague get. */
    record State(String name, Supplier<String> referral, Set<String> worker, Set<String> colleague) {}

    List<State> STATES = List.of(
            new State("offered", Journey::offered, STAGE_ONE, STAGE_ONE),
            new State("accepted", Journey::accepted, ALL, STAGE_ONE),
            new State(
                    "in progress",
                    () -> stepped(Journey.accepted(), "progress", "{\"step\":\"arrived\"}"),
                    ALL,
                    STAGE_ONE),
            new State(
                    "declined",
                    () -> stepped(Journey.offered(), "decline", "{\"code\":\"no-capacity\"}"),
                    NOTHING,
                    NOTHING),
            new State("closed", FieldsByRole::closed, NOTHING, NOTHING));

    private static String closed() {
        String referral = stepped(Journey.accepted(), "progress", "{\"step\":\"arrived\"}");
        return stepped(referral, "completion", "{\"outcomeCode\":\"needs-met\",\"servicesDelivered\":[\"shelter\"]}");
    }

    private static String stepped(String referral, String step, String body) {
        Call.post(Journey.path(referral, step))
                .as(Account.SHELTER)
                .json(body)
                .send()
                .is(200);
        return referral;
    }

    @Test
    default void givesNoRoleInAnyStateAFieldMoreThanItsEntryNames() {
        for (State state : STATES) {
            String referral = state.referral().get();

            for (Account other : OTHERS) {
                assertEquals(NOTHING, got(referral, other), () -> state.name() + " " + other);
            }
            Set<String> colleague = got(referral, Account.COLLEAGUE);
            assertTrue(state.colleague().containsAll(colleague), () -> state.name() + " colleague " + colleague);
            assertEquals(state.worker(), got(referral, Account.SHELTER), state.name());
        }
    }

    @Test
    default void showsNoRoleAFieldByAnyOtherRoad() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                .is(201);
        String referral = Journey.offering(caseId).send().is(201).at("/referralId");
        for (Account account : OTHERS) {
            for (String path : List.of(
                    "cases",
                    "cases/" + caseId,
                    "cases/" + caseId + "/consents",
                    "referrals/" + referral,
                    "referrals/" + referral + "/permissions",
                    "referrals?box=inbox",
                    "referrals?box=sent",
                    "alerts",
                    "reviews",
                    "erasures",
                    "stop-use-notices")) {
                Reply reply = Call.get("/api/v1/" + path).as(account).improper().send();

                assertFalse(reply.text().contains(Markers.RUN), () -> account + " " + path);
            }
        }
    }

    @Test
    default void releasesInAnEmergencyTheFieldsOfItsEntryAndNoIdentity() {
        Emergencies.settle();

        Reply broken = Emergencies.breaking(Journey.filledCase())
                .as(Account.EMERGENCY_OFFICER)
                .send()
                .is(201);

        Map<String, Set<String>> fields = ReleasedFields.fields(broken.json());
        assertEquals(Set.of("service-request", "contact"), fields.keySet());
        assertEquals(ReleasedFields.logged(broken), fields);
    }

    /** The categories in the answer, each with the fields of its entry. */
    private static Set<String> got(String referral, Account account) {
        Reply reply =
                Journey.pulling(referral, account, ALL.toArray(String[]::new)).send();
        if (reply.status() != 200) {
            assertFalse(reply.json().has("sections"), reply::text);
            return NOTHING;
        }
        Map<String, Set<String>> fields = ReleasedFields.fields(reply.json());
        assertEquals(ReleasedFields.logged(reply), fields);
        return fields.keySet();
    }
}
