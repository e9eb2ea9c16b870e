package org.paivand.disclosure.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.disclosure.policy.Policy;

/**
 * When a permit will carry nothing any more, if nobody does anything until then.
 *
 * @param at the first such instant
 */
public record Ending(UUID consentId, UUID grantId, Cause cause, Instant at) {
    private static final Set<GrantStatus> TO_END =
            EnumSet.of(GrantStatus.LIVE, GrantStatus.NOT_YET, GrantStatus.DISPUTED);

    /** What ends it. */
    public enum Cause implements Coded {
        /** Its own bound. */
        GRANT("grant"),
        /** It was given by telephone. */
        FORM("form"),
        /** Who gave it may speak no longer. */
        MANDATE("mandate"),
        /** The child may be of age from then on, and is asked. */
        ADULTHOOD("adulthood"),
        /** The agreement with the recipient's country or agency. */
        AGREEMENT("agreement");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Cause of(String code) {
            return Coded.of(Cause.class, code);
        }
    }

    /**
     * The end of each permit that isn't over, the soonest first.
     *
     * @param agreementEnd the end of the agreement on which sharing by that grant depends, if it depends on one
     */
    public static List<Ending> of(
            Policy policy,
            Age age,
            ConsentState consents,
            Function<Grant, Optional<Instant>> agreementEnd,
            Instant now) {
        List<Ending> endings = new ArrayList<>();
        for (StandingGrant standing : consents.grants()) {
            if (!standing.grant().isRefusal() && TO_END.contains(standing.status())) {
                List<Ending> ends = ends(policy, age, standing, now);
                agreementEnd.apply(standing.grant()).ifPresent(at -> ends.add(ending(standing, Cause.AGREEMENT, at)));
                ends.stream()
                        .min(Comparator.comparing(Ending::at).thenComparing(Ending::cause))
                        .filter(first -> first.at().isAfter(now))
                        .ifPresent(endings::add);
            }
        }
        endings.sort(Comparator.comparing(Ending::at).thenComparing(Ending::grantId));
        return List.copyOf(endings);
    }

    private static List<Ending> ends(Policy policy, Age age, StandingGrant standing, Instant now) {
        List<Ending> ends = new ArrayList<>();
        ends.add(ending(standing, Cause.GRANT, standing.grant().notAfter()));
        if (standing.consent().form() == Form.ORAL_PHONE) {
            Duration period = Duration.ofHours(policy.consent().oralPhoneHours());
            ends.add(ending(standing, Cause.FORM, Moments.plus(standing.givenAt(), period)));
        }
        if (standing.consent().givenBy().role() != Role.SUBJECT) {
            standing.consent().givenBy().until().ifPresent(at -> ends.add(ending(standing, Cause.MANDATE, at)));
            if (!age.speaksForSelf(now)) {
                age.firstAdult().ifPresent(at -> ends.add(ending(standing, Cause.ADULTHOOD, at)));
            }
        }
        return ends;
    }

    private static Ending ending(StandingGrant standing, Cause cause, Instant at) {
        return new Ending(standing.consent().id(), standing.grant().id(), cause, at);
    }
}
