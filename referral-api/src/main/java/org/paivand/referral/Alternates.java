package org.paivand.referral;

import java.util.HashSet;
import java.util.List;
import org.paivand.caller.Caller;
import org.paivand.disclosure.AgencyId;

/**
 * Whom to ask next, by themselves and in this order, if an immediate offer comes to nothing. Whether each may be asked is decided
 * when it is.
 *
 * @param agencies 1 to {@value #MOST}
 * @param user whose instruction it is
 * @param client through which it came
 * @param tokenId with which it came
 */
public record Alternates(List<AgencyId> agencies, String user, String client, String tokenId) {
    /** How many may be named. */
    public static final int MOST = 3;

    public Alternates {
        agencies = List.copyOf(agencies);
        if (agencies.isEmpty() || agencies.size() > MOST || new HashSet<>(agencies).size() != agencies.size()) {
            throw new IllegalArgumentException("one to three agencies, each once");
        }
    }

    static Alternates of(List<AgencyId> agencies, Caller caller) {
        return new Alternates(agencies, caller.user(), caller.client(), caller.tokenId());
    }
}
