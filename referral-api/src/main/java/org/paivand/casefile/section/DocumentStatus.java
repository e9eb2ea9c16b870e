package org.paivand.casefile.section;

/** Where a travel document is. */
public enum DocumentStatus implements Listed {
    HELD,
    HELD_BY_OTHERS,
    LOST,
    EXPIRED,
    APPLIED_FOR,
    NEVER_HAD
}
