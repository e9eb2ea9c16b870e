package org.paivand.disclosure.consent;

import java.util.ArrayList;
import java.util.List;

/** Every grant of a case at an instant, the newest consent first, each with where it stands. */
public record ConsentState(List<StandingGrant> grants) {
    public ConsentState {
        grants = List.copyOf(grants);
    }

    public List<StandingGrant> livePermits() {
        return live(false);
    }

    public List<StandingGrant> liveRefusals() {
        return live(true);
    }

    private List<StandingGrant> live(boolean refusals) {
        List<StandingGrant> found = new ArrayList<>(grants.size());
        for (StandingGrant standing : grants) {
            if (standing.isLive() && standing.grant().isRefusal() == refusals) {
                found.add(standing);
            }
        }
        return found;
    }
}
