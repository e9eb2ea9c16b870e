package org.paivand.casefile.section;

/** How soon an answer is needed; it sets {@code respondBy} of a referral. */
public enum Urgency implements Listed {
    IMMEDIATE,
    EMERGENCY,
    URGENT,
    NORMAL
}
