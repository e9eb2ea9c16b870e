package org.paivand.plan;

import java.util.Locale;
import org.paivand.disclosure.Coded;
import org.paivand.referral.Party;
import org.paivand.referral.Referral;

/** How far a service of a plan has come, as far as the sender of its referral is told. */
public enum PlanState implements Coded {
    PLANNED,
    OFFERED,
    AGREED,
    DONE,
    NOT_POSSIBLE;

    static PlanState of(Referral referral) {
        return switch (referral.shownTo(Party.SENDER)) {
            case "offered", "clarifying" -> OFFERED;
            case "accepted", "cancel-requested" -> AGREED;
            case "closed" -> DONE;
            default -> NOT_POSSIBLE;
        };
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
