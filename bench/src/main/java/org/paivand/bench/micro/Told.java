package org.paivand.bench.micro;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.PolicyDocument;

/** An event of a log that never was, and the input of its decision. */
public record Told(DisclosureEvent event, Optional<byte[]> input) {
    private static final PolicyDocument POLICY = PolicyDocument.tajikistan();
    private static final DecisionInput INPUT =
            new DecisionInput(POLICY.sha256(), PlainCase.history(), List.of(), PlainCase.request(), PlainCase.NOW);
    private static final byte[] INPUT_BYTES = INPUT.bytes();
    private static final Decision DECISION = INPUT.replay(POLICY);
    private static final Counterpart SHELTER = new Counterpart(
            AgencyId.of("tj-shelter-north"),
            Jurisdiction.of("TJ"),
            Optional.empty(),
            Optional.of(WorkerId.of("w-101")));

    public static byte[] policy() {
        return POLICY.bytes();
    }

    /** Everything that the usual decision permits. */
    public static Told release(int number) {
        List<Released> released = DECISION.permitted().entrySet().stream()
                .map(permit -> new Released(permit.getKey(), permit.getValue().basis(), Set.of()))
                .toList();
        List<Withheld> withheld = DECISION.withheld().entrySet().stream()
                .map(stayed -> new Withheld(stayed.getKey(), stayed.getValue()))
                .toList();
        Obligations owed = DECISION.permitted().values().stream()
                .map(CategoryDecision.Permit::obligations)
                .reduce(Obligations::and)
                .orElseThrow();
        Disclosure event = new Disclosure(
                head(number, Optional.of(new UUID(2, number))),
                SHELTER,
                Purpose.SHELTER_PLACEMENT,
                released,
                withheld,
                new DecisionReference(
                        new UUID(5, number), POLICY.policy().version(), POLICY.sha256(), Sha256.digest(INPUT_BYTES)),
                new PayloadDigest("application/json", 400, Sha256.digest(new byte[2])),
                Terms.of(owed),
                Optional.empty(),
                Optional.empty());
        return new Told(event, Optional.of(INPUT_BYTES));
    }

    /** An auditor looked at entries. */
    public static Told read(int number) {
        return new Told(
                new AuditorAccess(head(number, Optional.empty()), AuditorAction.SEARCH, Sha256.digest(new byte[1]), 50),
                Optional.empty());
    }

    /** Five in a millisecond, so that a million stay within the time that a decision may be apart from its event. */
    private static EventHead head(int number, Optional<UUID> caseAlias) {
        Instant at = PlainCase.NOW.plusMillis(number / 5);
        Actor actor = new Actor(AgencyId.of("tj-police-dushanbe"), "u-7", "provider", "client-1", Optional.empty());
        return new EventHead(new UUID(7, number), new UUID(8, number), at, caseAlias, actor);
    }
}
