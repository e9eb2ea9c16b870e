package org.paivand.disclosure.consent;

import java.time.Instant;

/**
 * A grant as it stands at an instant.
 *
 * @param givenAt when its consent took effect in its first version: to narrow it makes it no younger
 */
public record StandingGrant(ConsentRecord consent, Instant givenAt, Grant grant, GrantStatus status) {
    public boolean isLive() {
        return status == GrantStatus.LIVE;
    }
}
