package org.paivand.entry;

/** What a search can be narrowed by, each to one code. */
public enum EntryFilter {
    TYPE,
    AGENCY,
    RECIPIENT,
    USER,
    PURPOSE,
    BASIS,
    /** With an outcome, the category of which that is so; without one, a category that was released or withheld. */
    CATEGORY,
    OUTCOME,
    /** By the token's 64 hexadecimal digits. */
    CASE
}
