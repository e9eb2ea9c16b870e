package org.paivand.registry.search;

import org.paivand.disclosure.Coded;

/** Why a service doesn't fit, or what has to be known before it is asked; in the order in which they are told. */
public enum MatchReason implements Coded {
    /** The agency is suspended. */
    SUSPENDED("suspended", true),
    TEMPORARILY_CLOSED("temporarily-closed", true),
    /** The agency offers some of what is needed and not the rest. */
    SERVICE_TYPE("service-type", true),
    REGION("region", true),
    AGE_GROUP("age-group", true),
    SEX("sex", true),
    ACCESS_NEED("access-need", true),
    ACCOMPANYING_CHILDREN("accompanying-children", true),
    /** At no instant of the arrival window is it open. */
    CLOSED_AT_ARRIVAL("closed-at-arrival", true),
    /** No agreement in force lets even the service request go there for this purpose. */
    NO_AGREEMENT("no-agreement", true),
    /** The policy lets no agency of that kind have even the service request for this purpose. */
    PURPOSE("purpose", true),
    /** All places are taken, that is fresh, and nobody may wait. */
    CAPACITY_NONE("capacity-none", true),
    /** All places are taken; one may wait. */
    WAITLIST("waitlist", false),
    /** What is said of the places is old: it bars nobody, and nobody should count on it. */
    CAPACITY_STALE("capacity-stale", false),
    /** The staff speak none of the languages; with an interpreter it is possible. */
    LANGUAGE("language", false),
    ADDITIONAL_ASSESSMENT("additional-assessment", false);

    private final String code;
    private final boolean bars;

    MatchReason(String code, boolean bars) {
        this.code = code;
        this.bars = bars;
    }

    /** Whether the service doesn't fit for it; the others are only to be known. */
    public boolean bars() {
        return bars;
    }

    @Override
    public String code() {
        return code;
    }

    public static MatchReason of(String code) {
        return Coded.of(MatchReason.class, code);
    }
}
