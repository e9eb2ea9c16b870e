package org.paivand.statistics;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What is counted, each apart from the others: a person, a case and a referral are three things. */
public enum Measure implements Coded {
    /** Cases opened. */
    CASES("registration"),
    /** Persons helped: a case counts when its first referral is completed. */
    PERSONS_ASSISTED("assisted"),
    /** Referrals that ended with an outcome or a failure. */
    REFERRALS("closure"),
    CONTACTS_BY_CHANNEL("contact-channel"),
    CONTACTS_BY_WHO("contact-by"),
    CONTACTS_BY_CONCERN("contact-concern"),
    /** With {@code prevented}: somebody who was warned in time. */
    CONTACTS_BY_RESULT("contact-result"),
    /** Persons about whom a status body decided for the first time; not what. */
    STATUS_DECISIONS("status");

    private final String kind;

    Measure(String kind) {
        this.kind = kind;
    }

    /** As it stands in a row. */
    public String kind() {
        return kind;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
