package org.paivand.disclosure.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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

    /** What would stand if no other consent had ever permitted anything; refusals stay, of whichever consent they are. */
    public ConsentState restingOn(UUID consentId) {
        return new ConsentState(grants.stream()
                .filter(standing ->
                        standing.grant().isRefusal() || standing.consent().id().equals(consentId))
                .toList());
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
