package org.paivand.referral;

/** The side on which an agency stands in a referral. */
public enum Party {
    SENDER,
    PROVIDER;

    Party other() {
        return this == SENDER ? PROVIDER : SENDER;
    }
}
