package org.paivand.casefile.section;

/** Yes, no, or nobody can say. */
public enum Known implements Listed {
    YES,
    NO,
    UNKNOWN
}
