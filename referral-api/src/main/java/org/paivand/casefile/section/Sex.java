package org.paivand.casefile.section;

/** As stated; what a place kept apart by sex needs is in the service request. */
public enum Sex implements Listed {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
