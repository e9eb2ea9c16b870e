package org.paivand.referral;

import java.util.UUID;

/** Names a referral to both its parties; random, and without it nothing about the referral can be asked. */
public record ReferralId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
