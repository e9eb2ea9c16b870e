package org.paivand.casefile.section;

/** What made somebody a guardian. */
public enum GuardianAppointment implements Listed {
    BY_LAW,
    COURT,
    GUARDIANSHIP_AUTHORITY,
    NOBODY,
    UNKNOWN
}
