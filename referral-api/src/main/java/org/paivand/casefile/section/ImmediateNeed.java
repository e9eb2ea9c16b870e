package org.paivand.casefile.section;

/** What can't wait. No diagnosis. */
public enum ImmediateNeed implements Listed {
    EMERGENCY_CARE,
    WOUND_CARE,
    PREGNANCY_CARE,
    INFANT_CARE,
    MEDICATION_SUPPLY,
    CHRONIC_CARE,
    CRISIS_SUPPORT,
    WITHDRAWAL_CARE
}
